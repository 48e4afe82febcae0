"""Fold single characters: traditional, full width, compatibility forms, quotation marks.

Every fold here is one character for one, so offsets do not move. Chinese punctuation is kept: NFKC over the
whole text would turn ``（`` into ``(``. The table of characters is made from OpenCC's t2s (Apache-2.0).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_WIDE = "".join(map(chr, range(0xFF01, 0xFF5F)))
_KEPT = "！（），：；？～"  # punctuation that Chinese text writes in full width
_FORMS = {
    **{wide: chr(ord(wide) - 0xFEE0) for wide in _WIDE if wide not in _KEPT},
    **dict(zip("｡､﹐﹑﹒﹔﹕﹖﹗﹙﹚﹪︰・‧•", "。、，、.；：？！（）%：···", strict=True)),
    **dict(zip("「」『』‘’„‟〝〞〟", "“”“”“”“”“””", strict=True)),
}

# Traditional writing uses one form where simplified has two, told apart by the neighbours.
_BY_NEIGHBOUR = (
    ("著", re.compile("(?<=[味随接跟沿本有对按凭借向朝])著(?![作名述录称者])"), "着"),
    ("瞭", re.compile("瞭(?!望)"), "了"),
    ("覆", re.compile("(?<=[答回批])覆"), "复"),
    ("其它", re.compile("其它"), "其他"),
)


def flatten(text: str) -> str:
    """Return ``text`` with every character in its plain form; the length stays the same."""
    pattern, table = _table()
    flat = pattern.sub(lambda match: table[match[0]], text)
    for sign, place, plain in _BY_NEIGHBOUR:
        if sign in flat:
            flat = place.sub(plain, flat)
    return flat


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    old, new = Path(__file__).with_name("simplified.txt").read_text("utf-8").splitlines()
    table = dict(zip(old, new, strict=True)) | _FORMS
    # One class scans 16 ns a character, str.translate 213.
    return re.compile(f"[{re.escape(''.join(table))}]"), table
