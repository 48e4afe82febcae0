"""Parse a regex into the tree that ``re`` makes of it (``re._parser``, stable since 3.11)."""

from __future__ import annotations

import warnings
from functools import lru_cache
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any


@lru_cache(1)  # one regex is looked at from several sides in turn; a tree is large
def parse(source: str) -> Any:
    """Return the parse tree; raises ``re.error`` when the source does not parse."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return parser.parse(source)
