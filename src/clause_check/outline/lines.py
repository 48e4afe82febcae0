"""Cut a document into logical lines; empty lines and rules stay with the line above."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clause_check.model import Document
from clause_check.outline.line import Line
from clause_check.outline.wraps import joined

_RULES = "=-_*~—–#+."


def lines(document: Document) -> list[Line]:
    """Return the logical lines of a document, in order and without gaps."""
    if document.blocks:
        return _blocks(document)
    physical = list(_physical(document.text))
    return list(joined(document.text, physical))


def _blocks(document: Document) -> list[Line]:
    text = document.text
    kept = [block for block in document.blocks if not _empty(text[block.start : block.end])] or list(document.blocks)
    starts = [0, *(block.start for block in kept[1:]), len(text)]
    return [
        Line(start, end, block.kind, block.origin)
        for block, (start, end) in zip(kept, pairwise(starts), strict=True)
        if start < end
    ]


def _physical(text: str) -> Iterator[Line]:
    """Yield the lines as they stand, each with the empty lines below it (the first also with those above)."""
    start = at = 0
    begun = False
    for line in text.splitlines(keepends=True):
        empty = _empty(line)
        if begun and not empty:
            yield Line(start, at)
            start = at
        begun = begun or not empty
        at += len(line)
    if start < at:
        yield Line(start, at)


def _empty(line: str) -> bool:
    """Return whether the line is blank or a rule (-----)."""
    return line.isspace() or not line or (line[:1] in _RULES and not line.strip(_RULES + " \t\r\n") and len(line) > 3)
