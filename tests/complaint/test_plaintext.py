from __future__ import annotations

from clause_check.complaint.blocks import Block, Letter
from clause_check.complaint.plaintext import as_markdown, as_text, escape

LETTER = Letter(
    "platform",
    "函",
    (
        Block("heading", "经过"),
        Block("item", "1. 付款*88*元。"),
        Block("quote", "「原文|有竖线」"),
        Block("fields", rows=(("订单号", "A|1"),)),
        Block("heading", "短文"),
        Block("short", "可手打*的*短文"),
        Block("table", rows=(("编号", "证据", "证明内容"), ("证据1", "账单", "付款"))),
        Block("sign", rows=(("日期", "今天"),)),
    ),
)


def test_plain_text_numbers_its_headings_and_lays_out_its_blocks():
    assert as_text(LETTER) == (
        "函\n\n一、经过\n1. 付款*88*元。\n　　「原文|有竖线」\n订单号：A|1\n\n二、短文\n可手打*的*短文\n"
        "证据1　账单（证明内容：付款）\n\n日期：今天\n"
    )


def test_markdown_shows_every_character_as_it_is():
    text = as_markdown(LETTER)
    assert "## 一、经过" in text
    assert "1. 付款\\*88\\*元。" in text
    assert "   > 「原文\\|有竖线」" in text
    assert "| 订单号 | A\\|1 |" in text
    assert "```text\n可手打*的*短文\n```" in text


def test_escape_leaves_chinese_alone():
    assert escape("第八条（一）：《协议》「原文」") == "第八条（一）：《协议》「原文」"
