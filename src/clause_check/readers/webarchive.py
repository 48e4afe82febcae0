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
        data, label = bytes(main["WebResourceData"]), str(main.get("WebResourceTextEncodingName", ""))
    except (plistlib.InvalidFileException, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ClauseCheckError("file-broken", source.path) from error
    frames = dict(_frame(one) for one in archive.get("WebSubframeArchives", [])[:MAX_MEMBERS])
    text, encoding = decode(data, label, source.path)
    return (page(replace(source, frames=frames), text.removeprefix("\ufeff"), encoding, media=source.media),)


def _frame(archive: dict[str, Any]) -> tuple[str, bytes]:
    main = archive.get("WebMainResource", {})
    return str(main.get("WebResourceURL", "")), bytes(main.get("WebResourceData", b""))
