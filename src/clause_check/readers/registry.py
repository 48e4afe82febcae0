"""The one table of formats: media type to reader module, imported when a file needs it."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from clause_check.model import Document
from clause_check.readers.sniff import sniff
from clause_check.readers.source import Source

READERS: dict[str, str] = {
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/html": "html",
    "multipart/related": "mhtml",
    "application/x-webarchive": "webarchive",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/pdf": "pdf",
    "application/zip": "archive",
    "application/gzip": "gzipped",
    "application/warc": "warc",
    "image/png": "picture",
    "image/jpeg": "picture",
    "image/webp": "picture",
}


def documents(source: Source) -> tuple[Document, ...]:
    """Read ``source`` with the reader for its media type, sniffed where nobody stated it."""
    media = source.media or sniff(source.data, source.path)
    reader = import_module(f"clause_check.readers.{READERS[media]}")
    found: tuple[Document, ...] = reader.read(replace(source, media=media))
    return found
