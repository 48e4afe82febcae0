"""Pages saved whole: Chrome's MHTML, old IE's .mht, with quoted-printable or base64 parts and frames."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32

from clause_check.errors import ClauseCheckError
from clause_check.model import Document
from clause_check.readers.encoding import declared, decode
from clause_check.readers.html import page
from clause_check.readers.limits import MAX_MEMBERS, MAX_NESTING
from clause_check.readers.source import Source

# The standard library's full parser takes a hundred times as long over the pictures' base64.
HEADERS = BytesHeaderParser(policy=compat32)
BLANK_LINE = re.compile(rb"\r?\n[ \t]*\r?\n")
NAMES = ("Content-Transfer-Encoding", "Content-Location", "Content-ID")
PAGES = ("text/html", "application/xhtml+xml", "text/plain")


@dataclass(frozen=True, slots=True)
class Part:
    """One page of the archive: its bytes, the charset of its header, and the addresses it answers to."""

    data: bytes
    media: str
    label: str
    names: tuple[str, ...]


def read(source: Source) -> tuple[Document, ...]:
    """Return the first page with its frames in place; raises ``page-no-text`` when no part is a page."""
    parts = list(_parts(source.data, 0))
    root = next((part for part in parts if part.media != "text/plain"), next(iter(parts), None))
    if root is None:
        raise ClauseCheckError("page-no-text", source.path)
    frames = {name: part.data for part in parts if part is not root for name in part.names}
    text, encoding = decode(root.data, root.label or declared(root.data), source.path)
    inner = replace(source, frames=frames)
    return (page(inner, text.removeprefix("\ufeff"), encoding, media="multipart/related"),)


def _parts(data: bytes, depth: int) -> Iterator[Part]:
    head, body = _split(data)
    headers = HEADERS.parsebytes(head)
    boundary = headers.get_boundary()
    if headers.get_content_maintype() == "multipart" and boundary and depth < MAX_NESTING:
        for section in _sections(body, boundary.encode("latin-1", "replace")):
            yield from _parts(section, depth + 1)
    elif headers.get_content_type() in PAGES:
        yield _part(headers, body)


def _split(data: bytes) -> tuple[bytes, bytes]:
    data = data.lstrip(b"\r\n")
    blank = BLANK_LINE.search(data)
    return (data[: blank.start()], data[blank.end() :]) if blank else (data, b"")


def _sections(body: bytes, boundary: bytes) -> list[bytes]:
    sections = re.split(rb"(?:\A|\r?\n)--" + re.escape(boundary) + rb"(?:--)?[ \t]*(?=\r?\n|\Z)", body)
    return sections[1 : MAX_MEMBERS + 1]


def _part(headers: Message, body: bytes) -> Part:
    transfer, location, ident = (str(headers.get(name) or "").strip() for name in NAMES)
    transfer = transfer.lower()
    if transfer == "quoted-printable":
        body = binascii.a2b_qp(body)
    elif transfer == "base64":
        body = _base64(body)
    names = (location, location.rsplit("/", 1)[-1], f"cid:{ident.strip('<>')}" if ident else "")
    label = headers.get_content_charset() or ""
    return Part(body, headers.get_content_type(), label, tuple(name for name in names if name))


def _base64(body: bytes) -> bytes:
    """Decode all whole groups; a page that was cut off is still worth reading."""
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", body)
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
