"""Screenshots of agreements, read by OCR; several of one agreement become one document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from clause_check.errors import ClauseCheckError
from clause_check.model import Concern, Document
from clause_check.readers.layout import Line, compose
from clause_check.readers.ocr import recognise
from clause_check.readers.source import Source
from clause_check.readers.unwrap import unwrap

OVERLAP = 40  # lines that two screenshots may share
ALIKE = 0.75  # similarity of two readings of the same line
CONCERN = Concern("ocr-text", "文字由图片识别而来,可能有错字,请对照原图核对引文。")


def read(source: Source) -> tuple[Document, ...]:
    """Return the text of one picture; raises ``picture-needs-ocr``, ``ocr-missing`` or ``page-no-text``."""
    return (join(source, [source]),)


def join(whole: Source, pictures: Sequence[Source]) -> Document:
    """Return the pictures, in the given order, as one document; what two neighbours both show stands once."""
    lines: list[Line] = []
    for number, picture in enumerate(pictures, 1):
        if not picture.ocr:
            raise ClauseCheckError("picture-needs-ocr", picture.path)
        origin = f"第{number}张图" if len(pictures) > 1 else "图片"
        lines = merged(lines, [Line(text, "paragraph", origin) for text in recognise(picture.data, picture.path)])
    if not any(line.text for line in lines):
        raise ClauseCheckError("page-no-text", whole.path)
    return compose(whole, _paragraphs(lines), media=pictures[0].media, concerns=(CONCERN,))


def merged(first: Sequence[Line], second: Sequence[Line]) -> list[Line]:
    """Return both runs of lines, the longest end of ``first`` that opens ``second`` left out once."""
    upper = [line for line in first if line.text]
    lower = [line for line in second if line.text]
    for length in range(min(OVERLAP, len(upper), len(lower)), 0, -1):
        if _same(upper[-length:], lower[:length]):
            after = second.index(lower[length - 1]) + 1
            return [*first, *second[after:]]
    return [*first, *second]


def _same(ends: Iterable[Line], begins: Iterable[Line]) -> bool:
    pairs = zip(ends, begins, strict=True)
    return all(SequenceMatcher(None, one.text, other.text).ratio() >= ALIKE for one, other in pairs)


def _paragraphs(lines: Sequence[Line]) -> list[Line]:
    """Join wrapped lines; a paragraph keeps the picture in which it begins."""
    paragraphs: list[Line] = []
    rest = [line for line in lines if line.text]
    for text in unwrap([line.text for line in lines]):
        origin = rest[0].origin
        paragraphs.append(Line(text, "paragraph", origin))
        taken = 0
        while rest and taken + len(rest[0].text) <= len(text):
            taken += len(rest.pop(0).text)
    return paragraphs
