"""Write a regex in a form that finds the same matches sooner.

Alternatives that begin alike are gathered, and a look at the next character is put before what costs
much to try. Works on the parse tree of ``re``, whose syntax the rules keep to; what it does
not know stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from clause_check.regexbehind import Endless, fixed
from clause_check.regextree import members, parse

WIDEST = 200  # characters in a look at the next one
FEW = 3  # alternatives up to here are not worth a look

Node = tuple[Any, Any]
Nodes = list[Node]
REPEATS = {op.MAX_REPEAT: "", op.MIN_REPEAT: "?", op.POSSESSIVE_REPEAT: "+"}
LOOKS = {op.ASSERT: "=", op.ASSERT_NOT: "!"}
PLACES = {op.AT_BEGINNING: "^", op.AT_END: "$", op.AT_BEGINNING_STRING: r"\A", op.AT_END_STRING: r"\Z"}
KINDS = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
}
SIMPLE = (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY)


def faster(source: str) -> str:
    """Return a regex with the same matches in the same order.

    Raises ``re.error`` when the source does not parse.
    """
    tree = parse(source)
    if tree.state.flags & re.IGNORECASE or tree.state.groupdict:
        return source
    try:
        return _sequence(tree, True)
    except KeyError:
        return source


def _sequence(nodes: Iterable[Node], looks: bool) -> str:
    found, written = _flat(nodes), ""
    for at, node in enumerate(found):
        if looks and _costly(node) and not (at and _behind(found[at - 1])):
            written += _look(_firsts(found[at + 1 :]))
        written += _node(*node, looks)
    return written


def _behind(node: Node) -> bool:
    return node[0] in LOOKS and node[1][0] < 0


def _costly(node: Node) -> bool:
    """Return whether a node is a look-behind for more than single characters."""
    return _behind(node) and any(code not in (op.LITERAL, op.IN) for code, _ in _flat(node[1][1]))


def _flat(nodes: Iterable[Node]) -> Nodes:
    """Return the nodes with groups that only bracket written out."""
    found: Nodes = []
    for code, value in nodes:
        if code is op.SUBPATTERN and value[0] is None and not value[1] and not value[2]:
            found += _flat(value[3])
        else:
            found.append((code, value))
    return found


def _node(code: Any, value: Any, looks: bool) -> str:
    if code is op.LITERAL:
        return _letter(value)
    if code is op.NOT_LITERAL:
        return f"[^{_letter(value)}]"
    if code is op.IN:
        return f"[{''.join(map(_member, value))}]"
    if code is op.ANY:
        return "."
    if code is op.AT:
        return PLACES[value]
    if code is op.BRANCH:
        return _branch([_flat(one) for one in value[1]], looks)
    if code is op.SUBPATTERN:
        return _group(value, looks)
    if code is op.ATOMIC_GROUP:
        return f"(?>{_sequence(value, looks)})"
    if code in LOOKS:
        return _lookbehind(code, value[1]) if value[0] < 0 else f"(?{LOOKS[code]}{_sequence(value[1], looks)})"
    return _repeat(value, REPEATS[code], looks)


def _lookbehind(code: Any, body: Nodes) -> str:
    """Return a look-behind, as several of one width each where that is possible.

    It is matched backwards: a look at the next character would come too late.
    """
    try:
        widths = fixed(body, lambda nodes: _sequence(nodes, False))
    except Endless:
        return f"(?<{LOOKS[code]}{_sequence(body, False)})"
    written = [f"(?<{LOOKS[code]}{words})" for words in widths.values()]
    return "".join(written) if code is op.ASSERT_NOT or len(written) == 1 else f"(?:{'|'.join(written)})"


def _group(value: Any, looks: bool) -> str:
    number, add, remove, body = value
    if add or remove:
        raise KeyError("flags")
    return f"{'(' if number is not None else '(?:'}{_sequence(body, looks)})"


def _repeat(value: Any, mode: str, looks: bool) -> str:
    low, high, body = value
    inner = _flat(body)
    written = _sequence(inner, looks)
    if not (len(inner) == 1 and inner[0][0] in SIMPLE):
        written = f"(?:{written})"
    return f"{written}{{{low},{'' if high is op.MAXREPEAT else high}}}{mode}"


def _letter(value: int) -> str:
    return re.escape(chr(value))


def _member(member: Node) -> str:
    code, value = member
    if code is op.NEGATE:
        return "^"
    if code is op.LITERAL:
        return _letter(value)
    return KINDS[value] if code is op.CATEGORY else f"{_letter(value[0])}-{_letter(value[1])}"


def _branch(options: Iterable[Nodes], looks: bool) -> str:
    """Return the alternatives, those that begin with the same character gathered at the place of the first."""
    options = list(_options(options))
    written = [_together(alike, looks) for alike in _alike(options)]
    if len(written) == 1:
        return written[0]
    look = _look(_union(_firsts(one) for one in options)) if looks and len(written) > FEW else ""
    return f"{look}(?:{'|'.join(written)})"


def _options(options: Iterable[Nodes]) -> Iterator[Nodes]:
    """Yield the alternatives; those that are nothing but alternatives, one by one."""
    for one in options:
        if len(one) == 1 and one[0][0] is op.BRANCH:
            yield from _options(_flat(inner) for inner in one[0][1][1])
        else:
            yield one


def _alike(options: Iterable[Nodes]) -> list[list[Nodes]]:
    """Group by the first character; no alternative is moved past one that could begin likewise."""
    groups: list[list[Nodes]] = []
    places: dict[int, int] = {}
    for one in options:
        first = one[0][1] if one and one[0][0] is op.LITERAL else None
        if first is None:
            places.clear()
        if first in places:
            groups[places[first]].append(one)
            continue
        if first is not None:
            places[first] = len(groups)
        groups.append([one])
    return groups


def _together(alike: list[Nodes], looks: bool) -> str:
    first, *more = alike
    if not more:
        return _sequence(first, looks)
    return _letter(first[0][1]) + _branch([one[1:] for one in alike], looks)


def _look(firsts: frozenset[str] | None) -> str:
    return f"(?=[{''.join(map(re.escape, sorted(firsts)))}])" if firsts and len(firsts) <= WIDEST else ""


def _firsts(nodes: Nodes) -> frozenset[str] | None:
    """Return the characters a match can begin with; None when they are unknown or there may be none."""
    for at, (code, value) in enumerate(nodes):
        rest = nodes[at + 1 :]
        if code is op.LITERAL:
            return frozenset({chr(value)})
        if code is op.IN:
            return members(value, WIDEST)
        if code is op.BRANCH:
            return _union(_firsts([*_flat(one), *rest]) for one in value[1])
        if code is op.SUBPATTERN:
            return _firsts([*_flat(value[3]), *rest])
        if code in REPEATS:
            inside = _firsts(_flat(value[2]))
            return inside if value[0] else _union([inside, _firsts(rest)])
        if code not in LOOKS:
            return None
    return None


def _union(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    found: set[str] = set()
    for one in sets:
        if one is None:
            return None
        found |= one
    return frozenset(found)
