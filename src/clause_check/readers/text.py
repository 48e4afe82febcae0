"""Plain text: the file's own characters, untouched, so that offsets count in the file itself."""

from __future__ import annotations

from clause_check.model import Document
from clause_check.readers.encoding import decode
from clause_check.readers.layout import digest
from clause_check.readers.source import Source


def read(source: Source) -> tuple[Document, ...]:
    """Return the decoded text as it stands, BOM and CR LF included."""
    text, encoding = decode(source.data, source.label, source.path)
    document = Document(
        path=source.path,
        text=text,
        sha256=digest(source.data),
        size=len(source.data),
        media=source.media or "text/plain",
        encoding=encoding,
    )
    return (document,)
