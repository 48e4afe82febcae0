"""Turn findings into what letters take, without the detour over a JSON file."""

from __future__ import annotations

from collections.abc import Iterable

from clause_check.complaint.report import Basis, Clue, Page
from clause_check.model import Citation, Finding, Report


def clues(reports: Iterable[Report]) -> tuple[Clue, ...]:
    """Return the findings of the reports, each with its page."""
    return tuple(_clue(finding, _page(report)) for report in reports for finding in report.findings)


def _page(report: Report) -> Page:
    document, facts = report.document, report.facts
    return Page(document.path, document.sha256, document.title, document.party, facts.user, facts.date)


def _clue(finding: Finding, page: Page) -> Clue:
    same = {name: getattr(finding, name) for name in Clue.__slots__ if name not in ("page", "basis")}
    return Clue(page=page, basis=tuple(_basis(one) for one in finding.basis), **same)


def _basis(citation: Citation) -> Basis:
    return Basis(**{name: getattr(citation, name) for name in Basis.__slots__})
