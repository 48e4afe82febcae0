"""Which penalty stands behind a prohibition, read from the words of the penalty itself."""

from __future__ import annotations

import re
from functools import cache

from clause_check.complaint import data
from clause_check.complaint.quoting import Quoted, Quoter
from clause_check.lawcite import Cite, chinese, parse_cite

NUMERAL = "[一二三四五六七八九十百零]+"
NAMED = re.compile(rf"第(?P<first>{NUMERAL})条(?:第(?P<paragraph>{NUMERAL})款|至第(?P<last>{NUMERAL})条)?")


def penalties(cite: str, law: Quoter) -> tuple[Quoted, ...]:
    """Return the penalty for breaking ``cite`` and the one it refers on to; empty when none names that paragraph."""
    place = parse_cite(cite)
    for row in data.penalties():
        if parse_cite(row.cite).law == place.law and names(law.quote(row.cite).text, place):
            return tuple(law.quote(one) for one in (row.cite, row.and_then) if one)
    return ()


def names(text: str, place: Cite) -> bool:
    """Return whether a penalty names an article: 第七条, 第六条第一款 (that paragraph only), 第十条至第十四条."""
    for match in NAMED.finditer(text):
        first, last = _number(match["first"]), _number(match["last"] or match["first"])
        paragraph = _number(match["paragraph"]) if match["paragraph"] else place.paragraph
        if first <= place.article <= last and place.paragraph in (0, paragraph):
            return True
    return False


@cache
def _number(words: str) -> int:
    return next((number for number in range(1, 200) if chinese(number) == words), 0)
