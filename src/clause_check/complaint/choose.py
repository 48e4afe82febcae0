"""Which clauses enter a letter, and with which citations.

At most as many as the template allows, those of the kind's categories first. A clause graded ``conditional``
enters only with the fact that must hold; a draft rule's never does; a citation is in the words of the law library.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clause_check.complaint import data
from clause_check.complaint.casefile import Case, Choice
from clause_check.complaint.quoting import PENDING, Quoted, Quoter
from clause_check.complaint.report import Basis, Clue
from clause_check.complaint.rows import Template
from clause_check.datafiles import patterns
from clause_check.errors import ClauseCheckError
from clause_check.lawcite import chinese

GRADES = {"void": 0, "unfair": 1, "conditional": 2}
LONGEST = 160  # characters of a sentence that is still shown whole
PLATFORM_ONLY = ("令116",)
TRADE_ONLY = ("电商法", "网消规定")  # whether 网消规定 binds content services is disputed
ARTICLES = re.compile(r"第(?P<first>[一二三四五六七八九十百零]+)条(?:至第(?P<last>[一二三四五六七八九十百零]+)条)?")


@dataclass(frozen=True, slots=True)
class Cited:
    """A clause as a letter shows it."""

    page: str  # 《用户协议》
    sha256: str  # of the page
    party: str  # whose agreement it is, as far as it says so
    number: str  # 第八条第2款
    words: str
    topic: str
    grade: str
    fact: str
    exhibits: tuple[int, ...]
    fingerprint: str
    line: int
    cites: tuple[Quoted, ...]
    penalties: tuple[Quoted, ...]


def choose(
    case: Case, clues: Sequence[Clue], template: Template, law: Quoter
) -> tuple[tuple[Cited, ...], tuple[str, ...]]:
    """Return the clauses of a letter, and in Chinese why others were left out.

    Raises ``clause-unknown``, ``clause-needs-fact`` or ``clause-draft`` for a clause the person chose by hand,
    ``report-role`` when the report was made for another role, ``report-law-differs`` when its words are not the law's.
    """
    _same_role(case, clues)
    picked, notes = _by_hand(case, clues) if case.clauses else _by_rank(case, clues)
    shown = [cited for clue, choice in picked if (cited := _cited(case, clue, choice, template, law)).cites]
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


def _cited(case: Case, clue: Clue, choice: Choice, template: Template, law: Quoter) -> Cited:
    usable = [basis for basis in clue.basis if not basis.later and _fits(case, basis)]
    grounds = _ranked(usable, template)
    cites = tuple(_quoted(basis, clue, law) for basis in grounds)
    penalties = _penalties(usable, cites) if template.penalties else []
    return Cited(
        page=f"《{clue.page.name}》",
        sha256=clue.page.sha256,
        party=clue.page.party,
        number=numbered(clue),
        words=shown_words(clue),
        topic=clue.category_name,
        grade=clue.grade,
        fact=choice.fact,
        exhibits=choice.exhibits,
        fingerprint=clue.fingerprint,
        line=clue.line,
        cites=cites,
        penalties=tuple(_quoted(basis, clue, law) for basis in penalties),
    )


def numbered(clue: Clue) -> str:
    """Return the agreement's own number, under its heading where the number alone does not say where it stands."""
    alone = clue.clause.startswith("第") or "." in clue.clause
    if alone or not clue.heading:
        return clue.clause
    point = f"第{clue.clause}点" if clue.clause.isdecimal() else clue.clause
    return f"“{clue.heading}”部分{point}"


def shown_words(clue: Clue) -> str:
    """Return the sentence around the quote, without its number, when it is one short stretch; else the quote."""
    whole = clue.sentence.strip().removeprefix(clue.clause).lstrip("、.． 　")
    fits = len(whole) <= LONGEST and "……" not in whole and clue.quote in whole
    return whole if fits else clue.quote.strip()


def _fits(case: Case, basis: Basis) -> bool:
    law = law_of(basis.cite)
    if case.platform.content and law in TRADE_ONLY:
        return False
    return case.platform.type != "own" or law not in PLATFORM_ONLY


def law_of(cite: str) -> str:
    """Return the law's short name of a citation."""
    return cite.partition("/")[0]


def _ranked(bases: Sequence[Basis], template: Template) -> list[Basis]:
    order = template.prefer
    penalties = [basis for basis in bases if basis.role == "penalty"] if template.penalties else []
    bases = [basis for basis in bases if basis.role == "basis" and not basis.cite.startswith(template.skip)]
    if template.only_preferred:
        bases = [basis for basis in bases if law_of(basis.cite) in order]

    def rank(basis: Basis) -> tuple[bool, bool, bool, int]:
        law = law_of(basis.cite)
        leads = template.specific_first and basis is bases[0]
        unpunished = bool(penalties) and not any(punishes(penalty, basis) for penalty in penalties)
        return bool(basis.verified), unpunished, not leads, order.index(law) if law in order else len(order)

    return sorted(bases, key=rank)[: template.cites]


def punishes(penalty: Basis, basis: Basis) -> bool:
    """Return whether a penalty names the article of a citation of the same law: 第七条, 第十条至第十四条."""
    if law_of(penalty.cite) != law_of(basis.cite):
        return False
    article = int(basis.cite.split("/")[1])
    return any(first <= article <= last for first, last in _articles(penalty.text))


def _articles(text: str) -> Iterator[tuple[int, int]]:
    for match in ARTICLES.finditer(text):
        yield _number(match["first"]), _number(match["last"] or match["first"])


def _number(words: str) -> int:
    return next((number for number in range(1, 200) if chinese(number) == words), 0)


def _penalties(bases: Sequence[Basis], cites: Sequence[Quoted]) -> list[Basis]:
    """Return the penalties in the law of the first citation, and the statute that fixes the fine."""
    laws = {law_of(cite.cite) for cite in cites[:1]} | {"消保条例"}
    return [basis for basis in bases if basis.role == "penalty" and law_of(basis.cite) in laws]


def _quoted(basis: Basis, clue: Clue, law: Quoter) -> Quoted:
    held = law.quote(basis.cite)
    if held.text != basis.text:
        raise ClauseCheckError("report-law-differs", clue.page.path, cite=basis.cite)
    name = f"{basis.law}{basis.article}" + (PENDING if basis.verified else "")
    return Quoted(basis.cite, name, basis.text)
