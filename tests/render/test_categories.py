"""The categories are whole and no two of them take each other's words."""

import tomllib
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

DATA = tomllib.loads((Path(__file__).parents[2] / "patterns" / "categories.toml").read_text("utf-8"))
IDS = [one["id"] for one in DATA["category"]]


def test_there_are_42_categories_in_groups_that_are_not_torn_apart() -> None:
    groups = [one["group"] for one in DATA["category"]]
    assert len(set(IDS)) == 42
    assert sum(a != b for a, b in pairwise(groups)) + 1 == len(set(groups)) == 6


def test_precedence_speaks_of_known_categories_once_and_never_in_a_circle() -> None:
    pairs = [(one["winner"], one["loser"]) for one in DATA["precedence"]]
    assert len(set(pairs)) == len(pairs)
    assert {name for pair in pairs for name in pair} <= set(IDS)
    order: TopologicalSorter[str] = TopologicalSorter()
    for winner, loser in pairs:
        order.add(loser, winner)
    order.prepare()
