"""Plain tables, and the ways to write them: text, Markdown, CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import east_asian_width

from clause_check.render.markdown import escape
from clause_check.render.wording import visible

Value = str | int | float
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; ``note`` is a sentence that stands above them."""

    name: str
    heads: tuple[str, ...]
    rows: Iterable[tuple[Value, ...]]
    note: str = ""


def text(table: Table, limit: int = 0) -> str:
    """Return the table in columns that know how wide Chinese is; at most ``limit`` rows when it is not 0."""
    shown, left = _shown(table, limit)
    cells = [[" ".join(visible(str(value)).split()) for value in row] for row in (table.heads, *shown)]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    numeric = [bool(shown) and all(isinstance(row[n], int | float) for row in shown) for n in range(len(widths))]
    lines = ["  ".join(_padded(*one) for one in zip(row, widths, numeric, strict=True)).rstrip() for row in cells]
    return "\n".join([f"【{table.name}】", *([table.note] if table.note else []), *lines, *_rest(left)])


def markdown(table: Table, limit: int = 0) -> str:
    """Return the table as Markdown under a heading."""
    shown, left = _shown(table, limit)
    lines = [f"| {' | '.join(table.heads)} |", f"|{' --- |' * len(table.heads)}"]
    lines += [f"| {' | '.join(escape(str(value)) for value in row)} |" for row in shown]
    parts = [f"## {table.name}", *([table.note] if table.note else []), "\n".join(lines), *_rest(left)]
    return "\n\n".join(parts)


def separated(table: Table) -> str:
    """Return the table as CSV that spreadsheets open as UTF-8 and in which they run nothing."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.heads)
    writer.writerows([_harmless(value) for value in row] for row in table.rows)
    return "\ufeff" + out.getvalue()


def width(line: str) -> int:
    """Return how many columns of a terminal a line takes."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line)


def _padded(cell: str, size: int, right: bool) -> str:
    blank = " " * (size - width(cell))
    return blank + cell if right else cell + blank


def _shown(table: Table, limit: int) -> tuple[list[tuple[Value, ...]], int]:
    """Return the rows to print and how many are left."""
    rows = list(table.rows)
    return (rows[:limit], len(rows) - limit) if limit and len(rows) > limit else (rows, 0)


def _rest(left: int) -> list[str]:
    return [f"……另有 {left} 行。"] if left else []


def _harmless(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
