"""Open what was found: local files and, through fsspec, object storage; one page of a crawl at a time."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from contextlib import redirect_stderr
from importlib import import_module
from pathlib import Path
from typing import Any

from clause_check.batch.extras import need
from clause_check.errors import ClauseCheckError
from clause_check.model import Document
from clause_check.readers.layout import failed
from clause_check.readers.limits import MAX_BYTES
from clause_check.readers.source import Source
from clause_check.stages.read import load, read

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)
CRAWL = re.compile(r"\.warc(?:\.gz)?$", re.I)
TABLE = re.compile(r"\.parquet$", re.I)
NAMES = ("url", "path", "name", "id")  # columns of a table of pages, the first that is there
CONTENTS = ("content", "html", "body", "text")
ROWS = 64  # of a table, read at once


def remote(path: str) -> bool:
    """Return whether a path is an address that fsspec opens."""
    return bool(ADDRESS.match(path))


def filesystem(address: str) -> tuple[Any, str]:
    """Return the file system of an address, and the path in it."""
    try:
        system, path = need("fsspec.core", address).url_to_fs(address)
    except (ValueError, ImportError) as error:
        raise ClauseCheckError("file-unreadable", address, reason=str(error)) from error
    return system, str(path).rstrip("/")


def many(path: str) -> bool:
    """Return whether a file is a crawl or table, which is read page by page."""
    return bool(CRAWL.search(path) or TABLE.search(path))


def documents(path: str, name: str, *, ocr: bool = False) -> Iterator[Document]:
    """Yield the documents of a file called ``name``; those of crawls and tables as they come.

    Raises what ``load`` and the readers raise, in the middle too.
    """
    if CRAWL.search(path):
        yield from _crawl(path, name)
    elif TABLE.search(path):
        yield from _table(path, name)
    else:
        yield from read(_bytes(path), name, ocr=ocr)


def digest(path: str) -> str:
    """Return the SHA-256 of the file's bytes, in hex."""
    with opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def opened(path: str) -> io.BufferedIOBase:
    """Return the file, open for reading bytes; raises ``file-missing`` or ``file-unreadable``."""
    try:
        if not remote(path):
            return Path(path).open("rb")
        system, inside = filesystem(path)
        file: io.BufferedIOBase = system.open(inside, "rb")
        return file
    except FileNotFoundError:
        raise ClauseCheckError("file-missing", path) from None
    except OSError as error:
        raise ClauseCheckError("file-unreadable", path, reason=error.strerror or str(error)) from None


def _bytes(path: str) -> bytes:
    if not remote(path):
        return load(Path(path))
    with opened(path) as file:
        return file.read(MAX_BYTES + 1)


def _crawl(path: str, name: str) -> Iterator[Document]:
    """Yield the pages of a crawl of any size: every response is handed to the reader as a crawl of its own."""
    try:
        archive, writer = import_module("warcio.archiveiterator"), import_module("warcio.warcwriter")
        broken = import_module("warcio.exceptions").ArchiveLoadFailed
    except ImportError:
        raise ClauseCheckError("warc-missing", name) from None
    empty = True
    with opened(path) as file:
        records = archive.ArchiveIterator(file)
        while True:
            try:
                with redirect_stderr(io.StringIO()):  # warcio complains there, one line a fault
                    found = _response(next(records), writer, name)
            except StopIteration:
                break
            except (broken, AttributeError, ValueError, OSError) as error:
                raise ClauseCheckError("file-broken", name) from error
            except ClauseCheckError as error:
                empty = False
                yield failed(Source(b"", error.place), error)
                continue
            if found:
                empty = False
                yield from _safely(found, name, "application/warc")
    if empty:
        raise ClauseCheckError("archive-empty", name)


def _response(record: Any, writer: Any, name: str) -> bytes:
    """Return a crawl of this one response, nothing when it is no page; raises ``file-too-large``."""
    if record.rec_type != "response" or not record.http_headers:
        return b""
    if "html" not in (record.http_headers.get_header("Content-Type") or "").lower():
        return b""
    if record.length > MAX_BYTES:
        place = f"{name}!/{record.rec_headers.get_header('WARC-Target-URI')}"
        raise ClauseCheckError("file-too-large", place, size=record.length, limit=MAX_BYTES)
    alone = io.BytesIO()
    writer.WARCWriter(alone, gzip=False).write_record(record)
    if getattr(record.raw_stream, "limit", 0) > 0:  # warcio does not say that the file was cut off
        raise ValueError("cut off")
    return alone.getvalue()


def _table(path: str, name: str) -> Iterator[Document]:
    """Yield the pages of a Parquet table with a column of names and one of bytes or text."""
    parquet = need("pyarrow.parquet", name)
    with opened(path) as file:
        try:
            pages = parquet.ParquetFile(file)
            columns = [next(c for c in wanted if c in pages.schema_arrow.names) for wanted in (NAMES, CONTENTS)]
        except (StopIteration, ValueError) as error:
            raise ClauseCheckError("file-broken", name) from error
        for batch in pages.iter_batches(ROWS, columns=columns):
            for page in batch.to_pylist():
                title, content = (page[column] for column in columns)
                data = content.encode("utf-8", "replace") if isinstance(content, str) else content or b""
                yield from _safely(data, f"{name}!/{title}")


def _safely(data: bytes, name: str, media: str | None = None) -> tuple[Document, ...]:
    """Return the documents of one page; one that fails says so in a concern, as a member of a zip does."""
    try:
        return read(data, name, media=media)
    except ClauseCheckError as error:
        return (failed(Source(data, name), error),)
