"""Open zip files without being taken in: sizes, ratios and entity bombs are checked before anything grows."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from clause_check.errors import ClauseCheckError
from clause_check.readers.limits import MAX_INFLATED, MAX_MEMBERS, MAX_RATIO, MIN_BOMB


class Package:
    """One zip file; every read counts against the limit for the whole."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self._left = MAX_INFLATED
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise ClauseCheckError("file-broken", path) from error
        self.members = [info for info in self._zip.infolist() if info.filename and not info.is_dir()]
        if len(self.members) > MAX_MEMBERS:
            raise ClauseCheckError("archive-too-many", path, count=len(self.members), limit=MAX_MEMBERS)

    def read(self, info: zipfile.ZipInfo) -> bytes:
        """Return the member's bytes; raises ``archive-locked``, ``archive-bomb`` or ``file-broken``."""
        if info.flag_bits & 0x1:
            raise ClauseCheckError("archive-locked", self.path)
        limit = min(self._left, max(MIN_BOMB, MAX_RATIO * info.compress_size))
        try:
            with self._zip.open(info) as stream:
                data = stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError) as error:
            raise ClauseCheckError("file-broken", self.path) from error
        if len(data) > limit:
            raise ClauseCheckError("archive-bomb", self.path, limit=MAX_INFLATED)
        self._left -= len(data)
        return data

    def find(self, name: str) -> bytes | None:
        """Return the bytes of the member called ``name``, or None."""
        info = next((info for info in self.members if info.filename == name), None)
        return self.read(info) if info else None


class _NoDoctype(TreeBuilder):
    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        """Refuse: a document type is where entities, and with them bombs and outside files, come from."""
        raise ValueError(name)


def parse(data: bytes, path: str) -> Element:
    """Return the XML tree; raises ``file-broken`` for broken XML and for any document type."""
    parser = XMLParser(target=_NoDoctype())
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, ValueError) as error:
        raise ClauseCheckError("file-broken", path) from error
    return root
