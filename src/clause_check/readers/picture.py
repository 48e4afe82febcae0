"""Screenshots of agreements, read by OCR; several of one agreement become one document."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from clause_check.errors import ClauseCheckError
from clause_check.model import Concern, Document
from clause_check.readers.layout import Line, compose
from clause_check.readers.ocr import recognise
from clause_check.readers.rows import Row, paragraphs, text
from clause_check.readers.source import Source

OVERLAP = 40  # lines that two screenshots may share
ALIKE = 0.75  # similarity of two readings of the same line
CONCERN = Concern("ocr-text", "文字由图片识别而来,可能有错字,请对照原图核对引文。")


def read(source: Source) -> tuple[Document, ...]:
    """Return the text of one picture; raises ``picture-needs-ocr``, ``ocr-missing`` or ``page-no-text``."""
    return (join(source, [source]),)


def join(whole: Source, pictures: Sequence[Source]) -> Document:
    """Return the pictures, in the given order, as one document; what two neighbours both show stands once."""
    rows: list[Row] = []
    for page, picture in enumerate(pictures, 1):
        if not picture.ocr:
            raise ClauseCheckError("picture-needs-ocr", picture.path)
        rows = merged(rows, recognise(picture.data, picture.path, page))
    if not rows:
        raise ClauseCheckError("page-no-text", whole.path)
    lines = [Line(text(group), "paragraph", f"第{group[0].page}张图") for group in paragraphs(rows)]
    return compose(whole, lines, media=pictures[0].media, concerns=(CONCERN,))


def merged(first: Sequence[Row], second: Sequence[Row]) -> list[Row]:
    """Return both runs of rows; the longest end of ``first`` that opens ``second`` stands once."""
    for length in range(min(OVERLAP, len(first), len(second)), 0, -1):
        if all(map(_alike, first[-length:], second[:length])):
            return [*first, *second[length:]]
    return [*first, *second]


def _alike(one: Row, other: Row) -> bool:
    return SequenceMatcher(None, one.text, other.text).ratio() >= ALIKE
