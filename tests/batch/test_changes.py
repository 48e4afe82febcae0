from __future__ import annotations

import itertools
import random
from collections.abc import Callable

import pytest

from clause_check.batch.changes import Change, Said, _longest_rise, changes, finding_said
from clause_check.model import Report

RULES = {"refund-exclusion": "概不退款", "final-interpretation": "最终解释权"}
Diff = Callable[[str, str], list[tuple[str, str, str]]]


@pytest.fixture
def diff(rules: object, check: Callable[..., Report]) -> Diff:
    """Return a function that gives (kind, old sentence, new sentence) of two texts."""

    def run(old: str, new: str) -> list[tuple[str, str, str]]:
        sides = [[finding_said(one) for one in check(text).findings] for text in (old, new)]
        found = changes(*sides)
        return [(one.kind, *(said.sentence if said else "" for said in (one.old, one.new))) for one in found]

    return run


OLD = "1. 虚拟商品一经售出,概不退款。\n2. 本平台拥有最终解释权。\n3. 逾期未用的,概不退款。"


@pytest.mark.parametrize(
    "new",
    [
        OLD,
        "更新日期:2026年1月1日\n前言。\n" + OLD.replace("1. ", "5.1 ").replace("2. ", "5.2 ").replace("3. ", "5.3 "),
        OLD.replace(",", " ， ").replace("退款", "退 款"),
        OLD.replace("虚拟", "\u200b虚拟").replace("。", "；"),
    ],
)
def test_numbers_dates_blanks_and_marks_are_no_change(diff: Diff, new: str) -> None:
    assert diff(OLD, new) == []


def test_dates_inside_a_clause_are_no_change_amounts_are(diff: Diff) -> None:
    old = "依第三条,2025年1月1日前充值的100元概不退款。"
    assert diff(old, old.replace("2025年1月1日", "2026-02-03").replace("第三条", "第十二条")) == []
    assert [kind for kind, *_ in diff(old, old.replace("100", "500"))] == ["changed"]


def test_new_and_gone(diff: Diff) -> None:
    assert diff(OLD, OLD.replace("\n2. 本平台拥有最终解释权。", "")) == [("gone", "2. 本平台拥有最终解释权", "")]
    assert diff(OLD.replace("\n2. 本平台拥有最终解释权。", ""), OLD) == [("new", "", "2. 本平台拥有最终解释权")]


def test_a_clause_reworded_is_changed_not_new_and_gone(diff: Diff) -> None:
    [(kind, old, new)] = diff(OLD, OLD.replace("虚拟商品一经售出", "虚拟商品和会员服务一经售出"))
    assert (kind, "会员" in old, "会员" in new) == ("changed", False, True)


def test_a_clause_that_changes_places_has_moved_and_no_other(diff: Diff) -> None:
    first, second, third = OLD.split("\n")
    assert [one[:1] for one in diff(OLD, f"{third}\n{first}\n{second}")] == [("moved",)]


def test_a_grade_that_changes_is_a_change() -> None:
    old = Said("liability-cap", "conditional", "限额", "一", "限", "以一百元为限", "f")
    new = Said("liability-cap", "unfair", "限额", "一", "限", "以一百元为限", "f")
    [change] = changes([old], [new])
    assert (change.kind, change.worse) == ("changed", 2)


def test_weights_tell_what_got_worse() -> None:
    said = Said("liability-cap", "unfair", "限额", "一", "限", "以一百元为限", "f")
    assert [Change(*one).worse for one in (("new", None, said), ("gone", said, None), ("moved", said, said))] == [
        3,
        -3,
        0,
    ]


def test_equal_clauses_pair_off_one_by_one(diff: Diff) -> None:
    twice = "甲商品概不退款。\n乙商品概不退款。"
    assert [kind for kind, *_ in diff(twice, twice + "\n丙商品概不退款。")] == ["new"]
    assert diff(twice, twice.replace("甲", "丙")) == [("changed", "甲商品概不退款", "丙商品概不退款")]


def test_what_has_kept_its_order_is_the_longest_rise() -> None:
    chance = random.Random(7)
    for _ in range(50):
        numbers = chance.sample(range(20), 7)
        kept = sorted(_longest_rise(numbers))
        rise = [numbers[at] for at in kept]
        best = max(
            size for size in range(8) for some in itertools.combinations(numbers, size) if list(some) == sorted(some)
        )
        assert rise == sorted(rise)
        assert len(rise) == best
    assert _longest_rise([]) == set()
