"""The agreement as a PDF: one or two columns, running heads, page numbers, pictures instead of text."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from .original import Entry, cut, entries

FONT = "STSong-Light"
SIZE = 12
LEADING = 20
EDGE = 72
TOP, BOTTOM = 740, 110
CELLS = (0, 80, 260)


def expected() -> list[str]:
    """Return what a PDF shows: the cells of a table row stand on one line."""
    return [" ".join(entry.cells) if entry.cells else entry.text for entry in entries()]


def one_column() -> bytes:
    return _pdf(width=37 * SIZE, columns=(EDGE,))


def two_columns() -> bytes:
    """Return the agreement in two columns, the table left out, for it would not fit."""
    return _pdf(width=17 * SIZE, columns=(EDGE, EDGE + 240), only=lambda entry: not entry.cells)


def pictures(pages: int = 2) -> bytes:
    from PIL import Image

    target = io.BytesIO()
    canvas = Canvas(target)
    for _ in range(pages):
        canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "white")), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _pdf(width: int, columns: tuple[int, ...], only: Callable[[Entry], bool] = lambda _: True) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    lines = [line for entry in entries() if only(entry) for line in _lines(entry, width)]
    per_column = (TOP - BOTTOM) // LEADING
    per_page = per_column * len(columns)
    for page, start in enumerate(range(0, len(lines), per_page), 1):
        _frame(canvas, page, -(-len(lines) // per_page))
        for place, line in enumerate(lines[start : start + per_page]):
            column, row = divmod(place, per_column)
            for offset, words in line:
                canvas.drawString(columns[column] + offset, TOP - row * LEADING, words)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _lines(entry: Entry, width: int) -> Iterator[list[tuple[int, str]]]:
    if entry.cells:
        yield list(zip(CELLS, entry.cells, strict=True))
    else:
        yield from ([(0, line)] for line in cut(entry.text, width, _measure))


def _measure(words: str) -> float:
    return float(pdfmetrics.stringWidth(words, FONT, SIZE))


def _frame(canvas: Canvas, page: int, pages: int) -> None:
    canvas.setFont(FONT, 9)
    canvas.drawString(EDGE, 800, "云杉集市法务中心 2026 年版")
    canvas.drawCentredString(A4[0] / 2, 40, f"第 {page} 页 共 {pages} 页")
    canvas.setFont(FONT, SIZE)
