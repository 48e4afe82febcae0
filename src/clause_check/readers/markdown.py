"""Markdown: rendered to a page, then read like one, so that marks stand in nobody's way."""

from __future__ import annotations

from clause_check.model import Document
from clause_check.readers.encoding import decode
from clause_check.readers.html import page
from clause_check.readers.source import Source


def read(source: Source) -> tuple[Document, ...]:
    """Return the text as one document, one block a paragraph, heading, list item or table cell."""
    from markdown_it import MarkdownIt

    text, encoding = decode(source.data, source.label, source.path)
    # Line breaks stay until unwrap() has seen them: one clause a line is as usual as hard-wrapped prose.
    # Indented clauses are no code.
    writer = MarkdownIt("commonmark", {"breaks": True}).enable("table").disable("code")
    return (page(source, writer.render(text.removeprefix("\ufeff")), encoding, media="text/markdown"),)
