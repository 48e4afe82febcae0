"""Refuse regexes that can take unbounded time, with the reason and a safe way to write them.

Looks at the parse tree, not at the text: a repeat without limit over a broad class, a repeat around
another one, and repeated alternatives of which one is made of others are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from clause_check.anchors import strings
from clause_check.regextree import parse

MANY = 250  # repeats from here on count as unlimited
NARROW = 30  # a class of at most so many characters is no broad one
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
BROAD = "「任意字符」的重复没有上限，遇到长文会很慢；请写成 … 、…… 或 {0,40}? 这样的有限次数"
NESTED = "重复里又套着不定次数的重复，可能指数级变慢；请去掉内层或外层的 + *,或把次数写成定数"
AMBIGUOUS = "重复的几个选项里，一个是另外几个连写，可能指数级变慢；请删去那个连写的选项"
FLAGS = "不支持 (?i) 这类开关；折叠后的文字已统一大小写以外的写法，请把两种写法都列出"
REFERENCE = "不支持反向引用；请把各种写法分别列出"


def lint(pattern: str) -> list[str]:
    """Return in Chinese what is wrong with a regex, blocks written out; nothing when it is safe.

    Raises ``re.error`` when it does not parse.
    """
    tree = parse(pattern)
    found = [FLAGS] if tree.state.flags & re.IGNORECASE else []
    return list(dict.fromkeys([*found, *_walk(tree, False)]))


def _walk(nodes: Iterable[Any], inside: bool) -> Iterator[str]:
    """Yield the faults of a sequence; ``inside`` tells that it is repeated without limit."""
    for code, value in nodes:
        if code in (op.GROUPREF, op.GROUPREF_EXISTS):
            yield REFERENCE
        if code in REPEATS:
            _, high, body = value
            yield from _repeat(int(high), body, inside)
        else:
            for body in _bodies(code, value):
                yield from _walk(body, inside)


def _repeat(high: int, body: Any, inside: bool) -> Iterator[str]:
    unlimited = high >= MANY
    if unlimited and _broad(body):
        yield BROAD
    if inside and unlimited:
        yield NESTED
    if unlimited and _ambiguous(body):
        yield AMBIGUOUS
    yield from _walk(body, inside or unlimited)


def _bodies(code: Any, value: Any) -> list[Any]:
    if code is op.BRANCH:
        return list(value[1])
    if code is op.SUBPATTERN:
        return [value[3]]
    if code in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    if code is op.ATOMIC_GROUP:
        return [value]
    return [value[2]] if code is op.POSSESSIVE_REPEAT else []


def _broad(body: Any) -> bool:
    """Return whether a repeated body is one character out of many."""
    if len(body) != 1:
        return False
    code, value = body[0]
    if code is op.SUBPATTERN:
        return _broad(value[3])
    if code is not op.IN:
        return code in (op.ANY, op.NOT_LITERAL)
    digits = (op.CATEGORY, op.CATEGORY_DIGIT)
    broad = any(c in (op.NEGATE, op.CATEGORY) and (c, v) != digits for c, v in value)
    return broad or _size(value) > NARROW


def _size(members: list[Any]) -> int:
    return sum(v[1] - v[0] + 1 if c is op.RANGE else 1 for c, v in members)


def _ambiguous(body: Any) -> bool:
    """Return whether repeats of the body can read one text in several ways, as those of 退|退退 can."""
    words = strings(body) or frozenset()
    return _doubled(body) or any(_splits(one, words - {one}) for one in words)


def _doubled(nodes: Iterable[Any]) -> bool:
    """Return whether two alternatives, as in 版本?|版, can be the same words."""
    for code, value in nodes:
        if code is op.BRANCH:
            options = [strings(one) or frozenset() for one in value[1]]
            if sum(map(len, options)) > len(frozenset[str]().union(*options)):
                return True
        if any(_doubled(body) for body in _bodies(code, value)):
            return True
    return False


def _splits(text: str, words: frozenset[str]) -> bool:
    """Return whether ``text`` is made of ``words``."""
    ends = {0}
    for at in range(len(text)):
        if at in ends:
            ends |= {at + len(word) for word in words if word and text.startswith(word, at)}
    return bool(text) and len(text) in ends
