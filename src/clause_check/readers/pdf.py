"""PDF files: text in reading order, without running heads; pictures by OCR when asked."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from clause_check.errors import ClauseCheckError
from clause_check.model import Concern, Document
from clause_check.readers.columns import ordered
from clause_check.readers.layout import Line, compose
from clause_check.readers.limits import MAX_PAGES
from clause_check.readers.marker import han
from clause_check.readers.ocr import recognise
from clause_check.readers.picture import CONCERN
from clause_check.readers.rows import Row, paragraphs, text, without_margins
from clause_check.readers.source import Source

SCALE = 300 / 72  # pixels a point for OCR
SPARSE = 10  # characters; a page with fewer and a picture is a scan
GAP = 1.5  # letter heights; a wider blank parts columns or table cells
LARGE = 1.2  # times the usual size makes a heading
HEADING = 40  # characters


def read(source: Source) -> tuple[Document, ...]:
    """Return the document.

    Raises ``pdf-locked``, ``file-broken``, ``pdf-too-long``, ``pdf-only-pictures`` or what OCR raises.
    """
    with _Book(source) as book:
        pages = ordered([_pieces(page, number) for number, page in book.pages()])
        scans = _scans(book, pages)
        if scans and not source.ocr and not any(rows for number, rows in enumerate(pages) if number not in scans):
            raise ClauseCheckError("pdf-only-pictures", source.path)
        seen = {number: recognise(book.image(number), source.path, number) for number in scans if source.ocr}
        lines = list(_lines(without_margins(pages, book.heights), seen))
        concerns = _concerns(scans, source.ocr, book.broken)
    if not lines:
        raise ClauseCheckError("page-no-text", source.path)
    return (compose(source, lines, media=source.media, title=book.title, concerns=concerns),)


def _scans(book: _Book, pages: list[list[Row]]) -> list[int]:
    """Return the pages that hold a picture and next to no text."""
    sparse = (number for number, rows in enumerate(pages) if sum(len(row.text) for row in rows) < SPARSE)
    return [number for number in sparse if book.pictured(number)]


class _Book:
    """An open PDF; closes with the ``with`` block."""

    def __init__(self, source: Source) -> None:
        try:
            self._pdf = pypdfium2.PdfDocument(source.data)
        except pypdfium2.PdfiumError as error:
            code = "pdf-locked" if "password" in str(error).lower() else "file-broken"
            raise ClauseCheckError(code, source.path) from error
        if len(self._pdf) > MAX_PAGES:
            raise ClauseCheckError("pdf-too-long", source.path, count=len(self._pdf), limit=MAX_PAGES)
        title = str(self._pdf.get_metadata_value("Title") or "")
        self.title = title if han(title) else ""  # else what the program calls a file without a name
        self.heights: list[float] = []
        self.broken: list[int] = []

    def __enter__(self) -> _Book:
        return self

    def __exit__(self, *_: object) -> None:
        self._pdf.close()

    def pages(self) -> Iterator[tuple[int, Any]]:
        """Yield each page with its number, from 0, and None for one that is broken."""
        for number in range(len(self._pdf)):
            try:
                page = self._pdf[number]
            except pypdfium2.PdfiumError:
                self.broken.append(number)
                page = None
            self.heights.append(page.get_height() if page else 0.0)
            yield number, page

    def pictured(self, number: int) -> bool:
        """Tell whether the page shows a picture."""
        return (
            number not in self.broken
            and next(self._pdf[number].get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4), None) is not None
        )

    def image(self, number: int) -> bytes:
        """Return the page as a grey picture in PGM, which needs no imaging library."""
        bitmap = self._pdf[number].render(scale=SCALE, grayscale=True)
        rows, stride, width = bytes(bitmap.buffer), bitmap.stride, bitmap.width
        pixels = b"".join(rows[start : start + width] for start in range(0, stride * bitmap.height, stride))
        return f"P5 {width} {bitmap.height} 255\n".encode() + pixels


def _pieces(page: Any, number: int) -> list[Row]:
    """Return the runs of characters that stand close together on one base line; none of a broken page."""
    pieces: list[Row] = []
    for sign, left, right, bottom, top in _characters(page) if page else ():
        last = pieces[-1] if pieces else None
        if last is not None and _beside(last, left, bottom, top):
            words = last.text + sign
            reach = last.right if sign.isspace() else max(last.right, right)
            pieces[-1] = Row(words, last.left, reach, last.bottom, last.top, number)
        elif not sign.isspace():
            pieces.append(Row(sign, left, right, bottom, top, number))
    return pieces


def _characters(page: Any) -> Iterator[tuple[str, float, float, float, float]]:
    textpage = page.get_textpage()
    box = raw.FS_RECTF()
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        if code < 32 or 0xD800 <= code < 0xE000 or code >= 0xFFFE:
            continue
        if raw.FPDFText_GetLooseCharBox(textpage, index, box):
            yield chr(code), box.left, box.right, box.bottom, box.top


def _beside(row: Row, left: float, bottom: float, top: float) -> bool:
    level = abs((row.bottom + row.top) - (bottom + top)) < row.height
    return level and -0.5 * row.height < left - row.right < GAP * row.height


def _lines(pages: list[list[Row]], seen: dict[int, list[Row]]) -> Iterator[Line]:
    """Yield the paragraphs of all pages; one that runs over a page keeps the page it begins on."""
    rows = [row for number, page in enumerate(pages) for row in seen.get(number, page)]
    usual = median(row.height for row in rows) if rows else 0.0
    yield from (line for line in (_line(group, usual) for group in paragraphs(rows)) if line.text)


def _line(group: list[Row], usual: float) -> Line:
    words = text(group)
    large = group[0].height >= LARGE * usual and len(words) <= HEADING
    return Line(words, "heading" if large else "paragraph", f"第{group[0].page + 1}页")


def _concerns(scans: list[int], ocr: bool, broken: list[int]) -> tuple[Concern, ...]:
    found: list[Concern] = []
    if broken:
        message = f"第 {_numbers(broken)} 页已损坏,没有读。请对照原件自行检查这几页。"
        found.append(Concern("pdf-broken-pages", message))
    if scans and ocr:
        found.append(CONCERN)
    elif scans:
        message = f"第 {_numbers(scans)} 页只有图片,没有读。请加 --ocr 识别,或对照原件自行检查这几页。"
        found.append(Concern("pdf-picture-pages", message))
    return tuple(found)


def _numbers(pages: list[int]) -> str:
    return "、".join(str(number + 1) for number in pages[:10])
