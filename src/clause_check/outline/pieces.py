"""Cut a document into pieces: lines, and the items of enumerations inside a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from clause_check.model import Document
from clause_check.outline.inline import splits
from clause_check.outline.line import Line, stopped
from clause_check.outline.lines import lines
from clause_check.outline.markers import Marker, read

_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause to be. ``words`` is where the text behind its markers begins.

    ``part`` tells an ``opening``, which stands before the items of an enumeration inside a line, from a
    ``tail``, the sentences behind the last item.
    """

    start: int
    end: int
    words: int
    markers: tuple[Marker, ...]
    line: Line
    stop: str  # the sentence mark at its end, empty when there is none
    part: Literal["", "opening", "tail"] = ""

    @property
    def last(self) -> Marker | None:
        """Return the innermost of its markers."""
        return self.markers[-1] if self.markers else None


def pieces(document: Document) -> list[Piece]:
    """Return the pieces of a document, in order and without gaps."""
    text = document.text
    found = list(_settled((line, _markers(text, line)) for line in lines(document)))
    heads = [markers[0] if markers else None for _, markers in found[1:]]
    return [
        piece
        for (line, markers), after in zip(found, [*heads, None], strict=len(found) > 0)
        for piece in _cut(text, line, markers, after)
    ]


def _markers(text: str, line: Line) -> tuple[Marker, ...]:
    """Return the line's markers; what a table cell holds alone (-, 1.) is its content."""
    markers = read(text, *line.span)
    if (
        line.kind == "cell"
        and markers
        and (markers[0].style == "bullet" or not text[markers[-1].end : line.end].strip())
    ):
        return ()
    return markers


def _settled(found: Iterable[tuple[Line, tuple[Marker, ...]]]) -> Iterator[tuple[Line, tuple[Marker, ...]]]:
    """Yield the lines with those markers that only their neighbours prove.

    A number without a sign (2 储存) counts only next to its predecessor; i, v and x are Roman unless a letter
    stands before them.
    """
    seen: dict[str, int] = {}
    for line, markers in found:
        settled: list[Marker] = []
        for marker in markers:
            if marker.style == "bare" and marker.value not in (1, seen.get("dec", 0) + 1):
                break
            if marker.label.strip("()（）") in _ROMAN and marker.value != seen.get(marker.style, 0) + 1:
                marker = replace(marker, path=(_ROMAN[marker.label.strip("()（）")],))
            settled.append(marker)
            if marker.path:
                seen["dec" if marker.style in ("bare", "dotted") else marker.style] = marker.path[0]
        yield line, tuple(settled)


def _cut(text: str, line: Line, markers: tuple[Marker, ...], after: Marker | None) -> Iterator[Piece]:
    words = markers[-1].end if markers else line.start
    cuts, tail = splits(text, line.start, words, line.end, after)
    first = cuts[0] if cuts else tail
    part: Literal["", "opening"] = "opening" if cuts and not _enumerates(text, markers, first) else ""
    yield Piece(line.start, first, words, markers, line, stopped(text, line.start, first), part)
    for start, end in pairwise([*cuts, tail] if cuts else []):
        own = read(text, start, end)
        yield Piece(start, end, own[-1].end if own else start, own, line, stopped(text, start, end))
    if tail < line.end:
        yield Piece(tail, line.end, tail, (), line, stopped(text, tail, line.end), "tail")


def _enumerates(text: str, markers: tuple[Marker, ...], cut: int) -> bool:
    """Return whether the line's own marker is the first of the enumeration that goes on at ``cut``."""
    following = read(text, cut, cut + 12)
    return bool(markers and following) and markers[-1].style == following[0].style and markers[-1].value == 1
