"""The same clause on many platforms: near-identical wordings, widest first, with all their sources and the law."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from sqlite3 import Row

from clause_check.batch.alike import NEAR, together
from clause_check.batch.held import By, hold
from clause_check.batch.store import Store
from clause_check.outline.markers import read

_SPREAD = """
select bare, count(distinct platform) as platforms, count(distinct document) as documents
from finding join held using (document) where bare <> '' group by bare order by platforms desc, documents desc, bare
"""
_SOURCES = """
select bare, platform, file, document.title as agreement, clause, heading, line, sentence, category, grade, cites
from finding join held using (document) join document on document.id = finding.document where bare <> ''
order by platform, file, n
"""


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where one platform says it."""

    platform: str
    file: str
    agreement: str
    clause: str
    line: int
    grade: str
    sentence: str


@dataclass(slots=True)
class Common:
    """One clause as several platforms word it."""

    wordings: Counter[str] = field(default_factory=Counter)
    spots: set[Spot] = field(default_factory=set)
    categories: set[str] = field(default_factory=set)
    grades: Counter[str] = field(default_factory=Counter)
    cites: dict[str, None] = field(default_factory=dict)

    @property
    def platforms(self) -> list[str]:
        """Return the platforms that say it."""
        return sorted({spot.platform for spot in self.spots})

    @property
    def documents(self) -> int:
        """Return the number of files that say it."""
        return len({(spot.platform, spot.file) for spot in self.spots})

    @property
    def clause(self) -> str:
        """Return the commonest wording, without its number."""
        return min(self.wordings, key=lambda words: (-self.wordings[words], words))


def prevalence(store: Store, *, least: int = 2, near: float = NEAR, by: By = "party") -> list[Common]:
    """Return the clauses that at least ``least`` platforms share, the widest first.

    Raises ``extra-missing`` without rensa.
    """
    hold(store, by)
    leads = dict(together((row["bare"] for row in store.each(_SPREAD)), near))
    wide = _wide(store, leads, least)
    found: dict[str, Common] = defaultdict(Common)
    for row in store.each(_SOURCES):
        lead = leads[row["bare"]]
        if lead in wide:
            _add(found[lead], row)
    return sorted(found.values(), key=lambda one: (-len(one.platforms), -one.documents, one.clause))


def _wide(store: Store, leads: dict[str, str], least: int) -> set[str]:
    """Return the leading wordings whose followers stand on enough platforms."""
    platforms: dict[str, set[str]] = defaultdict(set)
    for bare, platform in store.each("select distinct bare, platform from finding join held using (document)"):
        if bare:
            platforms[leads[bare]].add(platform)
    return {lead for lead, names in platforms.items() if len(names) >= least}


def _add(common: Common, row: Row) -> None:
    sentence = unnumbered(row["sentence"])
    place = (row["platform"], row["file"], row["agreement"], row["clause"] or row["heading"], row["line"], row["grade"])
    common.wordings[sentence] += 1
    common.spots.add(Spot(*place, sentence))
    common.categories.add(row["category"])
    common.grades[row["grade"]] += 1
    common.cites.update(dict.fromkeys(json.loads(row["cites"])))


def unnumbered(sentence: str) -> str:
    """Return a sentence without the number its clause opens with."""
    markers = read(sentence, 0, len(sentence))
    return (sentence[markers[-1].end :] if markers else sentence).strip()
