"""Say which statements that the law requires were not seen in this text; never as a breach."""

from __future__ import annotations

from collections.abc import Iterator

from clause_check.lawlibrary import LawLibrary
from clause_check.model import Facts, Plain, Unchecked
from clause_check.rulebook import Duty, Rulebook

WHOLE = 600  # folded characters from which a text may be a whole agreement; of less nothing is expected


def missing(
    plain: Plain, rulebook: Rulebook, laws: LawLibrary, facts: Facts, unchecked: list[Unchecked]
) -> tuple[str, ...]:
    """Return a Chinese line for each duty in force that nothing in the text speaks about.

    A duty whose search ran out of time is not reported but added to ``unchecked``.
    """
    if len(plain.text) < WHOLE:
        return ()
    lines = []
    for duty in rulebook.duties:
        cites = list(_in_force(duty, laws, facts))
        try:
            if cites and _concerns(duty, facts) and _silent(duty, plain.text):
                lines.append(f"{duty.title}（{'、'.join(cites)}）：{duty.ask}")
        except TimeoutError:
            message = f"「{duty.title}」的查找超时，本文本中有无此项未检查"
            unchecked.append(Unchecked("duty-timeout", message))
    return tuple(lines)


def _concerns(duty: Duty, facts: Facts) -> bool:
    return duty.operator == "any" or facts.operator in ("unknown", duty.operator)


def _silent(duty: Duty, text: str) -> bool:
    return all(one.search(text) for one in duty.when) and not duty.seen.search(text)


def _in_force(duty: Duty, laws: LawLibrary, facts: Facts) -> Iterator[str]:
    for cite in duty.cite:
        found = laws.resolve(cite)
        if not facts.date or found.in_force_from <= facts.date:
            yield f"{found.name}{found.label}"
