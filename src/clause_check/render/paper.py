"""Write the agreement of an HTML report: every line of it, with the words that findings speak about marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from clause_check.model import GRADE_WORDS, GRADES, Finding, Report
from clause_check.render.layout import groups
from clause_check.render.markup import escape, tag

Numbered = Sequence[tuple[int, Finding]]


def paper(report: Report, prefix: str) -> str:
    """Return the section with the agreement's text, line by line."""
    numbered = [one for group in groups(report.findings) for one in group.findings]
    headings = {block.start for block in report.document.blocks if block.kind == "heading"}
    lines = []
    anchored: set[int] = set()
    for number, start, end in _lines(report.document.text):
        here = [(n, one) for n, one in numbered if one.start < end and one.end > start]
        kind = "line heading" if start in headings else "line"
        inner = "".join(_pieces(report.document.text, (start, end), here, prefix, anchored))
        lines.append(tag("p", inner, class_=kind, data_n=str(number)))
    body = tag("h3", "协议原文") + "".join(lines)
    return tag("section", body, class_="paper", id=f"{prefix}-text", aria_label="协议原文", tabindex="0")


def _lines(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield number, start and end of every line that is not blank."""
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, start, start + len(line)
        start += len(line) + 1


def _pieces(text: str, line: tuple[int, int], here: Numbered, prefix: str, anchored: set[int]) -> Iterator[str]:
    """Yield the line's text cut where findings begin and end, each finding's link before its first words."""
    edges = {edge for _, one in here for edge in (one.start, one.end) if line[0] < edge < line[1]}
    for a, b in pairwise(sorted({*line} | edges)):
        over = [(number, one) for number, one in here if one.start < b and one.end > a]
        yield from (_anchor(number, one, prefix) for number, one in over if number not in anchored)
        anchored.update(number for number, _ in over)
        yield _marked(escape(text[a:b]), over, prefix) if over else escape(text[a:b])


def _anchor(number: int, finding: Finding, prefix: str) -> str:
    """Return the numbered link from the agreement to the finding; the number is drawn by the style sheet."""
    label = f"第 {number} 处，{GRADE_WORDS[finding.grade]}：{finding.category_name}"
    target, own = f"#{prefix}-f{number}", f"{prefix}-t{number}"
    return tag("a", "", class_=f"at {finding.grade}", id=own, href=target, data_n=str(number), aria_label=label)


def _marked(inner: str, over: Numbered, prefix: str) -> str:
    gravest = min((one.grade for _, one in over), key=GRADES.index)
    return tag("mark", inner, class_=gravest, data_f=" ".join(f"{prefix}-f{number}" for number, _ in over))
