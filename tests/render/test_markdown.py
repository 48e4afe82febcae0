"""The Markdown is compared as a whole, and parsed to see that no word of the agreement acts in it."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from clause_check.model import Report
from clause_check.render import markdown

GOLDEN = Path(__file__).with_name("golden")


def test_report_reads_as_agreed(report: Report) -> None:
    assert markdown.render([report], show_cleared=True) == (GOLDEN / "report.md").read_text("utf-8")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "[退款](javascript:alert(1))",
        "![图](http://example.invalid/x.png)",
        "# 标题",
        "- 列表",
        "1. 列表",
        "12) 列表",
        "=====",
        "```\n代码\n```",
        "    缩进",
        "a | b",
        "**粗** _斜_ ~~删~~ `码`",
        "&lt;b&gt;",
        "反斜\\杠",
        "> 引用",
    ],
)
def test_words_from_outside_stay_words(hostile: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown.escape(hostile))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert _words(tokens[1]) == " ".join(hostile.split())


def _words(inline: Token) -> str:
    children = inline.children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    return "".join(child.content for child in children)


def test_a_clause_number_keeps_its_shape() -> None:
    assert markdown.escape("3.1（退款）") == "3.1（退款）"


def test_a_table_cell_cannot_be_left(report: Report) -> None:
    odd = replace(report, document=replace(report.document, title="甲|乙\n\n<b>丙"))
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown.render([odd]))
    cells = [token.content for before, token in pairwise(tokens) if before.type == "td_open"]
    assert cells[2:4] == ["标题", "甲|乙 \\<b\\>丙"]
