"""Keep track of which sentence introduces the list item at hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from clause_check.outline.pieces import Piece

_FOLLOWING = re.compile("(?:下列|以下(?!简称|称|合称|统称|划线)|如下|下述|下面)[^。！？；]{0,60}$")
_REACH = 90
_PLAIN = "plain "


@dataclass(slots=True)
class _List:
    lead: int
    depth: int
    style: str
    rested: bool = False  # an unnumbered paragraph has come since: only the next number takes the list up again


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sentence that may introduce the list to come: clause ``lead``, at ``depth`` open levels.

    It is ``sure`` when it ends with a colon, not merely says 以下; ``numbered`` when its clause is.
    """

    lead: int
    depth: int
    sure: bool
    numbered: bool


def introduces(text: str, piece: Piece) -> Literal["", "：", "下"]:
    """Return ： when the piece's last sentence ends so or an enumeration follows in its line, 下 when it says 以下."""
    if piece.part == "opening" or piece.stop in ("：", ":"):
        return "："
    tail = text[max(piece.words, piece.end - _REACH) : piece.end].rstrip(" \t\r\n。！”）)")
    return "下" if _FOLLOWING.search(tail) else ""


class Lists:
    """The open lists, outermost first, and the sentence that may open the next one.

    A list that no sentence introduces, inside one that rests, has the lead -1.
    """

    def __init__(self) -> None:
        self.open: list[_List] = []
        self.waiting: Waiting | None = None

    @property
    def listing(self) -> bool:
        """Return whether a list without numbers is open."""
        return bool(self.open) and self.open[-1].style.startswith(_PLAIN)

    def marked(self, depth: int, style: str, fresh: bool) -> int:
        """Return the lead of a marked clause at ``depth``; ``fresh`` tells that its numbers begin anew."""
        waiting, self.waiting = self.waiting, None
        if waiting and (depth > waiting.depth or fresh):
            while self.open and self.open[-1].depth >= depth:
                self.open.pop()
            self.open.append(_List(waiting.lead, depth, style))
            return waiting.lead
        while self.open and not _belongs(self.open[-1], depth, style, fresh):
            self.open.pop()
        if self.open and self.open[-1].rested and depth > self.open[-1].depth and fresh:
            self.open.append(_List(-1, depth, style))
        if not self.open:
            return -1
        self.open[-1].rested = False
        return self.open[-1].lead

    def plain(self, listlike: bool, goes_on: bool, kind: str) -> int:
        """Return the lead of an unmarked clause in a block of ``kind``.

        ``listlike`` tells that it reads as an item, ``goes_on`` that the clause before it was not finished.
        """
        waiting, self.waiting = self.waiting, None
        if waiting and listlike:
            if self.listing:
                self.open.pop()
            self.open.append(_List(waiting.lead, waiting.depth + 1, _PLAIN + kind))
            return waiting.lead
        if self.listing:
            if (listlike or goes_on) and self.open[-1].style == _PLAIN + kind:
                return self.open[-1].lead
            self.open.pop()
        elif self.open and goes_on and not waiting and not self.open[-1].rested:
            return self.open[-1].lead
        for one in self.open:
            one.rested = True
        return -1

    def close(self) -> None:
        """Close all lists: a heading stands here."""
        self.open.clear()
        self.waiting = None


def _belongs(one: _List, depth: int, style: str, fresh: bool) -> bool:
    if one.style.startswith(_PLAIN) or depth < one.depth:
        return False
    return depth > one.depth or (style == one.style and not fresh)
