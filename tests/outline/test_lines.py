from __future__ import annotations

import pytest

from clause_check.model import Block, Document
from clause_check.outline.line import stopped
from clause_check.outline.lines import lines


def texts(text: str) -> list[str]:
    return [text[line.start : line.end] for line in lines(Document("", text, ""))]


def test_every_kind_of_line_end_counts() -> None:
    assert texts("甲。\r\n乙。\r丙。\u2028丁。") == ["甲。\r\n", "乙。\r", "丙。\u2028", "丁。"]


def test_an_indented_line_begins_a_paragraph() -> None:
    line = "本平台有权随时修改协议内容而不另行通知用户继续使用本平台提供的服务即视为接受修改"
    text = "\n".join([line, line, line, "\u3000\u3000" + line, "完。"])
    assert [one.count("\n") for one in texts(text)] == [3, 1]


@pytest.mark.parametrize(
    "text",
    [
        "一经售出，\n概不退款。",
        "本平台概不退\n款。",
        "本店商品一经售出，恕不办理退\n还手续。",
        "不退的有（1）\n会员。",
        "1、\n概不退款。",
    ],
)
def test_a_sentence_goes_on_in_the_next_line(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "退款规则\n概不退款。",
        "一经售出，\n1、概不退款。",
        "一经售出，概不\n\n退款。",
        "会员费，不退\n礼物费，不退\n其他，不退。",
    ],
)
def test_a_new_line_begins_a_clause(text: str) -> None:
    assert len(texts(text)) > 1


def test_lines_of_other_lengths_are_not_wrapped() -> None:
    line = "本平台有权随时修改协议内容而不另行通知用户继续使用本平台提供的服务即视为接受修改"
    text = "\n".join([line, line[:25], line[:33], line[:28], line[:38], line[:22], "完。"])
    assert len(texts(text)) == 7


@pytest.mark.parametrize(
    ("text", "mark"), [("退款。”）\n", "。"), ("如下：**\n", "："), ("退款", ""), ("", ""), ("Ltd.", ".")]
)
def test_the_mark_at_the_end_is_found(text: str, mark: str) -> None:
    assert stopped(text, 0, len(text)) == mark


def test_a_rule_is_as_good_as_a_blank_line() -> None:
    assert texts("甲。\n-----\n\n乙。\n=====") == ["甲。\n-----\n\n", "乙。\n====="]
    text = "甲。\n-----\n乙。"
    page = Document("", text, "", blocks=(Block(0, 2), Block(3, 8), Block(9, 11)))
    assert [text[line.start : line.end] for line in lines(page)] == ["甲。\n-----\n", "乙。"]
