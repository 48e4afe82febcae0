"""The page around a summary, and its tables."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from clause_check.render.markup import escape, tag


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


def page(title: str, body: str) -> str:
    """Return a whole page around markup; only its own style and script may act in it."""
    sources = [f"{kind}-src '{_digest(file)}'" for kind, file in (("style", "page.css"), ("script", "page.js"))]
    policy = "; ".join(["default-src 'none'", *sources, "base-uri 'none'", "form-action 'none'"])
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        tag("title", escape(title)),
        tag("style", _asset("page.css")),
    ]
    script = tag("script", _asset("page.js"))
    return f'<!doctype html>\n<html lang="zh-CN">\n<head>{"".join(head)}</head>\n<body>{body}{script}</body>\n</html>\n'


@cache
def _asset(file: str) -> str:
    return Path(__file__).with_name(file).read_text("utf-8")


def _digest(file: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(_asset(file).encode()).digest()).decode()
