"""The long agreement that every format is made from, written for this project, and what must come out of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clause_check.model import Document

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


def read_back(documents: tuple[Document, ...]) -> list[str]:
    """Return the lines of the one document that must have come out."""
    (document,) = documents
    return [document.text[block.start : block.end] for block in document.blocks]


@cache
def _traditional() -> dict[str, str]:
    import clause_check.folding as folding

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
