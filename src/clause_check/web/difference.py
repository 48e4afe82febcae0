"""Compare two folders of results: scores and counts by platform, and wordings that only one of them has."""

from __future__ import annotations

from dataclasses import dataclass

from clause_check.batch.clauses import ClauseRow, clauses
from clause_check.batch.store import Store
from clause_check.batch.summary import PlatformRow, Summary, summarise


@dataclass(frozen=True, slots=True)
class Difference:
    """Both summaries, and the clauses whose exact wording is in one alone."""

    old: Summary
    new: Summary
    came: tuple[ClauseRow, ...]
    went: tuple[ClauseRow, ...]

    @property
    def same_rules(self) -> bool:
        """Return whether rules and facts were the same, so that every difference is one of the texts."""
        return all(self.old.meta[key] == self.new.meta[key] for key in ("rules", "facts"))

    @property
    def platforms(self) -> list[tuple[PlatformRow | None, PlatformRow | None]]:
        """Return every platform as it was and is, None where it is missing; the one that grew most comes first."""
        old = {row.name: row for row in self.old.platforms}
        new = {row.name: row for row in self.new.platforms}
        pairs = [(old.get(name), new.get(name)) for name in sorted(old.keys() | new.keys())]
        return sorted(pairs, key=lambda pair: _total(pair[0]) - _total(pair[1]))


def difference(old: Store, new: Store) -> Difference:
    """Return what two stores do not have in common; what only stands elsewhere in its text is no difference."""
    summaries = summarise(old), summarise(new)
    before, after = {_key(one): one for one in clauses(old)}, {_key(one): one for one in clauses(new)}
    came = tuple(one for key, one in after.items() if key not in before)
    return Difference(*summaries, came, tuple(one for key, one in before.items() if key not in after))


def _total(row: PlatformRow | None) -> int:
    return sum(row.counts.values()) if row else 0


def _key(one: ClauseRow) -> tuple[str, ...]:
    return (one.platform, one.category, one.grade, one.title, "".join(one.sentence.split()))
