"""Compare two results folders: each document with its later self, then platform by platform."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from sqlite3 import Row

from clause_check.batch.changes import Change, Said, changes
from clause_check.batch.held import By, hold
from clause_check.batch.law import Law
from clause_check.batch.store import Store
from clause_check.batch.summary import summarise

_HELD = """
select platform, file, document, title from held join document on document.id = held.document
order by platform, file, document
"""


@dataclass(frozen=True, slots=True)
class Copy:
    """One document of a platform in one of the results."""

    platform: str
    file: str
    document: str
    title: str


@dataclass(slots=True)
class PlatformChanges:
    """What became of one platform's findings; scores are None where they are not comparable."""

    platform: str
    before: float | None = None
    after: float | None = None
    added: list[str] = field(default_factory=list)  # files that were not there before
    removed: list[str] = field(default_factory=list)
    changes: list[tuple[str, Change]] = field(default_factory=list)  # with the file

    @property
    def worse(self) -> float:
        """Return by how much the weight of the platform's findings has grown."""
        return sum(change.worse for _, change in self.changes)


class Versions:
    """Two stores, the older first."""

    def __init__(self, old: Store, new: Store, by: By = "party") -> None:
        self._stores = (old, new)
        self._laws = (Law(old), Law(new))
        self._by = by

    @property
    def same_rules(self) -> bool:
        """Return whether both were scanned with the same rules and facts."""
        old, new = ([store.meta(key) for key in ("rules", "facts")] for store in self._stores)
        return old == new

    def compare(self) -> list[PlatformChanges]:
        """Return the platforms with differences, those that got worst first."""
        before, after = ({row.name: row.score for row in summarise(one, self._by).platforms} for one in self._stores)
        found = [self._platform(name, old, new) for name, old, new in self._pairs()]
        for one in found:
            one.before, one.after = before.get(one.platform), after.get(one.platform)
        changed = [one for one in found if one.changes or one.added or one.removed]
        return sorted(changed, key=lambda one: (-one.worse, one.platform))

    def _pairs(self) -> Iterator[tuple[str, list[Copy], list[Copy]]]:
        """Yield every platform with its documents in both results."""
        sides = [self._copies(store) for store in self._stores]
        old, new = (next(side, None) for side in sides)
        while old or new:
            name = min(one[0] for one in (old, new) if one)
            mine, theirs = ((one[1] if one and one[0] == name else []) for one in (old, new))
            yield name, mine, theirs
            old = next(sides[0], None) if mine else old
            new = next(sides[1], None) if theirs else new

    def _copies(self, store: Store) -> Iterator[tuple[str, list[Copy]]]:
        hold(store, self._by)
        for name, rows in groupby((Copy(*row) for row in store.each(_HELD)), key=lambda one: one.platform):
            yield name, list(rows)

    def _platform(self, name: str, old: list[Copy], new: list[Copy]) -> PlatformChanges:
        found = PlatformChanges(name)
        for before, after in _paired(old, new):
            if before and after and before.document == after.document and self.same_rules:
                continue
            mine, theirs = (self._said(side, copy) for side, copy in enumerate((before, after)))
            file = (after or before or Copy(name, "", "", "")).file
            found.changes += [(file, change) for change in changes(mine, theirs)]
            found.added += [file] if not before else []
            found.removed += [file] if not after else []
        return found

    def _said(self, side: int, copy: Copy | None) -> list[Said]:
        if copy is None:
            return []
        rows = self._stores[side].rows("select * from finding where document = ? order by n", copy.document)
        return [_said(row, self._laws[side]) for row in rows]


def _said(row: Row, law: Law) -> Said:
    head = (row["category"], row["grade"], row["title"], row["clause"] or row["heading"])
    return Said(*head, row["quote"], row["sentence"], row["fingerprint"], law.names(json.loads(row["cites"])))


def _paired(old: list[Copy], new: list[Copy]) -> Iterator[tuple[Copy | None, Copy | None]]:
    """Yield each document with its later self: by content, else file, else title; alone when there is none."""
    left, right = list(old), list(new)
    for key in ("document", "file", "title"):
        waiting = defaultdict(list)
        for copy in reversed(left):
            waiting[getattr(copy, key)].append(copy)
        for copy in list(right):
            if getattr(copy, key) and (queue := waiting.get(getattr(copy, key))):
                before = queue.pop()
                left.remove(before)
                right.remove(copy)
                yield before, copy
    yield from ((copy, None) for copy in left)
    yield from ((None, copy) for copy in right)
