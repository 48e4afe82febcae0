"""Split a document into numbered clauses, headings and list items; their spans cover it without a gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from clause_check.model import Clause, Document
from clause_check.outline import headings
from clause_check.outline.inline import splits
from clause_check.outline.lines import Line, lines, stopped
from clause_check.outline.lists import Lists, introduces
from clause_check.outline.markers import RANKS, Marker, read
from clause_check.outline.numbering import Numbering

_ITEM_LENGTH = 60


@dataclass(frozen=True, slots=True)
class _Piece:
    """A clause to be: its markers, where its words begin, and whether it stands before or behind inline items."""

    start: int
    end: int
    words: int
    markers: tuple[Marker, ...]
    line: Line
    part: Literal["", "opening", "tail"] = ""


def segment(document: Document) -> tuple[Clause, ...]:
    """Return the clauses of ``document`` in order; the first starts at 0, each where the one before ends."""
    return tuple(_Segmenter(document.text, list(_pieces(document))).clauses())


def _pieces(document: Document) -> Iterator[_Piece]:
    text = document.text
    for line in lines(document):
        markers = read(text, line.start, line.end)
        words = markers[-1].end if markers else line.start
        cuts, tail = splits(text, words, line.end)
        marks = [line.start, *cuts] + ([tail] if tail < line.end else [])
        for start, end in zip(marks, [*marks[1:], line.end], strict=True):
            own = read(text, start, end) if start > line.start and start != tail else markers if start < tail else ()
            part: Literal["", "opening", "tail"] = "tail" if start == tail else ""
            if cuts and start == line.start and not _enumerates(markers, text, cuts[0]):
                part = "opening"
            yield _Piece(start, end, own[-1].end if own else start, own, line, part)


def _enumerates(markers: tuple[Marker, ...], text: str, cut: int) -> bool:
    """Return whether the line's own marker is the inline list's first."""
    following = read(text, cut, cut + 12)
    return bool(markers and following) and markers[-1].style == following[0].style and markers[-1].value == 1


class _Segmenter:
    def __init__(self, text: str, pieces: list[_Piece]) -> None:
        self.text = text
        self.pieces = pieces
        self.numbering = Numbering()
        self.lists = Lists()
        self.heading = ""  # outside all numbering
        self.loose = False  # under a heading without a number: which number holds is unknown
        self.followed = _followed(pieces)

    def clauses(self) -> Iterator[Clause]:
        for index, piece in enumerate(self.pieces):
            titled = self._is_heading(index, piece)
            clause = self._marked(index, piece, titled) if piece.markers else self._plain(index, piece, titled)
            mark = "：" if piece.part == "opening" else introduces(self.text, piece.start, piece.end)
            if mark:
                self.lists.introduce(index, self.numbering.depth, mark)
            yield clause

    def _marked(self, index: int, piece: _Piece, titled: bool) -> Clause:
        last = piece.markers[-1]
        kin = self.numbering.sibling(piece.markers[0])
        for marker in piece.markers:
            entry = self.numbering.place(marker)
        entry.titled, entry.followed, self.loose = titled or last.style in RANKS, self.followed[index], False
        fresh = piece.markers[0].value <= 1 and not (last.style == "bullet" and kin)
        lead = -1 if titled else self.lists.marked(self.numbering.depth, last.style, fresh)
        if titled:
            entry.heading = headings.title(self.text[piece.words : piece.end])
            self.lists.close()
        return self._clause(piece, entry.number, titled, lead, last.style == "bullet")

    def _plain(self, index: int, piece: _Piece, titled: bool) -> Clause:
        if titled:
            self._unnumbered_heading(headings.title(self.text[piece.words : piece.end]))
            return self._clause(piece, "", titled, -1)
        goes_on = piece.part != "tail" and self._unfinished(index - 1)
        lead = -1 if piece.part == "tail" else self.lists.plain(self._listlike(index), goes_on)
        number = self.numbering.number if goes_on else self.numbering.enclosing
        return self._clause(piece, "" if self.loose else number, titled, lead)

    def _clause(self, piece: _Piece, number: str, titled: bool, lead: int, bullet: bool = False) -> Clause:
        heading = self.numbering.heading or self.heading
        item = bullet or lead >= 0 or piece.line.kind == "item"
        kind: Literal["heading", "body", "item"] = "heading" if titled else "item" if item else "body"
        return Clause(piece.start, piece.end, number, heading, kind, lead, piece.line.origin)

    def _unnumbered_heading(self, words: str) -> None:
        self.lists.close()
        self.loose = True
        entry = self.numbering.titled
        if entry:
            entry.heading = words
        else:
            self.heading = words

    def _is_heading(self, index: int, piece: _Piece) -> bool:
        words = self.text[piece.words : piece.end]
        if piece.part or piece.line.kind == "cell" or not (headings.short(words) or self._bare_rank(piece, words)):
            return False
        if piece.line.kind == "heading":
            return True
        if not piece.markers:
            return index + 1 < len(self.pieces) and headings.plain(words) and self._alone(index)
        return piece.markers[-1].style in RANKS or self._opens_section(index, piece)

    def _bare_rank(self, piece: _Piece, words: str) -> bool:
        return bool(piece.markers) and piece.markers[-1].style in RANKS and not words.strip()

    def _opens_section(self, index: int, piece: _Piece) -> bool:
        """Return whether what follows a short numbered line lies under it, rather than beside or above it."""
        own = piece.markers[-1]
        if own.style == "bullet" or index + 1 >= len(self.pieces):
            return False
        following = self.pieces[index + 1].markers
        if following and following[0].style == "dotted" and following[0].path[: len(own.path)] == own.path:
            return True
        kin = self.numbering.sibling(piece.markers[0])
        if self.lists.waiting or (kin and not kin.titled and not (following and own.style == "cn")):
            return False
        return not following or (following[0].value <= 1 and following[0].fine != own.fine)

    def _alone(self, index: int) -> bool:
        """Return whether an unmarked short line is not one of a run of such lines, nor the end of a sentence."""
        if self.lists.waiting or (index and self._unfinished(index - 1) and not self._shortish(index - 1)):
            return False
        before = next((step for step in range(3) if not self._shortish(index - step - 1)), 3)
        after = next((step for step in range(3) if not self._shortish(index + step + 1)), 3)
        return index == 0 or before + after < 2

    def _shortish(self, index: int) -> bool:
        if not 0 <= index < len(self.pieces) or self.pieces[index].markers:
            return False
        return headings.plain(self.text[self.pieces[index].start : self.pieces[index].end])

    def _unfinished(self, index: int) -> bool:
        piece = self.pieces[index] if index >= 0 else None
        return piece is not None and stopped(self.text, piece.start, piece.end) in ("", "；", ";")

    def _listlike(self, index: int) -> bool:
        piece = self.pieces[index]
        if piece.line.kind in ("item", "cell"):
            return True
        stop = stopped(self.text, piece.start, piece.end)
        if stop in ("", "；", ";"):
            return True
        after = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        short = [one.end - one.start <= _ITEM_LENGTH for one in (piece, after) if one and not one.markers]
        return stop == "。" and len(short) == 2 and all(short)


def _followed(pieces: list[_Piece]) -> list[bool]:
    """Return for every piece whether the next marker of its style continues its numbers."""
    following: dict[str, int] = {}
    found = []
    for piece in reversed(pieces):
        last = piece.markers[-1] if piece.markers else None
        found.append(last is not None and following.get(last.style) == last.value + 1)
        following.update((marker.style, marker.value) for marker in piece.markers)
    return found[::-1]
