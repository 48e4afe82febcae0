from __future__ import annotations

import re
from itertools import product

import pytest
import regex

from clause_check import datafiles
from clause_check.regexform import faster
from clause_check.rulepack import build

FORMS = [
    "用户方|用户|会员|您",
    "(?:用户|会员卡|会员|用人)(?:不得|不能|不)?退",
    "(?:退款|退货|[退换]费|退)+不",
    "(?:退|退款){1,2}?[^，。]{0,3}不",
    "(?<!(?:用户|会员)(?:均|都)?)不退(?:款|货|费|回)",
    "(?<=(?:概|一律))不(?:得|予|能|可)?退",
    "(?=退|不)(?!退货)[^，]{1,3}",
    "(?:不退|)款|^退|费$",
    r"(?:退|换|\d{1,2}元|[a-c])++费",
    "(?>退款|退)费",
]
TEXTS = ["".join(words) for words in product(["用户", "会员", "概", "不", "退", "款", "费", "，", "3元"], repeat=3)]


@pytest.mark.parametrize("source", FORMS)
def test_the_other_form_has_the_same_matches(source: str) -> None:
    before, after = regex.compile(source), regex.compile(faster(source))
    assert any(before.search(text) for text in TEXTS)
    assert [[m.span() for m in after.finditer(text)] for text in TEXTS] == [
        [m.span() for m in before.finditer(text)] for text in TEXTS
    ]


def test_alternatives_that_begin_alike_are_gathered_in_their_order() -> None:
    assert faster("(?:甲乙|丙|甲丁|戊|己)") == "(?=[丙己戊甲])(?:甲(?:乙|丁)|丙|戊|己)"


def test_an_alternative_is_not_moved_past_one_that_could_begin_likewise() -> None:
    assert regex.match(faster("甲乙|[甲丙].|甲丁"), "甲丁")[0] == "甲丁"  # type: ignore[index]
    assert faster("甲乙|[甲丙].|甲丁").count("甲") == 3


def test_what_it_does_not_know_stays_as_it_was() -> None:
    assert faster("(?i)vip不退") == "(?i)vip不退"
    assert faster(r"(退)款\1") == r"(退)款\1"
    assert faster("(?P<x>退)款") == "(?P<x>退)款"
    with pytest.raises(re.error):
        faster("(退")


def test_every_shipped_regex_has_another_form_that_compiles() -> None:
    pack, _ = build(datafiles.patterns())
    assert all(regex.compile(faster(source)) for source in pack["sources"])
