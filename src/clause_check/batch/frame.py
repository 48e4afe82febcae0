"""The page around a summary, and its tables."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from clause_check.render.inlined import Inlined
from clause_check.render.markup import escape, tag

OWN = Inlined(Path(__file__).parent)


def number(value: float, place: str, kind: str = "") -> str:
    """Return a cell that leads to the clauses behind its number; nothing stands behind 0."""
    shown = f"{value:.1f}" if isinstance(value, float) else str(value)
    inner = f'<a href="{place}">{shown}</a>' if value else "0"
    return tag("td", inner, class_=f"number {kind}".strip())


def table(heads: Iterable[str], rows: Iterable[str], kind: str = "") -> str:
    """Return a table that the page's script can sort, of rows that are markup already."""
    head = tag("tr", "".join(tag("th", tag("span", escape(one)), scope="col") for one in heads))
    body = "".join(tag("tr", row) for row in rows)
    inner = tag("table", tag("thead", head) + tag("tbody", body), class_=f"sortable {kind}".strip())
    return tag("div", inner, class_="wide")
