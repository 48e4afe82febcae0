"""Render reports as plain text: no colours, no wrapping, fit to be piped, mailed or quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import indent

from clause_check.model import GRADE_WORDS, GRADES, Citation, Finding, Report
from clause_check.render import wording as say
from clause_check.render.layout import Articles, Group, excerpt, fields, groups

INDENT = "    "
RULE = "─" * 40


def render(reports: Sequence[Report], *, show_cleared: bool = False) -> str:
    """Return the reports one after the other, each complete in itself."""
    return "\n\n".join("\n".join(parts(report, show_cleared)) + "\n" for report in reports)


def finding_text(finding: Finding) -> str:
    """Return one finding on its own, every article it leans on quoted once and in full."""
    articles = Articles()
    body = [_place_line(finding), f"「{finding.sentence}」", "", *_finding_lines(None, finding, articles)]
    others = [(number, citation) for number, citation in articles.listed if articles.words(citation)]
    return _shown([*body, "", *_article_lines(others)])


def parts(report: Report, show_cleared: bool = False) -> Iterator[str]:
    """Yield the report in parts of whole lines, each without its last newline."""
    articles = Articles()
    yield _shown([say.TITLE, "", *_head_lines(report)])
    for group in groups(report.findings):
        yield _shown(["", RULE, *_group_lines(group, articles)])
    yield _shown(["", RULE])
    if articles.listed:
        yield _shown([say.ARTICLES, *_article_lines(articles.listed), ""])
    for title, note, rows in say.sections(report, show_cleared=show_cleared):
        yield _shown([title, *([note] if note else []), *(f"- {row}" for row in rows), ""])
    yield _shown(say.end_lines(report))


def _shown(lines: Sequence[str]) -> str:
    return say.visible("\n".join(lines))


def _head_lines(report: Report) -> list[str]:
    lines = [f"{name}：{value}" for name, value in say.document_lines(report)]
    lines += ["", say.count_line(report.findings)]
    present = {finding.grade for finding in report.findings}
    lines += [f"{INDENT}{GRADE_WORDS[grade]}：{say.GRADE_NOTES[grade]}" for grade in GRADES if grade in present]
    facts = say.fact_lines(report.facts)
    lines += ["", *(f"{name}：{value}" + (f"（{say.ASSUMED}）" if assumed else "") for name, value, assumed in facts)]
    lines += [say.ASSUMED_NOTE] if report.facts.assumed else []
    return lines + [f"注意：{concern.message}" for concern in report.document.concerns]


def _group_lines(group: Group, articles: Articles) -> list[str]:
    lines = [_place_line(group.first), f"「{excerpt(group)}」"]
    for number, finding in group.findings:
        lines += ["", *_finding_lines(number, finding, articles)]
    return lines


def _place_line(finding: Finding) -> str:
    return f"{say.clause_name(finding)}  {say.place(finding)}"


def _finding_lines(number: int | None, finding: Finding, articles: Articles) -> list[str]:
    """Return the finding's heading and its labelled paragraphs, indented under it."""
    mark = "" if number is None else f"[{number}] "
    lines = [f"{mark}{finding.category_name}·{GRADE_WORDS[finding.grade]}：{finding.title}"]
    for field in fields(finding, articles):
        lines.append(_shifted(f"{field.label}：{field.text}"))
        lines += [_shifted(f"「{field.quote}」", 2)] if field.quote else []
    return [*lines, f"{INDENT}规则：{finding.rule}"]


def _shifted(text: str, depth: int = 1) -> str:
    """Return the text with every line of it indented; the law's own line breaks stay."""
    return indent(text, INDENT * depth)


def _article_lines(listed: Sequence[tuple[int, Citation]]) -> list[str]:
    lines = []
    for number, citation in listed:
        lines += [f"〔{number}〕{say.source(citation)}", _shifted(f"「{citation.text}」")]
    return lines
