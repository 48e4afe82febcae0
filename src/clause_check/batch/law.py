"""The law as a store keeps it: what a citation is called, and what it says."""

from __future__ import annotations

from collections.abc import Iterable

from clause_check.batch.store import Store
from clause_check.model import Finding


class Law:
    """The table ``law`` of a store."""

    def __init__(self, store: Store) -> None:
        self._rows = {row["cite"]: row for row in store.rows("select * from law")}

    def name(self, cite: str) -> str:
        """Return 《…》第…条第…款; what the store does not hold stays a citation."""
        return "".join(self._named(cite))

    def names(self, cites: Iterable[str]) -> tuple[str, ...]:
        """Return one line a law with all its articles: 《…》第…条、第…条."""
        return grouped(map(self._named, cites))

    def words(self, cite: str) -> str:
        """Return what the law says there, empty when the store does not hold it."""
        row = self._rows.get(cite)
        return str(row["text"]) if row is not None else ""

    def _named(self, cite: str) -> tuple[str, str]:
        row = self._rows.get(cite)
        if row is None:
            return cite, ""
        return row["law"], row["article"] + (f"【{row['doubt']}】" if row["doubt"] else "")


def basis(finding: Finding) -> tuple[str, ...]:
    """Return what a finding leans on, one line a law."""
    return grouped((one.law, one.article) for one in finding.basis if one.role == "basis")


def grouped(articles: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return (law, article) pairs as one line a law: 《…》第…条、第…条."""
    found: dict[str, list[str]] = {}
    for law, article in articles:
        found.setdefault(law, []).append(article)
    return tuple(law + "、".join(parts) for law, parts in found.items())
