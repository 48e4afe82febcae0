"""Write a letter as a Word file laid out to be printed: cover, statement, exhibits, clauses with their law."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from clause_check.complaint.blocks import Block, Letter
from clause_check.complaint.moment import written
from clause_check.complaint.plaintext import headed
from clause_check.errors import ClauseCheckError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Row
    from docx.text.paragraph import Paragraph

BODY, HEAD = "仿宋", "黑体"
SIZE = 14  # points
TEXT_WIDTH = 15.6  # cm between the margins of A4
WIDTHS: dict[int, tuple[float, ...]] = {2: (4.0, 11.6), 5: (1.8, 3.8, 4.4, 3.2, 2.4)}
COVER = ("被告", "原告", "投诉人", "被投诉人", "举报人", "被举报人", "订单号", "涉及金额", "付款金额", "人数")


def as_word(letter: Letter, today: date) -> bytes:
    """Return the letter as the bytes of a .docx on A4; raises ``docx-missing`` without python-docx."""
    try:
        from docx import Document as new
    except ModuleNotFoundError:
        raise ClauseCheckError("docx-missing") from None
    document = new()
    _page(document)
    _cover(document, letter, today)
    for block, text in headed(without_short(letter)):
        _block(document, block, text)
    return _bytes(document, letter, today)


def without_short(letter: Letter) -> Letter:
    """Return the letter without the short version and its heading: that one is typed, not printed."""
    blocks = letter.blocks
    after = [*blocks[1:], Block("para")]
    kept = [one for one, next_ in zip(blocks, after, strict=True) if "short" not in (one.kind, next_.kind)]
    return replace(letter, blocks=tuple(kept))


def _page(document: Document) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    section.top_margin = section.bottom_margin = Cm(2.5)
    style = document.styles["Normal"]
    style.font.name, style.font.size = BODY, Pt(SIZE)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), BODY)
    style.paragraph_format.line_spacing = 1.5
    style.paragraph_format.space_after = Pt(0)
    _page_number(section.footer.paragraphs[0])


def _page_number(paragraph: Paragraph) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _cover(document: Document, letter: Letter, today: date) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    for _ in range(5):
        document.add_paragraph()
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(title, letter.title, HEAD, Pt(26))
    document.add_paragraph()
    for name, value in _cover_rows(letter):
        line = document.add_paragraph(f"{name}：{value}")
        line.paragraph_format.left_indent = Pt(SIZE * 5)
    day = document.add_paragraph(written(today))
    day.alignment = WD_ALIGN_PARAGRAPH.CENTER
    day.paragraph_format.space_before = Pt(SIZE * 4)
    document.add_page_break()  # type: ignore[no-untyped-call]


def _cover_rows(letter: Letter) -> list[tuple[str, ...]]:
    rows = [row for block in letter.blocks if block.kind == "fields" for row in block.rows]
    return [row for row in rows if row[0] in COVER]


def _block(document: Document, block: Block, text: str) -> None:
    from docx.shared import Pt

    match block.kind:
        case "heading":
            heading = document.add_paragraph()
            heading.paragraph_format.space_before = Pt(SIZE)
            heading.paragraph_format.keep_with_next = True
            _run(heading, text, HEAD, Pt(SIZE + 1))
        case "quote":
            quote = document.add_paragraph(text)
            quote.paragraph_format.left_indent = Pt(SIZE * 2)
        case "fields" | "table":
            _table(document, block.rows, header=block.kind == "table")
        case "sign":
            _sign(document, block.rows)
        case _:
            line = document.add_paragraph(text)
            line.paragraph_format.first_line_indent = Pt(SIZE * 2)


def _run(paragraph: Paragraph, text: str, font: str, size: int) -> None:
    from docx.oxml.ns import qn

    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.font.bold = font, size, True
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _table(document: Document, rows: Sequence[tuple[str, ...]], *, header: bool) -> None:
    from docx.shared import Cm, Pt

    columns = len(rows[0])
    widths = WIDTHS.get(columns, (TEXT_WIDTH / columns,) * columns)
    table = document.add_table(rows=0, cols=columns, style="Table Grid")
    table.autofit = False
    for number, row in enumerate(rows):
        for cell, text, width in zip(table.add_row().cells, row, widths, strict=True):
            cell.width = Cm(width)
            run = cell.paragraphs[0].add_run(text)
            run.font.size = Pt(SIZE - 2)
            run.bold = header and number == 0
    if header:
        _repeat(table.rows[0])


def _repeat(row: _Row) -> None:
    """Print the header row again on every page the table runs over."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _sign(document: Document, rows: Sequence[tuple[str, ...]]) -> None:
    from docx.shared import Pt

    for number, (name, value) in enumerate(rows):
        line = document.add_paragraph(f"{name}：{value}")
        line.paragraph_format.space_before = Pt(SIZE * 2 if number == 0 else 0)


def _bytes(document: Document, letter: Letter, today: date) -> bytes:
    """Return the file, its author empty and its dates those of the letter: it tells nobody about the computer."""
    properties = document.core_properties
    properties.title, properties.author = letter.title, ""
    properties.created = properties.modified = datetime(today.year, today.month, today.day, tzinfo=UTC)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
