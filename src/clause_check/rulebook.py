"""The rules as the pipeline uses them: plain frozen values, loaded from a checked pack.

``rulefile`` holds the shape of the files and builds the pack; this module never parses rule files,
so that an ordinary scan imports neither pydantic nor a compiler of rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import regex

from clause_check.model import Grade

Pack = dict[str, Any]


@dataclass(frozen=True)
class Regex:
    """A regex that is compiled when it is first needed."""

    source: str

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        """Return the compiled regex."""
        return regex.compile(self.source)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way a rule shows itself in a sentence.

    ``anchors`` is the rarest set of literals of which every match holds one; ``others`` the further
    sets. ``present``/``absent`` are regexes that must, or must not, occur in the same sentence.
    """

    rule: int
    number: int  # within its rule, from 0
    regex: Regex
    present: tuple[Regex, ...]
    absent: tuple[Regex, ...]
    anchors: tuple[str, ...]
    others: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Exemption:
    """A named exception; see HOUSE.md for ``within`` and ``effect``."""

    name: str
    regex: Regex
    within: str  # match | sentence | next | clause | document
    effect: str  # clear | lower | note
    to: Grade
    because: str


@dataclass(frozen=True, slots=True)
class Basis:
    """A citation of a rule and for whom it holds."""

    cite: str
    user: str  # consumer | merchant | any
    operator: str  # platform | shop | any
    role: str  # basis | penalty
    voids: bool  # the paragraph that carries grade void


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, with the indexes of its patterns."""

    id: str
    title: str
    category: str
    grade: Grade
    status: str
    what: str
    why: str
    defence: str
    ask: str
    bases: tuple[Basis, ...]
    exemptions: tuple[Exemption, ...]
    patterns: tuple[int, ...]
    cases: tuple[str, ...]
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Category:
    """A category of the taxonomy, in report order."""

    id: str
    name: str
    group: str


class Rulebook:
    """All rules of one folder, ready to match."""

    def __init__(self, pack: Pack) -> None:
        self.digest: str = pack["digest"]
        self.patterns = tuple(_pattern(one) for one in pack["patterns"])
        self.rules = tuple(_rule(one) for one in pack["rules"])
        self.categories = {c["id"]: Category(c["id"], c["name"], c["group"]) for c in pack["categories"]}
        self.beats: dict[tuple[str, str], str] = {(w, loser): why for w, loser, why in pack["precedence"]}
        self.duties: list[dict[str, Any]] = pack["duties"]
        self.laws: list[dict[str, Any]] = pack["laws"]
        self.names: dict[str, int] = {rule.id: n for n, rule in enumerate(self.rules)}
        self.names |= {old: n for n, rule in enumerate(self.rules) for old in rule.was}

    def find(self, name: str) -> Rule | None:
        """Return the rule of that id or former id, else None."""
        return self.rules[self.names[name]] if name in self.names else None


def _pattern(one: Pack) -> Pattern:
    return Pattern(
        one["rule"],
        one["number"],
        Regex(one["regex"]),
        tuple(Regex(r) for r in one["with"]),
        tuple(Regex(r) for r in one["without"]),
        tuple(one["anchors"]),
        tuple(tuple(s) for s in one["others"]),
    )


def _rule(one: Pack) -> Rule:
    return Rule(
        id=one["id"],
        title=one["title"],
        category=one["category"],
        grade=one["grade"],
        status=one["status"],
        what=one["what"],
        why=one["why"],
        defence=one["defence"],
        ask=one["ask"],
        bases=tuple(Basis(**b) for b in one["bases"]),
        exemptions=tuple(Exemption(**{**e, "regex": Regex(e["regex"])}) for e in one["exemptions"]),
        patterns=tuple(one["patterns"]),
        cases=tuple(one["cases"]),
        was=tuple(one["was"]),
    )
