from __future__ import annotations

import pytest

from clause_check.readers.ordinal import chinese, ordinal


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (12345, "12345"),
    ],
)
def test_chinese(number: int, words: str) -> None:
    assert chinese(number) == words


@pytest.mark.parametrize(
    ("style", "marks"),
    [
        ("decimal", "1 2 28"),
        ("lower-alpha", "a b ab"),
        ("A", "A B AB"),
        ("lowerLetter", "a b bb"),
        ("upperRoman", "I II XXVIII"),
        ("decimalZero", "01 02 28"),
        ("decimalEnclosedCircle", "① ② 28"),
        ("decimalFullWidth", "１ ２ ２８"),
        ("chineseLegalSimplified", "壹 贰 贰拾捌"),
        ("ideographDigital", "一 二 二八"),
        ("unheard-of", "1 2 28"),
    ],
)
def test_styles(style: str, marks: str) -> None:
    kind = style if style != "A" else "upper-alpha"
    assert [ordinal(number, kind) for number in (1, 2, 28)] == marks.split()


def test_below_one_there_are_only_digits() -> None:
    assert ordinal(0, "chineseCounting") == "0"
    assert ordinal(-3, "lower-alpha") == "-3"
