from __future__ import annotations

import pytest

from clause_check.outline.markers import number, read


def labels(line: str) -> list[str]:
    return [marker.label for marker in read(line, 0, len(line))]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("第十二条 甲", "第十二条"),
        ("第 8 條　甲", "第8條"),
        ("第一章 甲", "第一章"),
        ("12.3 甲", "12.3"),
        ("12.3.4甲", "12.3.4"),
        ("（二）甲", "（二）"),
        ("( 2 ) 甲", "(2)"),
        ("1、甲", "1"),
        ("１．甲", "１"),
        ("1)甲", "1)"),
        ("①甲", "①"),
        ("a) 甲", "a)"),
        ("(a)甲", "(a)"),
        ("iv. 甲", "iv"),
        ("一、甲", "一"),
        ("A. 甲", "A"),
        ("⑴甲", "⑴"),
        ("(1.4.2) 甲", "(1.4.2)"),
        ("\u3000\u3000## 三、甲", "三"),
        ("**4. 甲**", "4"),
        ("6、15天内可退", "6"),
        ("18\\. 甲", "18"),
        ("\ufeff第一条 甲", "第一条"),
    ],
)
def test_markers_are_read(line: str, label: str) -> None:
    assert labels(line) == [label]


@pytest.mark.parametrize("line", ["- 甲", "-甲", "•甲", "·甲", "●甲", "◆甲", "* 甲", "\uf0a7 甲"])
def test_bullets_have_no_number(line: str) -> None:
    (marker,) = read(line, 0, len(line))
    assert (marker.style, marker.label, marker.value) == ("bullet", "", 0)


def test_two_markers_may_stand_together() -> None:
    assert labels("2.5 （1）甲") == ["2.5", "（1）"]
    assert labels("1. 1) 甲") == ["1", "1)"]


@pytest.mark.parametrize(
    "line",
    [
        "2024.5.1",
        "3.5元",
        "1.00元",
        "24小时",
        "第三方",
        "第八条规定的",
        "第3条和第4条",
        "三界",
        "e.g.甲",
        "QQ: 甲",
        "-5元",
        "--- ",
        "1,000元",
    ],
)
def test_other_beginnings_are_no_markers(line: str) -> None:
    assert labels(line) == []


@pytest.mark.parametrize(
    ("word", "value"),
    [("12", 12), ("１２", 12), ("十二", 12), ("二十", 20), ("一百零三", 103), ("③", 3), ("c", 3), ("iv", 4)],
)
def test_numbers_are_read(word: str, value: int) -> None:
    assert number(word) == value
