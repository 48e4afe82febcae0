"""Render reports as SARIF 2.1.0, for code hosts and editors that collect findings.

Offsets are code points of the file's text. Where the text was extracted (HTML, PDF, DOCX) the file itself has no
such place, so the result names the file and the clause, and carries the offsets as properties.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import quote

from clause_check import __version__
from clause_check.model import GRADE_WORDS, Concern, Finding, Grade, Report, Unchecked
from clause_check.render import wording as say
from clause_check.render.jsonout import writable
from clause_check.render.layout import softened
from clause_check.render.text import finding_text

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "clauseCheck/v1"
LEVELS: dict[Grade, str] = {"void": "error", "unfair": "warning", "conditional": "note"}


def render(reports: Sequence[Report]) -> str:
    """Return one log with one run over all the documents."""
    found = {finding.rule: finding for report in reports for finding in report.findings}
    rules = [_rule(finding) for _, finding in sorted(found.items())]
    places = {rule["id"]: index for index, rule in enumerate(rules)}
    driver = {"name": "clause-check", "version": __version__, "language": "zh-CN", "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(report) for report in reports],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(reports)}],
        "results": [
            _result(finding, report, index, places[finding.rule])
            for index, report in enumerate(reports)
            for finding in report.findings
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.rule,
        "shortDescription": {"text": f"{finding.category_name}：{finding.title}"},
        "fullDescription": {"text": f"{finding.what}{finding.why}"},
        "help": {"text": f"{finding.why}\n{finding.defence}\n{finding.ask}"},
        "properties": {"category": finding.category, "tags": [finding.category]},
    }


def _artifact(report: Report) -> dict[str, object]:
    document = report.document
    return {
        "location": {"uri": uri(document.path)},
        "mimeType": document.media,
        "encoding": document.encoding,
        "hashes": {"sha-256": document.sha256},
    }


def _result(finding: Finding, report: Report, artifact: int, rule: int) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": uri(report.document.path), "index": artifact}}
    if not report.document.blocks:
        physical["region"] = _region(finding)
    name = say.clause_name(finding)
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": LEVELS[finding.grade],
        "message": {"text": f"{GRADE_WORDS[finding.grade]}：{finding.title}\n\n{finding_text(finding)}"},
        "locations": [{"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": name}]}],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {
            "grade": finding.grade,
            "category": finding.category,
            "start": finding.start,
            "end": finding.end,
            "quote": finding.quote,
            "basis": [citation.cite for citation in finding.basis],
            "weakenedBy": [softened(softening) for softening in finding.weakened_by],
        },
    }


def _region(finding: Finding) -> dict[str, object]:
    return {
        "startLine": finding.line,
        "startColumn": finding.column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
        "snippet": {"text": finding.quote},
    }


def _notices(report: Report) -> list[Concern | Unchecked]:
    return [*report.document.concerns, *report.unchecked]


def _notifications(reports: Sequence[Report]) -> list[dict[str, object]]:
    """Return the concerns about each input and what could not be checked in it."""
    return [
        {
            "descriptor": {"id": notice.code},
            "level": "warning",
            "message": {"text": notice.message},
            "locations": [
                {"physicalLocation": {"artifactLocation": {"uri": uri(report.document.path), "index": index}}}
            ],
        }
        for index, report in enumerate(reports)
        for notice in _notices(report)
    ]


def uri(path: str) -> str:
    """Return the path as a URI: absolute paths with their scheme, others relative to where the scan ran."""
    pure = PurePath(writable(path))
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
