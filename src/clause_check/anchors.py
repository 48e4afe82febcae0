"""Derive from a regex the literals that every match must contain.

The result is a conjunction of alternatives: each frozenset holds literals of which at least one
occurs in every match. It comes from the pattern's own parse tree (``re._parser``, stable since 3.11),
never from hand-written hints, which silently lose matches.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

WIDEST = 160  # alternatives kept for one literal set; wider products are cut into two sets
CLASS = 12  # a character class of at most so many members counts as literals

Literals = frozenset[str]
Parts = tuple[Literals | None, list[Literals]]  # (all the strings it can be, else None; required sets)
EMPTY: Literals = frozenset({""})


def required(pattern: str) -> tuple[Literals, ...]:
    """Return the sets of literals of which each must contribute one to any match, cheapest first.

    Raises ``re.error`` when the pattern does not parse. An empty result means no anchor exists.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exact, sets = _sequence(parser.parse(pattern))
    if exact is not None:
        _flush(exact, sets)
    return tuple(sorted(set(sets), key=lambda s: (cost(s), sorted(s))))


def cost(literals: Iterable[str]) -> float:
    """Estimate how often a literal set occurs in ordinary text (relative, lower is rarer)."""
    return sum(0.05 ** (len(one) - 1) for one in literals)


def _sequence(nodes: Iterable[Any]) -> Parts:
    current, sets, whole = EMPTY, [], True
    for code, value in nodes:
        exact, inner = _node(code, value)
        sets += inner
        if exact is not None and len(current) * len(exact) <= WIDEST:
            current = frozenset(a + b for a in current for b in exact)
            continue
        _flush(current, sets)
        whole = False
        current = exact if exact is not None else EMPTY
    if whole:
        return current, sets
    _flush(current, sets)
    return None, sets


def _flush(literals: Literals, sets: list[Literals]) -> None:
    if "" not in literals and literals:
        sets.append(literals)


def _node(code: Any, value: Any) -> Parts:
    if code is op.LITERAL:
        return frozenset({chr(value)}), []
    if code is op.IN:
        return _members(value), []
    if code is op.BRANCH:
        return _branch(value[1])
    if code is op.SUBPATTERN:
        return _sequence(value[3])
    if code is op.ATOMIC_GROUP:
        return _sequence(value)
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _repeat(*value)
    if code is op.ASSERT:
        exact, sets = _sequence(value[1])
        if exact is not None:
            _flush(exact, sets)
        return EMPTY, sets
    if code in (op.AT, op.ASSERT_NOT):
        return EMPTY, []
    return None, []


def _members(items: list[Any]) -> Literals | None:
    found: set[str] = set()
    for code, value in items:
        if code is op.LITERAL:
            found.add(chr(value))
        elif code is op.RANGE and value[1] - value[0] < CLASS:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= CLASS else None


def _branch(options: list[Any]) -> Parts:
    parts = [_sequence(option) for option in options]
    exacts = [exact for exact, _ in parts if exact is not None]
    if len(exacts) == len(parts):
        union = frozenset().union(*exacts)
        if len(union) <= WIDEST:
            common = [s for s in parts[0][1] if all(s in sets for _, sets in parts)]
            return union, common
    best: set[str] = set()
    for exact, sets in parts:
        choice = list(sets)
        if exact is not None:
            _flush(exact, choice)
        if not choice:
            return None, []
        best |= min(choice, key=cost)
    return None, [frozenset(best)]


def _repeat(low: int, high: Any, body: Any) -> Parts:
    exact, sets = _sequence(body)
    if low == 0:
        return (exact | EMPTY, []) if high == 1 and exact is not None else (None, [])
    if low == high == 1:
        return exact, sets
    if exact is not None:
        _flush(exact, sets)
    return None, sets
