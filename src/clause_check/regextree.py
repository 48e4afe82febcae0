"""Parse a regex into the tree that ``re`` makes of it (``re._parser``, stable since 3.11)."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any


@lru_cache(1)  # one regex is looked at from several sides in turn; a tree is large
def parse(source: str) -> Any:
    """Return the parse tree; raises ``re.error`` when the source does not parse."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return parser.parse(source)


def members(items: Iterable[Any], most: int) -> frozenset[str] | None:
    """Return the characters of a parsed class, None when they are more than ``most`` or not listed."""
    found: set[str] = set()
    for code, value in items:
        if code is op.LITERAL:
            found.add(chr(value))
        elif code is op.RANGE and value[1] - value[0] < most:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= most else None
