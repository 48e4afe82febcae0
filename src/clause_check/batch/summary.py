"""What all documents of a store say together: by category, by platform, and what could not be read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from clause_check.batch.held import By, hold
from clause_check.batch.rows import UNFIT
from clause_check.batch.score import score
from clause_check.batch.store import Store
from clause_check.model import GRADES

Counts = dict[str, int]  # grade to number of findings


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """One category over all documents."""

    id: str
    name: str
    family: str
    counts: Counts
    documents: int
    platforms: int


@dataclass(frozen=True, slots=True)
class PlatformRow:
    """One platform: counts of all its documents, the score of those that are comparable."""

    name: str
    documents: int
    comparable: int  # documents
    han: int  # Chinese characters of the comparable ones
    score: float | None
    unfit: Counts  # reason (Chinese) to number of documents
    categories: dict[str, Counts]

    @property
    def counts(self) -> Counts:
        """Return the number of findings by grade."""
        return {grade: sum(counts[grade] for counts in self.categories.values()) for grade in GRADES}


@dataclass(frozen=True)
class Summary:
    """The whole; ``failed`` holds (name, part, code, reason)."""

    meta: dict[str, str]
    documents: int
    files: int
    han: int
    counts: Counts
    categories: tuple[CategoryRow, ...]
    platforms: tuple[PlatformRow, ...]
    failed: tuple[tuple[str, str, str, str], ...]

    @cached_property
    def names(self) -> dict[str, str]:
        """Return the name of every category that the rules know."""
        return {one.id: one.name for one in self.categories}

    @property
    def found(self) -> list[CategoryRow]:
        """Return the categories with findings, in report order."""
        return [one for one in self.categories if sum(one.counts.values())]


def summarise(store: Store, by: By = "party") -> Summary:
    """Return the summary of a store; the same for the same documents, however they came in."""
    hold(store, by)
    documents, han = store.rows(
        "select count(*), coalesce(sum(han), 0) from document where id in (select document from held)"
    )[0]
    counts = _counts(
        store.rows("select grade, count(*) from finding where document in (select document from held) group by 1")
    )
    return Summary(
        meta={key: store.meta(key) for key in ("rules", "facts", "law_as_of")},
        documents=documents,
        files=store.rows("select count(*) from source")[0][0],
        han=han,
        counts=counts,
        categories=tuple(_categories(store)),
        platforms=tuple(_platforms(store)),
        failed=tuple(
            (row["name"], row["part"], row["code"], row["reason"])
            for row in store.rows("select * from failed join source using (path) order by name, part, code, reason")
        ),
    )


def _counts(rows: object) -> Counts:
    return dict.fromkeys(GRADES, 0) | dict(rows)  # type: ignore[call-overload, no-any-return]


def _categories(store: Store) -> list[CategoryRow]:
    grades: dict[str, Counts] = defaultdict(dict)
    query = "select category, grade, count(*) from finding where document in (select document from held) group by 1, 2"
    for category, grade, count in store.each(query):
        grades[category][grade] = count
    query = """
        select category, count(distinct finding.document), count(distinct platform)
        from finding join held using (document) group by 1
    """
    spread = {row[0]: (row[1], row[2]) for row in store.each(query)}
    return [
        CategoryRow(row["id"], row["name"], row["family"], _counts(grades[row["id"]]), *spread.get(row["id"], (0, 0)))
        for row in store.rows("select * from category order by place")
    ]


def _platforms(store: Store) -> list[PlatformRow]:
    """Return the comparable platforms, the densest first, then the others."""
    cells = _cells(store)
    clauses = _clauses(store)
    unfit = _unfit(store)
    query = """
        select platform, count(*), sum(unfit = ''), sum(case when unfit = '' then han else 0 end)
        from held join document on document.id = held.document group by 1
    """
    rows = [
        PlatformRow(name, documents, comparable, han, score(clauses[name], han), unfit[name], cells[name])
        for name, documents, comparable, han in store.each(query)
    ]
    return sorted(rows, key=lambda row: (row.score is None, -(row.score or 0), row.name))


def _cells(store: Store) -> dict[str, dict[str, Counts]]:
    cells: dict[str, dict[str, Counts]] = defaultdict(dict)
    query = "select platform, category, grade, count(*) from held join finding using (document) group by 1, 2, 3"
    for platform, category, grade, count in store.each(query):
        cells[platform].setdefault(category, _counts(()))[grade] = count
    return cells


def _clauses(store: Store) -> dict[str, list[tuple[str, str, int]]]:
    """Return (category, grade, number) of the different clauses in every platform's comparable documents."""
    clauses: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    ranks = " ".join(f"when '{grade}' then {n}" for n, grade in enumerate(GRADES))
    query = f"""
        select platform, category, worst, count(*) from (
            select platform, category, min(case grade {ranks} end) as worst
            from held join document on document.id = held.document join finding on finding.document = document.id
            where unfit = '' group by platform, finding.document, category, fingerprint
        ) group by 1, 2, 3 order by 1, 2, 3
    """
    for platform, category, worst, count in store.each(query):
        clauses[platform].append((category, GRADES[worst], count))
    return clauses


def _unfit(store: Store) -> dict[str, Counts]:
    """Return how many documents of every platform may not be ranked, by reason."""
    reasons: dict[str, Counts] = defaultdict(dict)
    query = """
        select platform, unfit, count(*) from held join document on document.id = held.document
        where unfit <> '' group by 1, 2 order by 1, 2
    """
    for platform, codes, count in store.each(query):
        for code in codes.split(","):
            reasons[platform][UNFIT[code]] = reasons[platform].get(UNFIT[code], 0) + count
    return reasons
