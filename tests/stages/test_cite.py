from __future__ import annotations

from collections.abc import Callable

import pytest

from clause_check.model import Report
from clause_check.stages.cite import fingerprint
from conftest import WriteRule

Check = Callable[..., Report]
PLATFORM = {"cite": "测试法/2/1", "applies": {"user": "any", "operator": "platform"}}
CONSUMER = {"cite": "测试法/1/1", "applies": {"user": "consumer"}, "voids": True}


@pytest.fixture
def cites(rule: WriteRule, check: Check) -> Callable[..., list[tuple[str, bool]]]:
    rule("refund-exclusion.a", [{"regex": "概不退款"}], basis=[CONSUMER, PLATFORM], grade="void")

    def run(**facts: str) -> list[tuple[str, bool]]:
        return [(c.cite, c.later) for f in check("概不退款。", **facts).findings for c in f.basis]

    return run


def test_who_and_when_decide_what_is_cited(cites: Callable[..., list[tuple[str, bool]]]) -> None:
    assert cites() == [("测试法/1/1", False), ("测试法/2/1", False)]
    assert cites(operator="shop") == [("测试法/1/1", False)]
    assert cites(user="merchant", operator="platform") == [("测试法/2/1", False)]
    assert cites(date="2025-01-01") == [("测试法/1/1", False), ("测试法/2/1", True)]


def test_void_needs_its_paragraph(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "概不退款"}], basis=[CONSUMER, PLATFORM], grade="void")
    assert [f.grade for f in check("概不退款。").findings] == ["void"]
    for facts in ({"user": "merchant"}, {"date": "2019-01-01"}):
        [finding] = check("概不退款。", **facts).findings
        assert finding.grade == "unfair"
        assert [s.name for s in finding.weakened_by] == ["依据限于特定主体或日期"]


def test_without_a_citation_nothing_is_accused(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "概不退款"}], basis=[CONSUMER], grade="void")
    report = check("概不退款。", user="merchant")
    assert report.findings == ()
    assert [c.by for c in report.cleared] == ["依据不适用"]


def test_the_words_of_the_law_are_quoted(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "概不退款"}])
    [citation] = check("概不退款。").findings[0].basis
    assert (citation.law, citation.article) == ("《中华人民共和国测试法》", "第一条")
    assert (citation.text, citation.in_force_from) == ("经营者不得如此约定。", "2020-01-01")


def test_place_and_clause(rule: WriteRule, check: Check) -> None:
    rule("refund-exclusion.a", [{"regex": "概不退款"}])
    [finding] = check("第三条 充值\n1. 请核对账号。\n2. 充值后概不退款。\n").findings
    assert (finding.line, finding.column) == (3, 7)
    assert finding.clause == "第三条第2款"
    assert finding.sentence == "2. 充值后概不退款"


def test_fingerprints_survive_what_does_not_matter() -> None:
    same = fingerprint("a", "平台自2024年1月1日起,概不退款")
    assert same == fingerprint("a", "本平台自2025年3月9日起概不退款")
    assert same != fingerprint("b", "平台自2024年1月1日起,概不退款")
    assert same != fingerprint("a", "平台自2024年1月1日起,可以退款")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("账户内的“金币”概不退款（“虚拟币”）。", "“金币”概不退款（“虚拟币”）"),
        ("停服时概不退款的“虚拟币”。", "概不退款的“虚拟币”"),
        ("（停服时概不退款的虚拟币）。", "概不退款的虚拟币"),
    ],
)
def test_a_quote_is_closed(rule: WriteRule, check: Check, text: str, quote: str) -> None:
    rule("refund-exclusion.a", [{"regex": "(?:“金币”)?概不退款[^。]{0,6}?虚拟币(?:”(?=）))?"}])
    assert [one.quote for one in check(text).findings] == [quote]
