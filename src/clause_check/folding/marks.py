"""Fold what stands between the words: blanks, invisible characters, keyboard punctuation, dodging signs.

Works on flattened text. Blanks beside Chinese go, between Latin words one remains; ASCII punctuation beside
Chinese becomes Chinese; signs put between single characters to dodge a search (不*退, 不.退.款) go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from clause_check.folding.characters import HAN

GONE = (
    "\\x00-\\x08\\x0e-\\x1b\\x7f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f"
    "\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb\\U000e0000-\\U000e01ef"
)
BLANK = "\\s\\u2800"
MARKS = f'{GONE}{BLANK},;:!?()."'

_CHINESE = dict(zip(",;:!?()", "，；：！？（）", strict=True))
_HAN = re.compile(f"[{HAN}]")
_PUNCTUATION = re.compile("[\\u3001-\\u3011\\u3014-\\u301f！（），：；？～“”…—]")
_BLANK = re.compile(f"[{BLANK}]")
_GONE = re.compile(f"[{GONE}]")
_CJK = ("汉", "、")
_ZERO = "\u200b"

# One sign between two characters is enough for signs that prose never puts there; others must be repeated
# around single characters; 、and / are honest between single characters too (省/市/区), so there it takes three.
_DODGES = (
    re.compile(f"(?:[*^`´_]|(?<=[不概恕拒])[|~·•]|(?<=退)[|~·•](?=[款换货]))(?<=[{HAN}].)(?=[{HAN}])"),
    re.compile(f"([.·|~*-])(?<=[{HAN}].)(?:[{HAN}]\\1)+(?=[{HAN}])"),
    re.compile(f"([/、])(?<=[{HAN}].)(?:[{HAN}]\\1){{2,}}(?=[{HAN}])"),
)
_SIGNS = re.compile("[.·|~*^`´_/、-]")


def undodge(flat: str) -> str:
    """Return ``flat`` with dodging signs made invisible; the length stays the same."""
    for dodge in _DODGES:
        flat = dodge.sub(lambda match: _SIGNS.sub(_ZERO, match[0]), flat)
    return flat


def fold(run: str, before: str, after: str, opened: bool) -> tuple[tuple[int, str], ...]:
    """Return (place, character) for what remains of a run of marks.

    ``before`` and ``after`` are the characters on both sides, empty at a clause's edge; ``opened`` tells
    whether a straight quotation mark is open.
    """
    if len(run) > 4:
        return tuple(_fold(run, kind(before), kind(after), opened))
    return _fold_short(run, kind(before), kind(after), opened)


def kind(sign: str) -> str:
    """Return 汉 for a Chinese character, 、 for a Chinese mark, x for all else, empty for an edge."""
    if not sign:
        return ""
    return "汉" if _HAN.match(sign) else "、" if _PUNCTUATION.match(sign) else "x"


def _fold(run: str, before: str, after: str, opened: bool) -> Iterator[tuple[int, str]]:
    chinese = before in _CJK or after in _CJK
    blank = -1
    for place, sign in enumerate(run):
        if _GONE.match(sign):
            continue
        if _BLANK.match(sign):
            blank = place if blank < 0 else blank
            continue
        plain = sign
        if sign == '"':
            plain, opened = ("”" if opened else "“"), not opened
        elif sign == ".":
            plain = "。" if before == "汉" and _stops(run, place, after) else sign
        elif chinese:
            plain = _CHINESE[sign]
        if blank >= 0 and before == "x" and kind(plain) == "x":
            yield blank, " "
        blank, before = -1, kind(plain)
        yield place, plain
    if blank >= 0 and before == after == "x":
        yield blank, " "


_fold_short = lru_cache(4096)(lambda *given: tuple(_fold(*given)))


def _stops(run: str, place: int, after: str) -> bool:
    """Return whether the point behind a Chinese character is a full stop: not an ellipsis, not a decimal."""
    return ".." not in run and (place + 1 < len(run) or after in ("", "汉"))
