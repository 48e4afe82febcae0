"""Write a look-behind as several of one width each, which is all that ``re`` takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

MOST = 4000  # characters of what is written out; beyond, it stays a look-behind of varying width
WIDEST = 8  # repeats of one thing; a wider gap is one more look-behind each
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
LOOKS = (op.ASSERT, op.ASSERT_NOT)
Widths = dict[int, list[str]]  # the alternatives of each width, as regexes
Write = Callable[[list[tuple[Any, Any]]], str]


class Endless(ValueError):
    """The look-behind cannot be written with a few fixed widths."""


def fixed(body: Iterable[Any], write: Write) -> dict[int, str]:
    """Return the alternatives of a look-behind by width; ``write`` writes nodes of one width.

    Raises ``Endless`` when there would be too many.
    """
    return {width: "|".join(options) for width, options in _sequence(body, write).items()}


def _sequence(nodes: Iterable[Any], write: Write) -> Widths:
    found: Widths = {0: [""]}
    for code, value in nodes:
        found = _after(found, _node(code, value, write))
    return found


def _after(before: Widths, after: Widths) -> Widths:
    found: Widths = {}
    for (first, heads), (second, tails) in product(before.items(), after.items()):
        found.setdefault(first + second, []).append(_one(heads) + _one(tails))
    if sum(len(text) for options in found.values() for text in options) > MOST:
        raise Endless
    return found


def _one(options: list[str]) -> str:
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


def _node(code: Any, value: Any, write: Write) -> Widths:
    if code is op.BRANCH:
        return _union(_sequence(option, write) for option in value[1])
    if code is op.SUBPATTERN and value[0] is None and not value[1] and not value[2]:
        return _sequence(value[3], write)
    if code in REPEATS:
        low, high, body = value
        return _union(_sequence([*body] * times, write) for times in range(low, _few(high) + 1))
    if code in LOOKS or code is op.AT:
        return {0: [write([(code, value)])]}
    if code in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
        return {1: [write([(code, value)])]}
    raise Endless


def _few(times: Any) -> int:
    if int(times) > WIDEST:
        raise Endless
    return int(times)


def _union(many: Iterable[Widths]) -> Widths:
    found: Widths = {}
    for one in many:
        for width, options in one.items():
            found.setdefault(width, []).extend(options)
    return found
