from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clause_check.anchors import required


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("解释权", [{"解释权"}]),
        ("最终解释权", [{"最终解"}]),
        ("(?:概|恕)不退", [{"概不退", "恕不退"}]),
        ("有权.{0,9}修改", [{"修改"}, {"有权"}]),
        ("(?:本)?协议", [{"协议"}]),
        ("[甲乙]方", [{"甲方", "乙方"}]),
        ("(?:退款|.)后", [{"后"}]),
        ("(?=违约金).{3}", [{"违约金"}]),
        ("(?<!不)退款", [{"退款"}]),
        ("不+退", [{"不"}, {"退"}]),
    ],
)
def test_literals_that_every_match_holds(pattern: str, expected: list[set[str]]) -> None:
    assert sorted(map(sorted, required(pattern))) == sorted(map(sorted, expected))


def test_no_anchor_is_said_not_guessed() -> None:
    assert required(".{3}") == ()
    assert required("(?:退款)?") == ()


piece = st.sampled_from(
    [
        "退",
        "不退",
        "[退换]",
        "(?:概|恕)",
        "(?:款|货|)",
        ".{0,3}?",
        "(?:不|.)",
        "(?=退)",
        "(?<!不)",
        "换{1,2}",
        "(?:退|换.退)?",
    ]
)


@given(st.lists(piece, min_size=1, max_size=6).map("".join), st.text("退换不概恕款货", max_size=12))
def test_every_match_holds_its_anchors(pattern: str, text: str) -> None:
    if re.search(pattern, text):
        assert all(any(literal in text for literal in literals) for literals in required(pattern))
