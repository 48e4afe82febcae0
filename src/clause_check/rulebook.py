"""The rules as the pipeline uses them: plain frozen values, loaded from a checked pack.

``rulefile`` holds the shape of the files and builds the pack; this module never parses rule files,
so that an ordinary scan imports neither pydantic nor a compiler of rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, Protocol

import regex

from clause_check import cache
from clause_check.errors import ClauseCheckError
from clause_check.model import Grade
from clause_check.packfile import Store

DEADLINE = 0.5  # seconds one regex may spend on one text
SHORT = 800  # characters up to which ``re``, which knows no deadline, is well within it on what is bounded

Found = re.Match[str] | regex.Match[str]


class Regexes(Protocol):
    """Where the regexes of a pack are kept."""

    def source(self, number: int) -> str:
        """Return the text of a regex."""

    def compiled(self, number: int) -> regex.Pattern[str]:
        """Return the compiled regex, which knows deadlines."""

    def quick(self, number: int) -> re.Pattern[str] | None:
        """Return what is tried on short texts; None when its time is not bounded or ``re`` does not take it."""


class Regex:
    """A regex that is made ready when it is first needed."""

    __slots__ = ("_quick", "_ready", "number", "store")

    def __init__(self, number: int, store: Regexes) -> None:
        self.number = number
        self.store = store
        self._ready: regex.Pattern[str] | None = None
        self._quick: re.Pattern[str] | Literal[False] | None = False  # False before it was asked for

    @property
    def source(self) -> str:
        """Return its text, blocks written out."""
        return self.store.source(self.number)

    @property
    def compiled(self) -> regex.Pattern[str]:
        """Return the compiled regex."""
        if self._ready is None:
            self._ready = self.store.compiled(self.number)
        return self._ready

    @property
    def quick(self) -> re.Pattern[str] | None:
        """Return what is tried on short texts, if anything."""
        if self._quick is False:
            self._quick = self.store.quick(self.number)
        return self._quick

    def search(self, text: str) -> Found | None:
        """Return the first match; raises ``TimeoutError`` after ``DEADLINE``."""
        if len(text) <= SHORT and (quick := self.quick):
            return quick.search(text)
        return self.compiled.search(text, timeout=DEADLINE)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where it matches; raises ``TimeoutError`` after ``DEADLINE``."""
        if len(text) <= SHORT and (quick := self.quick):
            return [found.span() for found in quick.finditer(text)]
        return [found.span() for found in self.compiled.finditer(text, timeout=DEADLINE)]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way a rule shows itself in a sentence.

    ``needs`` are the numbers of the literal sets of which every match holds one each, rarest first.
    ``present``/``absent`` are regexes that must, or must not, occur in the same sentence.
    """

    rule: int
    number: int  # within its rule, from 0
    regex: Regex
    present: tuple[Regex, ...]
    absent: tuple[Regex, ...]
    needs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Exemption:
    """A named exception; see HOUSE.md for ``within`` and ``effect``."""

    name: str
    regex: Regex
    within: str  # match | segment | sentence | asked | quoted | next | clause | document
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
class Duty:
    """What the law requires an agreement to say, asked for only where all of ``when`` occurs."""

    title: str
    seen: Regex
    when: tuple[Regex, ...]
    operator: str  # platform | shop | any
    cite: tuple[str, ...]
    ask: str


@dataclass(frozen=True, slots=True)
class Category:
    """A category of the taxonomy, in report order."""

    id: str
    name: str
    group: str


class Rulebook:
    """All rules of one folder, ready to match; what a plain match does not need is read when asked for."""

    def __init__(self, pack: Mapping[str, Any], store: Regexes) -> None:
        self.pack = pack
        self.store = store
        self.digest: str = pack["digest"]
        self.rows: list[dict[str, Any]] = pack["patterns"]
        self._made: dict[int, Pattern] = {}

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """Return all patterns; ``pattern`` makes a single one ready."""
        return tuple(map(self.pattern, range(len(self.rows))))

    def pattern(self, number: int) -> Pattern:
        """Return a pattern by its number."""
        if number not in self._made:
            self._made[number] = self._pattern(self.rows[number])
        return self._made[number]

    def literals(self, pattern: Pattern) -> list[list[str]]:
        """Return the sets of literals of which each must contribute one to any match, rarest first."""
        return [self.pack["sets"][number] for number in pattern.needs]

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Return all rules, in the order of their ids."""
        return tuple(self._rule(one) for one in self.pack["rules"])

    @cached_property
    def names(self) -> dict[str, int]:
        """Return the place in ``rules`` of every id and former id."""
        former = {old: n for n, rule in enumerate(self.rules) for old in rule.was}
        return former | {rule.id: n for n, rule in enumerate(self.rules)}

    @cached_property
    def categories(self) -> dict[str, Category]:
        """Return the categories by id, in report order."""
        return {c["id"]: Category(c["id"], c["name"], c["group"]) for c in self.pack["categories"]}

    @cached_property
    def beats(self) -> dict[tuple[str, str], str]:
        """Return why a category (first) takes over words that another (second) also hit."""
        return {(winner, loser): why for winner, loser, why in self.pack["precedence"]}

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """Return what the law requires an agreement to say."""
        return tuple(self._duty(one) for one in self.pack["duties"])

    @property
    def laws(self) -> list[dict[str, Any]]:
        """Return the tables of the law library."""
        return list(self.pack["laws"])

    def rule(self, name: str) -> Rule:
        """Return the rule of that id or former id; raises ``KeyError``."""
        return self.rules[self.names[name]]

    def find(self, name: str) -> Rule | None:
        """Return the rule of that id or former id, else None."""
        return self.rule(name) if name in self.names else None

    def _regexes(self, numbers: list[int]) -> tuple[Regex, ...]:
        return tuple(Regex(number, self.store) for number in numbers)

    def _pattern(self, one: dict[str, Any]) -> Pattern:
        return Pattern(
            rule=one["rule"],
            number=one["number"],
            regex=Regex(one["regex"], self.store),
            present=self._regexes(one["with"]),
            absent=self._regexes(one["without"]),
            needs=tuple(one["needs"]),
        )

    def _duty(self, one: dict[str, Any]) -> Duty:
        seen, when = Regex(one["seen"], self.store), self._regexes(one["when"])
        return Duty(one["title"], seen, when, one["operator"], tuple(one["cite"]), one["ask"])

    def _rule(self, one: dict[str, Any]) -> Rule:
        made = {
            "bases": tuple(Basis(**b) for b in one["bases"]),
            "exemptions": tuple(Exemption(**{**e, "regex": Regex(e["regex"], self.store)}) for e in one["exemptions"]),
            "patterns": tuple(one["patterns"]),
            "cases": tuple(one["cases"]),
            "was": tuple(one["was"]),
        }
        return Rule(**{**one, **made})


def load(root: Path, packing: Callable[[], object] | None = None) -> Rulebook:
    """Return the rulebook of a folder, from the cache when nothing in the folder has changed.

    ``packing`` is called before the rules are packed anew.
    Raises ``ClauseCheckError('rules-missing'|'rules-broken')``.
    """
    if not (root / "rules").is_dir():
        raise ClauseCheckError("rules-missing", str(root))
    name = cache.name(root)
    kept = cache.read(name)
    if kept is not None:
        return Rulebook(kept, kept)
    from clause_check.rulepack import build

    if packing:
        packing()
    pack, folder = build(root)
    if folder.faults:
        raise ClauseCheckError("rules-broken", str(root), count=len(folder.faults))
    cache.write(name, pack)
    kept = cache.read(name)  # saves compiling all that is used a second time
    return Rulebook(kept, kept) if kept is not None else Rulebook(pack, Store(pack["sources"]))
