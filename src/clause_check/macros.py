"""Expand the lawyer's shorthand in rule regexes: ``{平台}…{有权}…修改``.

``{name}`` stands for a named block of ``patterns/blocks``; ``…`` for a gap of at most 12 characters
inside the sentence, ``……`` for one of at most 40. Both gaps are lazy and never leave the sentence.
"""

from __future__ import annotations

import re

SHORT_GAP = ".{0,12}?"
LONG_GAP = ".{0,40}?"
NAME = re.compile(r"\{([\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9_]*)\}")
DEPTH = 8


class UnknownBlock(ValueError):
    """A regex names a block that no file defines; ``args[0]`` is the name."""


def expand(regex: str, blocks: dict[str, str]) -> str:
    """Return ``regex`` with every block and gap written out.

    Raises ``UnknownBlock`` for a name that is not defined or that is defined by itself.
    """
    for _ in range(DEPTH):
        if not NAME.search(regex):
            return regex.replace("……", LONG_GAP).replace("…", SHORT_GAP)
        regex = NAME.sub(lambda found: _block(found[1], blocks), regex)
    raise UnknownBlock(NAME.findall(regex)[0])


def _block(name: str, blocks: dict[str, str]) -> str:
    if name not in blocks:
        raise UnknownBlock(name)
    return f"(?:{blocks[name]})"
