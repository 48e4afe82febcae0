"""Find where the two sides' names stand, in the same pass that finds marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clause_check.folding.marks import BLANK, GONE, MARKS
from clause_check.model import Names

SIDES = {"platform": "本平台", "user": "用户"}

_QUOTES = '“”【】"'
_GAPS = re.compile(f"[{GONE}{BLANK}]")


def hits(names: Names, text: str) -> re.Pattern[str]:
    """Compile one pattern for runs of marks and for both sides' names (groups ``platform`` and ``user``) in ``text``.

    It begins with one class of characters: that is what makes ``re`` scan fast. Inside names only the blanks
    and invisible characters that ``text`` has are looked for: the class of all takes long to compile.
    """
    sides = {"platform": names.platform, "user": names.user}
    gaps = "".join(sorted(set(_GAPS.findall(text))))
    gap = f"[{re.escape(gaps)}]*" if gaps else ""
    branches = [_side(side, own, gap) for side, own in sides.items() if own]
    branches.append(f"(?<=[{MARKS}])[{MARKS}]*")
    first = "".join(sorted({re.escape(name[0]) for own in sides.values() for name in own}))
    return re.compile(f"[{first}{_QUOTES if first else ''}{MARKS}](?:{'|'.join(branches)})")


def _side(side: str, names: Iterable[str], gap: str) -> str:
    longest = sorted(names, key=len, reverse=True)
    quoted = "|".join(_spelled(name, gap) for name in longest)
    bare = "|".join(f"(?<={re.escape(name[0])}){_bounded(name, gap)}" for name in longest)
    more = f"(?:{gap}(?:平台|网站|公司|官方))?" if side == "platform" else ""
    return f"(?P<{side}>(?:(?<=[{_QUOTES}])(?:{quoted})[{_QUOTES}]|{bare}){more})"


def _bounded(name: str, gap: str) -> str:
    """Return a pattern for the name's rest, its first character just read; no Latin word may run on."""
    left = "(?<![A-Za-z0-9].)" if name[0].isascii() else ""
    right = "(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return left + _spelled(name, gap)[len(re.escape(name[0])) :] + right


def _spelled(name: str, gap: str) -> str:
    """Return a pattern for the name with any blanks and invisible characters inside."""
    return gap.join(map(re.escape, name))
