"""Write HTML by small functions; only ``escape`` may touch words that come from outside."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape as quote

from clause_check.render.wording import visible


def escape(text: str) -> str:
    """Return text that a page shows as it is, also inside a quoted attribute."""
    return quote(visible(text), quote=True)


def tag(name: str, inner: str, /, **values: str | bool) -> str:
    """Return an element around markup; ``class_`` and ``aria_label`` become ``class`` and ``aria-label``."""
    return f"<{name}{attributes(**values)}>{inner}</{name}>"


def attributes(**values: str | bool) -> str:
    """Return the attributes, each escaped; ``True`` stands for one without value."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in values.items()}
    return "".join(f" {name}" if value is True else f' {name}="{escape(str(value))}"' for name, value in named.items())


def listing(items: Iterable[str]) -> str:
    """Return a list of markup, or nothing when there is no item."""
    rows = "".join(tag("li", item) for item in items)
    return tag("ul", rows) if rows else ""


def pairs(rows: Iterable[tuple[str, str]]) -> str:
    """Return a description list of markup, or nothing when there is no row."""
    inner = "".join(tag("div", tag("dt", term) + tag("dd", text)) for term, text in rows)
    return tag("dl", inner) if inner else ""
