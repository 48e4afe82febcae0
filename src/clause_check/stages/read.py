"""Bytes become documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from clause_check.errors import ClauseCheckError
from clause_check.model import Document
from clause_check.readers.division import divide
from clause_check.readers.doubt import doubts
from clause_check.readers.facts import state
from clause_check.readers.limits import MAX_BYTES
from clause_check.readers.registry import documents
from clause_check.readers.sniff import sniff
from clause_check.readers.source import Source


def load(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return the file's bytes.

    Raises ``file-missing``, ``file-is-folder``, ``file-unreadable``, ``file-too-large`` or ``file-empty``.
    """
    try:
        if path.is_dir():
            raise ClauseCheckError("file-is-folder", str(path))
        if path.stat().st_size > limit:
            raise ClauseCheckError("file-too-large", str(path), size=path.stat().st_size, limit=limit)
        data = path.read_bytes()
    except FileNotFoundError:
        raise ClauseCheckError("file-missing", str(path)) from None
    except OSError as error:
        raise ClauseCheckError("file-unreadable", str(path), reason=error.strerror or str(error)) from None
    if not data.strip():
        raise ClauseCheckError("file-empty", str(path))
    return data


def read(data: bytes, path: str, *, media: str | None = None, ocr: bool = False) -> tuple[Document, ...]:
    """Return the documents in ``data``: one of most files, several of archives and of pages with two agreements.

    ``path`` names the file in messages; ``media`` overrides what the bytes look like.
    """
    if len(data) > MAX_BYTES:
        raise ClauseCheckError("file-too-large", path, size=len(data), limit=MAX_BYTES)
    if not data.strip():
        raise ClauseCheckError("file-empty", path)
    found = documents(Source(data, path, media or "", ocr=ocr))
    return tuple(_finish(part) for document in found for part in divide(document))


def read_pictures(pictures: Sequence[tuple[bytes, str]]) -> tuple[Document, ...]:
    """Return several screenshots of one agreement, in the given order, as one document named after the first."""
    from clause_check.readers.picture import join

    sources = [Source(data, path, sniff(data, path), ocr=True) for data, path in pictures]
    return (_finish(join(sources[0], sources)),)


def _finish(document: Document) -> Document:
    """Add what is read from the words themselves: facts, and doubts that this is an agreement."""
    if not document.text:
        return document
    stated = state(document)
    return replace(stated, concerns=stated.concerns + doubts(stated))
