"""Write the findings of an HTML report: a card each, those of one clause together."""

from __future__ import annotations

from clause_check.model import GRADE_WORDS, Citation, Finding, Report
from clause_check.render import wording as say
from clause_check.render.layout import SOFTENINGS, Articles, Group, excerpt, groups, pointed, softened
from clause_check.render.markup import escape, pairs, tag
from clause_check.render.text import finding_text


def cards(report: Report, prefix: str) -> str:
    """Return the section of findings, clause by clause in document order."""
    found = "".join(_group(group, prefix) for group in groups(report.findings))
    body = found or tag("p", say.NO_FINDINGS, class_="none")
    return tag("section", tag("h3", "发现") + body, class_="findings", id=f"{prefix}-findings", aria_label="发现")


def articles(report: Report) -> str:
    """Return every article that the report cites, once and in full, for the printed page."""
    listed = Articles()
    for group in groups(report.findings):
        for _, finding in group.findings:
            for citation in finding.basis:
                listed.number(citation)
    rows = [(escape(say.source(one)), tag("blockquote", escape(one.text))) for _, one in listed.listed]
    return tag("section", tag("h3", say.ARTICLES) + pairs(rows), class_="tail print-only") if rows else ""


def _group(group: Group, prefix: str) -> str:
    place = tag("span", escape(say.place(group.first)), class_="place")
    head = tag("h4", f"{escape(say.clause_name(group.first))} {place}")
    quote = tag("blockquote", escape(excerpt(group)), class_="clause")
    return tag("div", head + quote + "".join(_card(n, one, prefix) for n, one in group.findings), class_="group")


def _card(number: int, finding: Finding, prefix: str) -> str:
    badge = tag("span", GRADE_WORDS[finding.grade], class_=f"badge {finding.grade}")
    title = f"{number}. {escape(finding.category_name)}：{escape(finding.title)}"
    look = tag("a", "看原文", href=f"#{prefix}-t{number}")
    copy = tag("button", "复制这一处", type="button", class_="copy", hidden=True)
    rule = tag("span", f"规则 {escape(finding.rule)}", class_="rule")
    plain = tag("pre", escape(finding_text(finding)), hidden=True)
    return tag(
        "article",
        f"<h5>{badge} {title}</h5>{pairs(_rows(finding))}{tag('p', look + copy + rule, class_='actions')}{plain}",
        class_=f"finding {finding.grade}",
        id=f"{prefix}-f{number}",
        tabindex="-1",
        data_grade=finding.grade,
        data_category=finding.category,
    )


def _rows(finding: Finding) -> list[tuple[str, str]]:
    rows = [
        ("所指文字", escape(pointed(finding))),
        ("做了什么", escape(finding.what)),
        ("问题在哪", escape(finding.why)),
        *_basis(finding),
        ("对方可能答复", escape(finding.defence)),
        ("可以要求", escape(finding.ask)),
        *((SOFTENINGS[one.effect], escape(softened(one))) for one in finding.weakened_by),
        *(("参考案例", escape(case)) for case in finding.cases),
    ]
    return [(label, text) for label, text in rows if text]


def _basis(finding: Finding) -> list[tuple[str, str]]:
    """Return the main article open, the others and the penalty hooks folded under their names."""
    main = [one for one in finding.basis if one.role == "basis"]
    hooks = [one for one in finding.basis if one.role == "penalty"]
    rows = [("法律依据", _source(one) + _words(one)) for one in main[:1]]
    if main[1:]:
        rows.append(("并见", "".join(_folded(one) for one in main[1:])))
    return [*rows, ("举报依据", "".join(_folded(one) for one in hooks))]


def _source(citation: Citation) -> str:
    return tag("cite", escape(say.source(citation)))


def _words(citation: Citation) -> str:
    applies = tag("p", f"适用前提：{escape(citation.applies)}", class_="applies") if citation.applies else ""
    return tag("blockquote", escape(citation.text)) + applies


def _folded(citation: Citation) -> str:
    return tag("details", tag("summary", _source(citation)) + _words(citation))
