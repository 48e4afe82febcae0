"""What ``regex`` and ``re`` compile a pattern to, as numbers, and the pattern again without compiling.

Both are how the two modules make their own patterns: ``regex`` writes these facts into its pickles, ``re`` hands
them to ``_sre``, which checks them. Another release may do it differently: then ``UnknownForm`` is raised.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Callable
from importlib import import_module
from typing import Any

import regex

UNIT = "I"  # array type of a number of ``re``'s code
Packed = tuple[list[Any], bytes]  # facts fit for JSON, and code


class UnknownForm(ValueError):
    """This release of the module keeps its code in another form."""


def taken(pattern: regex.Pattern[str]) -> Packed:
    """Return a pattern of ``regex`` as data."""
    _, flags, code, groups, _, named, lists, offset, chars, char_flags, count = pattern._pickled_data  # type: ignore[attr-defined]
    if named or not isinstance(code, bytes):
        raise UnknownForm("regex")
    return [flags, groups, lists, offset, chars, char_flags, count], code


def made(source: str, facts: list[Any], code: bytes) -> regex.Pattern[str]:
    """Return the pattern of ``regex`` that ``taken`` took apart."""
    flags, groups, lists, offset, chars, char_flags, count = facts
    named = {group: name for name, group in groups.items()}
    make: Callable[..., regex.Pattern[str]] = import_module("regex._regex").compile
    return make(source, flags, code, groups, named, {}, lists, offset, tuple(chars), char_flags, count)


def plain_taken(source: str) -> Packed:
    """Return what ``re`` compiles a regex to as data.

    Raises ``re.error`` when ``re`` does not take it.
    """
    from clause_check.regextree import parse

    tree = parse(source)
    try:
        code: list[int] = import_module("re._compiler")._code(tree, 0)
    except (ImportError, AttributeError) as error:
        raise UnknownForm("re") from error
    return [tree.state.flags, tree.state.groups - 1, tree.state.groupdict], array(UNIT, code).tobytes()


def plain_made(source: str, facts: list[Any], code: bytes) -> re.Pattern[str]:
    """Return the pattern of ``re`` that ``plain_taken`` took apart."""
    flags, groups, named = facts
    order: list[str | None] = [None] * (groups + 1)
    for name, group in named.items():
        order[group] = name
    make: Callable[..., re.Pattern[str]] = vars(sys.modules["_sre"])["compile"]
    return make(source, flags, array(UNIT, code).tolist(), groups, named, tuple(order))
