"""The clauses behind the numbers, straight from the store, one at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from clause_check.batch.law import Law
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
            law=law.names(json.loads(row["cites"])),
        )
