"""The short version: sentences that can be typed by hand, within a number of characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from clause_check.complaint.templates import Brief
from clause_check.complaint.wording import fill
from clause_check.errors import ClauseCheckError

NEEDED = 3  # sentences up to this ``keep`` stay; the last of them may be cut
LEAST = 15  # characters below which a cut sentence says nothing
DEFAULT = 300


def shorten(briefs: Sequence[Brief], names: dict[str, Any], limit: int) -> str:
    """Return the sentences of a template that fit ``limit`` characters, the dispensable ones left out.

    Raises ``short-too-small`` with the number that would do when even the needed ones do not fit.
    """
    filled = [(brief.keep, text) for brief in briefs if (text := fill(brief.text, names))]
    for keep in sorted({keep for keep, _ in filled if keep > NEEDED}, reverse=True):
        if _length(filled) > limit:
            filled = [one for one in filled if one[0] != keep]
    over = _length(filled) - limit
    if over > 0:
        filled = [(keep, _trim(text, len(text) - over) if keep == NEEDED else text) for keep, text in filled]
    if _length(filled) > limit:
        raise ClauseCheckError("short-too-small", str(limit), least=_least(filled))
    return "".join(text for _, text in filled)


def _length(filled: Sequence[tuple[int, str]]) -> int:
    return sum(len(text) for _, text in filled)


def _least(filled: Sequence[tuple[int, str]]) -> int:
    return sum(len(_trim(text, 0, longest=False)) if keep == NEEDED else len(text) for keep, text in filled)


def _trim(text: str, length: int, *, longest: bool = True) -> str:
    """Return the longest run of whole phrases within ``length``, else the shortest that still says something."""
    ends = [m.start() for m in re.finditer(r"[，。；！？]", text) if m.start() >= LEAST and _closed(text[: m.start()])]
    fitting = [end for end in ends if end < length]
    if not ends:
        return text
    return text[: fitting[-1] if longest and fitting else ends[0]] + "。"


def _closed(text: str) -> bool:
    """Return whether no quotation is open at the end of ``text``."""
    return all(text.count(left) == text.count(right) for left, right in ("「」", "“”", "（）", "《》"))
