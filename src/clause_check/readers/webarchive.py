"""Safari's own archive: a binary property list with the page's bytes inside."""

from __future__ import annotations

import plistlib
from dataclasses import replace
from typing import Any

from clause_check.errors import ClauseCheckError
from clause_check.model import Document
from clause_check.readers.encoding import decode
from clause_check.readers.html import page
from clause_check.readers.limits import MAX_MEMBERS
from clause_check.readers.source import Source


def read(source: Source) -> tuple[Document, ...]:
    """Return the main page with its saved frames; raises ``file-broken``."""
    try:
        archive: dict[str, Any] = plistlib.loads(source.data)
        main = archive["WebMainResource"]
        data, label = _bytes(main["WebResourceData"]), str(main.get("WebResourceTextEncodingName", ""))
        frames = dict(_frame(one) for one in archive.get("WebSubframeArchives", [])[:MAX_MEMBERS])
    except (plistlib.InvalidFileException, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ClauseCheckError("file-broken", source.path) from error
    text, encoding = decode(data, label, source.path)
    return (page(replace(source, frames=frames), text.removeprefix("\ufeff"), encoding, media=source.media),)


def _frame(archive: dict[str, Any]) -> tuple[str, bytes]:
    main = archive.get("WebMainResource", {})
    return str(main.get("WebResourceURL", "")), _bytes(main.get("WebResourceData", b""))


def _bytes(data: object) -> bytes:
    if not isinstance(data, bytes):  # a number would be taken for a size to allocate
        raise TypeError(type(data).__name__)
    return data
