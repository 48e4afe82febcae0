"""Tell headings from sentences."""

from __future__ import annotations

import re

_SENTENCE = re.compile("[。！？；，,;!?…@]|[：:].|://|\\d{7}")
_LIMIT = 40
_PLAIN_LIMIT = 25
_TRIM = " \t\r\n\u3000\xa0*_#]】|"


def title(text: str) -> str:
    """Return the heading's words without blanks and decoration around them."""
    return text.strip().strip(_TRIM).removeprefix("【")


def short(text: str, limit: int = _LIMIT) -> bool:
    """Return whether ``text`` is as short as a heading and holds no sentence punctuation."""
    words = text.strip(_TRIM)
    wide = sum(2 if sign > "\u2e7f" else 1 for sign in words[: 2 * limit + 1])
    return 0 < wide <= 2 * limit and words[-1] not in "：:、" and not _SENTENCE.search(words)


def plain(text: str) -> bool:
    """Return whether an unnumbered line reads as a heading."""
    return short(text, _PLAIN_LIMIT)
