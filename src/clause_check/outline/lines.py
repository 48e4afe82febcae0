"""Cut a document into logical lines: blank lines kept with the line above, hard-wrapped lines joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from clause_check.model import Document
from clause_check.outline.markers import Marker, read

_STOPS = "。！？；：…!?;:"
_CLOSING = "”’』」）)】]》\"'*_"
_SLACK = 6  # columns a wrapped line may fall short: kinsoku, a Latin word
_LEAST = 40  # columns; narrower "wraps" are lists of short lines


@dataclass(frozen=True, slots=True)
class Line:
    """One logical line; the lines cover the text. ``kind`` is its block's, empty in plain text."""

    start: int
    end: int
    kind: str = ""
    origin: str = ""


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
    starts = [0, *(block.start for block in document.blocks[1:]), len(document.text)]
    return [
        Line(start, end, block.kind, block.origin)
        for block, (start, end) in zip(document.blocks, pairwise(starts), strict=True)
        if start < end
    ]


def _physical(text: str) -> Iterator[Line]:
    """Yield the lines as they stand, each with the blank lines below it (the first also with those above)."""
    start = at = 0
    begun = False
    for line in text.splitlines(keepends=True):
        if begun and not line.isspace():
            yield Line(start, at)
            start = at
        begun = begun or not line.isspace()
        at += len(line)
    if start < at:
        yield Line(start, at)


def _joined(text: str, physical: list[Line]) -> Iterator[Line]:
    width = _wrap_width(text, physical)
    start = -1
    for line, after in pairwise([*physical, None]):
        if line is None:
            return
        start = line.start if start < 0 else start
        if after is not None and (_bare(text, line) or (width and _runs_on(text, line, after, width))):
            continue
        yield Line(start, line.end)
        start = -1


def _bare(text: str, line: Line) -> bool:
    """Return whether the line holds a marker and nothing else: its text stands on the next line."""
    if line.end - line.start > 12:
        return False
    markers = read(text, line.start, line.end)
    return bool(markers) and markers[0].style not in ("章", "节", "编") and not text[markers[-1].end : line.end].strip()


def _runs_on(text: str, line: Line, after: Line, width: int) -> bool:
    written = text[line.start : line.end]
    if written.count("\n") > 1 or not width - _SLACK <= _columns(written) <= width:
        return False
    if stopped(text, line.start, line.end) or text.startswith(("\u3000\u3000", "    "), after.start):
        return False
    return not _begins(read(text, after.start, after.end))


def _begins(markers: tuple[Marker, ...]) -> bool:
    return bool(markers) and markers[0].style != "bare"


def _wrap_width(text: str, physical: Iterable[Line]) -> int:
    """Return the width in columns at which the text was wrapped, 0 when it was not."""
    widths = []
    for line in physical:
        if not stopped(text, line.start, line.end):
            widths.append(_columns(text[line.start : line.end]))
    open_ended = [width for width in widths if width >= _LEAST]
    if len(open_ended) < 3:
        return 0
    width = max(open_ended)
    near = sum(1 for one in open_ended if one >= width - _SLACK)
    return width if near >= 3 and near * 2 > len(open_ended) else 0


def _columns(line: str) -> int:
    return len(line.rstrip().encode("gb18030", "replace"))
