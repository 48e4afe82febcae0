"""A gzip-compressed page or crawl."""

from __future__ import annotations

import zlib
from dataclasses import replace

from clause_check.errors import ClauseCheckError
from clause_check.model import Document
from clause_check.readers.limits import MAX_INFLATED, MAX_NESTING, MAX_RATIO, MIN_BOMB
from clause_check.readers.source import Source

GZIP = 31  # zlib's window bits for a gzip header


def read(source: Source) -> tuple[Document, ...]:
    """Return what the file inside gives; raises ``archive-bomb``, ``archive-too-nested`` or ``file-broken``."""
    from clause_check.readers.registry import documents

    if source.depth >= MAX_NESTING:
        raise ClauseCheckError("archive-too-nested", source.path, limit=MAX_NESTING)
    limit = min(MAX_INFLATED, max(MIN_BOMB, MAX_RATIO * len(source.data)))
    inflater = zlib.decompressobj(GZIP)
    try:
        data = inflater.decompress(source.data, limit)
    except zlib.error as error:
        raise ClauseCheckError("file-broken", source.path) from error
    if inflater.unconsumed_tail:
        raise ClauseCheckError("archive-bomb", source.path, limit=limit)
    inner = source.path[: -len(".gz")] if source.path.lower().endswith(".gz") else source.path
    return documents(replace(source, data=data, path=inner, media="", depth=source.depth + 1))
