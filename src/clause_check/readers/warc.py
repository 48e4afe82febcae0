"""Web crawls: one document per HTML response."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from importlib import import_module

from clause_check.errors import ClauseCheckError
from clause_check.model import Document
from clause_check.readers.encoding import declared, decode
from clause_check.readers.html import page
from clause_check.readers.layout import failed
from clause_check.readers.limits import MAX_BYTES, MAX_INFLATED
from clause_check.readers.source import Source

PAGES = ("text/html", "application/xhtml+xml")


def read(source: Source) -> tuple[Document, ...]:
    """Return the pages of the crawl, each named by its address; raises ``warc-missing`` or ``archive-empty``."""
    with redirect_stderr(io.StringIO()):  # warcio complains there, one line a fault
        responses = list(_responses(source))
    found = tuple(map(_document, responses))
    if not found:
        raise ClauseCheckError("archive-empty", source.path)
    return found


def _responses(source: Source) -> Iterator[Source]:
    try:
        iterator = import_module("warcio.archiveiterator")
        broken = import_module("warcio.exceptions").ArchiveLoadFailed
    except ImportError:
        raise ClauseCheckError("warc-missing", source.path) from None
    left = MAX_INFLATED
    try:
        for record in iterator.ArchiveIterator(io.BytesIO(source.data)):
            kind = (record.http_headers.get_header("Content-Type") or "") if record.http_headers else ""
            if record.rec_type != "response" or not kind.lower().startswith(PAGES):
                continue
            data = record.content_stream().read(min(left, MAX_BYTES) + 1)
            left -= len(data)
            if left < 0 or len(data) > MAX_BYTES:
                raise ClauseCheckError("archive-bomb", source.path, limit=MAX_INFLATED)
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            yield replace(source, data=data, path=f"{source.path}!/{address}", label=_charset(kind))
    except (broken, zlib.error, AttributeError, ValueError, OSError) as error:
        raise ClauseCheckError("file-broken", source.path) from error


def _document(response: Source) -> Document:
    try:
        text, encoding = decode(response.data, response.label or declared(response.data), response.path)
        return page(response, text.removeprefix("\ufeff"), encoding)
    except ClauseCheckError as error:
        return failed(response, error)


def _charset(kind: str) -> str:
    return kind.lower().partition("charset=")[2].strip(" \"'")
