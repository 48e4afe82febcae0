"""Compute the numbers that Word shows but does not write: 第一条, 1.1, (一)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from clause_check.readers.ordinal import ordinal
from clause_check.readers.wordxml import child, children, switched_on, value

PLACE = re.compile(r"%([1-9])")
CLOSED = re.compile(r"[、)）】〕．。：:]$")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list as ``numbering.xml`` defines it."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int = -1  # the level (from 1) that resets this one; 0 never, -1 any higher one
    suffix: str = "tab"
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class Definition:
    """One abstract list: its levels and where each stands."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """All lists of one document; ``mark`` must be called in the order of its paragraphs."""

    def __init__(self, numbering: Element | None, styles: Mapping[str, Element]) -> None:
        self._styles = styles
        self._definitions: dict[str, Definition] = {}
        self._lists: dict[str, tuple[Definition, dict[int, int], dict[int, Level]]] = {}
        self._begun: set[tuple[str, int]] = set()
        if numbering is not None:
            self._load(numbering)

    def mark(self, properties: Element | None, style: str) -> str | None:
        """Return the number in front of a paragraph, empty for a bullet, None outside lists."""
        ident, depth = self._place(properties, style)
        if ident not in self._lists:
            return None
        definition, starts, overrides = self._lists[ident]
        levels = {**definition.levels, **overrides}
        if depth not in levels:
            return None
        self._count(ident, depth, definition, levels, starts)
        return _shown(levels, definition.counts, depth)

    def _load(self, root: Element) -> None:
        links: dict[str, str] = {}
        homes: dict[str, str] = {}
        for abstract in children(root, "abstractNum"):
            ident = value(abstract, "abstractNumId")
            self._definitions[ident] = Definition(dict(map(_level, children(abstract, "lvl"))))
            links[ident] = value(child(abstract, "numStyleLink"))
            homes[value(child(abstract, "styleLink"))] = ident
        for num in children(root, "num"):
            ident = value(child(num, "abstractNumId"))
            ident = homes.get(links.get(ident) or " ", ident)
            if ident in self._definitions:
                self._lists[value(num, "numId")] = (self._definitions[ident], *_overrides(num))

    def _place(self, properties: Element | None, style: str) -> tuple[str, int]:
        """Return the list and level of a paragraph: its own, else its style's, else the level bound to its style."""
        own = child(properties, "numPr")
        ident, depth = value(child(own, "numId")), value(child(own, "ilvl"))
        inherited = self._inherited(style) if not ident else None
        if inherited is not None:
            ident = value(child(inherited, "numId"))
            depth = depth or value(child(inherited, "ilvl")) or self._bound(ident, style)
        return ident, int(depth or 0)

    def _inherited(self, style: str) -> Element | None:
        for _ in range(len(self._styles)):
            element = self._styles.get(style)
            if element is None:
                return None
            if (found := child(element, "pPr", "numPr")) is not None and child(found, "numId") is not None:
                return found
            style = value(child(element, "basedOn"))
        return None

    def _bound(self, ident: str, style: str) -> str:
        levels = self._lists[ident][0].levels if ident in self._lists else {}
        return next((str(depth) for depth, level in levels.items() if level.style == style), "")

    def _count(
        self, ident: str, depth: int, definition: Definition, levels: dict[int, Level], starts: dict[int, int]
    ) -> None:
        counts = definition.counts
        if depth in starts and (ident, depth) not in self._begun:
            counts[depth] = starts[depth] - 1
        self._begun.add((ident, depth))
        for upper in range(depth):
            counts.setdefault(upper, levels[upper].start if upper in levels else 1)
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for lower in [lower for lower in counts if lower > depth]:
            restart = levels[lower].restart if lower in levels else -1
            if restart < 0 or depth < restart:
                del counts[lower]


def _level(element: Element) -> tuple[int, Level]:
    level = Level(
        form=value(child(element, "numFmt"), default="decimal"),
        text=value(child(element, "lvlText")),
        start=int(value(child(element, "start"), default="1") or 1),
        restart=int(value(child(element, "lvlRestart"), default="-1")),
        suffix=value(child(element, "suff"), default="tab"),
        legal=switched_on(child(element, "isLgl")),
        style=value(child(element, "pStyle")),
    )
    return int(value(element, "ilvl", "0")), level


def _overrides(num: Element) -> tuple[dict[int, int], dict[int, Level]]:
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for override in children(num, "lvlOverride"):
        depth = int(value(override, "ilvl", "0"))
        if (start := value(child(override, "startOverride"))).isdigit():
            starts[depth] = int(start)
        for level in children(override, "lvl"):
            levels[depth] = _level(level)[1]
    return starts, levels


def _shown(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
    level = levels[depth]
    if level.form in ("bullet", "none") and not PLACE.search(level.text):
        return ""

    def write(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        form = "decimal" if level.legal and place < depth else levels.get(place, level).form
        return ordinal(counts.get(place, 1), form)

    mark = PLACE.sub(write, level.text).strip()
    return mark if level.suffix == "nothing" or CLOSED.search(mark) or not mark else f"{mark} "
