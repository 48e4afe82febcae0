"""Tie judgements to articles of law, for the facts that decide which law applies."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from clause_check.lawlibrary import LawLibrary
from clause_check.model import (
    Citation,
    Clause,
    Cleared,
    Document,
    Facts,
    Finding,
    Grade,
    Judgement,
    Plain,
    Softening,
)
from clause_check.rulebook import Basis, Rule, Rulebook

LINE_END = re.compile("\n")
PAIRS = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "（", ")": "(", "】": "【"}
NOISE = re.compile(r"[\W\d_]+|本平台|平台|公司|网站")
USER_WORDS = {"consumer": "您是为生活消费的消费者", "merchant": "您是经营者或转卖者"}
OPERATOR_WORDS = {"platform": "对方是网络交易平台", "shop": "对方是自营的独立店铺或网站"}


@dataclass(frozen=True)
class Source:
    """All that citing reads besides the judgement itself."""

    document: Document
    plain: Plain
    clauses: tuple[Clause, ...]
    rulebook: Rulebook
    laws: LawLibrary
    facts: Facts

    @cached_property
    def lines(self) -> list[int]:
        """Return where the lines of the document start."""
        return [0, *(found.end() for found in LINE_END.finditer(self.document.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1."""
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1


def cite(judgements: Iterable[Judgement], source: Source) -> tuple[list[Finding], list[Cleared]]:
    """Return the findings with their citations, and what was cleared and by what."""
    findings: list[Finding] = []
    cleared: list[Cleared] = []
    cited: dict[str, tuple[Citation, ...]] = {}
    for one in judgements:
        rule = source.rulebook.rule(one.hit.rule)
        if one.grade is None:
            last = one.softened[-1]
            cleared.append(_clear(one, rule, source, last.name, last.because))
            continue
        if rule.id not in cited:
            cited[rule.id] = tuple(_citation(b, source) for b in rule.bases if holds(b, source.facts))
        basis = cited[rule.id]
        if not any(c.role == "basis" for c in basis):
            cleared.append(_clear(one, rule, source, "依据不适用", "按所填身份，这条规则没有可引用的条款"))
            continue
        findings.append(_finding(one, rule, source, basis))
    return findings, cleared


def holds(basis: Basis, facts: Facts) -> bool:
    """Return whether a citation is for this user and this kind of operator."""
    if basis.user not in ("any", facts.user):
        return False
    return facts.operator == "unknown" or basis.operator in ("any", facts.operator)


def _citation(basis: Basis, source: Source) -> Citation:
    found = source.laws.resolve(basis.cite)
    return Citation(
        cite=basis.cite,
        law=found.name,
        article=found.label,
        text=found.text,
        number=found.number,
        in_force_from=found.in_force_from,
        applies=assumption(basis),
        later=bool(source.facts.date) and found.in_force_from > source.facts.date,
        verified=found.doubt,
        role=basis.role,  # type: ignore[arg-type]
    )


def assumption(basis: Basis) -> str:
    """Return in Chinese for whom a citation holds."""
    words = [USER_WORDS.get(basis.user, ""), OPERATOR_WORDS.get(basis.operator, "")]
    return "，".join(word for word in words if word)


def grade_by_law(grade: Grade, rule: Rule, basis: tuple[Citation, ...]) -> tuple[Grade, tuple[Softening, ...]]:
    """Lower ``void`` to ``unfair`` when no paragraph that carries it applies on that day to that user."""
    carriers = {b.cite for b in rule.bases if b.voids}
    if grade != "void" or any(c.cite in carriers and not c.later for c in basis):
        return grade, ()
    because = "明文规定此类内容无效的条款，按所填身份或订立日期不能直接适用"
    return "unfair", (Softening("依据限于特定主体或日期", "lower", because),)


def _finding(one: Judgement, rule: Rule, source: Source, basis: tuple[Citation, ...]) -> Finding:
    start, end = source.plain.original(one.hit.start, one.hit.end)
    end = closed(source.document.text, start, end)
    line, column = source.position(start)
    assert one.grade is not None
    grade, lowered = grade_by_law(one.grade, rule, basis)
    clause = source.clauses[one.hit.unit.clause]
    quote = source.document.text[start:end]
    return Finding(
        rule=rule.id,
        category=rule.category,
        category_name=source.rulebook.categories[rule.category].name,
        grade=grade,
        title=rule.title,
        quote=quote,
        start=start,
        end=end,
        line=line,
        column=column,
        clause=clause.label,
        sentence=_sentence(one, source),
        basis=basis,
        what=rule.what,
        why=rule.why,
        defence=rule.defence,
        ask=rule.ask,
        fingerprint=fingerprint(rule.category, source.plain.text[one.hit.start : one.hit.end]),
        weakened_by=(*(s for s in one.softened if s.effect != "clear"), *lowered),
        cases=rule.cases,
        origin=clause.origin,
        heading=clause.heading,
    )


def closed(text: str, start: int, end: int) -> int:
    """Return the end of a quote with the mark behind it that closes what was opened in it."""
    mark = text[end : end + 1]
    opener = PAIRS.get(mark)
    if opener and text.count(opener, start, end) > text.count(mark, start, end):
        return end + 1
    return end


def _sentence(one: Judgement, source: Source) -> str:
    unit, text = one.hit.unit, source.document.text
    a, b = source.plain.original(unit.start, unit.end)
    if unit.lead_end == unit.lead_start:
        return text[a:b].strip()
    c, d = source.plain.original(unit.lead_start, unit.lead_end)
    return f"{text[c:d].strip()} …… {text[a:b].strip()}"


def _clear(one: Judgement, rule: Rule, source: Source, by: str, because: str) -> Cleared:
    start, end = source.plain.original(one.hit.start, one.hit.end)
    quote = source.document.text[start:end]
    return Cleared(rule.id, rule.category, quote, start, end, source.position(start)[0], by, because)


def fingerprint(category: str, folded: str) -> str:
    """Return 16 hex digits that survive renumbering, dates, amounts, blanks and the platform's name."""
    return hashlib.sha256(f"{category}\0{NOISE.sub('', folded)}".encode()).hexdigest()[:16]
