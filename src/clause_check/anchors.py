"""Derive from a regex the literals that every match must contain, and how far apart they stand.

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
CLASS = 12  # a character class of at most so many members counts as literals
COMMON = 2.0  # sets of a higher cost say too little to be worth looking for
FAR = 1000  # distances from here on count as unlimited

Literals = frozenset[str]
EMPTY: Literals = frozenset({""})


class Link(NamedTuple):
    """A literal set of which one stands ``low`` to ``high`` characters behind the link before, or the start."""

    literals: Literals
    low: int
    high: int


class Skeleton(NamedTuple):
    """What every match holds: ``links`` in this order, ``free`` sets anywhere in or around it.

    ``tail`` is the greatest distance from the start of the last link to the end of the match.
    """

    links: tuple[Link, ...]
    free: tuple[Literals, ...]
    tail: int


class Part(NamedTuple):
    """A part of a pattern: all strings it can be, else None; its links; what is left behind the last link."""

    exact: Literals | None
    links: list[Link]
    free: list[Literals]
    low: int
    high: int


def skeleton(pattern: str) -> Skeleton:
    """Return the literals that every match holds, in order.

    Raises ``re.error`` when the pattern does not parse. No links and no free sets mean that none exist.
    """
    tree = parse(pattern)
    if tree.state.flags & IGNORECASE:
        return Skeleton((), (), FAR)
    part = _flushed(_sequence(tree))
    return Skeleton(tuple(part.links), tuple(dict.fromkeys(part.free)), min(part.high, FAR))


def required(pattern: str) -> tuple[Literals, ...]:
    """Return the sets of literals of which each must contribute one to any match, rarest first.

    Raises ``re.error`` when the pattern does not parse. An empty result means no anchor exists.
    """
    links, free, _ = skeleton(pattern)
    return tuple(sorted({*(link.literals for link in links), *free}, key=lambda s: (cost(s), sorted(s))))


def cost(literals: Iterable[str]) -> float:
    """Estimate how often a literal set occurs in ordinary text (relative, lower is rarer)."""
    return sum(0.05 ** (len(one) - 1) for one in literals)


def strings(nodes: Iterable[Any]) -> Literals | None:
    """Return all the strings that a parsed sequence can be, None when they are too many or not plain."""
    return _sequence(nodes).exact


def _sequence(nodes: Iterable[Any]) -> Part:
    links: list[Link] = []
    free: list[Literals] = []
    done = Part(EMPTY, links, free, 0, 0)
    whole = True
    for code, value in nodes:
        part = _node(code, value)
        free += part.free
        if part.exact is not None and done.exact is not None and len(done.exact) * len(part.exact) <= WIDEST:
            done = done._replace(exact=frozenset(a + b for a in done.exact for b in part.exact))
            continue
        whole = False
        done = _flushed(done)
        if part.exact is not None:
            done = done._replace(exact=part.exact)
            continue
        done = _append(done, part)
    return done if whole else _flushed(done)._replace(exact=None)


def _append(done: Part, part: Part) -> Part:
    """Return ``done``, flushed, followed by a part that is not exact."""
    if not part.links:
        return done._replace(low=done.low + part.low, high=done.high + part.high)
    first, *rest = part.links
    done.links.extend([Link(first.literals, done.low + first.low, done.high + first.high), *rest])
    return done._replace(low=part.low, high=part.high)


def _flushed(part: Part) -> Part:
    """Return the part with its exact strings made a link, or a gap when they may be empty."""
    exact = part.exact if part.exact is not None else EMPTY
    if "" in exact or not exact:
        longest = max(map(len, exact), default=0)
        return part._replace(exact=EMPTY, high=part.high + longest)
    literals, shift, low, high = _least(exact)
    link = Link(literals, part.low, part.high + shift)
    return Part(EMPTY, [*part.links, link], part.free, low, high)


@lru_cache(1024)
def _least(literals: Literals) -> tuple[Literals, int, int, int]:
    """Return the set without literals that hold another one; how far that one may stand behind their start.

    The last two are the least and greatest distance from the kept literal's start to the end of the original.
    """
    kept: set[str] = set()
    shift, high = 0, 0
    for one in literals:
        inside = next(_inner(one, literals))
        at = one.find(inside)
        kept.add(inside)
        shift, high = max(shift, at), max(high, len(one) - at)
    return frozenset(kept), shift, min(map(len, kept)), high


def _inner(one: str, literals: Literals) -> Iterator[str]:
    """Yield the literals within ``one``, shortest first."""
    for size in range(1, len(one) + 1):
        yield from (one[at : at + size] for at in range(len(one) - size + 1) if one[at : at + size] in literals)


def _gap(low: int, high: int) -> Part:
    return Part(None, [], [], low, high)


def _none(free: list[Literals]) -> Part:
    return Part(EMPTY, [], free, 0, 0)


def _node(code: Any, value: Any) -> Part:
    if code is op.LITERAL:
        return Part(frozenset({chr(value)}), [], [], 0, 0)
    if code is op.IN:
        listed = members(value, CLASS)
        return Part(listed, [], [], 0, 0) if listed else _gap(1, 1)
    if code is op.BRANCH:
        return _branch([_sequence(option) for option in value[1]])
    if code is op.SUBPATTERN:
        return _sequence(value[3]) if not value[1] & IGNORECASE else _gap(0, FAR)
    if code is op.ATOMIC_GROUP:
        return _sequence(value)
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _repeat(value[0], min(int(value[1]), FAR), _sequence(value[2]))
    if code is op.ASSERT:
        inside = _flushed(_sequence(value[1]))
        return _none([*inside.free, *(link.literals for link in inside.links)])
    if code in (op.AT, op.ASSERT_NOT):
        return _none([])
    return _gap(1, 1) if code in (op.ANY, op.NOT_LITERAL) else _gap(0, FAR)


def _branch(options: list[Part]) -> Part:
    exacts = [one.exact for one in options if one.exact is not None]
    union = frozenset[str]().union(*exacts)
    if len(exacts) == len(options) and len(union) <= WIDEST:
        return Part(union, [], [s for s in options[0].free if all(s in o.free for o in options)], 0, 0)
    flushed = [_flushed(one) for one in options]
    widths = [_width(one) for one in flushed]
    low, high = min(w[0] for w in widths), max(w[1] for w in widths)
    if not all(one.links or one.free for one in flushed):
        return _gap(low, high)
    if not all(one.links for one in flushed):
        free = frozenset[str]().union(*(min((*(k.literals for k in o.links), *o.free), key=cost) for o in flushed))
        return Part(None, [], [free], low, high)
    chosen = [min(_placed(one), key=lambda link: cost(link.literals)) for one in flushed]
    literals, shift, least, _ = _least(frozenset[str]().union(*(one.literals for one in chosen)))
    behind = max(width[1] - link.low for width, link in zip(widths, chosen, strict=True))
    link = Link(literals, min(one.low for one in chosen), max(one.high for one in chosen) + shift)
    return Part(None, [link], [], min(least, behind), behind)


def _placed(part: Part) -> Iterator[Link]:
    """Yield the links with their distances from the start of the part."""
    low = high = 0
    for link in part.links:
        low, high = low + link.low, high + link.high
        yield Link(link.literals, low, high)


def _width(part: Part) -> tuple[int, int]:
    return part.low + sum(k.low for k in part.links), part.high + sum(k.high for k in part.links)


def _repeat(low: int, high: int, body: Part) -> Part:
    if low == high == 1 or (low == 0 and high == 1 and body.exact is not None):
        return body if low else body._replace(exact=(body.exact or EMPTY) | EMPTY, free=[])
    body = _flushed(body)
    width = _width(body)
    if low == 0:
        return _gap(0, width[1] * high)
    return Part(None, body.links, body.free, body.low, body.high + width[1] * (high - 1))


def thin(bones: Skeleton, limit: float) -> Skeleton:
    """Return the skeleton without the sets that stand in nearly every sentence; the rarest always stays."""
    sets = [*(link.literals for link in bones.links), *bones.free]
    limit = max(limit, min(map(cost, sets), default=limit))
    links: list[Link] = []
    low = high = 0
    for link in bones.links:
        low, high = low + link.low, high + link.high
        if cost(link.literals) <= limit:
            links.append(Link(link.literals, low, high))
            low = high = 0
    return Skeleton(tuple(links), tuple(s for s in bones.free if cost(s) <= limit), bones.tail + high)
