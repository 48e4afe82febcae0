from __future__ import annotations

from collections.abc import Callable

import pytest

from clause_check import rulebook
from clause_check.model import Report
from clause_check.stages import match
from conftest import WriteRule

Check = Callable[..., Report]


def quotes(report: Report) -> list[str]:
    return [finding.quote for finding in report.findings]


def test_a_match_stays_in_its_sentence(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "{平台}…不退"}])
    assert quotes(check("平台一律不退款。")) == ["平台一律不退"]
    assert quotes(check("请联系平台。不退不换。")) == []


def test_with_and_without_look_at_the_whole_sentence(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "不退款", "with": ["充值"], "without": ["赠送"]}])
    assert quotes(check("充值成功,不退款。")) == ["不退款"]
    assert quotes(check("不退款,充值也一样。")) == ["不退款"]
    assert quotes(check("不退款。充值另说。")) == []
    assert quotes(check("赠送的充值金不退款。")) == []


def test_a_list_item_is_read_with_its_lead_in(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "不退款……误操作"}])
    text = "有下列情形之一的,平台不退款:\n(一)账号被盗;\n(二)用户误操作充值;\n"
    assert quotes(check(text)) == ["用户误操作"]


def test_a_lead_in_alone_counts_once(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "平台不退款"}])
    text = "有下列情形之一的,平台不退款:\n(一)账号被盗;\n(二)误操作;\n"
    assert quotes(check(text)) == ["平台不退款"]


def test_a_pattern_without_anchor_is_tried_everywhere(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "[一-龥]{3}退[一-龥]"}])
    assert quotes(check("请注意。概不能退款。")) == ["概不能退款"]


def test_quotes_are_the_untouched_original(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "概不退款"}])
    text = "充值後概 不 退\u200b款,敬請諒解。"
    report = check(text)
    assert quotes(report) == ["概 不 退\u200b款"]
    assert all(text[f.start : f.end] == f.quote for f in report.findings)


def test_running_out_of_time_is_said(rule: WriteRule, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    rule("refund-exclusion.a", [{"regex": "(?:退|退退)+(?=$)不"}])
    monkeypatch.setattr(rulebook, "DEADLINE", 0.01)
    report = check("退" * 60 + "不。")
    assert [u.code for u in report.unchecked] == ["pattern-timeout"]


def test_a_sentence_without_end_is_cut_and_that_is_said(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "概不退款"}])
    report = check("充值后概不退款，" + "请您核对账号，" * 600 + "概不退款")
    assert quotes(report) == ["概不退款", "概不退款"]
    assert [u.code for u in report.unchecked] == ["run-on"]


def test_a_document_out_of_time_is_said(rule: WriteRule, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    rule("refund-exclusion.a", [{"regex": "概不退款"}])
    monkeypatch.setattr(match, "BUDGET", (-1.0, 0.0))
    assert [u.code for u in check("概不退款。").unchecked] == ["document-timeout"]
