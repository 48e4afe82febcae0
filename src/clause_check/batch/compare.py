"""Platforms side by side: what each one's agreement says in every category."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from clause_check.batch.law import basis
from clause_check.batch.rows import UNFIT, unfit
from clause_check.batch.score import score
from clause_check.batch.table import Table, Value
from clause_check.model import GRADE_WORDS, GRADES, Finding, Grade, Report
from clause_check.readers.marker import han
from clause_check.render.wording import clause_name

SCHEMA = "https://clause-check.invalid/schema/compare/1"
NONE = "—"


@dataclass(frozen=True, slots=True)
class Side:
    """One agreement in the comparison."""

    name: str
    report: Report

    @property
    def score(self) -> float | None:
        """Return the score, None when the text may not be ranked."""
        return None if unfit(self.report) else score(_distinct(self.report.findings), han(self.report.document.text))

    @property
    def why_not(self) -> str:
        """Return why the text may not be ranked, empty when it may."""
        return "、".join(UNFIT[code] for code in unfit(self.report))

    def findings(self, category: str) -> list[Finding]:
        """Return the findings of one category."""
        return [one for one in self.report.findings if one.category == category]


def sides(reports: Sequence[Report]) -> list[Side]:
    """Return the agreements under names that tell them apart: the party, else the file; with the title when needed."""
    names = [report.document.party or PurePath(report.document.path).stem for report in reports]
    titled = [
        f"{name}《{report.document.title.strip('《》')}》" if names.count(name) > 1 and report.document.title else name
        for name, report in zip(names, reports, strict=True)
    ]
    numbered = [
        f"{name}（{titled[: n + 1].count(name)}）" if titled.count(name) > 1 else name for n, name in enumerate(titled)
    ]
    return [Side(name, report) for name, report in zip(numbered, reports, strict=True)]


def counts(compared: Sequence[Side], names: dict[str, str]) -> Table:
    """Return one row a category and one column an agreement; ``names`` are the categories in report order."""
    rows: list[tuple[Value, ...]] = [
        ("汉字", *(han(side.report.document.text) for side in compared)),
        ("每万字分数", *(_score(side) for side in compared)),
    ]
    for key in _present(compared, names):
        rows.append((names[key], *(_cell(side.findings(key)) for side in compared)))
    return Table(
        "按类别并排", ("类别", *(side.name for side in compared)), rows, "「—」是规则没有认出，不等于没有问题。"
    )


def wordings(compared: Sequence[Side], names: dict[str, str]) -> Table:
    """Return one row a finding, category by category."""
    heads = ("类别", "平台", "定性", "问题", "条号", "原文", "法律依据")
    rows = [
        (names[key], side.name, GRADE_WORDS[one.grade], one.title, clause_name(one), one.sentence, _law(one))
        for key in _present(compared, names)
        for side in compared
        for one in side.findings(key)
    ]
    return Table("各家原文", heads, rows)


def as_json(compared: Sequence[Side], names: dict[str, str]) -> str:
    """Return the comparison as JSON."""
    categories = [
        {"id": key, "name": names[key], "sides": [[_object(one) for one in side.findings(key)] for side in compared]}
        for key in _present(compared, names)
    ]
    heads = [{"name": side.name, "score": side.score, "incomparable": side.why_not} for side in compared]
    whole = {"schema": SCHEMA, "sides": heads, "categories": categories}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _present(compared: Sequence[Side], names: dict[str, str]) -> list[str]:
    found = {one.category for side in compared for one in side.report.findings}
    return [key for key in names if key in found]


def _cell(findings: list[Finding]) -> str:
    parts = [(GRADE_WORDS[grade], sum(one.grade == grade for one in findings)) for grade in GRADES]
    return "、".join(f"{word} {count}" for word, count in parts if count) or NONE


def _score(side: Side) -> str:
    return f"不可比（{side.why_not}）" if side.score is None else f"{side.score:.1f}"


def _law(finding: Finding) -> str:
    return "；".join(basis(finding))


def _object(finding: Finding) -> dict[str, str]:
    keys = ("rule", "grade", "title", "clause", "quote", "sentence", "fingerprint")
    return {key: str(getattr(finding, key)) for key in keys} | {"law": _law(finding)}


def _distinct(findings: Sequence[Finding]) -> list[tuple[str, str, int]]:
    """Return (category, gravest grade, 1) of every clause that is worded differently."""
    gravest: dict[tuple[str, str], Grade] = {}
    for one in findings:
        key = (one.category, one.fingerprint)
        gravest[key] = min(gravest.get(key, one.grade), one.grade, key=GRADES.index)
    return [(category, grade, 1) for (category, _), grade in gravest.items()]
