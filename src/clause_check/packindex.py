"""Lay out the literals of a pack for the matcher, so that starting up computes nothing."""

from __future__ import annotations

from typing import Any


def index(pack: dict[str, Any]) -> None:
    """Add the tables that ``Matcher`` reads: all literals, the sets of each, the patterns whose rarest set holds it.

    Sets and patterns are numbers. What belongs to the sets of a pattern is ``needs``, rarest first.
    """
    numbers: dict[str, int] = {}
    members = [[numbers.setdefault(one, len(numbers)) for one in literals] for literals in pack["sets"]]
    belongs: list[list[int]] = [[] for _ in numbers]
    owners: list[list[int]] = [[] for _ in numbers]
    for number, literals in enumerate(members):
        for one in literals:
            belongs[one].append(number)
    for number, pattern in enumerate(pack["patterns"]):
        for one in members[pattern["needs"][0]] if pattern["needs"] else ():
            owners[one].append(number)
    pack |= {"literals": list(numbers), "belongs": belongs, "owners": owners}
