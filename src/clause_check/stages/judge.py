"""Weigh the hits: exceptions clear, lower or annotate; then one fault is told once.

Exceptions never erase: what they cleared stays in the judgement with the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from clause_check.model import GRADES, Clause, Grade, Hit, Judgement, Plain, Softening, Unchecked
from clause_check.rulebook import Exemption, Rulebook
from clause_check.scope import scope

NEAR = 30  # folded characters between two hits of one category that still make one finding
Memo = dict[tuple[int, str, tuple[int | str, ...]], str | None]


def judge(
    plain: Plain,
    clauses: tuple[Clause, ...],
    hits: Iterable[Hit],
    rulebook: Rulebook,
    unchecked: list[Unchecked] | None = None,
) -> list[Judgement]:
    """Return one judgement a fault, in document order; cleared ones have grade None.

    Exceptions that ran out of time clear nothing and are added to ``unchecked``.
    """
    memo: Memo = {}
    weighed: list[Judgement] = []
    for _, near in groupby(hits, key=lambda hit: hit.unit.clause):
        memo = {key: value for key, value in memo.items() if key[1] == "document"}
        weighed += [weigh(plain, hit, rulebook, unchecked, memo) for hit in near]
    groups: dict[tuple[str, int, int], list[Judgement]] = defaultdict(list)
    for one in weighed:
        groups[one.category, one.hit.unit.start, one.hit.unit.clause].append(one)
    told = [merged for group in groups.values() for merged in merge(group)]
    told = list(precede(told, rulebook))
    return sorted(told, key=lambda j: (j.hit.start, j.hit.end, j.category))


def weigh(
    plain: Plain,
    hit: Hit,
    rulebook: Rulebook,
    unchecked: list[Unchecked] | None = None,
    memo: Memo | None = None,
) -> Judgement:
    """Return the hit with every exception that applies to it; add those that ran out of time to ``unchecked``.

    ``memo`` keeps what was found in a sentence or clause for the other hits in it.
    """
    rule = rulebook.rule(hit.rule)
    grade: Grade | None = rule.grade
    softened: list[Softening] = []
    for exemption in rule.exemptions:
        try:
            quote = _recall(plain, hit, exemption, rulebook, memo if memo is not None else {})
        except TimeoutError:
            quote = None
            if unchecked is not None:
                message = f"规则 {rule.id} 的例外「{exemption.name}」在此处超时，未检查"
                unchecked.append(Unchecked("exception-timeout", message, rule.id, hit.unit.start, hit.unit.end))
        if quote is None:
            continue
        if exemption.effect == "lower" and grade is not None:
            grade = max(grade, exemption.to, key=GRADES.index)
        elif exemption.effect == "clear":
            grade = None
        softened.append(Softening(exemption.name, exemption.effect, exemption.because, quote))  # type: ignore[arg-type]
    return Judgement(hit, rule.category, grade, tuple(softened))


def _recall(plain: Plain, hit: Hit, exemption: Exemption, rulebook: Rulebook, memo: Memo) -> str | None:
    key = (exemption.regex.number, exemption.within, reach(hit, exemption.within))
    if key not in memo:
        memo[key] = None  # what times out once is not tried again
        memo[key] = applies(plain, hit, exemption, rulebook)
    return memo[key]


def reach(hit: Hit, within: str) -> tuple[int | str, ...]:
    """Return what two hits have in common that see the same words by an exception of that reach."""
    unit = hit.unit
    if within == "document":
        return ()
    if within in ("match", "segment"):
        return hit.start, hit.end
    if within == "quoted":
        return hit.start, hit.end, hit.rule, hit.pattern
    return (unit.clause if within == "clause" else unit.start), unit.lead_start, unit.lead_end


def applies(plain: Plain, hit: Hit, exemption: Exemption, rulebook: Rulebook) -> str | None:
    """Return the words that trigger the exception near the hit, or None."""
    for text in scope(plain, hit, exemption.within, rulebook):
        found = exemption.regex.search(text)
        if found:
            return str(found[0])
    return None


def merge(group: list[Judgement]) -> Iterator[Judgement]:
    """Yield one judgement for hits of one category in one sentence that lie close together.

    The strongest grade speaks; among equals the tightest match. A cleared hit silences nothing else.
    """
    for alive in (True, False):
        run: list[Judgement] = []
        for one in sorted((j for j in group if (j.grade is not None) == alive), key=lambda j: j.hit.start):
            if run and one.hit.start - max(j.hit.end for j in run) > NEAR:
                yield _strongest(run)
                run = []
            run.append(one)
        if run:
            yield _strongest(run)


def _strongest(run: list[Judgement]) -> Judgement:
    best = min(run, key=lambda j: (GRADES.index(j.grade) if j.grade else 9, j.hit.end - j.hit.start))
    start, end = min(j.hit.start for j in run), max(j.hit.end for j in run)
    return replace(best, hit=replace(best.hit, start=start, end=end))


def precede(told: list[Judgement], rulebook: Rulebook) -> Iterator[Judgement]:
    """Yield the judgements, clearing those whose words a winning category already speaks about."""
    standing: dict[tuple[int, int], list[Judgement]] = defaultdict(list)
    for one in told:
        if one.grade is not None:
            standing[one.hit.unit.start, one.hit.unit.clause].append(one)
    for one in told:
        rivals = standing[one.hit.unit.start, one.hit.unit.clause] if one.grade is not None else []
        winner = next((r for r in rivals if (r.category, one.category) in rulebook.beats and _overlap(r, one)), None)
        if winner is None:
            yield one
            continue
        name = rulebook.categories[winner.category].name
        because = rulebook.beats[winner.category, one.category]
        softening = Softening(f"已归入「{name}」", "clear", because)
        yield replace(one, grade=None, softened=(*one.softened, softening))


def _overlap(a: Judgement, b: Judgement) -> bool:
    return min(a.hit.end, b.hit.end) > max(a.hit.start, b.hit.start)
