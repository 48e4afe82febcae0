"""Find the open level that a number belongs to: its list's, its section's, or a new one inside."""

from __future__ import annotations

from clause_check.outline.markers import RANKS, Marker

_NO_RANK = max(RANKS.values()) + 1
_DECIMAL = ("dec", "bare", "dotted")
# Which style usually stands inside which: 一、(一) 1. (1) ① a) •
_DEPTHS = {"cn": 0, "pcn": 1, "rcn": 1, "ordinal": 1, "dec": 2, "bare": 2, "dotted": 2, "pdec": 3, "rdec": 3, "ring": 4}
_DEEPEST = 5


def belongs(levels: list[Marker], marker: Marker) -> int:
    """Return the level at which ``marker`` stands among the open ones; ``len(levels)`` when it opens the next."""
    if marker.style in RANKS:
        return _under_rank(levels, RANKS[marker.style])
    if marker.style in ("dotted", "pdotted"):
        return _under_prefix(levels, marker)
    if marker.style == "ordinal" and any(_is_article(one) and one.value + 1 == marker.value for one in levels):
        return _under_rank(levels, RANKS["条"])
    if marker.style == "cn" and not any(one.style == "cn" for one in levels):
        return _under_rank(levels, _NO_RANK)
    if marker.style == "bullet":
        return next((level for level, one in enumerate(levels) if one.fine == marker.fine), len(levels))
    return _in_list(levels, marker)


def outward(levels: list[Marker], marker: Marker) -> int:
    """Return the next level, less those that usually stand inside a list of the marker's style."""
    own, level = _DEPTHS.get(marker.style, _DEEPEST), len(levels)
    while level and levels[level - 1].style not in RANKS and _DEPTHS.get(levels[level - 1].style, _DEEPEST) > own:
        level -= 1
    return level


def _is_article(marker: Marker) -> bool:
    return RANKS.get(marker.style) == RANKS["条"]


def _under_rank(levels: list[Marker], rank: int) -> int:
    ranks = [RANKS.get(one.style, _NO_RANK) for one in levels]
    return next((level for level, one in enumerate(ranks) if one >= rank), len(ranks))


def _under_prefix(levels: list[Marker], marker: Marker) -> int:
    """Return where 12.3.4 stands: beside 12.3.3, under 12.3, 12 or 第十二条, else under the last chapter or 一、."""
    for level, one in reversed(list(enumerate(levels))):
        if one.style == marker.style and len(one.path) == len(marker.path):
            return level
        if one.path and len(one.path) < len(marker.path) and one.path == marker.path[: len(one.path)]:
            return level + 1
    return next(
        (level for level, one in enumerate(levels) if one.style not in RANKS and one.style != "cn"), len(levels)
    )


def _in_list(levels: list[Marker], marker: Marker) -> int:
    family = _family(marker)
    kin = [(level, one) for level, one in reversed(list(enumerate(levels))) if _family(one) == family]
    for follows in (_next_alike, _next, _later):
        for level, one in kin:
            if follows(one, marker):
                return _section(levels, level)
    return len(levels)


def _family(marker: Marker) -> str:
    return "dec" if marker.style in _DECIMAL else marker.style


def _next_alike(one: Marker, marker: Marker) -> bool:
    return one.fine == marker.fine and marker.value == one.value + 1


def _next(one: Marker, marker: Marker) -> bool:
    return marker.value == one.path[0] + 1


def _later(one: Marker, marker: Marker) -> bool:
    if one.style == "dotted":
        return False
    return marker.value >= one.value if marker.value > 1 else one.fine == marker.fine


def _section(levels: list[Marker], level: int) -> int:
    """Return the level at which the section of a dotted number begins; any other level as it is."""
    first = levels[level].path[:1]
    while levels[level].style == "dotted" and level and levels[level - 1].path[:1] == first:
        level -= 1
    return level
