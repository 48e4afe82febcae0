"""The one table of formats: media type to reader module, imported when a file needs it."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from clause_check.model import Document
from clause_check.readers.sniff import sniff
from clause_check.readers.source import Source

READERS: dict[str, str] = {
    "text/plain": "text",
    "text/markdown": "text",
    "text/html": "html",
}


def documents(source: Source) -> tuple[Document, ...]:
    """Read ``source`` with the reader for its media type, sniffed where nobody stated it."""
    media = source.media or sniff(source.data, source.path)
    reader = import_module(f"clause_check.readers.{READERS[media]}")
    found: tuple[Document, ...] = reader.read(replace(source, media=media))
    return found
