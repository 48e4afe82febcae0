"""A page that carries its own style and script: nothing else may act in it, and no request leaves it."""

from __future__ import annotations

import base64
import hashlib
from functools import cached_property
from pathlib import Path

from clause_check.render.markup import escape, tag


class Inlined:
    """Pages around the ``page.css`` and ``page.js`` of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def style(self) -> str:
        """Return the style sheet."""
        return self._folder.joinpath("page.css").read_text("utf-8")

    @cached_property
    def script(self) -> str:
        """Return the script."""
        return self._folder.joinpath("page.js").read_text("utf-8")

    @cached_property
    def policy(self) -> str:
        """Return the Content-Security-Policy under which only this page's own style and script run."""
        sources = [f"style-src '{_digest(self.style)}'", f"script-src '{_digest(self.script)}'"]
        return "; ".join(["default-src 'none'", *sources, "base-uri 'none'", "form-action 'none'"])

    def page(self, title: str, body: str) -> str:
        """Return a page around ``body``, which must be markup already; ``title`` is escaped."""
        head = [
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{self.policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            '<meta name="referrer" content="no-referrer">',
            tag("title", escape(title)),
            tag("style", self.style),
        ]
        parts = f"<head>{''.join(head)}</head>\n<body>{body}{tag('script', self.script)}</body>"
        return f'<!doctype html>\n<html lang="zh-CN">\n{parts}\n</html>\n'


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
