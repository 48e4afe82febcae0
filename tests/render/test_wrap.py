"""Lines are broken as Chinese type is set, and no character is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from clause_check.render.wrap import CLOSING, OPENING, breaks


def lines(text: str, width: int) -> list[str]:
    edges = [0, *breaks(text, width), len(text)]
    return [text[a:b] for a, b in pairwise(edges)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("一二三四五", 6, ["一二三", "四五"]),
        ("一二三，四五", 6, ["一二", "三，四", "五"]),
        ("一二《三》四", 6, ["一二", "《三》", "四"]),
        ("自2014-03-15起", 12, ["自2014-03-15", "起"]),
        ("自2014-03-15起", 10, ["自", "2014-03-15", "起"]),
        ("abcdef", 4, ["abcd", "ef"]),
        ("一\n二", 10, ["一\n", "二"]),
        ("", 10, [""]),
    ],
)
def test_lines(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


@given(st.text("一二三，。「」（）ab 1\n", max_size=60), st.integers(8, 30))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    found = lines(text, width)
    assert "".join(found) == text
    assert all(cell_len(line.rstrip()) <= width for line in found)


@given(st.lists(st.sampled_from(["一", "三，", "（五", "《七》。"]), min_size=1, max_size=20).map("".join))
def test_punctuation_keeps_to_its_side(text: str) -> None:
    found = lines(text, 16)
    assert not any(line[0] in CLOSING for line in found[1:])
    assert not any(line[-1] in OPENING for line in found[:-1])
