"""Fold the clauses into plain text, one a line, with the way back to the original."""

from __future__ import annotations

import re

from clause_check.folding import names as naming
from clause_check.folding import sides
from clause_check.folding.characters import flatten
from clause_check.folding.marks import GONE, fold, undodge
from clause_check.folding.pieces import Pieces
from clause_check.model import Clause, Document, Names, Plain

_NUMERAL = re.compile("\\s*[一二三四五六七八九十百]{1,3}")  # 一. 总则: the point behind it is no full stop
_INVISIBLE = re.compile(f"[{GONE}]")


def resolve_names(document: Document) -> Names:
    """Return what the agreement calls its two sides."""
    return naming.resolve_names(_INVISIBLE.sub("", flatten(document.text)))


def normalise(document: Document, clauses: tuple[Clause, ...], names: Names) -> Plain:
    """Return the folded text: one clause a line, the two sides' own names as 本平台 and 用户."""
    flat = undodge(flatten(document.text))
    pieces = Pieces()
    pattern = sides.hits(names, flat)
    for number, clause in enumerate(clauses):
        if number:
            pieces.stand("\n", clause.start, clause.start)
        pieces.line()
        words = flat[clause.start : clause.end].rstrip()
        _fold(flat, clause.start, clause.start + len(words), pattern, pieces)
    return pieces.plain()


def _fold(flat: str, start: int, end: int, pattern: re.Pattern[str], pieces: Pieces) -> None:
    at, before, opened = start, "", False
    for match in pattern.finditer(flat, start, end):
        a, b = match.span()
        before = flat[a - 1] if a > at else before
        name = sides.SIDES.get(match.lastgroup or "", "")
        if name:
            pieces.copy(flat[at:a], at)
            pieces.stand(name, a, b)
            before, at = name[-1], b
            continue
        if flat[a] == "." and a - start < 6 and _NUMERAL.fullmatch(flat, start, a):
            before = "1"
        kept = fold(match[0], before, flat[b] if b < end else "", opened)
        opened ^= match[0].count('"') % 2 == 1
        if kept is None:
            continue
        pieces.copy(flat[at:a], at)
        for place, text in kept:
            pieces.copy(text, a + place)
            before = text[-1]
        at = b
    pieces.copy(flat[at:end], at)
