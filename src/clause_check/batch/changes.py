"""What became of each finding between two versions: new, gone, changed, moved; renumbering and dates are no change."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from clause_check.batch.alike import likeness, shingles
from clause_check.batch.law import basis
from clause_check.batch.prevalence import unnumbered
from clause_check.batch.score import weight
from clause_check.folding.characters import flatten
from clause_check.model import Finding

Kind = Literal["new", "changed", "gone", "moved"]
KINDS: dict[Kind, str] = {"new": "新增", "changed": "改动", "gone": "消失", "moved": "移动"}
REWORDED = 0.4  # share of common shingles from which two findings of one category are one clause reworded
DATE = re.compile(r"\d{4}[年./-]\d{1,2}(?:[月./-]\d{1,2}日?|月)?|第[〇零一二三四五六七八九十百\d.]{1,6}[条章节款项]")
NOISE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Said:
    """One finding, as far as versions are compared."""

    category: str
    grade: str
    title: str
    clause: str
    quote: str
    sentence: str
    fingerprint: str
    law: tuple[str, ...] = ()

    @property
    def core(self) -> str:
        """Return the sentence without its number, dates, references to clauses, blanks and punctuation."""
        return NOISE.sub("", DATE.sub("", re.sub(r"\s", "", flatten(unnumbered(self.sentence)))))

    @property
    def weight(self) -> float:
        """Return what the clause counts in a score."""
        return weight(self.category, self.grade)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; ``old`` is None for what is new, ``new`` for what is gone."""

    kind: Kind
    old: Said | None
    new: Said | None

    @property
    def either(self) -> Said:
        """Return the new wording, else the old."""
        said = self.new or self.old
        assert said is not None
        return said

    @property
    def worse(self) -> float:
        """Return by how much the weight of what is said has grown; negative when it has shrunk."""
        if self.kind == "moved":
            return 0
        return (self.new.weight if self.new else 0) - (self.old.weight if self.old else 0)


def finding_said(finding: Finding) -> Said:
    """Return a finding of a report."""
    head = (finding.category, finding.grade, finding.title, finding.clause or finding.heading)
    return Said(*head, finding.quote, finding.sentence, finding.fingerprint, basis(finding))


def changes(old: Sequence[Said], new: Sequence[Said]) -> list[Change]:
    """Return the differences between the findings of two versions, each in the order of its document.

    A clause that only got another number stays; one that stands elsewhere among the others has moved.
    """
    pairs: list[tuple[int, int]] = []
    left, right = set(range(len(old))), set(range(len(new)))
    keys: tuple[Callable[[Said], Hashable], ...] = (
        lambda one: (one.category, one.fingerprint, one.core, one.grade),
        lambda one: (one.category, one.fingerprint, one.core),
        lambda one: (one.category, one.fingerprint),
    )
    for key in keys:
        pairs += _equal(old, new, left, right, key)
    pairs += _reworded(old, new, left, right)
    return [
        *(Change("new", None, new[n]) for n in sorted(right)),
        *_altered(old, new, sorted(pairs, key=lambda pair: pair[1])),
        *(Change("gone", old[n], None) for n in sorted(left)),
    ]


def _equal(
    old: Sequence[Said], new: Sequence[Said], left: set[int], right: set[int], key: Callable[[Said], Hashable]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of equal key, first with first, and take them out of ``left`` and ``right``."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for n in sorted(left, reverse=True):
        waiting[key(old[n])].append(n)
    for m in sorted(right):
        if queue := waiting.get(key(new[m])):
            n = queue.pop()
            left.discard(n)
            right.discard(m)
            yield n, m


def _reworded(old: Sequence[Said], new: Sequence[Said], left: set[int], right: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the most alike of what is left, category by category."""
    before = {n: shingles(old[n].core) for n in left}
    after = {m: shingles(new[m].core) for m in right}
    near = [(-likeness(before[n], after[m]), n, m) for n in left for m in right if old[n].category == new[m].category]
    for distance, n, m in sorted(near):
        if -distance >= REWORDED and n in left and m in right:
            left.discard(n)
            right.discard(m)
            yield n, m


def _altered(old: Sequence[Said], new: Sequence[Said], pairs: list[tuple[int, int]]) -> Iterator[Change]:
    """Yield the pairs whose words or grade differ, then those that no longer stand in the same order."""
    same = []
    for n, m in pairs:
        if (old[n].core, old[n].grade) != (new[m].core, new[m].grade):
            yield Change("changed", old[n], new[m])
        else:
            same.append((n, m))
    stayed = _longest_rise([n for n, _ in same])
    for at, (n, m) in enumerate(same):
        if at not in stayed:
            yield Change("moved", old[n], new[m])


def _longest_rise(numbers: list[int]) -> set[int]:
    """Return the places of the longest rising sequence: what has kept its order."""
    tails: list[int] = []  # places of the smallest ends, by length
    before: list[int] = []
    for at, number in enumerate(numbers):
        size = bisect_left(tails, number, key=numbers.__getitem__)
        before.append(tails[size - 1] if size else -1)
        tails[size : size + 1] = [at]
    kept, at = set[int](), tails[-1] if tails else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept
