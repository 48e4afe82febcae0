from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clause_check.batch.changelog import CITES, Changelog, duties, edits
from clause_check.batch.store import Store
from clause_check.batch.versions import PlatformChanges, Versions
from clause_check.datafiles import patterns
from clause_check.lawlibrary import LawLibrary
from clause_check.model import Facts

from .conftest import LAST_WORD, NO_REFUND, Scan, Write

Both = Callable[[], tuple[list[PlatformChanges], bool]]
NAMES = {"refund-exclusion": "排除退换退款", "final-interpretation": "最终解释权"}


@pytest.fixture
def both(tmp_path: Path) -> Both:
    """Return a function that compares the results ``old`` and ``new``."""

    def run() -> tuple[list[PlatformChanges], bool]:
        with Store.open(tmp_path / "old") as old, Store.open(tmp_path / "new") as new:
            versions = Versions(old, new)
            return versions.compare(), versions.same_rules

    return run


@pytest.fixture
def month(scan: Scan, write: Write, tmp_path: Path) -> None:
    """Scan an archive, let a month pass, scan it again."""
    write("甲/a.txt", LAST_WORD)
    write("甲/gone.txt", NO_REFUND, "旧的。")
    write("乙/b.txt", LAST_WORD, NO_REFUND)
    write("丙/c.txt", LAST_WORD, "丙。")
    scan(out="old")
    write("甲/a.txt", "新的一条。", LAST_WORD, NO_REFUND)
    (tmp_path / "pages" / "甲" / "gone.txt").unlink()
    write("乙/b.txt", LAST_WORD)
    write("丁/d.txt", LAST_WORD)
    scan(out="new")


@pytest.mark.usefixtures("month")
def test_platforms_with_differences_come_worst_first(both: Both) -> None:
    found, same = both()
    assert same
    assert [(one.platform, one.worse) for one in found] == [("丁", 3), ("甲", 0), ("乙", -5)]


@pytest.mark.usefixtures("month")
def test_a_document_that_came_or_went_is_told(both: Both) -> None:
    by_name = {one.platform: one for one in both()[0]}
    assert (by_name["丁"].added, by_name["丁"].removed) == (["丁/d.txt"], [])
    assert (by_name["甲"].added, by_name["甲"].removed) == ([], ["甲/gone.txt"])
    kinds = sorted((file, change.kind) for file, change in by_name["甲"].changes)
    assert kinds == [("甲/a.txt", "new"), ("甲/gone.txt", "gone")]


@pytest.mark.usefixtures("month")
def test_scores_before_and_after_stand_beside(both: Both) -> None:
    one = next(one for one in both()[0] if one.platform == "乙")
    assert one.before is not None
    assert one.after is not None
    assert one.before > one.after


def test_a_document_under_another_name_is_the_same(both: Both, scan: Scan, write: Write, tmp_path: Path) -> None:
    page = write("甲/a.txt", LAST_WORD)
    scan(out="old")
    page.rename(tmp_path / "pages" / "甲" / "b.txt")
    scan(out="new")
    assert both()[0] == []


def test_other_rules_or_facts_are_told(both: Both, scan: Scan, write: Write) -> None:
    write("甲/a.txt", LAST_WORD)
    scan(out="old")
    scan(out="new", facts=Facts(date="2024-01-01"))
    assert both() == ([], False)


@pytest.mark.usefixtures("month")
@pytest.mark.parametrize("shape", ["text", "markdown"])
def test_both_wordings_and_the_law_are_shown(both: Both, shape: str) -> None:
    words = getattr(Changelog(both()[0], NAMES, "旧：一\n新：二", ["说明。"]), shape)()
    assert "新增 1 处" in words
    assert "虚拟商品一经售出" in words
    assert "《中华人民共和国测试法》第一条" in words
    assert "丁" in words.split("甲")[0]
    assert "说明。" in words


@pytest.mark.usefixtures("month")
def test_tables_and_json_hold_every_difference(both: Both) -> None:
    log = Changelog(both()[0], NAMES, "", [])
    overview, details = log.tables
    assert [row[0] for row in overview.rows] == ["丁", "甲", "乙"]
    assert len(list(details.rows)) == 4
    platforms = json.loads(log.json())["platforms"]
    assert sum(len(one["changes"]) for one in platforms) == 4


def test_without_differences_that_is_said() -> None:
    assert "没有发现" in Changelog([], NAMES, "", []).text()
    assert "没有发现" in Changelog([], NAMES, "", []).markdown()


def test_the_law_on_changes_is_quoted_word_for_word() -> None:
    laws = LawLibrary.load(patterns() / "laws")
    words = "\n".join(duties(laws))
    assert all(laws.resolve(cite).text in words for cite in CITES)
    assert "七日" in words
    assert "三年" in words


def test_edits_are_the_stretches_that_differ() -> None:
    assert edits("退款七日内到账", "退款十五日内到账") == [("七", "十五")]
    assert edits("一样", "一样") == []
