"""Put the pieces of a printed page in reading order: rows, columns, paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from clause_check.readers.marker import END, numbered
from clause_check.readers.unwrap import columns, glue

MARGIN = 0.12  # of the page's height, where running heads and page numbers stand
NUMBER = re.compile(r"[\s\-—–·~第]*(?:page\s*)?\d{1,4}\s*(?:[/／|共页of\s]+\d{0,4}\s*页?)?[\s\-—–·~页]*", re.I)
DIGITS = re.compile(r"\d+")
COLUMN_ROWS = 6  # rows on either side that make two columns
CROSSING = 0.2  # share of rows that may run over the gutter (headings across both columns)
FILLED = 0.6  # of a column's width; a table's cells stay below


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

    @property
    def height(self) -> float:
        """Return the height of the letters, at least one point."""
        return max(1.0, self.top - self.bottom)


def ordered(pieces: Sequence[Row]) -> list[Row]:
    """Return one page's pieces as rows from top to bottom, column after column between what spans both."""
    gutter = _gutter(pieces)
    if gutter is None:
        return _edged(_rows(pieces))
    rows: list[Row] = []
    band: list[Row] = []
    for piece in sorted(pieces, key=lambda piece: -piece.top):
        if piece.left < gutter < piece.right:
            rows += [*_columns(band, gutter), replace(piece, edge=piece.right)]
            band = []
        else:
            band.append(piece)
    return rows + _columns(band, gutter)


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
    apart = row.bottom - following.bottom
    beside = row.page == following.page and row.column == following.column
    if beside and apart > 1.6 * pitch:
        return False
    return not (END.search(row.text) and beside and following.left - row.left > 1.2 * row.height)


def _same_size(row: Row, following: Row) -> bool:
    return 0.75 < row.height / following.height < 1.33


def _full(row: Row, following: Row) -> bool:
    """Tell whether the next row's first word would not have fitted."""
    first = re.match(r"[A-Za-z0-9]+|.", following.text.lstrip())
    return bool(first) and row.right + (columns(first[0]) / 2 + 1.2) * row.height >= row.edge if first else False


def _pitch(rows: Sequence[Row]) -> float:
    steps = [a.bottom - b.bottom for a, b in pairwise(rows) if a.page == b.page and a.bottom - b.bottom > 1]
    return median(steps) if steps else 1e9


def _rows(pieces: Iterable[Row]) -> list[Row]:
    """Join the pieces that stand on one base line."""
    rows: list[list[Row]] = []
    for piece in sorted(pieces, key=lambda piece: (-(piece.top + piece.bottom), piece.left)):
        if rows and abs(_middle(rows[-1][0]) - _middle(piece)) < 0.5 * min(rows[-1][0].height, piece.height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_row(sorted(row, key=lambda piece: piece.left)) for row in rows]


def _middle(piece: Row) -> float:
    return (piece.top + piece.bottom) / 2


def _row(pieces: Sequence[Row]) -> Row:
    words = pieces[0].text
    for one, other in pairwise(pieces):
        words += (" " if other.left - one.right > 0.5 * one.height else "") + other.text
    bottom, top = min(piece.bottom for piece in pieces), max(piece.top for piece in pieces)
    return replace(pieces[0], text=words, right=pieces[-1].right, bottom=bottom, top=top)


def _edged(rows: Sequence[Row], column: int = 0) -> list[Row]:
    edge = max((row.right for row in rows), default=0.0)
    return [replace(row, edge=edge, column=column) for row in rows]


def _columns(band: Sequence[Row], gutter: float) -> list[Row]:
    left = [piece for piece in band if piece.right <= gutter]
    right = [piece for piece in band if piece.right > gutter]
    return _edged(_rows(left), 1) + _edged(_rows(right), 2)


def _gutter(pieces: Sequence[Row]) -> float | None:
    """Return where two columns part, None on an ordinary page."""
    if len(pieces) < 2 * COLUMN_ROWS:
        return None
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    for step in range(40, 61, 2):
        gutter = left + (right - left) * step / 100
        sides = (
            [piece for piece in pieces if piece.right <= gutter],
            [piece for piece in pieces if piece.left >= gutter],
        )
        crossing = len(pieces) - len(sides[0]) - len(sides[1])
        wide = (gutter - left, right - gutter)
        if crossing <= CROSSING * len(pieces) and all(map(_column, sides, wide)):
            return gutter
    return None


def _column(side: Sequence[Row], width: float) -> bool:
    rows = _rows(side)
    return len(rows) >= COLUMN_ROWS and median(row.right - row.left for row in rows) >= FILLED * width


def _marginal(row: Row, height: float) -> bool:
    return row.bottom > height * (1 - MARGIN) or row.top < height * MARGIN


def _page_number(row: Row) -> bool:
    return bool(NUMBER.fullmatch(row.text))


def _masked(row: Row) -> str:
    return DIGITS.sub("#", row.text)
