"""Saved web pages: every block of text, hidden tabs, frames, templates and scripts included."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from clause_check.errors import ClauseCheckError
from clause_check.model import Concern, Document
from clause_check.readers.coverage import uncovered
from clause_check.readers.dom import Found, Walk
from clause_check.readers.elements import UNCLOSED
from clause_check.readers.encoding import declared, decode
from clause_check.readers.furniture import agreement
from clause_check.readers.layout import Line, compose
from clause_check.readers.limits import MAX_DEPTH, MAX_NESTING
from clause_check.readers.marker import han
from clause_check.readers.script import holds_template, literals, marked
from clause_check.readers.source import Source
from clause_check.readers.spot import Zone
from clause_check.readers.unwrap import unwrap

TAGS = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^>]*>")
PLAIN_LISTS = re.compile(
    r"(?:^|[},/])\s*(?:ol|li)\s*(?:,[^{}]{0,300})?\{[^{}]{0,600}list-style(?:-type)?\s*:\s*none", re.I
)
FRAMED = 500  # Chinese characters; a page with fewer may be but the frame around the agreement


def read(source: Source) -> tuple[Document, ...]:
    """Return the page as one document."""
    text, encoding = decode(source.data, source.label or declared(source.data), source.path)
    return (page(source, text.removeprefix("\ufeff"), encoding),)


def page(source: Source, markup: str, encoding: str, media: str = "text/html") -> Document:
    """Return the document that ``markup`` shows; raises ``page-too-deep`` or ``page-no-text``."""
    reader = PageReader(source)
    found = reader.lines(markup)
    kept = agreement(found)
    document = compose(source, _placed(kept), media=media, encoding=encoding, title=reader.title)
    if not document.text.strip():
        raise ClauseCheckError("page-no-text", source.path)
    concerns = uncovered(markup, reader.tree, document.text, "\n".join(one.line.text for one in found))
    return replace(document, concerns=concerns + _framed(reader.missing, document))


def _framed(missing: list[str], document: Document) -> tuple[Concern, ...]:
    if not missing or han(document.text) >= FRAMED:
        return ()
    message = f"正文可能在另一个网页里(框架 {missing[0]}),没有随本页保存。请单独打开那一页保存后再查。"
    return (Concern("frame-missing", message),)


class PageReader:
    """Reads one page with everything nested in it; remembers its title and the frames that were not saved."""

    def __init__(self, source: Source) -> None:
        self.title = ""
        self.tree: Any = None
        self.missing: list[str] = []
        self._source = source
        self._depth = 0
        self._open: set[str] = set()
        self._plain_lists = False

    def lines(self, markup: str) -> list[Found]:
        """Return every line of ``markup``, furniture and all."""
        from selectolax.lexbor import LexborHTMLParser

        _check_depth(markup, self._source.path)
        tree = LexborHTMLParser(markup)
        self.tree = self.tree or tree
        if not self.title and (title := tree.css_first("title")) is not None:
            self.title = " ".join(title.text().split())
        styles = "\n".join(style.text() for style in tree.css("style")) if "<ol" in markup else ""
        self._plain_lists = self._plain_lists or bool(PLAIN_LISTS.search(styles))
        return self._walk(tree.root)

    def _walk(self, *roots: Any) -> list[Found]:
        return Walk(self._follow, self._plain_lists).run(*roots)

    def _follow(self, node: Any) -> list[Found] | None:
        """Return what stands behind ``node``, or None when its children are to be walked."""
        return FOLLOW[node.tag](self, node)

    def _nested(self, markup: str) -> list[Found]:
        if self._depth >= MAX_NESTING:
            return []
        self._depth += 1
        try:
            return self.lines(markup)
        finally:
            self._depth -= 1

    def _frame(self, node: Any) -> list[Found]:
        attributes = node.attributes
        if srcdoc := attributes.get("srcdoc"):
            return self._nested(srcdoc)
        address = attributes.get("src") or ""
        data = self._source.frames.get(address)
        if data is not None and address not in self._open:
            self._open.add(address)
            return self._nested(decode(data, declared(data), self._source.path)[0])
        if address and data is None and not address.startswith(("about:", "javascript:")):
            self.missing.append(address)
        return []

    def _template(self, node: Any) -> list[Found]:
        fragments = node.template_fragments()[:1]
        return self._walk(*(child for part in fragments for child in part.iter(include_text=True)))

    def _textarea(self, node: Any) -> list[Found] | None:
        text = node.text()
        return self._nested(text) if marked(text) else None

    def _script(self, node: Any) -> list[Found]:
        script = node.text()
        if holds_template(node.attributes.get("type") or ""):
            found = self._nested(script)
        elif len(script) < 300:
            return []
        else:
            found = [one for text in literals(script) for one in self._literal(text)]
        return [Found(Line(one.line.text, one.line.kind, "脚本"), Zone("script", 0), one.linked) for one in found]

    def _literal(self, text: str) -> list[Found]:
        if marked(text):
            return self._nested(text)
        return [Found(Line(line)) for line in unwrap(text.split("\n"))]


FOLLOW = {
    "iframe": PageReader._frame,
    "frame": PageReader._frame,
    "template": PageReader._template,
    "textarea": PageReader._textarea,
    "script": PageReader._script,
}


def _check_depth(markup: str, path: str) -> None:
    if markup.count("<") <= MAX_DEPTH:
        return
    depth = 0
    for match in TAGS.finditer(markup):
        if match[2].lower() in UNCLOSED or markup[match.end() - 2] == "/":
            continue
        depth = max(0, depth + (-1 if match[1] else 1))
        if depth > MAX_DEPTH:
            raise ClauseCheckError("page-too-deep", path, limit=MAX_DEPTH)


def _placed(found: list[Found]) -> list[Line]:
    """Give every line that has no table cell to its name the number of its paragraph."""
    lines: list[Line] = []
    for number, one in enumerate(found, 1):
        place = one.line.origin if one.line.origin.startswith("表") else f"{one.line.origin}第{number}段"
        if one.zone is not None and one.zone.why == "hidden":
            place = f"隐藏部分 {place}"
        lines.append(Line(one.line.text, one.line.kind, place))
    return lines
