"""Render reports as Markdown, with everything that came from outside escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clause_check.model import GRADE_WORDS, GRADES, Finding, Report
from clause_check.render import wording as say
from clause_check.render.layout import Articles, Field, Group, excerpt, fields, groups

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
STARTING = re.compile(r"^(\d+(?=[.)]\s)|(?=[-+=]))(.)")  # what would begin a list or a rule


def render(reports: Sequence[Report], *, show_cleared: bool = False) -> str:
    """Return the reports one after the other, each under a heading of its own."""
    return "\n\n---\n\n".join(_report(report, show_cleared) for report in reports) + "\n"


def escape(text: str) -> str:
    """Return text that Markdown shows as it is, in one line."""
    flat = " ".join(say.visible(text).split())
    return STARTING.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", flat))


def _report(report: Report, show_cleared: bool) -> str:
    articles = Articles()
    parts = [f"# {say.TITLE}", *_head(report)]
    for group in groups(report.findings):
        parts += _group(group, articles)
    if articles.listed:
        parts += [f"## {say.ARTICLES}"]
        parts += [f"〔{n}〕{escape(say.source(one))}\n\n> {escape(one.text)}" for n, one in articles.listed]
    for title, note, rows in say.sections(report, show_cleared=show_cleared):
        parts += [f"## {title}", *([note] if note else [])]
        parts += [_bullets(rows)] if rows else []
    return "\n\n".join([*parts, *say.end_lines(report)])


def _head(report: Report) -> list[str]:
    rows = [f"| {name} | {escape(value)} |" for name, value in say.document_lines(report)]
    for name, value, assumed in say.fact_lines(report.facts):
        rows.append(f"| {name} | {escape(value)}" + (f"（{say.ASSUMED}） |" if assumed else " |"))
    present = {finding.grade for finding in report.findings}
    parts = ["\n".join(["| 项目 | 内容 |", "| --- | --- |", *rows])]
    parts += [say.ASSUMED_NOTE] if report.facts.assumed else []
    parts += [f"**注意**：{escape(concern.message)}" for concern in report.document.concerns]
    notes = [f"{GRADE_WORDS[grade]}：{say.GRADE_NOTES[grade]}" for grade in GRADES if grade in present]
    return [*parts, f"**{say.count_line(report.findings)}**", *([_bullets(notes)] if notes else [])]


def _group(group: Group, articles: Articles) -> list[str]:
    first = group.first
    parts = [f"## {escape(say.clause_name(first))}", escape(say.place(first)), f"> {escape(excerpt(group))}"]
    for number, finding in group.findings:
        parts += _finding(number, finding, articles)
    return parts


def _finding(number: int, finding: Finding, articles: Articles) -> list[str]:
    heading = f"{finding.category_name}·{GRADE_WORDS[finding.grade]}：{finding.title}"
    rows = [_field(field) for field in fields(finding, articles)]
    return [f"### {number}. {escape(heading)}", "\n".join([*rows, f"- **规则**：`{finding.rule}`"])]


def _field(field: Field) -> str:
    quote = f"\n  > {escape(field.quote)}\n" if field.quote else ""
    return f"- **{field.label}**：{escape(field.text)}" + ("\n" + quote if quote else "")


def _bullets(rows: list[str]) -> str:
    return "\n".join(f"- {escape(row)}" for row in rows)
