"""What the elements around a piece of text say about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clause_check.readers.elements import BLOCKS, CELLS, HEADINGS, ITEMS, PREFORMATTED, ROLES, TAGS
from clause_check.readers.layout import Kind
from clause_check.readers.ordinal import ordinal

SIDES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|crumbs?|footer|foot|sidebar|copyright|toolbar|share|pagination|pager"
    r"|friendlinks?|login|search)(?:$|[\s_-])",
    re.I,
)
HEADS = re.compile(r"(?:^|[\s_-])(?:header|topbar|title-?bar)(?:$|[\s_-])", re.I)
COMMENTS = re.compile(
    r"(?:^|\s)(?:comments?|comments?[-_](?:list|area|box|wrap|section)|commentlist|pinglun|repl(?:y|ies)[-_]?list)(?:$|\s)",
    re.I,
)
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.I)
AS_PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*(?:(?:inside|outside)\s+)?([a-z-]+)", re.I)


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the page to be judged as a whole; ``why`` is hidden, script, furniture, side, head or comments."""

    why: str
    number: int


@dataclass(slots=True)
class Numbers:
    """The running number of one ``<ol>``."""

    next: int
    step: int
    style: str

    def take(self, value: str) -> str:
        """Return the mark of the next item; ``value`` is the item's own attribute."""
        if value.lstrip("-").isdigit():
            self.next = int(value)
        mark = ordinal(self.next, self.style)
        self.next += self.step
        return mark + ("、" if mark[0] in "一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾" else ". ")


@dataclass(slots=True)
class Grid:
    """The place in one table."""

    table: int
    row: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"表{self.table} 第{self.row}行第{self.column}列"


@dataclass(slots=True)
class Spot:
    """Where the walk stands."""

    tag: str = ""
    block: bool = True
    kind: Kind = "paragraph"
    zone: Zone | None = None
    pre: bool = False
    link: bool = False
    numbers: Numbers | None = None
    grid: Grid | None = None
    place: str = ""


def suspicion(tag: str, attributes: Mapping[str, str | None]) -> str:
    """Return why the element may not be part of the agreement, or an empty string."""
    if not attributes:
        return TAGS.get(tag, "")
    if tag in ("body", "html"):
        return ""
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if "hidden" in attributes or UNSEEN.search(attributes.get("style") or ""):
        return "hidden"
    if len(names) > 1 and COMMENTS.search(names):
        return "comments"
    if (attributes.get("role") or "").lower() in ROLES:
        return "furniture"
    return TAGS.get(tag) or _named(names)


def _named(names: str) -> str:
    if len(names) < 2:
        return ""
    return "side" if SIDES.search(names) else "head" if HEADS.search(names) else ""


def numbers(attributes: Mapping[str, str | None], items: int) -> Numbers | None:
    """Return the numbering of an ``<ol>`` with ``items`` items; None when it shows no numbers."""
    found = LIST_STYLE.search(attributes.get("style") or "")
    kind = attributes.get("type") or ""
    style = found[1].lower() if found else kind
    if style in ("none", "disc", "circle", "square"):
        return None
    style = {"A": "upper-alpha", "I": "upper-roman"}.get(style, style)
    back = "reversed" in attributes
    start = attributes.get("start") or ""
    first = int(start) if start.lstrip("-").isdigit() else (items if back else 1)
    return Numbers(first, -1 if back else 1, style)


def inner(node: Any, outer: Spot) -> tuple[Spot, Mapping[str, str | None]]:
    """Return what holds inside ``node``, zone, list and table aside, and the node's attributes."""
    tag = node.tag
    attributes: Mapping[str, str | None] = node.attributes
    style = (attributes.get("style") or "") if attributes else ""
    spot = Spot(
        tag=tag,
        block=tag in BLOCKS or bool(style and AS_BLOCK.search(style)),
        kind=_kind(tag, outer.kind),
        zone=outer.zone,
        pre=outer.pre or tag in PREFORMATTED or bool(style and AS_PRE.search(style)),
        link=outer.link or tag == "a",
        numbers=outer.numbers,
        grid=outer.grid,
        place=outer.place,
    )
    return spot, attributes


def _kind(tag: str, outer: Kind) -> Kind:
    if tag in HEADINGS:
        return "heading"
    if tag in ITEMS:
        return "item"
    return "cell" if tag in CELLS else outer
