from __future__ import annotations

import re

import pytest

from clause_check.regexlint import AMBIGUOUS, BROAD, FLAGS, NESTED, REFERENCE, lint


@pytest.mark.parametrize(
    ("pattern", "reasons"),
    [
        ("有权.*修改", [BROAD]),
        ("有权[^。]+修改", [BROAD]),
        (r"有权\w{3,}?修改", [BROAD]),
        ("有权(?:[一-龥])*修改", [BROAD]),
        ("有权.{0,500}修改", [BROAD]),
        ("(?:(?:用户)+)+退款", [NESTED]),
        ("(?:退+款?)*了", [NESTED]),
        ("(?=有权.*改)", [BROAD]),
        ("(?:退|退退)+不", [AMBIGUOUS]),
        ("(?:任何|一切|任何一切)*责任", [AMBIGUOUS]),
        ("(?:版本?|文本|版)+为准", [AMBIGUOUS]),
        ("(?i)vip不退", [FLAGS]),
        (r"(退)款\1", [REFERENCE]),
    ],
)
def test_slow_ways_are_refused_with_the_reason(pattern: str, reasons: list[str]) -> None:
    assert lint(pattern) == reasons


@pytest.mark.parametrize(
    "pattern",
    [
        "有权.{0,12}?修改",
        "(?:任何|一切|的)*责任",
        "(?:退款?|换货?)",
        r"\d{1,4}元",
        "(?:退|换)+货",
        "[,、]*",
        "(?<!不)退.{0,40}?款",
    ],
)
def test_bounded_ways_pass(pattern: str) -> None:
    assert lint(pattern) == []


def test_what_does_not_parse_is_said() -> None:
    with pytest.raises(re.error):
        lint("(退")
