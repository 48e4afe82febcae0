"""Fold what stands between the words: blanks, invisible characters, keyboard punctuation, dodging signs.

Works on flattened text. Blanks beside Chinese go, between Latin words one remains; ASCII punctuation beside
Chinese becomes Chinese; signs put between single characters to dodge a search (不*退, 不.退.款) go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

GONE = (
    "\\x00-\\x08\\x0e-\\x1b\\x7f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f"
    "\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb"
)
BLANK = "\\s\\u2800"
MARKS = f'{GONE}{BLANK},;:!?()."'

_CHINESE = dict(zip(",;:!?()", "，；：！？（）", strict=True))
_CJK = ("汉", "、")
_BLANK = re.compile(f"[{BLANK}]")
_GONE = re.compile(f"[{GONE}]")
_ZERO = "\u200b"

# A letter beyond Latin-1 stands for a Chinese character: a class of the exact ranges takes 2 ms to compile.
_HAN = "[^\\W\\x00-\\xff]"
# One sign between two characters is enough for signs that prose never puts there; others must be repeated
# around single characters; 、and / are honest between single characters too (省/市/区), so there it takes three.
# A blank may stand beside each sign.
_ANY = f"[{GONE}{BLANK}]?"
_BEHIND = f"(?:(?<={_HAN}.)|(?<={_HAN}[{GONE}{BLANK}].))"
_BEFORE = f"(?={_ANY}{_HAN})"
_DODGE = re.compile(
    f"([*^`´_.·|~/、#@&+=×→★☆●■◆※-]){_BEHIND}(?:(?<=[*^`´_]){_BEFORE}"
    f"|(?<=[.·|~#@&+=×→★☆●■◆※-])(?:{_ANY}{_HAN}{_ANY}\\1)+{_BEFORE}|(?<=[/、])(?:{_ANY}{_HAN}{_ANY}\\1){{2,}}{_BEFORE}"
    f"|(?<=[|~·])(?:(?<=[不概恕拒].)(?={_HAN})|(?<=退.)(?=[款换货])))"
)
_SIGNS = re.compile("[*^`´_.·|~/、#@&+=×→★☆●■◆※-]")


def undodge(flat: str) -> str:
    """Return ``flat`` with dodging signs made invisible; the length stays the same."""
    return _DODGE.sub(lambda match: _SIGNS.sub(_ZERO, match[0]), flat)


def fold(run: str, before: str, after: str, opened: bool) -> tuple[tuple[int, str], ...] | None:
    """Return the (place, text) parts that remain of a run of marks, None when it stays as it is.

    ``before`` and ``after`` are the characters on both sides, empty at a clause's edge; ``opened`` tells
    whether a straight quotation mark is open.
    """
    if len(run) > 4:
        return _parts(run, kind(before), kind(after), opened)
    return _short_parts(run, kind(before), kind(after), opened)


def kind(sign: str) -> str:
    """Return 汉 for a Chinese character, 、 for a Chinese mark, x for all else, empty for an edge."""
    if sign < "\u2014":
        return "x" if sign else ""
    if "\u3400" <= sign <= "\u9fff":
        return "汉"
    return "、" if "\u3001" <= sign <= "\u301f" or sign in "！（），：；？～“”…—" else "x"


def _parts(run: str, before: str, after: str, opened: bool) -> tuple[tuple[int, str], ...] | None:
    starts: list[int] = []
    kept: list[list[str]] = []
    for place, sign in _fold(run, before, after, opened):
        if starts and starts[-1] + len(kept[-1]) == place:
            kept[-1].append(sign)
        else:
            starts.append(place)
            kept.append([sign])
    parts = tuple((start, "".join(signs)) for start, signs in zip(starts, kept, strict=True))
    return None if parts == ((0, run),) else parts


_short_parts = lru_cache(4096)(_parts)


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


def _stops(run: str, place: int, after: str) -> bool:
    """Return whether the point behind a Chinese character is a full stop: not an ellipsis, not a decimal."""
    following = run[place + 1 : place + 2] or after
    return following != "." and (place + 1 < len(run) or after in ("", "汉"))
