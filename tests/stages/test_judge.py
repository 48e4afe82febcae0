from __future__ import annotations

from collections.abc import Callable

import pytest

from clause_check import rulebook
from clause_check.model import Report
from clause_check.rulebook import Regex
from conftest import WriteRule

Check = Callable[..., Report]
BY_FAULT = {"name": "过错除外", "regex": "过错[^。]{0,6}除外", "because": "平台过错时仍要退款"}


def test_an_exception_clears_and_says_so(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "概不退款"}], exception=[{**BY_FAULT, "effect": "clear"}])
    report = check("概不退款,平台过错的除外。")
    assert report.findings == ()
    assert [(c.by, c.quote) for c in report.cleared] == [("过错除外", "概不退款")]


def test_an_exception_lowers_or_notes(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "概不退款"}], exception=[{**BY_FAULT, "effect": "lower"}])
    assert [(f.grade, f.weakened_by[0].quote) for f in check("概不退款,过错的除外。").findings] == [
        ("conditional", "过错的除外")
    ]
    rule("refund-exclusion.a", [{"regex": "概不退款"}], exception=[{**BY_FAULT, "effect": "note"}])
    assert [f.grade for f in check("概不退款,过错的除外。").findings] == ["unfair"]


def test_reach_of_an_exception(rule: WriteRule, check: Check) -> None:
    for within, texts in {
        "sentence": ["概不退款,过错除外。"],
        "next": ["概不退款,过错除外。", "概不退款。过错除外。"],
        "clause": ["概不退款,过错除外。", "概不退款。过错除外。", "概不退款。谢谢。过错除外。"],
    }.items():
        exception = {**BY_FAULT, "effect": "clear", "within": within}
        rule("refund-exclusion.a", [{"regex": "概不退款"}], exception=[exception])
        tried = ["概不退款,过错除外。", "概不退款。过错除外。", "概不退款。谢谢。过错除外。", "概不退款。\n过错除外。"]
        assert [text for text in tried if not check(text).findings] == texts


def test_a_clause_is_searched_once_for_all_its_sentences(
    rule: WriteRule, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[str] = []

    def search(self: Regex, text: str) -> None:
        searched.append(text)

    monkeypatch.setattr(Regex, "search", search)
    rule("refund-exclusion.a", [{"regex": "概不退款"}], exception=[{**BY_FAULT, "effect": "clear", "within": "clause"}])
    check("概不退款。" * 20 + "\n概不退款。")
    assert [len(text) for text in searched] == [100, 5]


def test_one_fault_is_told_once(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "概不退"}, {"regex": "不退不换"}, {"regex": "一经售出…不退"}])
    assert [f.quote for f in check("商品一经售出,概不退不换。概不退货。").findings] == ["一经售出,概不退不换", "概不退"]


def test_the_stronger_rule_speaks(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "不退款"}], grade="conditional")
    rule("refund-exclusion.b", [{"regex": "概不退"}])
    assert [(f.rule, f.grade) for f in check("概不退款。").findings] == [("refund-exclusion.b", "unfair")]


def test_a_cleared_rule_does_not_silence_another(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "概不退款"}], exception=[{**BY_FAULT, "effect": "clear"}])
    rule("refund-exclusion.b", [{"regex": "退款，过错"}])
    assert [f.rule for f in check("概不退款,过错除外。").findings] == ["refund-exclusion.b"]


def test_precedence_between_categories(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "概不退"}])
    rule("balance-forfeiture.a", [{"regex": "余额…不退"}])
    report = check("注销后余额概不退还。商品概不退换。")
    assert [f.category for f in report.findings] == ["balance-forfeiture", "refund-exclusion"]
    assert [c.by for c in report.cleared] == ["已归入「余额不退或清零」"]


def test_an_exception_that_runs_out_of_time_clears_nothing(
    rule: WriteRule, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = {"name": "来不及的例外", "regex": "(?:退|退退)+(?=$)不", "because": "测试超时的例外", "effect": "clear"}
    rule("refund-exclusion.a", [{"regex": "概不退款"}], exception=[slow])
    monkeypatch.setattr(rulebook, "DEADLINE", 0.01)
    report = check("概不退款," + "退" * 60 + "不。")
    assert [f.quote for f in report.findings] == ["概不退款"]
    assert [(u.code, u.start) for u in report.unchecked] == [("exception-timeout", 0)]
