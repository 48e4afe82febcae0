from __future__ import annotations

import re
from itertools import product

import pytest
import regex

from clause_check.regexbehind import Endless, fixed
from clause_check.regexform import faster
from clause_check.regextree import parse

FORMS = [
    "(?<!用户|会员卡|您)退",
    "(?<!(?:用户|您)(?:均|也都)?)退",
    "(?<=概|一律|(?:均|都){1,2})不?退",
    "(?<!(?<!不)可以?)退",
    "(?<!^不可|，)退",
    "(?<=(?:用户|您(?!不))可?)退",
]
TEXTS = [
    "".join(words) for words in product(["用户", "您", "会员卡", "不", "可", "以", "均", "退", "一律", "，"], repeat=3)
]


@pytest.mark.parametrize("source", FORMS)
def test_re_finds_what_regex_found(source: str) -> None:
    before, after = regex.compile(source), re.compile(faster(source))
    with pytest.raises(re.error):
        re.compile(source)
    found = [[m.span() for m in before.finditer(text)] for text in TEXTS]
    assert any(found)
    assert [[m.span() for m in after.finditer(text)] for text in TEXTS] == found


def test_alternatives_by_width() -> None:
    body = parse("(?:用户|您)(?:均)?")
    written = fixed(body, lambda nodes: chr(nodes[0][1]))
    assert written == {2: "用户|您均", 3: "用户均", 1: "您"}


@pytest.mark.parametrize("source", ["(?<!点击[^。]{0,60}?)退", "(?<![甲乙丙]{0,9})退"])
def test_a_gap_stays_as_it_was(source: str) -> None:
    with pytest.raises(Endless):
        fixed(parse(source[4 : source.index(")")]), lambda nodes: "x")
    assert regex.compile(faster(source)).pattern.startswith("(?=[退])(?<!")
