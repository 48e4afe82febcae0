"""Zip files of saved pages: each document inside, nested folders and GBK names included."""

from __future__ import annotations

import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from clause_check.errors import ClauseCheckError
from clause_check.model import Document
from clause_check.readers.layout import failed
from clause_check.readers.limits import MAX_NESTING
from clause_check.readers.names import natural, pictured, readable
from clause_check.readers.package import Package
from clause_check.readers.source import Source

UTF8_NAME = 0x800


def read(source: Source) -> tuple[Document, ...]:
    """Return every document inside, named ``a.zip!/folder/page.html``; one that fails says so in a concern.

    Raises ``archive-empty``, ``archive-too-nested`` and what ``Package`` raises.
    """
    if source.depth >= MAX_NESTING:
        raise ClauseCheckError("archive-too-nested", source.path, limit=MAX_NESTING)
    package = Package(source.data, source.path)
    found = [document for member in _members(package, source) for document in _documents(member)]
    found += _pictures(package, source)
    if not found:
        raise ClauseCheckError("archive-empty", source.path)
    return tuple(found)


def member_name(info: zipfile.ZipInfo) -> str:
    """Return the name as its author saw it: Windows writes GBK without saying so."""
    name = info.orig_filename
    if info.flag_bits & UTF8_NAME:
        return name
    raw = name.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def _named(package: Package, wanted: Callable[[str], bool]) -> list[tuple[str, zipfile.ZipInfo]]:
    named = ((member_name(info).replace("\\", "/"), info) for info in package.members)
    return sorted(((name, info) for name, info in named if wanted(name)), key=lambda entry: natural(entry[0]))


def _members(package: Package, source: Source) -> Iterator[Source]:
    for name, info in _named(package, readable):
        data = package.read(info)
        if data.strip():
            yield replace(source, data=data, path=f"{source.path}!/{name}", media="", label="", depth=source.depth + 1)


def _documents(member: Source) -> tuple[Document, ...]:
    from clause_check.readers.registry import documents

    try:
        return documents(member)
    except ClauseCheckError as error:
        return (failed(member, error),)


def _pictures(package: Package, source: Source) -> list[Document]:
    """Return the pictures of each folder as one document; without OCR they are left, as assets of a page."""
    from clause_check.readers.picture import join

    if not source.ocr:
        return []
    folders: dict[str, list[Source]] = defaultdict(list)
    for name, info in _named(package, pictured):
        picture = replace(source, data=package.read(info), path=f"{source.path}!/{name}", media="image/png")
        folders[str(PurePosixPath(name).parent)].append(picture)
    return [join(replace(source, path=pictures[0].path), pictures) for pictures in folders.values()]
