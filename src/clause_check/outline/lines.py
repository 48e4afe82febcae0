"""Cut a document into logical lines: blank lines kept with the line above, hard-wrapped lines joined."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from clause_check.model import Document
from clause_check.outline.markers import read

_STOPS = "。！？；：…!?;:."
_CLOSING = "”’』」）)】]》\"'*_"
_RULES = "=-_*~—–#+."
_SLACK = 8  # columns a wrapped line may fall short: kinsoku, a Latin word
_LEAST = 40  # columns; narrower "wraps" are lists of short lines
_WIDE = 100  # columns; no list of short lines is so wide
_FEW = 3
_DANGLING = re.compile("(?:[，、,]|[（(]\\d{1,2}[)）])\\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One logical line; the lines cover the text. ``kind`` is its block's, empty in plain text."""

    start: int
    end: int
    kind: str = ""
    origin: str = ""

    @property
    def span(self) -> tuple[int, int]:
        """Return where the line starts and ends."""
        return self.start, self.end


def lines(document: Document) -> list[Line]:
    """Return the logical lines of a document, in order and without gaps."""
    if document.blocks:
        return _blocks(document)
    physical = list(_physical(document.text))
    return list(_joined(document.text, physical))


def stopped(text: str, start: int, end: int) -> str:
    """Return the sentence mark that ends ``text[start:end]``, closing quotes and blanks aside, or nothing."""
    tail = text[max(start, end - 80) : end].rstrip().rstrip(_CLOSING + " ")
    return tail[-1:] if tail[-1:] in _STOPS else ""


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


def _joined(text: str, physical: list[Line]) -> Iterator[Line]:
    width = _wrap_width(text, physical)
    start = -1
    for line, after in pairwise([*physical, None]):
        if line is None:
            return
        start = line.start if start < 0 else start
        if after is None or not _continues(text, line, after, width):
            yield Line(start, line.end)
            start = -1


def _continues(text: str, line: Line, after: Line, width: int) -> bool:
    """Return whether the sentence of ``line`` plainly goes on in the line ``after`` it."""
    written = text[line.start : line.end]
    columns = _columns(written)
    if columns < _LEAST:
        goes_on = columns <= _SLACK * 2 and _bare(text, line)
    else:
        wrapped = 0 <= width - columns <= _SLACK and not stopped(text, *line.span)
        goes_on = wrapped or bool(_DANGLING.search(written[-12:]))
    return goes_on and written.count("\n") < 2 and not _begins(text, after)


def _bare(text: str, line: Line) -> bool:
    """Return whether the line holds a marker and nothing else: its text stands on the next line."""
    markers = read(text, *line.span)
    return bool(markers) and not text[markers[-1].end : line.end].strip()


def _begins(text: str, line: Line) -> bool:
    """Return whether a paragraph begins here: it is numbered or indented."""
    if text.startswith(("\u3000\u3000", "    "), line.start):
        return True
    markers = read(text, *line.span)
    return bool(markers) and markers[0].style != "bare"


def _wrap_width(text: str, physical: list[Line]) -> int:
    """Return the widest column at which lines of the text were wrapped, 0 when they were not.

    Wrapped lines stop in mid-sentence, all within a few columns, and hardly any line is longer.
    """
    widths = sorted(
        columns
        for line, after in pairwise(physical)
        if (columns := _columns(text[line.start : line.end])) >= _LEAST
        and not stopped(text, *line.span)
        and not _begins(text, after)
    )
    if len(widths) < _FEW:
        return 0
    near, width = max((bisect_right(widths, low + _SLACK) - at, low + _SLACK) for at, low in enumerate(widths))
    longer = sum(
        1 for line in physical if line.end - line.start > _LEAST / 2 and _columns(text[line.start : line.end]) > width
    )
    rare = longer * 20 <= len(physical)
    return width if near >= _FEW and rare and (width >= _WIDE or near * 2 > len(widths)) else 0


def _columns(line: str) -> int:
    return len(line.rstrip().encode("gb18030", "replace"))
