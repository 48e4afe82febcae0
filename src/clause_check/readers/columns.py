"""Put the pieces of a printed page in reading order: rows, and columns one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from clause_check.readers.rows import Row

COLUMN_ROWS = 6  # rows on either side that make two columns
CROSSING = 0.2  # share of rows that may run over the gutter (headings across both columns)
FILLED = 0.6  # of a column's width; a table's cells stay below


def ordered(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Return each page's pieces as rows from top to bottom, column after column between what spans both."""
    gutters = [gutter(pieces) for pieces in pages]
    known = [place for place in gutters if place is not None]
    usual = median(known) if known else None
    rows = [_read(pieces, _fallback(pieces, own, usual)) for pieces, own in zip(pages, gutters, strict=True)]
    return _edged(rows)


def _read(pieces: Sequence[Row], place: float | None) -> list[Row]:
    if place is None:
        return _rows(pieces)
    rows: list[Row] = []
    band: list[Row] = []
    for piece in sorted(pieces, key=lambda piece: -piece.top):
        if piece.left < place < piece.right:
            rows += [*_columns(band, place), piece]
            band = []
        else:
            band.append(piece)
    return rows + _columns(band, place)


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
        blank = words[-1].isspace() or other.left - one.right > 0.5 * one.height
        words = words.rstrip() + " " * blank + other.text
    bottom, top = min(piece.bottom for piece in pieces), max(piece.top for piece in pieces)
    return replace(pieces[0], text=words, right=pieces[-1].right, bottom=bottom, top=top, cells=len(pieces))


def _edged(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Let every row know how far its column reaches, on whichever page that shows best."""
    edges: dict[int, float] = defaultdict(float)
    for row in (row for rows in pages for row in rows):
        edges[row.column] = max(edges[row.column], row.right)
    return [[replace(row, edge=edges[row.column]) for row in rows] for rows in pages]


def _columns(band: Sequence[Row], place: float) -> list[Row]:
    left = [replace(piece, column=1) for piece in band if piece.right <= place]
    right = [replace(piece, column=2) for piece in band if piece.right > place]
    return _rows(left) + _rows(right)


def _fallback(pieces: Sequence[Row], own: float | None, usual: float | None) -> float | None:
    """Return the gutter of the other pages for one, mostly the last, with too few rows to show its own."""
    if own is not None or usual is None:
        return own
    return usual if _crossing(pieces, usual) <= CROSSING * len(pieces) else None


def _crossing(pieces: Sequence[Row], place: float) -> int:
    return sum(piece.left < place < piece.right for piece in pieces)


def gutter(pieces: Sequence[Row]) -> float | None:
    """Return where two columns part, None on an ordinary page."""
    if len(pieces) < 2 * COLUMN_ROWS:
        return None
    start, end = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    places = [start + (end - start) * share / 100 for share in range(40, 61)]
    least = min(_crossing(pieces, place) for place in places)
    place = median(place for place in places if _crossing(pieces, place) == least)
    left = [piece for piece in pieces if piece.right <= place]
    right = [piece for piece in pieces if piece.left >= place]
    parted = least <= CROSSING * len(pieces) and _column(left, place - start) and _column(right, end - place)
    return place if parted else None


def _column(side: Sequence[Row], width: float) -> bool:
    rows = _rows(side)
    return len(rows) >= COLUMN_ROWS and median(row.right - row.left for row in rows) >= FILLED * width
