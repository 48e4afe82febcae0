"""Lay out the literals of a pack for the matcher, so that starting up computes nothing."""

from __future__ import annotations

from typing import Any

from clause_check.anchors import cost


def index(pack: dict[str, Any]) -> None:
    """Add the tables that ``Matcher`` reads: what is in a set, which sets and patterns a literal belongs to.

    ``literals`` are all literals; ``members`` the literals of each set, ``belongs`` the sets of each literal,
    ``owners`` the patterns whose rarest set holds it, as numbers.
    """
    numbers: dict[str, int] = {}
    members = [[numbers.setdefault(one, len(numbers)) for one in literals] for literals in pack["sets"]]
    belongs: list[list[int]] = [[] for _ in numbers]
    owners: list[list[int]] = [[] for _ in numbers]
    for number, literals in enumerate(members):
        for one in literals:
            belongs[one].append(number)
    for number, pattern in enumerate(pack["patterns"]):
        pattern["needs"] = sorted({*(link[0] for link in pattern["links"]), *pattern["free"]})
        pattern["needs"].sort(key=lambda one: cost(pack["sets"][one]))
        for one in members[pattern["needs"][0]] if pattern["needs"] else ():
            owners[one].append(number)
    pack |= {"literals": list(numbers), "members": members, "belongs": belongs, "owners": owners}
