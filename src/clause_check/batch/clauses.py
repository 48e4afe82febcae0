"""The clauses behind the numbers, straight from the store, one at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from clause_check.batch.store import Store

_CLAUSES = """
select category, platform, finding.grade, finding.title, clause, heading, quote, sentence, cites, line,
    min(file || char(0) || printf('%09d', n)) as spot, document.title as agreement,
    count(distinct finding.document) as times
from finding join category on category.id = finding.category join held using (document)
join document on document.id = finding.document
group by category.place, platform, finding.grade, rule, sentence
order by category.place, platform, case finding.grade when 'void' then 0 when 'unfair' then 1 else 2 end,
    rule, sentence
"""


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """One wording of one platform in one category; ``times`` is the number of its documents that hold it."""

    category: str
    platform: str
    grade: str
    title: str
    clause: str
    quote: str
    sentence: str
    place: str  # the first file that holds it
    agreement: str
    line: int
    times: int
    law: tuple[str, ...]  # 《…》第…条、第…条, one a law


def clauses(store: Store) -> Iterator[ClauseRow]:
    """Yield the clauses of all platforms, by category in report order; ``held.hold`` must have been called."""
    law = Law(store)
    for row in store.each(_CLAUSES):
        yield ClauseRow(
            category=row["category"],
            platform=row["platform"],
            grade=row["grade"],
            title=row["title"],
            clause=row["clause"] or row["heading"],
            quote=row["quote"],
            sentence=row["sentence"],
            place=row["spot"].split("\0")[0],
            agreement=row["agreement"],
            line=row["line"],
            times=row["times"],
            law=law.names(row["cites"]),
        )


class Law:
    """The law in a store, by citation."""

    def __init__(self, store: Store) -> None:
        self._rows = {row["cite"]: row for row in store.rows("select * from law")}
        self.names = cache(self._names)

    def _names(self, cites: str) -> tuple[str, ...]:
        """Return one line a law with its articles; what the store does not hold stays a citation."""
        found: dict[str, list[str]] = {}
        for cite in json.loads(cites):
            row = self._rows.get(cite)
            law, article = (row["law"], row["article"]) if row else (cite, "")
            found.setdefault(law, []).append(article + (f"【{row['doubt']}】" if row and row["doubt"] else ""))
        return tuple(law + "、".join(articles) for law, articles in found.items())

    def words(self, cite: str) -> str:
        """Return what the law says there, empty when the store does not hold it."""
        row = self._rows.get(cite)
        return str(row["text"]) if row is not None else ""
