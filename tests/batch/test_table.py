from __future__ import annotations

import csv
import io

import pytest

from clause_check.batch.table import Table, markdown, separated, text, width

TABLE = Table("平台", ("名次", "平台", "处"), [("1", "星河", 10), ("2", "a|b\n*c*", 2)], "只是比较。")


def test_text_keeps_its_columns_and_numbers_to_the_right() -> None:
    assert text(TABLE) == "【平台】\n只是比较。\n名次  平台     处\n1     星河     10\n2     a|b *c*   2"
    lines = text(TABLE).split("\n")[2:]
    assert len({width(line) for line in lines}) == 1


@pytest.mark.parametrize("write", [text, markdown])
def test_what_is_left_out_is_counted(write: object) -> None:
    words = write(TABLE, 1)  # type: ignore[operator]
    assert "另有 1 行" in words
    assert "*c*" not in words
    assert "另有" not in write(TABLE, 2)  # type: ignore[operator]


def test_markdown_escapes() -> None:
    assert markdown(TABLE).endswith("| 2 | a\\|b \\*c\\* | 2 |")


def test_csv_opens_in_a_spreadsheet_and_runs_nothing() -> None:
    words = separated(Table("a", ("甲", "乙"), [("=HYPERLINK(1)", -1), ("+1", 2.5), ('"、,', 0)]))
    assert words.startswith("\ufeff甲,乙\n")
    rows = list(csv.reader(io.StringIO(words[1:])))
    assert rows[1:] == [["'=HYPERLINK(1)", "-1"], ["'+1", "2.5"], ['"、,', "0"]]
