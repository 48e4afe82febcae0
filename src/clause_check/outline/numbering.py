"""Keep the place in an agreement's numbering and compose the number a reader would quote."""

from __future__ import annotations

from dataclasses import dataclass

from clause_check.outline.markers import RANKS, Marker
from clause_check.outline.siblings import belongs, outward

_BRACKETED = ("pdec", "pcn", "plat", "PLAT", "ring")
_MOST = 12  # levels; more is no outline but a trap


@dataclass(slots=True)
class Entry:
    """One open level of the numbering."""

    marker: Marker
    number: str
    heading: str = ""
    titled: bool = False  # the entry itself is a heading, or an article
    followed: bool = False  # its list goes on further down
    stop: str = ""  # the sentence mark at its end
    finished: bool = False  # it ends with a full stop where the item before it ended with a semicolon


class Numbering:
    """The open levels, outermost first."""

    def __init__(self) -> None:
        self.levels: list[Entry] = []

    @property
    def depth(self) -> int:
        """Return how many levels are open."""
        return len(self.levels)

    @property
    def number(self) -> str:
        """Return the number of the innermost level, empty outside all."""
        return self.levels[-1].number if self.levels else ""

    @property
    def heading(self) -> str:
        """Return the nearest heading of the open levels."""
        return next((entry.heading for entry in reversed(self.levels) if entry.heading), "")

    @property
    def enclosing(self) -> Entry | None:
        """Return the innermost level that holds for an unnumbered paragraph here."""
        return next((entry for entry in reversed(self.levels) if entry.titled or entry.followed), None)

    def sibling(self, marker: Marker) -> Entry | None:
        """Return the open entry that ``marker`` follows in the same list, if any."""
        level = self._belongs(marker)
        return self.levels[level] if level < len(self.levels) else None

    def place(self, marker: Marker, inner: bool, introduced: bool) -> Entry:
        """Open the level of ``marker``, closing those it ends, and return it.

        ``inner``: it begins a list inside the innermost level, close none. ``introduced``: the innermost level
        announced a list, so that any style may stand inside it.
        """
        level = self.depth if inner else self._belongs(marker)
        if level == self.depth and not inner and not introduced:
            level = outward(self._markers(), marker)
        del self.levels[min(level, _MOST) :]
        entry = Entry(marker, self._compose(marker))
        self.levels.append(entry)
        return entry

    def retreat(self) -> None:
        """Close the levels that do not hold for an unnumbered paragraph here."""
        while self.levels and not (self.levels[-1].titled or self.levels[-1].followed):
            self.levels.pop()

    def _markers(self) -> list[Marker]:
        return [entry.marker for entry in self.levels]

    def _belongs(self, marker: Marker) -> int:
        """Return the level of ``marker``; a finished list leaves the next number to one around it."""
        markers = self._markers()
        level = belongs(markers, marker)
        if level < self.depth and self.levels[level].finished:
            outer = belongs(markers[:level], marker)
            if outer < level and markers[outer].style == marker.style and markers[outer].value + 1 == marker.value:
                return outer
        return level

    def _compose(self, marker: Marker) -> str:
        above = self.number
        if marker.style == "bullet":
            return above
        if not above or marker.style in RANKS or marker.style in ("dotted", "pdotted"):
            return marker.label
        if above[0] == "第" and ("条" in above or "條" in above):
            return above + _in_article(marker)
        return above + marker.label if marker.style in _BRACKETED else f"{above}、{marker.label}"


def _in_article(marker: Marker) -> str:
    if marker.style in ("dec", "bare", "cn"):
        return f"第{marker.label}款"
    return f"第{marker.label}项" if marker.style in ("pdec", "pcn") else marker.label
