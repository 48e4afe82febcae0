"""How a place in the law is written: 消保法/26/2, 令116/30/1/(四), 第二十六条第二款."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from clause_check.errors import ClauseCheckError

DIGITS = "零一二三四五六七八九"
PLACES = ((1000, "千"), (100, "百"), (10, "十"))
HIGHEST = 1400  # the Civil Code, the longest statute, has 1260 articles

_SLASHED = re.compile(r"(?P<law>[^/]+)/(?P<article>[^/]+)(?:/(?P<paragraph>[^/]+))?(?:/(?P<item>[^/]+))?")
_WORDED = re.compile(
    r"(?P<law>.+?)第(?P<article>[^第条]+)条(?:第(?P<paragraph>[^第款]+)款)?(?:第(?P<item>[^第项]+)项)?"
)

_OPENING = re.compile(r"（([一二三四五六七八九十]+)）")


@dataclass(frozen=True, slots=True)
class Cite:
    """A place in a statute; ``paragraph`` or ``item`` 0 means the whole of what is above it."""

    law: str
    article: int
    paragraph: int = 0
    item: int = 0

    def __str__(self) -> str:
        parts = (self.law, self.article, self.paragraph, self.item)
        return "/".join(str(part) for part in parts if part)

    def label(self, sole_paragraph: bool = False) -> str:
        """Return 第三十条第一款第（四）项; without 第一款 when the article has but that one."""
        words = f"第{chinese(self.article)}条"
        if self.paragraph and not sole_paragraph:
            words += f"第{chinese(self.paragraph)}款"
        return words + f"第（{chinese(self.item)}）项" if self.item else words


def parse_cite(text: str) -> Cite:
    """Read a citation in either notation, digits or Chinese numerals, any brackets, 《》 around the law.

    Only the form is checked; whether the law holds the place is for ``LawLibrary`` to say.
    An item without a paragraph (第三十条第四项) is in paragraph 1. Raises ``cite-malformed``.
    """
    words = unicodedata.normalize("NFKC", text).strip()
    match = _SLASHED.fullmatch(words) or _WORDED.fullmatch(words)
    if match is None:
        raise ClauseCheckError("cite-malformed", text)
    article, paragraph, item = (_number(match[part], text) for part in ("article", "paragraph", "item"))
    if item and not paragraph:
        paragraph = 1
    return Cite(plain_name(match["law"]), article, paragraph, item)


def item_number(text: str) -> int:
    """Return the number an item opens with, 4 for （四）……, or 0 when it opens with none."""
    match = _OPENING.match(text)
    return _numerals().get(match[1], 0) if match else 0


def plain_name(law: str) -> str:
    """Return a law's name as it is compared: no 《》, blanks or 中华人民共和国, half-width brackets."""
    return re.sub(r"[《》〈〉\s]|中华人民共和国", "", unicodedata.normalize("NFKC", law))


def chinese(number: int) -> str:
    """Return 0 < ``number`` < 10000 in the numerals statutes use: 十二, 一百零三, 一千零一十九."""
    words, rest = "", number
    for size, place in PLACES:
        count, rest = divmod(rest, size)
        if count:
            words += DIGITS[count] + place
        elif words and rest and not words.endswith("零"):
            words += "零"
    words += DIGITS[rest] if rest else ""
    return words.removeprefix("一") if 10 <= number < 20 else words


@cache
def _numerals() -> dict[str, int]:
    return {chinese(number): number for number in range(1, HIGHEST)}


def _number(words: str | None, cite: str) -> int:
    if words is None:
        return 0
    bare = re.sub(r"^第|[条款项]$|[()\s]", "", words)
    number = int(bare) if bare.isdecimal() else _numerals().get(bare, 0)
    if not number:
        raise ClauseCheckError("cite-malformed", cite)
    return number
