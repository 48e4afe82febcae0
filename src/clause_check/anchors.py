"""Derive from a regex the literals of which every match must contain some.

They come from the pattern's own parse tree (``re._parser``, stable since 3.11), never from hand-written
hints, which silently lose matches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from re import IGNORECASE
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from clause_check.regextree import members, parse

WIDEST = 160  # alternatives kept for one literal set; wider products are cut into two sets
LONGEST = 3  # characters kept of a literal: longer ones swell the automaton and hardly spare a try
CLASS = 12  # a character class of at most so many members counts as literals

Literals = frozenset[str]
EMPTY: Literals = frozenset({""})


class Part(NamedTuple):
    """A part of a pattern: all strings it can be, else None; the sets that every match of it holds."""

    exact: Literals | None
    sets: tuple[Literals, ...] = ()


NOTHING = Part(EMPTY)
ANYTHING = Part(None)


def required(pattern: str) -> tuple[Literals, ...]:
    """Return the sets of literals of which each must contribute one to any match, rarest first.

    An empty result means that no anchor exists. Raises ``re.error`` when the pattern does not parse.
    """
    tree = parse(pattern)
    sets = () if tree.state.flags & IGNORECASE else _flushed(_sequence(tree)).sets
    return tuple(sorted(set(map(_short, sets)), key=rarity))


def cost(literals: Iterable[str]) -> float:
    """Estimate how often a literal set occurs in ordinary text (relative, lower is rarer)."""
    return sum(0.05 ** (len(one) - 1) for one in literals)


def rarity(literals: Literals) -> tuple[float, list[str]]:
    """Return what puts the rarest set first, always in the same order."""
    return cost(literals), sorted(literals)


def strings(nodes: Iterable[Any]) -> Literals | None:
    """Return all the strings that a parsed sequence can be, None when they are too many or not plain."""
    return _sequence(nodes).exact


def _sequence(nodes: Iterable[Any]) -> Part:
    sets: list[Literals] = []
    done, whole = EMPTY, True
    for code, value in nodes:
        part = _node(code, value)
        sets += part.sets
        if part.exact is not None and len(done) * len(part.exact) <= WIDEST:
            done = frozenset(a + b for a in done for b in part.exact)
            continue
        whole = False
        sets += _flushed(Part(done)).sets
        done = part.exact if part.exact is not None else EMPTY
    return Part(done, tuple(sets)) if whole else _flushed(Part(done, tuple(sets)))


def _flushed(part: Part) -> Part:
    """Return the part with its exact strings among its sets, unless they may be empty."""
    if not part.exact or "" in part.exact:
        return Part(None, part.sets)
    return Part(None, (*part.sets, _least(part.exact)))


def _short(literals: Literals) -> Literals:
    return _least(frozenset(one[:LONGEST] for one in literals))


@lru_cache(1024)
def _least(literals: Literals) -> Literals:
    """Return the set without literals that hold another one."""
    return frozenset(next(_inner(one, literals)) for one in literals)


def _inner(one: str, literals: Literals) -> Iterator[str]:
    """Yield the literals within ``one``, shortest first."""
    for size in range(1, len(one) + 1):
        yield from (one[at : at + size] for at in range(len(one) - size + 1) if one[at : at + size] in literals)


def _node(code: Any, value: Any) -> Part:
    if code is op.LITERAL:
        return Part(frozenset({chr(value)}))
    if code is op.IN:
        return Part(members(value, CLASS) or None)
    if code is op.BRANCH:
        return _branch([_sequence(option) for option in value[1]])
    if code is op.SUBPATTERN:
        return ANYTHING if value[1] & IGNORECASE else _sequence(value[3])
    if code is op.ATOMIC_GROUP:
        return _sequence(value)
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _repeat(int(value[0]), int(value[1]), _sequence(value[2]))
    if code is op.ASSERT:
        return Part(EMPTY, _flushed(_sequence(value[1])).sets)
    return NOTHING if code in (op.AT, op.ASSERT_NOT) else ANYTHING


def _branch(options: list[Part]) -> Part:
    union = frozenset[str]().union(*(one.exact for one in options if one.exact is not None))
    if all(one.exact is not None for one in options) and len(union) <= WIDEST:
        return Part(union, tuple(s for s in options[0].sets if all(s in o.sets for o in options)))
    sets = [_flushed(one).sets for one in options]
    if not all(sets):
        return ANYTHING
    return Part(None, (_least(frozenset[str]().union(*(min(one, key=cost) for one in sets))),))


def _repeat(low: int, high: int, body: Part) -> Part:
    if low == high == 1:
        return body
    if low:
        return _flushed(body)
    return Part(body.exact | EMPTY) if high == 1 and body.exact is not None else ANYTHING
