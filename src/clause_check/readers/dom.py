"""Walk a page block by block and lose nothing; what is furniture is judged later, line by line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from clause_check.readers.elements import CELLS, FOLLOWED, SILENT
from clause_check.readers.layout import Line
from clause_check.readers.marker import HAN, numbered
from clause_check.readers.spot import Grid, Spot, Zone, inner, numbers, suspicion
from clause_check.readers.unwrap import unwrap

TIGHT = rf"{HAN}\u3000-\u303f\uff00-\uffef“”‘’…—"
SOFT = re.compile(rf"(?<=[{TIGHT},.;:!?)]) *\v[ \v]*(?=[{TIGHT}])")
RAW_LINK = re.compile(r"\[([^\]\n]+)\]\((?:https?:|/|#|mailto:)[^)\s]*\)")  # Markdown that nobody rendered
STOPS = ("。", "；", "！", "？")
RUN = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A line of the page, the zone it stands in and how many of its characters are links."""

    line: Line
    zone: Zone | None = None
    linked: int = 0


Follow = Callable[[Any], "list[Found] | None"]
Stack = list[tuple[Spot, Iterator[Any]]]


class Walk:
    """One walk over one tree; ``follow`` opens what is no ordinary child: frames, templates, scripts."""

    def __init__(self, follow: Follow, plain_lists: bool = False) -> None:
        self._follow = follow
        self._plain_lists = plain_lists  # the page's own style takes the numbers away
        self._found: list[Found] = []
        self._parts: list[str] = []
        self._linked = 0
        self._mark = ""
        self._zones = 0
        self._tables = 0

    def run(self, *roots: Any) -> list[Found]:
        """Return the lines of the trees under ``roots``, in order."""
        stack: Stack = [(Spot(), iter(roots))]
        while stack:
            spot, children = stack[-1]
            node = next(children, None)
            if node is None:
                stack.pop()
                self._leave(spot)
            elif (tag := node.tag or "") == "-text":  # a tag that the parser cannot name is None
                self._text(node.text_content or "", spot)
            elif not tag.startswith("-") and tag not in SILENT:
                self._enter(node, spot, stack)
        return self._found

    def _enter(self, node: Any, outer: Spot, stack: Stack) -> None:
        tag = node.tag
        if tag == "br":
            self._parts.append("\n")
            return
        spot, attributes = inner(node, outer)
        if spot.block:
            self._flush(outer)
            self._place(node, spot, attributes)
        if why := suspicion(tag, attributes):
            self._zones += 1
            spot.zone = Zone(why, self._zones)
        nested = self._follow(node) if tag in FOLLOWED else None
        if nested is None:
            stack.append((spot, node.iter(include_text=True)))
        else:
            self._adopt(nested, spot)

    def _leave(self, spot: Spot) -> None:
        if spot.block:
            self._flush(spot)
        if spot.tag == "li":
            self._mark = ""

    def _place(self, node: Any, spot: Spot, attributes: Any) -> None:
        """Keep count of list items, table rows and cells."""
        tag = spot.tag
        if tag == "ol" and not self._plain_lists:
            spot.numbers = numbers(attributes, sum(child.tag == "li" for child in node.iter()))
        elif tag in ("ol", "ul"):
            spot.numbers = None
        elif tag == "li" and spot.numbers:
            self._mark = spot.numbers.take(attributes.get("value") or "")
        elif tag == "table":
            self._tables += 1
            spot.grid = Grid(self._tables)
        elif tag == "tr" and spot.grid:
            spot.grid.row, spot.grid.column = spot.grid.row + 1, 0
        elif tag in CELLS and spot.grid:
            spot.grid.column += 1
            spot.place = str(spot.grid)

    def _text(self, text: str, spot: Spot) -> None:
        if self._parts and self._parts[-1].rstrip()[-1:] in STOPS and numbered(text):
            self._flush(spot)  # a clause a span: style sets them as blocks, markup does not say so
        text = RAW_LINK.sub(r"\1", text) if spot.pre else RUN.sub(_blank, text)
        if spot.link:
            self._linked += len(text.strip())
        self._parts.append(text)

    def _adopt(self, nested: list[Found], spot: Spot) -> None:
        self._found += [Found(found.line, found.zone or spot.zone, found.linked) for found in nested]

    def _flush(self, spot: Spot) -> None:
        if not self._parts:
            return
        text, linked = "".join(self._parts), self._linked
        self._parts, self._linked = [], 0
        if "\v" in text:
            text = SOFT.sub("", text).replace("\v", " ")
        for line in unwrap(text.split("\n")) if "\n" in text else (text.strip(),):
            if line:
                self._found.append(Found(Line(self._marked(line), spot.kind, spot.place), spot.zone, linked))

    def _marked(self, line: str) -> str:
        mark, self._mark = self._mark, ""
        return line if not mark or numbered(line) else mark + line


def _blank(run: re.Match[str]) -> str:
    return "\v" if "\n" in run[0] or "\r" in run[0] else " "
