"""Write a letter as plain text or Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clause_check.complaint.blocks import Block, Letter

SPECIAL = re.compile(r"[\\`*_<>\[\]|]")
NUMERALS = "一二三四五六七八九十"
INDENT = "　　"


def headed(letter: Letter) -> Iterator[tuple[Block, str]]:
    """Yield every block with its text, headings numbered 一、二、…"""
    number = 0
    for block in letter.blocks:
        if block.kind == "heading":
            yield block, f"{NUMERALS[number]}、{block.text}"
            number += 1
        else:
            yield block, block.text


def as_text(letter: Letter) -> str:
    """Return the letter as plain text with a final newline."""
    lines = [letter.title]
    for block, text in headed(letter):
        lines += _text(block, text)
    return "\n".join(lines).rstrip() + "\n"


def _text(block: Block, text: str) -> list[str]:
    match block.kind:
        case "heading":
            return ["", text]
        case "quote":
            return [f"{INDENT}{text}"]
        case "fields" | "sign":
            gap = [""] if block.kind == "sign" else []
            return [*gap, *(f"{name}：{value}" for name, value in block.rows)]
        case "table":
            header, *rows = block.rows
            return [_exhibit(header, row) for row in rows]
    return [text]


def _exhibit(header: tuple[str, ...], row: tuple[str, ...]) -> str:
    number, title, *rest = row
    details = "；".join(f"{name}：{value}" for name, value in zip(header[2:], rest, strict=True))
    return f"{number}　{title}（{details}）"


def as_markdown(letter: Letter) -> str:
    """Return the letter as Markdown with a final newline."""
    lines = [f"# {letter.title}", ""]
    for block, text in headed(letter):
        lines += _markdown(block, text)
    return "\n".join(lines).rstrip() + "\n"


def _markdown(block: Block, text: str) -> list[str]:
    if block.kind != "short":
        text = escape(text)
    match block.kind:
        case "heading":
            return [f"## {text}", ""]
        case "quote":
            return [f"   > {text}", ""]
        case "fields":
            return _table((("项目", "内容"), *block.rows))
        case "sign":
            return [*(f"{name}：{value}  " for name, value in block.rows), ""]
        case "table":
            return _table(block.rows)
        case "short":
            return [f"```text\n{text}\n```", ""]
    return [text, ""]


def escape(text: str) -> str:
    """Return the text so that Markdown shows every character of it."""
    return SPECIAL.sub(r"\\\g<0>", text)


def _table(rows: tuple[tuple[str, ...], ...]) -> list[str]:
    header, *body = [[escape(cell) for cell in row] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in (header, ["---"] * len(header), *body)]
    return [*lines, ""]
