"""Render reports for a terminal, with colours and wrapping that know how wide a Chinese character is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import StringIO
from itertools import groupby
from typing import Literal

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from clause_check.model import GRADE_WORDS, GRADES, Finding, Grade, Report
from clause_check.render import wording as say
from clause_check.render.layout import Articles, Field, Group, excerpt, fields, groups
from clause_check.render.wrap import Prose, prose

STYLES: dict[Grade, str] = {"void": "bold magenta", "unfair": "bold yellow", "conditional": "bold cyan"}
FAINT = "dim"


def render(reports: Sequence[Report], *, width: int, color: bool = True, show_cleared: bool = False) -> str:
    """Return the reports wrapped to ``width`` columns, with escape codes for colours when ``color``."""
    system: Literal["standard"] | None = "standard" if color else None
    out = StringIO()
    console = Console(file=out, width=width, force_terminal=color, color_system=system, legacy_windows=False)
    for report in reports:
        for part in _report(report, show_cleared):
            console.print(part)
    return re.sub(r" +$", "", out.getvalue(), flags=re.MULTILINE)


def _report(report: Report, show_cleared: bool) -> list[RenderableType]:
    articles = Articles()
    parts: list[RenderableType] = [Rule(Text(say.TITLE, "bold")), *_head(report)]
    for group in groups(report.findings):
        parts += ["", Rule(style=FAINT), *_group(group, articles)]
    parts += ["", Rule(style=FAINT)]
    if articles.listed:
        parts += [Text(say.ARTICLES, "bold"), _articles(articles), ""]
    for title, note, rows in say.sections(report, show_cleared=show_cleared):
        parts += [
            Text(title, "bold"),
            *([prose(note)] if note else []),
            _pairs([("-", prose(row)) for row in rows]),
            "",
        ]
    return [*parts, *(prose(line, FAINT) for line in say.end_lines(report))]


def _head(report: Report) -> list[RenderableType]:
    rows = [(name, prose(value)) for name, value in say.document_lines(report)]
    for name, value, assumed in say.fact_lines(report.facts):
        rows.append((name, prose(value + (f"（{say.ASSUMED}）" if assumed else ""))))
    rows += [("注意", prose(concern.message, "bold yellow")) for concern in report.document.concerns]
    parts: list[RenderableType] = [_pairs(rows)]
    parts += [prose(say.ASSUMED_NOTE, FAINT)] if report.facts.assumed else []
    present = {finding.grade for finding in report.findings}
    notes = [(GRADE_WORDS[grade], prose(say.GRADE_NOTES[grade])) for grade in GRADES if grade in present]
    return [*parts, "", Text(say.count_line(report.findings), "bold"), *([_pairs(notes)] if notes else [])]


def _group(group: Group, articles: Articles) -> list[RenderableType]:
    place = Text(say.visible(say.clause_name(group.first)), "bold").append(f"  {say.place(group.first)}", FAINT)
    parts: list[RenderableType] = [Prose(place), _sentence(group)]
    for number, finding in group.findings:
        parts += ["", *_finding(number, finding, articles)]
    return parts


def _sentence(group: Group) -> Prose:
    """Return the sentence with the words that were found in the colour of their grade."""
    text = Text(say.visible(f"「{excerpt(group)}」"))
    for _, finding in group.findings:
        at = text.plain.find(say.visible(finding.quote))
        if at >= 0:
            text.stylize(f"{STYLES[finding.grade]} underline", at, at + len(finding.quote))
    return Prose(text)


def _finding(number: int, finding: Finding, articles: Articles) -> list[RenderableType]:
    heading = Text(f"[{number}] ", "bold")
    heading.append(f"{finding.category_name}·{GRADE_WORDS[finding.grade]}", STYLES[finding.grade])
    heading.append(say.visible(f"：{finding.title}"), "bold")
    runs = groupby(fields(finding, articles), key=lambda field: field.label)
    rows = [(label, prose("\n".join(map(_value, run)))) for label, run in runs]
    return [Prose(heading), Padding(_pairs([*rows, ("规则", prose(finding.rule, FAINT))]), (0, 0, 0, 2))]


def _value(field: Field) -> str:
    return f"{field.text}\n「{field.quote}」" if field.quote else field.text


def _articles(articles: Articles) -> Table:
    return _pairs([(f"〔{n}〕", prose(f"{say.source(one)}\n「{one.text}」")) for n, one in articles.listed])


def _pairs(rows: Sequence[tuple[str, Prose]]) -> Table:
    """Return labels in a column of their own, so that wrapped values keep their edge."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True, style=FAINT)
    grid.add_column(ratio=1)
    for label, value in rows:
        grid.add_row(label, value)
    return grid
