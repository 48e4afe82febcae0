"""The checker of law files finds every slip at once and says in Chinese where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from clause_check.lawfile import check_laws
from law_digests import LAWS

GOOD = """
id            = "甲法"
title         = "中华人民共和国甲法"
issuer        = "全国人民代表大会"
number        = "主席令第一号"
in_force_from = "2020-01-01"
version       = "2019年公布文本"
verified      = "two-sources"
source_note   = "两份独立文本一致。"
checked_on    = "2026-11-22"

[[article]]
number          = 3
paragraph_count = 2

[[article.paragraph]]
number = 1
text   = '有下列情形之一的：'
item_count = 3
items  = [
  '（一）甲情形；',
  '（三）丙情形。',
]

[[article.paragraph]]
number = 2
text   = '前款规定适用于乙。'

[[moved]]
cite      = "甲法/2"
kind      = "renumbered"
reason    = "旧法第二条现为第三条。"
successor = "甲法/3"
"""
OTHER = GOOD.replace("甲法", "乙法")
EXTRA = "[[article]]\nnumber = 3\nparagraph_count = 1\n[[article.paragraph]]\nnumber = 1\ntext = '又一条文字。'\n"


def faults(folder: Path, text: str, name: str = "甲法.toml") -> list[tuple[str, str, str]]:
    (folder / name).write_text(text, encoding="utf-8")
    return [(fault.code, fault.place, fault.message) for fault in check_laws(folder)]


def test_the_shipped_laws_are_sound() -> None:
    assert check_laws(LAWS) == []


def test_a_sound_file(tmp_path: Path) -> None:
    assert faults(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "message"),
    [
        ("title  ", "titel  ", "bad-shape", "titel", "是不是 title"),
        ("item_count = 3", "item_cuont = 3", "bad-shape", "第3条 第1款 item_cuont", "是不是 item_count"),
        ("number = 2", "", "bad-shape", "第3条 第2个 paragraph number", "缺少这一项"),
        ("paragraph_count = 2", 'paragraph_count = "2"', "bad-shape", "第3条 paragraph_count", "不加引号"),
        ('"2020-01-01"', '"2020-13-01"', "bad-shape", "in_force_from", "2026-01-31"),
        ('"2020-01-01"', "2020-01-01", "bad-shape", "in_force_from", "引号"),
        ('"two-sources"', '"sure"', "bad-shape", "verified", "one-official"),
        ("'前款规定适用于乙。'", "'前款规定,适用于乙。'", "bad-shape", "第3条 第2款 text", "半角标点 ,"),
        ("'前款规定适用于乙。'", "'前款规定适用于乙。 '", "bad-shape", "第3条 第2款 text", "空白"),
        ('"renumbered"', '"moved"', "bad-shape", "第1个 moved kind", "repealed"),
        ('id            = "甲法"', 'id            = "甲"', "law-id", "id", "甲法.toml"),
        ('version       = "2019年公布文本"', "", "law-head", "version", "必须"),
        ("paragraph_count = 2", "paragraph_count = 1", "law-count", "第3条", "共 1 款"),
        ("number = 2", "number = 1", "law-twice", "第3条 第1款", "两次"),
        ("item_count = 3", "item_count = 2", "law-count", "第3条 第1款", "共 2 项"),
        ("item_count = 3", "", "law-count", "第3条 第1款", "item_count"),
        ("（一）甲", "（五）甲", "law-order", "第3条 第1款 第3项", "第5项之前"),
        ("（一）甲", "一、甲", "law-item", "第3条 第1款", "编号"),
        ('successor = "甲法/3"', "", "law-moved", "甲法/2", "successor"),
        ('successor = "甲法/3"', 'successor = "丙法/3"', "law-moved", "甲法/2", "没有 丙法/3"),
        ('"甲法/2"', '"甲法/3"', "law-moved", "甲法/3", "收有这一条"),
        ('"甲法/2"', '"乙法/2"', "law-moved", "乙法/2", "本法"),
        ('"甲法/2"', '"甲法2"', "law-moved", "甲法2", "写法不对"),
        ("[[moved]]", EXTRA + "[[moved]]", "law-twice", "第3条", "两次"),
    ],
)
def test_a_slip(tmp_path: Path, old: str, new: str, code: str, place: str, message: str) -> None:
    assert old in GOOD
    found = faults(tmp_path, GOOD.replace(old, new))
    assert any(fault[:2] == (code, place) and message in fault[2] for fault in found), found


def test_all_slips_at_once(tmp_path: Path) -> None:
    (tmp_path / "乙法.toml").write_text("id = ", encoding="utf-8")
    (tmp_path / "丙法.toml").write_bytes("id = 甲".encode("gb18030"))
    wrong = GOOD.replace("paragraph_count = 2", "paragraph_count = 1").replace("（一）甲", "（五）甲")
    assert [code for code, _, _ in faults(tmp_path, wrong)] == [
        "not-utf8",
        "not-toml",
        "law-count",
        "law-order",
        "law-count",
    ]


def test_two_laws_of_one_name(tmp_path: Path) -> None:
    (tmp_path / "乙法.toml").write_text(OTHER.replace("[[article]]", 'aliases = ["《甲法》"]\n[[article]]', 1), "utf-8")
    codes = [(fault.file, fault.code) for fault in check_laws(tmp_path)]
    assert codes == []
    assert {code for code, _, _ in faults(tmp_path, GOOD)} == {"law-name"}


def test_a_dead_law_needs_no_words(tmp_path: Path) -> None:
    head = 'id = "甲法"\ntitle = "甲"\nissuer = "乙"\nchecked_on = "2026-11-22"\n'
    assert faults(tmp_path, head + 'until = "2021-01-01"\n') == []
    assert [code for code, _, _ in faults(tmp_path, head)] == ["law-empty"]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert [fault.code for fault in check_laws(tmp_path)] == ["laws-missing"]
