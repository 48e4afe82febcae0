"""Keep the place in an agreement's numbering and compose the number a reader would quote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clause_check.outline.markers import RANKS, Marker

_DECIMAL = ("dec", "bare", "dotted")
_BRACKETED = ("pdec", "pcn", "plat", "PLAT", "ring", "pdotted")
# Which style usually stands inside which: 一、(一) 1. (1) ① a) •
_DEPTHS = {"cn": 0, "pcn": 1, "rcn": 1, "ordinal": 1, "dec": 2, "bare": 2, "dotted": 2, "pdec": 3, "rdec": 3, "ring": 4}
_DEEPEST = 5
_NO_RANK = max(RANKS.values()) + 1
_ARTICLES = ("条", "條")


@dataclass(slots=True)
class Entry:
    """One open level of the numbering."""

    marker: Marker
    number: str
    heading: str = ""
    titled: bool = False  # the entry itself is a heading, or an article
    followed: bool = False  # its list goes on further down


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

    def place(self, marker: Marker, inner: bool, introduced: bool) -> Entry:
        """Open the level of ``marker``, closing those it ends, and return it.

        ``inner``: it begins a list inside the innermost level, close none. ``introduced``: the innermost level
        announced a list, so that any style may stand inside it.
        """
        level = len(self.levels) if inner else self.find(marker)
        if level == len(self.levels) and not inner and not introduced:
            level = self._outward(marker)
        del self.levels[level:]
        entry = Entry(marker, self._compose(marker))
        self.levels.append(entry)
        return entry

    def retreat(self) -> None:
        """Close the levels that do not hold for an unnumbered paragraph here."""
        while self.levels and not (self.levels[-1].titled or self.levels[-1].followed):
            self.levels.pop()

    def find(self, marker: Marker) -> int:
        """Return the level at which ``marker`` belongs: an open one, or the next."""
        if marker.style in RANKS:
            return self._under_rank(RANKS[marker.style])
        if marker.style == "dotted":
            return self._under_prefix(marker)
        if marker.style == "ordinal" and self._article(marker.value):
            return self._under_rank(RANKS["条"])
        if marker.style == "cn" and not any(entry.marker.style == "cn" for entry in self.levels):
            return self._under_rank(_NO_RANK)
        return self._sibling(marker)

    def sibling(self, marker: Marker) -> Entry | None:
        """Return the open entry that ``marker`` follows in the same list, if any."""
        level = self.find(marker)
        return self.levels[level] if level < len(self.levels) else None

    def _article(self, value: int) -> bool:
        return any(entry.marker.style in _ARTICLES and entry.marker.value + 1 == value for entry in self.levels)

    def _outward(self, marker: Marker) -> int:
        """Return the next level, less those that usually stand inside a list of the marker's style."""
        own, level = _DEPTHS.get(marker.style, _DEEPEST), len(self.levels)
        while level and self.levels[level - 1].marker.style not in RANKS and self._deeper(level - 1, own):
            level -= 1
        return level

    def _deeper(self, level: int, own: int) -> bool:
        return _DEPTHS.get(self.levels[level].marker.style, _DEEPEST) > own

    def _under_rank(self, rank: int) -> int:
        ranks = [RANKS.get(entry.marker.style, _NO_RANK) for entry in self.levels]
        return next((level for level, one in enumerate(ranks) if one >= rank), len(ranks))

    def _under_prefix(self, marker: Marker) -> int:
        for level in range(len(self.levels) - 1, -1, -1):
            path, style = self.levels[level].marker.path, self.levels[level].marker.style
            if style == "dotted" and len(path) == len(marker.path):
                return level
            if style != "bullet" and path and path == marker.path[: len(path)] and len(path) < len(marker.path):
                return level + 1
        styles = [entry.marker.style for entry in self.levels]
        return next((level for level, style in enumerate(styles) if style not in RANKS and style != "cn"), len(styles))

    def _sibling(self, marker: Marker) -> int:
        kin = [(level, one) for level, one in self._inwards() if _family(one) == _family(marker)]
        for level, one in kin:
            if one.style != "dotted" and one.fine == marker.fine and marker.value == one.value + 1:
                return level
        for level, one in kin:
            if marker.value == one.path[0] + 1 if one.path else False:
                return self._outermost(level, one) if one.style == "dotted" else level
        for level, one in kin:
            if marker.style == "bullet":
                return level if one.fine == marker.fine else len(self.levels)
            if one.style != "dotted" and (
                marker.value >= one.value > 0 if marker.value > 1 else one.fine == marker.fine
            ):
                return level
        return len(self.levels)

    def _inwards(self) -> Iterator[tuple[int, Marker]]:
        for level in range(len(self.levels) - 1, -1, -1):
            yield level, self.levels[level].marker

    def _outermost(self, level: int, dotted: Marker) -> int:
        """Return the level at which the section of a dotted number begins."""
        while level and self.levels[level - 1].marker.path[:1] == dotted.path[:1]:
            level -= 1
        return level

    def _compose(self, marker: Marker) -> str:
        if not self.levels:
            return marker.label
        above = self.levels[-1].number
        if marker.style == "bullet":
            return above
        if marker.style in RANKS or marker.style in ("dotted", "pdotted") or not above:
            return marker.label
        if above[0] == "第" and any(sign in above for sign in _ARTICLES):
            return above + _in_article(marker)
        return above + marker.label if marker.style in _BRACKETED else f"{above}、{marker.label}"


def _family(marker: Marker) -> str:
    return "dec" if marker.style in _DECIMAL else marker.style


def _in_article(marker: Marker) -> str:
    if marker.style in ("dec", "bare", "cn"):
        return f"第{marker.label}款"
    return f"第{marker.label}项" if marker.style in ("pdec", "pcn") else marker.label
