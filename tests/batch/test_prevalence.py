from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clause_check.batch.annex import Annex
from clause_check.batch.law import Law
from clause_check.batch.prevalence import Common, prevalence, unnumbered
from clause_check.batch.store import Store

from .conftest import LAST_WORD, NO_REFUND, Scan, Write

pytest.importorskip("rensa")

Shared = Callable[..., list[Common]]
STAR = "欢迎使用星河。星河有权调整活动。星河不承担责任。星河有权停止活动。星河在10日内答复。"


@pytest.fixture
def shared(scan: Scan, write: Write, tmp_path: Path) -> Shared:
    """Return a function that gives what three platforms share."""
    write("甲/a.txt", STAR, "星河对本次活动的规则拥有最终解释权!", "虚拟商品售出3日后,概不退款。")
    write("乙/b.txt", "另一条。", "我们 对 本次 活动的规则,拥有最终解释权。")
    write("丙/c.txt", "本公司对本次活动的规则拥有最终解释权。", "虚拟商品售出15日后概不退款。")
    write("丙/d.txt", "再一条。", "本公司对本次活动的规则拥有最终解释权。")
    scan()

    def run(**options: object) -> list[Common]:
        with Store.open(tmp_path / "out") as store:
            return prevalence(store, **options)  # type: ignore[arg-type]

    return run


@pytest.fixture
def annex(shared: Shared, tmp_path: Path) -> Annex:
    with Store.open(tmp_path / "out") as store:
        names = {"refund-exclusion": "排除退换退款", "final-interpretation": "最终解释权"}
        return Annex(shared(), Law(store), names, 0.7)


def test_a_clause_is_one_whatever_the_name_the_blanks_and_the_number(shared: Shared) -> None:
    wide, narrow = shared()
    assert (wide.platforms, wide.documents) == (["丙", "乙", "星河"], 4)
    assert narrow.platforms == ["丙", "星河"]
    assert wide.clause == "本公司对本次活动的规则拥有最终解释权"
    assert {spot.sentence for spot in wide.spots} == {
        "星河对本次活动的规则拥有最终解释权",
        "我们 对 本次 活动的规则,拥有最终解释权",
        "本公司对本次活动的规则拥有最终解释权",
    }


def test_only_what_enough_platforms_say_is_listed(shared: Shared) -> None:
    assert [len(one.platforms) for one in shared(least=3)] == [3]
    assert shared(least=4) == []
    assert len(shared(near=1.0)) == 2


def test_every_source_is_named(shared: Shared) -> None:
    spot = next(spot for spot in shared()[0].spots if spot.platform == "星河")
    assert (spot.file, spot.agreement, spot.clause, spot.line) == ("甲/a.txt", "用户服务协议", "第2条", 3)


@pytest.mark.parametrize("shape", ["text", "markdown"])
def test_the_annex_holds_clause_platforms_and_law(annex: Annex, shape: str) -> None:
    words = getattr(annex, shape)(0)
    assert "3 个平台、4 份文本" in words
    assert "《中华人民共和国测试法》第一条" in words
    assert words.count("经营者不得如此约定。") == 1
    assert "只能由法院或仲裁机构认定" in words
    assert "星河" in words


def test_a_limit_says_what_is_left_out(annex: Annex) -> None:
    assert "另有 1 条" in annex.text(1)
    assert "虚拟" not in annex.markdown(1)


def test_tables_hold_clauses_sources_and_articles(annex: Annex) -> None:
    clauses, sources, articles = annex.tables()
    assert [row[:4] for row in clauses.rows] == [
        (1, "本公司对本次活动的规则拥有最终解释权", 3, 4),
        (2, "虚拟商品售出15日后概不退款", 2, 2),
    ]
    assert [row[0] for row in sources.rows] == [1, 1, 1, 1, 2, 2]
    assert list(articles.rows) == [("《中华人民共和国测试法》第一条", "经营者不得如此约定。")]


def test_json_holds_everything(annex: Annex) -> None:
    clauses = json.loads(annex.json())["clauses"]
    assert [len(one["sources"]) for one in clauses] == [4, 2]
    assert clauses[1]["grades"] == {"void": 2}


def test_grades_that_differ_are_told_apart(annex: Annex) -> None:
    one = annex.found[0]
    one.grades["conditional"] += 1
    assert "涉嫌不公平 4 处、需核实 1 处" in annex.text(0)


@pytest.mark.parametrize(
    ("numbered", "bare"), [("第2条 概不退款", "概不退款"), ("5.3(c)概不退款", "概不退款"), ("概不退款 ", "概不退款")]
)
def test_numbers_are_not_part_of_a_clause(numbered: str, bare: str) -> None:
    assert unnumbered(numbered) == bare


def test_what_is_said_once_is_not_shared(scan: Scan, write: Write, tmp_path: Path) -> None:
    write("甲/a.txt", NO_REFUND, LAST_WORD)
    scan(out="one")
    with Store.open(tmp_path / "one") as store:
        assert prevalence(store) == []
