"""Write tables as an Excel workbook: frozen heads, filters, numbers as numbers, nothing that could run."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from clause_check.batch.extras import need
from clause_check.batch.table import Table, width
from clause_check.errors import ClauseCheckError
from clause_check.render.wording import visible

ROWS = 1_048_575  # below the head, all that Excel has
CELL = 32_767  # characters Excel takes
WIDEST = 60  # columns of text before it wraps


def write(path: Path, tables: Iterable[Table], notes: Iterable[str] = ()) -> None:
    """Write a workbook of one sheet a table.

    Raises ``extra-missing`` without XlsxWriter, ``file-unwritable`` when the file cannot be written.
    """
    writer = need("xlsxwriter", str(path))
    try:
        with path.open("wb") as file, writer.Workbook(file, {"constant_memory": True}) as book:
            head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
            wrapped = book.add_format({"text_wrap": True, "valign": "top"})
            for table in tables:
                _sheet(book.add_worksheet(table.name[:31]), table, head, wrapped)
            _notes(book.add_worksheet("说明"), notes, wrapped)
    except OSError as error:
        raise ClauseCheckError("file-unwritable", str(path), reason=error.strerror or str(error)) from None


def _sheet(sheet: Any, table: Table, head: Any, wrapped: Any) -> None:
    """Fill a sheet row by row, as the writer's constant memory asks for."""
    widths = [width(one) + 4 for one in table.heads]
    for column, name in enumerate(table.heads):
        sheet.write_string(0, column, name, head)
    last = 0
    for last, row in enumerate(islice(table.rows, ROWS), 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(last, column, visible(value)[:CELL], wrapped)
                widths[column] = max(widths[column], min(WIDEST, width(value) + 2))
            else:
                sheet.write_number(last, column, value)
    for column, size in enumerate(widths):
        sheet.set_column(column, column, size)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(table.heads) - 1)


def _notes(sheet: Any, notes: Iterable[str], wrapped: Any) -> None:
    sheet.set_column(0, 0, 2 * WIDEST)
    for row, note in enumerate(notes):
        sheet.write_string(row, 0, note, wrapped)
