"""Arrange a report for a reader: findings by clause, articles of law numbered and quoted once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clause_check.model import Citation, Finding, Softening
from clause_check.render.wording import short_source, source

SOFTENINGS = {"lower": "从轻的原因", "note": "需要留意", "clear": "例外"}
EDGES = "。；;！!，, \t\n"
EXCERPT = 400  # characters of a sentence that a report prints around the words found


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one clause whose sentences overlap, with their numbers in the report."""

    sentence: str
    findings: tuple[tuple[int, Finding], ...]

    @property
    def first(self) -> Finding:
        """Return the finding that stands first in the agreement."""
        return self.findings[0][1]


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled paragraph of a finding; ``quotes`` are the law's words that follow it."""

    label: str
    text: str
    quote: str = ""


class Articles:
    """Numbers the articles in the order of their first citation; tells which has been quoted already."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._quoted: set[str] = set()
        self.listed: list[tuple[int, Citation]] = []

    def __contains__(self, cite: str) -> bool:
        """Return whether the article has been cited already."""
        return cite in self._numbers

    def number(self, citation: Citation) -> int:
        """Return the citation's number in the appendix, giving it one when it is new."""
        if citation.cite not in self._numbers:
            self._numbers[citation.cite] = len(self._numbers) + 1
            self.listed.append((self._numbers[citation.cite], citation))
        return self._numbers[citation.cite]

    def words(self, citation: Citation) -> str:
        """Return the article's words the first time they are asked for, then an empty string."""
        if citation.cite in self._quoted:
            return ""
        self._quoted.add(citation.cite)
        return citation.text


def groups(findings: Sequence[Finding]) -> list[Group]:
    """Return the findings in document order, those of one clause and sentence together."""
    rooms: list[list[tuple[int, Finding]]] = []
    for number, finding in enumerate(sorted(findings, key=lambda one: (one.start, one.end)), 1):
        if rooms and any(_together(other, finding) for _, other in rooms[-1]):
            rooms[-1].append((number, finding))
        else:
            rooms.append([(number, finding)])
    return [Group(_longest(room), tuple(room)) for room in rooms]


def fields(finding: Finding, articles: Articles) -> list[Field]:
    """Return the paragraphs of a finding; what it does not say is left out."""
    found = [Field("所指文字", pointed(finding))]
    found += [Field("做了什么", finding.what), Field("问题在哪", finding.why)]
    found += _basis(finding, articles)
    found += [Field("对方可能答复", finding.defence), Field("可以要求", finding.ask)]
    found += [Field(SOFTENINGS[softening.effect], softened(softening)) for softening in finding.weakened_by]
    found += [Field("参考案例", case) for case in finding.cases]
    return [field for field in found if field.text]


def pointed(finding: Finding) -> str:
    """Return the words found, or nothing when they are the whole sentence printed above."""
    return "" if finding.sentence.strip(EDGES) == finding.quote.strip(EDGES) else finding.quote


def softened(softening: Softening) -> str:
    """Return what weakened the finding: the exception's name, its reason and the words that set it off."""
    words = f"（「{softening.quote}」）" if softening.quote else ""
    return f"{softening.name}：{softening.because}{words}"


def excerpt(group: Group, limit: int = EXCERPT) -> str:
    """Return the group's sentence, or about ``limit`` characters of it around all the words found."""
    sentence = group.sentence
    spots = [(sentence.find(one.quote), len(one.quote)) for _, one in group.findings]
    known = [(at, at + size) for at, size in spots if at >= 0]
    if len(sentence) <= limit or not known:
        return sentence
    low, high = min(at for at, _ in known), max(end for _, end in known)
    room = max(0, limit - (high - low)) // 2
    start, end = max(0, low - room), min(len(sentence), high + room)
    return ("……" if start else "") + sentence[start:end] + ("……" if end < len(sentence) else "")


def _basis(finding: Finding, articles: Articles) -> list[Field]:
    """Return the main article with its words, the others by number, the penalty hooks and what all of it presumes."""
    main = [citation for citation in finding.basis if citation.role == "basis"]
    hooks = [citation for citation in finding.basis if citation.role == "penalty"]
    first = [_main(citation, articles) for citation in main[:1]]
    others = [Field("并见", _line(citation, articles)) for citation in main[1:]]
    penalties = [Field("举报依据", _line(citation, articles)) for citation in hooks]
    return [*first, *others, *penalties, Field("适用前提", _premises(finding, articles))]


def _main(citation: Citation, articles: Articles) -> Field:
    text, words = _line(citation, articles), articles.words(citation)
    return Field("法律依据", text, words) if words else Field("法律依据", f"{text}，原文见上文")


def _line(citation: Citation, articles: Articles) -> str:
    """Return the article with its number in the appendix, its details only the first time."""
    said = short_source(citation) if citation.cite in articles else source(citation)
    return f"〔{articles.number(citation)}〕{said}"


def _premises(finding: Finding, articles: Articles) -> str:
    """Return each assumption once, with the articles that rest on it where not all of them do."""
    resting: dict[str, list[str]] = {}
    for citation in finding.basis:
        resting.setdefault(citation.applies, []).append(f"〔{articles.number(citation)}〕")
    if len(resting) == 1:
        return next(iter(resting))
    return "；".join(f"{''.join(numbers)}{premise}" for premise, numbers in resting.items() if premise)


def _together(one: Finding, other: Finding) -> bool:
    """Return whether two findings stand in one sentence of one clause."""
    if one.clause != other.clause:
        return False
    near = other.start - one.start < max(len(one.sentence), len(other.sentence))
    return other.start < one.end or (near and (one.sentence in other.sentence or other.sentence in one.sentence))


def _longest(room: list[tuple[int, Finding]]) -> str:
    return max((finding.sentence or finding.quote for _, finding in room), key=len)
