"""Collect folded text piece by piece, with the original span of each."""

from __future__ import annotations

from array import array

from clause_check.model import Plain


class Pieces:
    """A folded text in the making."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.next = -1  # the original place at which the last piece goes on, -1 when it is closed
        self.cuts, self.starts, self.ends = array("q"), array("q"), array("q")
        self.lines: list[int] = []

    def copy(self, text: str, start: int) -> None:
        """Append ``text``, which stands character for character at original ``start``."""
        if not text:
            return
        end = start + len(text)
        if start == self.next:
            self.ends[-1] = end
        else:
            self._cut(start, end)
        self.next = end
        self.parts.append(text)
        self.length += len(text)

    def stand(self, text: str, start: int, end: int) -> None:
        """Append ``text``, which as a whole stands for the original ``[start, end)``."""
        for sign in text:
            self._cut(start, end)
            self.parts.append(sign)
            self.length += 1
        self.next = -1

    def line(self) -> None:
        """Begin a line here."""
        self.lines.append(self.length)

    def plain(self) -> Plain:
        """Return what was collected."""
        return Plain("".join(self.parts), self.cuts, self.starts, self.ends, tuple(self.lines))

    def _cut(self, start: int, end: int) -> None:
        self.cuts.append(self.length)
        self.starts.append(start)
        self.ends.append(end)
