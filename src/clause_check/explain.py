"""Tell why a text hit a rule, what weakened it, or which condition failed first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clause_check.model import Document, Grade, Softening
from clause_check.pipeline import Checker, fold
from clause_check.rulebook import Pattern, Rule
from clause_check.stages.judge import judge, weigh
from clause_check.stages.match import Joined, join, match, sentences


@dataclass(frozen=True, slots=True)
class Trace:
    """One hit with everything that happened to it."""

    rule: Rule
    pattern: int
    quote: str
    grade: Grade | None
    softened: tuple[Softening, ...]


def trace(checker: Checker, text: str) -> list[Trace]:
    """Return every hit on ``text``, before and after exceptions and precedence."""
    plain, clauses, _ = fold(Document("text", text, ""))
    book = checker.rulebook
    hits, _ = match(plain, clauses, checker.matcher)
    told = {j.hit.rule: j for j in judge(plain, clauses, hits, book)}
    traces: list[Trace] = []
    for hit in hits:
        one = weigh(plain, hit, book)
        final = told.get(hit.rule, one)
        start, end = plain.original(hit.start, hit.end)
        rule = book.rule(hit.rule)
        grade = None if final.grade is None else one.grade
        softened = one.softened if final.grade is not None or one.grade is None else final.softened
        traces.append(Trace(rule, hit.pattern, text[start:end], grade, softened))
    return traces


def why_not(checker: Checker, text: str, rule: Rule) -> Iterator[str]:
    """Yield for each pattern of a rule the first condition that no sentence of ``text`` met."""
    plain, clauses, _ = fold(Document("text", text, ""))
    units = [plain.text[a:b] for n in range(len(clauses)) for a, b in sentences(plain, n)]
    units += _joined(join(plain, clauses))
    for index in rule.patterns:
        pattern = checker.rulebook.pattern(index)
        literals = checker.rulebook.literals(pattern)
        reasons = [_failure(pattern, literals, unit) for unit in units] or [(0, "文字是空的")]
        yield f"{rule.id} 第{pattern.number + 1}个 pattern 未命中：{max(reasons)[1]}"


def _joined(joined: Joined) -> list[str]:
    return [part for part in joined.text.split("\n") if part]


def _failure(pattern: Pattern, required: list[list[str]], unit: str) -> tuple[int, str]:
    try:
        return _first_failure(pattern, required, unit)
    except TimeoutError:
        return 5, "在一句上超时，未检查"


def _first_failure(pattern: Pattern, required: list[list[str]], unit: str) -> tuple[int, str]:
    for literals in required:
        if not any(one in unit for one in literals):
            shown = "、".join(sorted(literals, key=len)[:12])
            return 0, f"句中没有必含的文字（其一即可）：{shown}"
    if not pattern.regex.search(unit):
        return 1, "必含的文字都在，但次序、间隔或措辞不合"
    for one in pattern.present:
        if not one.search(unit):
            return 2, f"句中缺少应同时出现的内容：{one.source[:60]}"
    for one in pattern.absent:
        if found := one.search(unit):
            return 3, f"句中出现了不应有的内容：「{found[0]}」"
    return 4, "各项条件都合，但匹配只落在列表的引导语之内"
