from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clause_check.batch import report
from clause_check.batch.store import Store
from clause_check.batch.summary import Summary, summarise

from .conftest import LAST_WORD, NO_REFUND, Scan, Write

Sum = Callable[..., Summary]


@pytest.fixture
def summed(scan: Scan, tmp_path: Path) -> Sum:
    """Return a function that scans ``pages`` and sums up."""

    def run(out: str = "out", **options: object) -> Summary:
        scan(out=out, **options)
        with Store.open(tmp_path / out) as store:
            return summarise(store)

    return run


@pytest.fixture
def archive(write: Write, tmp_path: Path) -> None:
    write("甲/a.txt", NO_REFUND, LAST_WORD, LAST_WORD)
    write("甲/b.txt", LAST_WORD)
    write("乙/same.txt", LAST_WORD)
    write("丙/short.txt", NO_REFUND, long=False)
    (tmp_path / "pages" / "empty.txt").touch()


@pytest.mark.usefixtures("archive")
def test_counts_are_of_different_documents_and_each_platforms_own(summed: Sum) -> None:
    found = summed()
    assert (found.documents, found.files, found.counts) == (3, 5, {"void": 2, "unfair": 3, "conditional": 0})
    by_name = {row.name: row for row in found.platforms}
    assert by_name["甲"].counts == {"void": 1, "unfair": 3, "conditional": 0}
    assert by_name["乙"].counts == {"void": 0, "unfair": 1, "conditional": 0}
    spread = {row.id: (row.documents, row.platforms) for row in found.found}
    assert spread == {"refund-exclusion": (2, 2), "final-interpretation": (2, 2)}


@pytest.mark.usefixtures("archive")
def test_a_score_counts_equal_clauses_of_one_document_once(summed: Sum) -> None:
    row = next(row for row in summed().platforms if row.name == "甲")
    assert row.score == round((5 + 3 + 3) / row.han * 10_000, 1)


@pytest.mark.usefixtures("archive")
def test_a_fragment_has_counts_but_no_score_and_no_rank(summed: Sum) -> None:
    found = summed()
    rank, row = report.ranked(found)[-1]
    assert (rank, row.name, row.score, row.comparable, row.documents) == ("", "丙", None, 0, 1)
    assert row.unfit == {"不足 1000 字": 1, "字数太少": 1}
    assert row.counts["void"] == 1
    assert report.INCOMPARABLE in report.text(found)


def test_equal_scores_share_a_rank(summed: Sum, write: Write) -> None:
    for name in ("甲", "乙", "丙"):
        write(f"{name}/a.txt", NO_REFUND if name == "丙" else LAST_WORD, name)
    assert [(rank, row.name) for rank, row in report.ranked(summed())] == [("1", "丙"), ("2", "乙"), ("2", "甲")]


@pytest.mark.usefixtures("archive")
def test_what_failed_is_listed_with_its_reason(summed: Sum) -> None:
    [(name, part, code, reason)] = summed().failed
    assert (name, part, code) == ("empty.txt", "", "file-empty")
    assert "empty.txt" in reason


@pytest.mark.usefixtures("archive")
def test_json_is_the_same_whatever_the_workers_order_and_place(summed: Sum, tmp_path: Path, scan: Scan) -> None:
    one = report.as_json(summed("one"))
    two = report.as_json(summed("two", workers=2))
    (tmp_path / "pages").rename(tmp_path / "moved")
    scan(tmp_path / "moved", out="three")
    scan(tmp_path / "moved", out="three", resume=True, retry=True)
    with Store.open(tmp_path / "three") as store:
        three = report.as_json(summarise(store))
    assert one == two == three
    assert str(tmp_path) not in one
    assert json.loads(one)["schema"] == report.SCHEMA


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("shape", ["text", "markdown", "as_json"])
def test_every_form_says_that_scores_are_no_verdict(summed: Sum, shape: str) -> None:
    words = getattr(report, shape)(summed())
    assert "不是对平台的评价" in words
    assert "只能由法院或仲裁机构认定" in words
    assert "定性权重" in words


def test_an_empty_store_is_summed_up(summed: Sum, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    found = summed()
    assert (found.documents, found.platforms, found.found) == (0, (), [])
    assert "0 份文本" in report.text(found)
