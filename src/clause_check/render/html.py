"""Render reports as one self-contained page: no request leaves it, nothing of the agreement can act in it.

Style and script are inlined from ``page.css`` and ``page.js`` and allowed by their digests alone; every word from
outside is escaped. ``fragment`` gives the part between the page's header and footer, for pages that have their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath

from clause_check.model import GRADE_WORDS, GRADES, Report
from clause_check.render import wording as say
from clause_check.render.cards import articles, cards
from clause_check.render.inlined import Inlined
from clause_check.render.layout import groups
from clause_check.render.markup import attributes, escape, listing, pairs, tag
from clause_check.render.paper import paper

OWN = Inlined(Path(__file__).parent)


def render(reports: Sequence[Report]) -> str:
    """Return a whole page over one or more reports."""
    names = [name(report) for report in reports]
    parts = [fragment(report, f"r{number}") for number, report in enumerate(reports, 1)]
    contents = [f'<a href="#r{number}">{escape(one)}</a>' for number, one in enumerate(names, 1)]
    nav = tag("nav", listing(contents), aria_label="文件") if len(reports) > 1 else ""
    body = f"<header>{tag('h1', say.TITLE)}{nav}</header><main>{''.join(parts)}</main>"
    return OWN.page("、".join([say.TITLE, *names]), body + tag("footer", tag("p", escape(say.ADVICE_NOTE))))


def fragment(report: Report, prefix: str = "r1") -> str:
    """Return one report as an ``article``; ``prefix`` keeps its anchors apart from another report's."""
    desk = cards(report, prefix) + paper(report, prefix)
    parts = [
        tag("h2", escape(name(report))),
        _summary(report),
        _filters(report),
        tag("div", desk, class_="desk"),
        articles(report),
        *(_section(*one) for one in say.sections(report, show_cleared=True)),
        *(tag("p", escape(line), class_="law-date") for line in say.end_lines(report)[:-1]),
    ]
    return tag("article", "".join(parts), class_="report", id=prefix)


def name(report: Report) -> str:
    """Return what to call the document: its title, else the file's name."""
    return report.document.title or PurePath(report.document.path).name


def _summary(report: Report) -> str:
    facts = [
        (name, value + (f"（{say.ASSUMED}）" if assumed else ""))
        for name, value, assumed in say.fact_lines(report.facts)
    ]
    concerns = [tag("p", f"注意：{escape(one.message)}", class_="concern") for one in report.document.concerns]
    note = tag("p", say.ASSUMED_NOTE, class_="note") if report.facts.assumed else ""
    present = {finding.grade for finding in report.findings}
    grades = [
        (tag("span", GRADE_WORDS[grade], class_=f"badge {grade}"), escape(say.GRADE_NOTES[grade]))
        for grade in GRADES
        if grade in present
    ]
    read = pairs([(escape(name), escape(value)) for name, value in say.document_lines(report)])
    known = pairs([(escape(name), escape(value)) for name, value in facts])
    count = tag("p", escape(say.count_line(report.findings)), class_="count")
    return tag(
        "section",
        count + "".join(concerns) + pairs(grades) + read + known + note,
        class_="summary",
        aria_label=say.SUMMARY,
    )


def _filters(report: Report) -> str:
    """Return the choice of grades and category, hidden until the script can act on it."""
    if not report.findings:
        return ""
    found = groups(report.findings)
    categories = {one.category: one.category_name for group in found for _, one in group.findings}
    present = [grade for grade in GRADES if any(finding.grade == grade for finding in report.findings)]
    boxes = "".join(
        tag("label", f'<input type="checkbox" name="grade" value="{grade}" checked> {GRADE_WORDS[grade]}')
        for grade in present
    )
    options = [f"<option{attributes(value=key)}>{escape(word)}</option>" for key, word in categories.items()]
    choice = tag("select", '<option value="">全部类别</option>' + "".join(options), name="category")
    fields = tag("fieldset", tag("legend", "按定性") + boxes) + tag("label", "按类别 " + choice)
    return tag("form", fields + tag("p", "", role="status"), class_="filters", hidden=True)


def _section(title: str, note: str, rows: list[str]) -> str:
    head = tag("h3", escape(title)) + (tag("p", escape(note)) if note else "")
    return tag("section", head + listing([escape(row) for row in rows]), class_="tail")
