from __future__ import annotations

from collections.abc import Callable

from clause_check.model import Report
from conftest import WriteRule

Check = Callable[..., Report]


def test_a_question_is_no_claim(rule: WriteRule, check: Check) -> None:
    asked = {"name": "只是问话", "regex": "吗？$", "within": "asked", "effect": "clear", "because": "这是一句问话"}
    rule("refund-exclusion.a", [{"regex": "概不退款"}], exception=[asked])
    assert [len(check(text).findings) for text in ("会概不退款吗?不会。", "概不退款。", "概不退款。好吗?")] == [0, 1, 1]


def test_what_is_quoted_to_be_denied_is_no_claim(rule: WriteRule, check: Check) -> None:
    told = {"name": "只是引述", "within": "quoted", "effect": "clear", "because": "引号里的话是引述"}
    quoted = {**told, "regex": "没有“”|“”无效"}
    rule("refund-exclusion.a", [{"regex": "概不退款"}], exception=[quoted])
    silent = ["我们没有「概不退款。」这一条。", '"售出概不退款"无效。', "没有“概不退款”“概不退款”的话"]
    found = ["没有用的卡概不退款。", "没有“卡密”的概不退款。", "标着“概不退款”的不退。", "没有。“概不退款”。"]
    assert [text for text in [*silent, *found] if check(text).findings] == found


def test_a_segment_reaches_back_to_the_last_comma(rule: WriteRule, check: Check) -> None:
    denied = {"name": "不要求", "within": "segment", "effect": "clear", "because": "不要求用户这样做"}
    rule("refund-exclusion.a", [{"regex": "放弃退款"}], exception=[{**denied, "regex": "不要求"}])
    assert check("我们,不要求您放弃退款。").findings == ()
    assert [f.quote for f in check("我们不要求实名,您须放弃退款。").findings] == ["放弃退款"]
    assert [f.quote for f in check("您须放弃退款,不要求实名。").findings] == ["放弃退款"]
