"""Whose a document is when the agreement does not say: the host, else the folder, else the file's name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from clause_check.batch.items import Found
from clause_check.model import Document

HOST = re.compile(r"!/[a-z][a-z0-9+.-]*://([^/?#]+)", re.I)


def part_name(found: Found, document: Document) -> str:
    """Return what the document is called behind the file's name; a reader may have cut ``.gz`` from that."""
    if document.path.startswith(found.name):
        return document.path[len(found.name) :]
    return document.path.removeprefix(found.name.removesuffix(".gz"))


def owner(found: Found, part: str) -> str:
    """Return the host a part was fetched from, else the folder it lies in, else its file's name bare."""
    host = HOST.match(part)
    if host:
        return host[1].lower()
    inside = re.sub(r"#\d+$", "", part).rpartition("!/")[2].lstrip("/")
    if found.owner:
        return found.owner
    if "/" in inside:
        return inside.split("/")[0]
    return PurePosixPath(inside or found.name).stem
