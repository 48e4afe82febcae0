"""Split a document into numbered clauses, headings and list items; their spans cover it without a gap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from clause_check.model import Clause, Document
from clause_check.outline.headings import Headings
from clause_check.outline.lists import Lists, Waiting, introduces
from clause_check.outline.markers import RANKS, Marker
from clause_check.outline.numbering import Entry, Numbering
from clause_check.outline.pieces import Piece, pieces

_ITEM_LENGTH = 60
_OPEN_STOPS = ("", "；", ";")


def segment(document: Document) -> tuple[Clause, ...]:
    """Return the clauses of ``document`` in order; the first starts at 0, each where the one before ends."""
    return tuple(_Segmenter(document.text, pieces(document)).clauses())


class _Segmenter:
    def __init__(self, text: str, found: list[Piece]) -> None:
        self.text = text
        self.pieces = found
        self.headings = Headings(text, found)
        self.numbering = Numbering()
        self.lists = Lists()
        self.heading = ""  # outside all numbering
        self.loose = False  # under a heading without a number: which number holds is unknown
        self.rested = False  # an unnumbered paragraph ended the list before it
        self.opening = ""  # the number of the words before the enumeration inside this line
        self.followed = _followed(found)

    def clauses(self) -> Iterator[Clause]:
        for index, piece in enumerate(self.pieces):
            titled = self.headings.holds(index, self.numbering, self.lists)
            last = piece.last
            yield self._numbered(index, piece, last, titled) if last else self._plain(index, piece, titled)
            mark = introduces(self.text, piece)
            if mark:
                self.lists.waiting = Waiting(index, self.numbering.depth, mark == "：", last is not None)

    def _numbered(self, index: int, piece: Piece, last: Marker, titled: bool) -> Clause:
        fresh = piece.markers[0].value <= 1
        if fresh and self.rested:
            self.numbering.retreat()
        introduced, kin = self._introduced(), self.numbering.sibling(piece.markers[0])
        entry = self._place(index, piece, introduced)
        entry.titled, entry.followed = titled or last.style in RANKS, self.followed[index]
        entry.stop, entry.finished = piece.stop, piece.stop == "。" and kin is not None and kin.stop in ("；", ";")
        entry.heading = self.headings.title(index) if titled else self.headings.run_in(index)
        self.loose = self.rested = False
        if titled:
            self.lists.close()
            return self._clause(piece, entry.number, titled, -1)
        new = fresh and (last.style != "bullet" or not kin or introduced)
        return self._clause(piece, entry.number, titled, self.lists.marked(self.numbering.depth, last.style, new))

    def _place(self, index: int, piece: Piece, introduced: bool) -> Entry:
        for marker in piece.markers[:-1]:
            self.numbering.place(marker, False, introduced)
        last = piece.markers[-1]
        return self.numbering.place(last, self._restarts(last, index), introduced)

    def _introduced(self) -> bool:
        waiting = self.lists.waiting
        return waiting is not None and waiting.sure and waiting.depth == self.numbering.depth

    def _restarts(self, marker: Marker, index: int) -> bool:
        """Return whether the marker begins a list inside an item or section that is numbered in the same style."""
        waiting, levels = self.lists.waiting, self.numbering.levels
        if marker.value != 1 or not levels or levels[-1].marker.style != marker.style:
            return False
        if waiting and waiting.sure and waiting.depth == len(levels):
            return waiting.numbered or levels[-1].titled
        return levels[-1].titled and self.pieces[index - 1].last is levels[-1].marker

    def _plain(self, index: int, piece: Piece, titled: bool) -> Clause:
        if titled:
            self._unnumbered_heading(index)
            return self._clause(piece, "", titled, -1)
        tail = piece.part == "tail"
        goes_on = not tail and index > 0 and self.pieces[index - 1].stop in _OPEN_STOPS
        lead = self.lists.plain(not tail and self._listlike(index), goes_on, piece.line.kind)
        self.rested = not goes_on and lead < 0
        number = self.numbering.number
        if tail and self.opening:
            number = self.opening
        elif not goes_on and lead < 0:
            number = self.numbering.enclosing.number if self.numbering.enclosing else ""
        return self._clause(piece, "" if self.loose else number, titled, lead)

    def _unnumbered_heading(self, index: int) -> None:
        self.lists.close()
        self.loose = True
        if self.headings.annex(index):
            self.numbering.levels.clear()
        entry = self.numbering.enclosing
        if entry:
            entry.heading = self.headings.title(index)
        else:
            self.heading = self.headings.title(index)

    def _listlike(self, index: int) -> bool:
        """Return whether an unnumbered piece reads as a list item: no full stop, or one of several short lines."""
        piece, waiting = self.pieces[index], self.lists.waiting
        after = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        both = after is not None and not after.markers
        if piece.line.kind in ("item", "cell"):
            return True
        if waiting and not waiting.sure:
            return both and after is not None and piece.stop in _OPEN_STOPS and after.stop in _OPEN_STOPS
        if piece.stop in _OPEN_STOPS:
            return True
        return piece.stop == "。" and both and all(one.end - one.start <= _ITEM_LENGTH for one in (piece, after) if one)

    def _clause(self, piece: Piece, number: str, titled: bool, lead: int) -> Clause:
        bullet = piece.last is not None and piece.last.style == "bullet"
        item = bullet or lead >= 0 or piece.line.kind == "item"
        kind: Literal["heading", "body", "item"] = "heading" if titled else "item" if item else "body"
        heading = self.numbering.heading or self.heading
        self.opening = number if piece.part == "opening" else self.opening if piece.start > piece.line.start else ""
        return Clause(piece.start, piece.end, number, heading, kind, lead, piece.line.origin)


def _followed(found: list[Piece]) -> list[bool]:
    """Return for every piece whether the next marker of its style continues its numbers."""
    following: dict[str, int] = {}
    answers = []
    for piece in reversed(found):
        answers.append(piece.last is not None and following.get(piece.last.style) == piece.last.value + 1)
        following.update((marker.style, marker.value) for marker in piece.markers)
    return answers[::-1]
