"""The long agreement that every format is made from, written for this project, and what must come out of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from clause_check import folding
from clause_check.model import Document
from clause_check.readers.unwrap import columns

MARKS: dict[str, re.Pattern[str]] = {
    "chapter": re.compile(r"第[一二三四五六七八九十]+章 "),
    "article": re.compile(r"第[一二三四五六七八九十]+条 "),
    "item": re.compile(r"（[一二三四五六七八九十]）"),
    "point": re.compile(r"\d\. "),
}


@dataclass(frozen=True)
class Entry:
    """One line of the agreement; ``mark`` is its number as it is printed, ``cells`` those of a table row."""

    kind: str
    mark: str
    words: str
    cells: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.mark + self.words


@cache
def entries() -> tuple[Entry, ...]:
    lines = Path(__file__).with_name("agreement.txt").read_text("utf-8").splitlines()
    return tuple(_entry(line, number) for number, line in enumerate(lines))


def _entry(line: str, number: int) -> Entry:
    if line.startswith("|"):
        return Entry("row", "", line, tuple(cell.strip() for cell in line.strip("|").split("|")))
    for kind, pattern in MARKS.items():
        if found := pattern.match(line):
            return Entry(kind, found[0], line[found.end() :])
    return Entry("paragraph" if number else "title", "", line)


def clauses() -> list[str]:
    """Return every clause, heading and table cell in order."""
    return [text for entry in entries() for text in (entry.cells or (entry.text,))]


def plain() -> str:
    return "\n".join(entry.text for entry in entries()) + "\n"


def wrapped(width: int = 60) -> str:
    """Return the text as an editor wraps it, a blank line between paragraphs, one cell a line."""
    return "\n\n".join("\n".join(cut(clause, width)) for clause in clauses())


def cut(text: str, width: float, measure: Callable[[str], float] = columns) -> list[str]:
    """Cut at ``width`` columns, never inside a Latin word."""
    pieces: list[str] = [""]
    for word in _words(text):
        if word != " " and measure(pieces[-1] + word) > width and pieces[-1]:
            pieces.append("")
        pieces[-1] += word
    return [piece for piece in pieces if piece.strip()]


def _words(text: str) -> Iterator[str]:
    for latin, group in groupby(text, key=lambda ch: ch.isascii() and ch != " "):
        word = "".join(group)
        yield from (word,) if latin else word


def read_back(documents: tuple[Document, ...]) -> list[str]:
    """Return the lines of the one document that must have come out."""
    (document,) = documents
    return [document.text[block.start : block.end] for block in document.blocks]


@cache
def _traditional() -> dict[str, str]:
    old, new = (Path(folding.__file__).parent / "simplified.txt").read_text("utf-8").splitlines()
    pairs = ((plain, full) for full, plain in zip(old, new, strict=True) if full.encode("big5hkscs", "ignore"))
    table: dict[str, str] = {}
    for simple, full in pairs:
        table.setdefault(simple, full)
    return table


def traditional(text: str) -> str:
    """Return ``text`` in characters that Big5 has; the spelling need not be right, only Chinese."""
    full = "".join(ch if ch.encode("big5hkscs", "ignore") else _traditional().get(ch, "口") for ch in text)
    full.encode("big5hkscs")
    return full
