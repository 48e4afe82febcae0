"""Keep track of which sentence introduces the list item at hand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clause_check.outline.lines import stopped

_FOLLOWING = re.compile("(?:下列|以下(?!简称|称|合称|统称)|如下|下述|下面)[^。！？；]{0,60}$")
_REACH = 90
PLAIN = "plain"


@dataclass(slots=True)
class _List:
    lead: int
    depth: int
    style: str


def introduces(text: str, start: int, end: int) -> str:
    """Return "：" when the last sentence of ``text[start:end]`` ends so, "下" when it only says 以下, else nothing."""
    mark = stopped(text, start, end)
    if mark in ("：", ":"):
        return "："
    tail = text[max(start, end - _REACH) : end].rstrip(" \t\r\n。！”）)")
    return "下" if _FOLLOWING.search(tail) else ""


class Lists:
    """The open lists, outermost first, and the sentence that may open the next one."""

    def __init__(self) -> None:
        self.open: list[_List] = []
        self.waiting: _List | None = None

    def introduce(self, index: int, depth: int, mark: str) -> None:
        """Note that clause ``index``, at ``depth`` open levels, ends by introducing a list."""
        self.waiting = _List(index, depth, mark)

    def marked(self, depth: int, style: str, fresh: bool) -> int:
        """Return the lead of a marked clause at ``depth``; ``fresh`` tells that its numbers begin anew."""
        waiting, self.waiting = self.waiting, None
        if waiting and (depth > waiting.depth or fresh):
            while self.open and self.open[-1].depth >= depth:
                self.open.pop()
            self.open.append(_List(waiting.lead, depth, style))
            return waiting.lead
        while self.open and not self._belongs(self.open[-1], depth, style, fresh):
            self.open.pop()
        return self.open[-1].lead if self.open else -1

    def plain(self, listlike: bool, goes_on: bool) -> int:
        """Return the lead of an unmarked clause.

        ``listlike`` tells that it reads as an item, ``goes_on`` that the clause before it was not finished.
        """
        waiting, self.waiting = self.waiting, None
        if waiting and listlike:
            self.open.append(_List(waiting.lead, waiting.depth + 1, PLAIN))
            return waiting.lead
        if self.open and self.open[-1].style == PLAIN:
            if listlike or goes_on:
                return self.open[-1].lead
            self.open.pop()
            return -1
        return self.open[-1].lead if self.open and goes_on and not waiting else -1

    def close(self) -> None:
        """Close all lists: a heading stands here."""
        self.open.clear()
        self.waiting = None

    @staticmethod
    def _belongs(one: _List, depth: int, style: str, fresh: bool) -> bool:
        if one.style == PLAIN or depth < one.depth:
            return False
        return depth > one.depth or (style == one.style and not fresh)
