"""Render reports as JSON: one object, an array, or one object a line.

The shape is versioned by ``SCHEMA`` and described in ``report.schema.json`` beside this file. Offsets are
code points of the decoded text, ends exclusive, so ``quote == text[start:end]``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from hashlib import sha256
from typing import TYPE_CHECKING

from clause_check.model import GRADE_WORDS, Document, Facts, Finding, Report

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SCHEMA = "https://clause-check.invalid/schema/report/1"


def render(reports: Sequence[Report]) -> str:
    """Return one report as an object, several as an array, indented, with a final newline."""
    objects = [report_object(report) for report in reports]
    return json.dumps(objects[0] if len(objects) == 1 else objects, ensure_ascii=False, indent=1) + "\n"


def line(report: Report) -> str:
    """Return one report as one line of JSON Lines, with its newline."""
    return json.dumps(report_object(report), ensure_ascii=False, separators=(",", ":")) + "\n"


def report_object(report: Report) -> dict[str, object]:
    """Return one report as plain dicts, tuples and scalars that ``json`` can write."""
    return {
        "schema": SCHEMA,
        "document": _document(report.document, report.clauses),
        "assumptions": _assumptions(report.facts),
        "findings": [_finding(finding) for finding in sorted(report.findings, key=lambda one: (one.start, one.end))],
        "cleared": [_plain(cleared) for cleared in report.cleared],
        "unchecked": [_plain(unchecked) for unchecked in report.unchecked],
        "missing": report.missing,
        "law_as_of": report.law_as_of,
        "suggestions": report.suggestions,
    }


def _document(document: Document, clauses: int) -> dict[str, object]:
    return {
        "path": writable(document.path),
        "sha256": document.sha256,
        "size": document.size,
        "chars": len(document.text),
        "clauses": clauses,
        "title": document.title,
        "party": document.party,
        "version": document.version,
        "effective": document.effective,
        "media": document.media,
        "encoding": document.encoding,
        "text_sha256": sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "concerns": [_plain(concern) for concern in document.concerns],
    }


def _assumptions(facts: Facts) -> dict[str, object]:
    return {
        "as": facts.user,
        "operator": facts.operator,
        "date": facts.date,
        "assumed": facts.assumed,
    }


def _finding(finding: Finding) -> dict[str, object]:
    """Return the finding with its grade in words beside the grade."""
    plain = _plain(finding)
    plain["basis"] = [_plain(citation) for citation in finding.basis]
    plain["weakened_by"] = [_plain(softening) for softening in finding.weakened_by]
    plain["grade_word"] = GRADE_WORDS[finding.grade]
    return plain


def _plain(value: DataclassInstance) -> dict[str, object]:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def writable(path: str) -> str:
    """Return ``path`` with the bytes of an undecodable file name replaced, so that UTF-8 can write it."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
