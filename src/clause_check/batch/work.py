"""What a worker does with one file: bytes to rows. Pure, so that any engine can call it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clause_check.batch.gather import Found
from clause_check.batch.store import Scanned, concerns, pack
from clause_check.errors import ClauseCheckError
from clause_check.model import Document, Facts, Finding, Report
from clause_check.pipeline import Checker
from clause_check.stages.read import load, read

UNFIT = {"too-short", "login-page", "error-page", "cookie-notice", "app-store", "novel", "hardly-chinese"}


@dataclass(slots=True)
class Worker:
    """A checker with the facts of the run."""

    checker: Checker
    facts: Facts
    ocr: bool = False

    def scan(self, found: Found) -> Scanned:
        """Return the rows of one file; a file that cannot be read gives its reason."""
        try:
            data = load(Path(found.path))
            digest = hashlib.sha256(data).hexdigest()
            documents = read(data, found.name, ocr=self.ocr)
        except ClauseCheckError as error:
            return Scanned(found.name, found.size, found.stamp, reason=str(error).replace(found.path, found.name))
        rows = [self.rows(document, found.name) for document in documents]
        return Scanned(
            found.name,
            found.size,
            found.stamp,
            digest,
            documents=tuple(row for row, _ in rows),
            holds=tuple(
                (d.path.removeprefix(found.name), row["id"]) for d, (row, _) in zip(documents, rows, strict=True)
            ),
            findings=tuple(finding for _, findings in rows for finding in findings),
        )

    def rows(self, document: Document, name: str, known: str = "") -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """Return the rows of one document; ``known`` is its id when it comes from the store."""
        report = self.checker.check(document, self.facts)
        text, blocks = pack(document)
        row = document_row(report, name)
        row |= {"id": known or identity(document), "text": text, "blocks": blocks}
        row |= {"rules": self.checker.rulebook.digest, "facts": facts_key(self.facts)}
        return row, [finding_row(finding, n, row["id"]) for n, finding in enumerate(report.findings)]


def identity(document: Document) -> str:
    """Return the document's id: SHA-256 of its text and the layout that cuts it into clauses."""
    layout = json.dumps([[b.start, b.end, b.kind] for b in document.blocks])
    return hashlib.sha256(f"{document.text}\0{layout}".encode("utf-8", "surrogatepass")).hexdigest()


def facts_key(facts: Facts) -> str:
    """Return the facts as one string."""
    return f"{facts.user} {facts.operator} {facts.date}".strip()


def document_row(report: Report, name: str) -> dict[str, Any]:
    """Return the columns that come from the report."""
    document = report.document
    codes = {concern.code for concern in document.concerns}
    return {
        "platform": document.party or name.split("/")[0].rsplit(".", 1)[0],
        "comparable": int(not codes & UNFIT),
        "chars": len(document.text),
        "clauses": report.clauses,
        "concerns": concerns(document),
        "unchecked": json.dumps([u.message for u in report.unchecked], ensure_ascii=False),
        **{key: getattr(document, key) for key in ("title", "party", "version", "effective", "media", "encoding")},
    }


def finding_row(finding: Finding, number: int, document: str) -> dict[str, Any]:
    """Return the columns of one finding."""
    names = ["rule", "category", "grade", "title", "clause", "quote", "sentence", "start", "line", "fingerprint"]
    cites = json.dumps([c.cite for c in finding.basis], ensure_ascii=False)
    row = {name: getattr(finding, name) for name in names}
    return {**row, "document": document, "n": number, "finish": finding.end, "cites": cites}
