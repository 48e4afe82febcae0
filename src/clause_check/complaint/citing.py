"""How a letter cites: which paragraphs of a finding, in which order, and the penalty behind a prohibition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clause_check.complaint.casefile import Case, Choice
from clause_check.complaint.penalties import penalties
from clause_check.complaint.quoting import PENDING, Quoted, Quoter
from clause_check.complaint.report import Basis, Clue
from clause_check.complaint.templates import Template
from clause_check.errors import ClauseCheckError

LONGEST = 160  # characters of a sentence that is still shown whole
PLATFORM_ONLY = ("令116",)
WHOLE = re.compile(r"第|\d+\.\d|[一二三四五六七八九十]+（")  # numbers that need no heading beside them
TRADE_ONLY = ("电商法", "网消规定")  # whether 网消规定 binds content services is disputed
TRADE_FIRST = ("令37",)  # rests on 电商法 among others: cited to content services only for want of better


@dataclass(frozen=True, slots=True)
class Cited:
    """A clause as a letter shows it."""

    page: str  # 《用户协议》
    sha256: str  # of the page
    party: str  # whose agreement it is, as far as it says so
    number: str  # 第八条第2款
    words: str
    topic: str  # the category's Chinese name
    fact: str
    exhibits: tuple[int, ...]
    fingerprint: str
    line: int
    cites: tuple[Quoted, ...]
    penalties: tuple[Quoted, ...]


def cited(case: Case, clue: Clue, choice: Choice, template: Template, law: Quoter) -> Cited:
    """Return a finding as a letter shows it; it has no ``cites`` when the letter has no use for it."""
    usable = [basis for basis in clue.basis if not basis.later and _fits(case, basis)]
    grounds = [basis for basis in usable if not template.penalties or penalties(basis.cite, law)]
    cites = tuple(_quoted(basis, clue, law) for basis in _ranked(grounds, template, case))
    return Cited(
        page=f"《{clue.page.name}》",
        sha256=clue.page.sha256,
        party=clue.page.party,
        number=numbered(clue),
        words=shown_words(clue),
        topic=clue.category_name,
        fact=choice.fact,
        exhibits=choice.exhibits,
        fingerprint=clue.fingerprint,
        line=clue.line,
        cites=cites,
        penalties=penalties(cites[0].cite, law) if template.penalties and cites else (),
    )


def numbered(clue: Clue) -> str:
    """Return the agreement's own number, under its heading where the number alone does not say where it stands."""
    if not clue.heading or WHOLE.match(clue.clause):
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


def _ranked(bases: Sequence[Basis], template: Template, case: Case) -> list[Basis]:
    order = template.prefer
    bases = [basis for basis in bases if basis.role == "basis" and not basis.cite.startswith(template.skip)]
    if template.only_preferred:
        bases = [basis for basis in bases if law_of(basis.cite) in order]

    def rank(basis: Basis) -> tuple[bool, bool, bool, int]:
        law = law_of(basis.cite)
        doubted = bool(case.platform.content) and law in TRADE_FIRST
        leads = template.specific_first and basis is bases[0]
        return bool(basis.verified), doubted, not leads, order.index(law) if law in order else len(order)

    return sorted(bases, key=rank)[: template.cites]


def _quoted(basis: Basis, clue: Clue, law: Quoter) -> Quoted:
    held = law.quote(basis.cite)
    if held.text != basis.text:
        raise ClauseCheckError("report-law-differs", clue.page.path, cite=basis.cite)
    name = f"{basis.law}{basis.article}" + (PENDING if basis.verified else "")
    return Quoted(basis.cite, name, basis.text)
