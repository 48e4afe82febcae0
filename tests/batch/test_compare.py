from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from clause_check.batch.compare import Side, as_json, counts, sides, wordings
from clause_check.model import Report

from .conftest import LAST_WORD, LONG, NO_REFUND

NAMES = {"refund-exclusion": "排除退换退款", "final-interpretation": "最终解释权", "balance-forfeiture": "余额不退"}


@pytest.fixture
def compared(rules: object, check: Callable[..., Report]) -> list[Side]:
    """Return a long agreement beside a fragment."""
    texts = {"星河.html": f"{LAST_WORD}\n{NO_REFUND}\n{NO_REFUND}\n{LONG}", "云帆.html": LAST_WORD}
    reports = [check(text) for text in texts.values()]
    return sides(
        [replace(r, document=replace(r.document, path=f"/x/{n}")) for n, r in zip(texts, reports, strict=True)]
    )


def test_categories_stand_side_by_side_in_report_order(compared: list[Side]) -> None:
    table = counts(compared, NAMES)
    assert table.heads == ("类别", "星河", "云帆")
    rows = {row[0]: row[1:] for row in table.rows}
    assert list(rows)[2:] == ["排除退换退款", "最终解释权"]
    assert rows["排除退换退款"] == ("与法律明文列举的情形一致 2", "—")
    assert rows["最终解释权"] == ("涉嫌不公平 1", "涉嫌不公平 1")


def test_a_fragment_is_not_comparable_and_equal_clauses_count_once(compared: list[Side]) -> None:
    whole, fragment = compared
    assert fragment.score is None
    assert "不可比（" in str(list(counts(compared, NAMES).rows)[1][2])
    assert whole.score is not None
    [han, *_] = (row[1] for row in counts(compared, NAMES).rows)
    assert whole.score == round((5 + 3) / int(han) * 10_000, 1)


def test_every_wording_is_shown_with_the_law(compared: list[Side]) -> None:
    rows = list(wordings(compared, NAMES).rows)
    assert [(row[0], row[1]) for row in rows] == [
        ("排除退换退款", "星河"),
        ("排除退换退款", "星河"),
        ("最终解释权", "星河"),
        ("最终解释权", "云帆"),
    ]
    assert all(row[-1] == "《中华人民共和国测试法》第一条" for row in rows)


def test_json_holds_all_sides(compared: list[Side]) -> None:
    found = json.loads(as_json(compared, NAMES))
    assert [side["name"] for side in found["sides"]] == ["星河", "云帆"]
    assert [[len(side) for side in one["sides"]] for one in found["categories"]] == [[2, 0], [1, 1]]


def test_agreements_of_one_name_are_told_apart(compared: list[Side]) -> None:
    report = compared[0].report
    titled = [
        replace(report, document=replace(report.document, title=title)) for title in ("甲协议", "乙规则", "乙规则")
    ]
    assert [side.name for side in sides(titled)] == ["星河《甲协议》", "星河《乙规则》（1）", "星河《乙规则》（2）"]
