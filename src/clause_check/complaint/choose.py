"""Which clauses enter a letter, and with which citations.

At most as many as the template allows, those of the kind's categories first. A clause graded ``conditional``
enters only with the fact that must hold; a draft rule's never does; a citation is in the words of the law library.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence

from clause_check.complaint import data
from clause_check.complaint.casefile import Case, Choice
from clause_check.complaint.citing import Cited, cited, numbered
from clause_check.complaint.quoting import Quoter
from clause_check.complaint.report import Clue
from clause_check.complaint.templates import Template
from clause_check.datafiles import patterns
from clause_check.errors import ClauseCheckError

GRADES = {"void": 0, "unfair": 1, "conditional": 2}


def choose(
    case: Case, clues: Sequence[Clue], template: Template, law: Quoter
) -> tuple[tuple[Cited, ...], tuple[str, ...]]:
    """Return the clauses of a letter, and in Chinese why others were left out.

    Raises ``clause-unknown``, ``clause-needs-fact`` or ``clause-draft`` for a clause the person chose by hand,
    ``report-role`` when the report was made for another role, ``report-law-differs`` when its words are not the law's.
    """
    _same_role(case, clues)
    picked, notes = _by_hand(case, clues) if case.clauses else _by_rank(case, clues)
    made = [cited(case, clue, choice, template, law) for clue, choice in picked]
    notes += [f"{one.page}{one.number}在这封信里没有用得上的法条,没有写进去。" for one in made if not one.cites]
    shown = list({(one.page, one.words): one for one in reversed(made) if one.cites}.values())[::-1]
    if len(shown) > template.clauses:
        rest = len(shown) - template.clauses
        notes.append(f"还有 {rest} 条没有写进去:一封信最多写 {template.clauses} 条,多了反而看不清。")
    return tuple(shown[: template.clauses]), tuple(notes)


def _same_role(case: Case, clues: Sequence[Clue]) -> None:
    wanted = "consumer" if case.me.role == "self" else "merchant"
    for clue in clues:
        if clue.page.user != wanted:
            raise ClauseCheckError("report-role", clue.page.path, wanted=wanted)


def _by_hand(case: Case, clues: Sequence[Clue]) -> tuple[list[tuple[Clue, Choice]], list[str]]:
    picked = []
    for choice in case.clauses:
        found = [clue for clue in clues if clue.fingerprint.startswith(choice.fingerprint)]
        if not found or not choice.fingerprint:
            raise ClauseCheckError("clause-unknown", choice.fingerprint)
        if is_draft(found[0].rule):
            raise ClauseCheckError("clause-draft", found[0].rule)
        if found[0].grade == "conditional" and not choice.fact:
            raise ClauseCheckError("clause-needs-fact", choice.fingerprint, title=found[0].title)
        picked.append((found[0], choice))
    return picked, []


def _by_rank(case: Case, clues: Sequence[Clue]) -> tuple[list[tuple[Clue, Choice]], list[str]]:
    order = data.kinds()[case.kind].categories
    related = [clue for clue in unique(clues) if clue.category in order and not is_draft(clue.rule)]
    waiting = [clue for clue in related if clue.grade == "conditional"]
    ready = [clue for clue in related if clue.grade != "conditional"]
    ready.sort(key=lambda clue: (order.index(clue.category) // 3, GRADES[clue.grade], order.index(clue.category)))
    notes = [
        f"「{clue.title}」({numbered(clue) or clue.page.name},指纹 {clue.fingerprint})需核实,没有写进去;"
        "有事实就在案卷加 [[clauses]]:fingerprint、fact、exhibits。"
        for clue in waiting
    ]
    return [(clue, Choice(fingerprint=clue.fingerprint)) for clue in ready], notes


def unique(clues: Iterable[Clue]) -> list[Clue]:
    """Return the clues with each clause of a page once, however many rules spoke of the same words."""
    seen: dict[tuple[str, int, str], Clue] = {}
    for clue in clues:
        key = (clue.page.sha256, clue.start, clue.category)
        if key not in seen or GRADES[clue.grade] < GRADES[seen[key].grade]:
            seen[key] = clue
    return list(seen.values())


def is_draft(rule: str) -> bool:
    """Return whether a rule's file says that it is not stable yet."""
    path = patterns() / "rules" / (rule.replace(".", "/", 1) + ".toml")
    return path.is_file() and tomllib.loads(path.read_text("utf-8")).get("status") == "draft"
