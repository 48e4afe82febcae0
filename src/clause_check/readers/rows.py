"""Join the rows of printed pages to the paragraphs they were, without running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from clause_check.readers.marker import END, numbered
from clause_check.readers.unwrap import glue, lead

MARGIN = 0.12  # of the page's height, where running heads and page numbers stand
NUMBER = re.compile(r"[\s\-—–·~第]*(?:page\s*)?\d{1,4}\s*(?:[/／|共页of\s]+\d{0,4}\s*页?)?[\s\-—–·~页]*", re.I)
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Row:
    """Text on one base line; the origin of ``x``/``y`` is the page's lower left corner, ``right`` the column's edge."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page: int
    column: int = 0
    edge: float = 0.0
    cells: int = 1  # pieces with wide blanks between them

    @property
    def height(self) -> float:
        """Return the height of the letters, at least one point."""
        return max(1.0, self.top - self.bottom)


def without_margins(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> list[list[Row]]:
    """Take out page numbers and what the margins of several pages repeat."""
    seen = Counter(
        text
        for rows, height in zip(pages, heights, strict=True)
        for text in {_masked(row) for row in rows if _marginal(row, height)}
    )
    often = max(2.0, 0.4 * len(pages))
    return [
        [row for row in rows if not (_marginal(row, height) and (seen[_masked(row)] >= often or _page_number(row)))]
        for rows, height in zip(pages, heights, strict=True)
    ]


def paragraphs(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows in groups that were one paragraph before the page was set."""
    if not rows:
        return []
    pitch = _pitch(rows)
    groups = [[rows[0]]]
    for row, following in pairwise(rows):
        if _goes_on(row, following, pitch):
            groups[-1].append(following)
        else:
            groups.append([following])
    return groups


def text(group: Sequence[Row]) -> str:
    """Return a group's text, cut lines joined."""
    joined = ""
    for row in group:
        joined = glue(joined, row.text)
    return joined.strip()


def _goes_on(row: Row, following: Row, pitch: float) -> bool:
    if numbered(following.text) or not _same_size(row, following) or not _full(row, following):
        return False
    if row.cells > 1 and following.cells > 1:
        return False
    apart = row.bottom - following.bottom
    beside = row.page == following.page and row.column == following.column
    if beside and apart > 1.6 * pitch:
        return False
    return not (END.search(row.text) and beside and following.left - row.left > 1.2 * row.height)


def _same_size(row: Row, following: Row) -> bool:
    return 0.75 < row.height / following.height < 1.33


def _full(row: Row, following: Row) -> bool:
    """Tell whether the next row's first word would not have fitted."""
    return row.right + (lead(following.text) / 2 + 1.2) * row.height >= row.edge


def _pitch(rows: Sequence[Row]) -> float:
    steps = [a.bottom - b.bottom for a, b in pairwise(rows) if a.page == b.page and a.bottom - b.bottom > 1]
    return median(steps) if steps else 1e9


def _marginal(row: Row, height: float) -> bool:
    return row.bottom > height * (1 - MARGIN) or row.top < height * MARGIN


def _page_number(row: Row) -> bool:
    return bool(NUMBER.fullmatch(row.text))


def _masked(row: Row) -> str:
    return DIGITS.sub("#", row.text)
