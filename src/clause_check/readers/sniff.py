"""Tell a file's media type from its first bytes, then from its name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from clause_check.errors import ClauseCheckError
from clause_check.readers.encoding import wide

ZIP = "application/zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"bplist00", "application/x-webarchive"),
    (b"WARC/", "application/warc"),
)
NAMES: dict[str, str] = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".mhtml": "multipart/related",
    ".mht": "multipart/related",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".shtml": "text/html",
}
OLD_WORD = b"\xd0\xcf\x11\xe0"
RTF = b"{\\rtf"
MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|div|p|span|meta|table|article|section|script|h[1-6])[\s>/]", re.I
)
MAIL = re.compile(rb"\A\s*(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.I)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def sniff(data: bytes, path: str) -> str:
    """Return the media type; raises ``file-old-word``, ``file-rtf`` or ``file-binary``."""
    head = data[:4096]
    for magic, media in MAGIC:
        if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(magic):
            return _zipped(data) if media == ZIP else media
    if head.startswith(b"\x1f\x8b"):
        return "application/warc" if path.lower().endswith((".warc.gz", ".warc")) else "application/gzip"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head.startswith(OLD_WORD):
        raise ClauseCheckError("file-old-word", path)
    if head.startswith(RTF):
        raise ClauseCheckError("file-rtf", path)
    return _text(data, path)


def _zipped(data: bytes) -> str:
    return DOCX if re.search(rb"word/document\d*\.xml", data) else ZIP


def _text(data: bytes, path: str) -> str:
    if MAIL.match(data[:8192]):
        return "multipart/related"
    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff") or (b"\0" in data[:65536] and bool(wide(data)))
    if not utf16 and len(CONTROL.findall(data[:65536])) > len(data[:65536]) / 200:
        raise ClauseCheckError("file-binary", path)
    named = NAMES.get(PurePosixPath(path.replace("\\", "/")).suffix.lower())
    if named:
        return named
    narrow = data[:65536].replace(b"\0", b"") if utf16 else data[:65536]
    return "text/html" if _marked(narrow, path) else "text/plain"


def _marked(head: bytes, path: str) -> bool:
    """Tell a page by its markup; a .txt must open with it, for people quote tags in plain text."""
    if path.lower().endswith(".txt"):
        return bool(MARKUP.match(head.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")))
    return bool(MARKUP.search(head))
