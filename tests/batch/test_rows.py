from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from clause_check.batch.rows import UNFIT, document_row, identity, unfit, unpack
from clause_check.model import Block, Concern, Document, Facts, Report, Unchecked

LONG = "用户应当遵守本协议的各项约定。" * 100
PAGE = Document(
    "a.html",
    f"{LONG}\ud800\0",
    "s",
    title="协议\udc80",
    party="星河公司",
    blocks=(Block(0, 4, "heading", "第1段"),),
    concerns=(Concern("no-structure", "没有条款编号。"),),
)


def report(document: Document, **more: object) -> Report:
    return Report(document, 3, Facts(), (), **more)  # type: ignore[arg-type]


def test_a_document_comes_back_from_its_row() -> None:
    base = sqlite3.connect(":memory:")
    base.row_factory = sqlite3.Row
    row = document_row(report(PAGE), identity(PAGE))
    base.execute(f"create table d({', '.join(row)})")
    base.execute(f"insert into d values({', '.join('?' * len(row))})", list(row.values()))
    back = unpack(base.execute("select * from d").fetchone())
    assert replace(back, path="a.html", sha256="s", title=PAGE.title) == PAGE
    assert back.title == "协议\\udc80"


def test_an_id_is_for_what_was_read_not_for_where() -> None:
    assert identity(replace(PAGE, path="b.html", sha256="t", size=9)) == identity(PAGE)
    changed = [replace(PAGE, text=LONG), replace(PAGE, blocks=()), replace(PAGE, title=""), replace(PAGE, concerns=())]
    assert len({identity(one) for one in (PAGE, *changed)}) == 5


@pytest.mark.parametrize("code", [code for code in UNFIT if code not in ("fragment", "unchecked")])
def test_concerns_that_forbid_a_ranking(code: str) -> None:
    assert unfit(report(Document("a", LONG, "", concerns=(Concern(code, "…"),)))) == [code]


def test_fragments_and_what_was_not_checked_forbid_a_ranking() -> None:
    assert unfit(report(PAGE)) == []
    assert unfit(report(Document("a", "很短", ""), unchecked=(Unchecked("time", "…"),))) == ["fragment", "unchecked"]
