"""The flags that the decision table and the templates ask about, drawn from a case, its log and its reports.

| flag | holds when |
| --- | --- |
| consumer / not-consumer | the person bought for own use / to resell or as a merchant |
| marketplace / own / seller | other people's shops there / a site that sells its own goods / a seller is named |
| small / large | the sum is within / above the advised threshold |
| many | more orders of the kind than the threshold |
| contacted / refused / no-answer | the operator was spoken to / said no / never answered |
| no-identity | name or address of the respondent is missing |
| no-licence | the home page shows no business licence |
| clause / listed-clause | a report has a clause beyond "to be checked" / one on a statutory list |
| elsewhere-first | 消协 or court had the dispute before 12315 did (令121 16(1)(2)) |
| filed-12315 / mediation-ended / settled | the log has a 12315 complaint / the end of its mediation / a settlement |
| expired | three years since the person knew |
| fraud-signs / withdrawable | signs of fraud / the balance can be paid out or passed on |
| fraud-stated | the case states the facts of a deception |
| minor / under-8 / over-8 | a child paid, and how old it was then |
| sale / digital / physical / prepaid / service | the nature of what was bought |
| content | a service that the E-Commerce Law leaves out (art. 2(3)) |
| named | the person reports under their own name |
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from clause_check.complaint import data
from clause_check.complaint.casefile import Case
from clause_check.complaint.days import count
from clause_check.complaint.report import Clue

FRAUD_SIGNS = {"vanished", "pyramid", "stolen", "personal-payee"}
SILENT = ("没有答复", "未答复", "无答复", "没答", "不回", "没回", "未回", "没有回复")
REFUSING = ("不退", "拒绝", "不予", "不支持", "无法退", "不能退", "不同意", "驳回", "不处理")
SERVICE = {"banned-balance", "auto-renewal", "minor-topup"}  # disputes on which courts differ: a sale or a service
GOODS = {
    "code": ("sale", "digital"),
    "topup": ("sale", "digital", "prepaid"),
    "account": ("sale", "digital"),
    "physical": ("sale", "physical"),
    "membership": ("prepaid", "service"),
    "service": ("service",),
}


def flags(case: Case, clues: Iterable[Clue], today: date) -> frozenset[str]:
    """Return every flag that holds for a case on a day."""
    found = {"consumer" if case.me.role == "self" else "not-consumer", f"kind-{case.kind}"}
    found |= _parties(case) | _goods(case) | _talks(case) | _doors(case, today) | _child(case)
    found |= _clauses(clues)
    return frozenset(found)


def _pick(**named: bool) -> set[str]:
    return {name.replace("_", "-") for name, holds in named.items() if holds}


def _parties(case: Case) -> set[str]:
    signs = set(case.story.signs)
    kinds = {case.platform.type} - {""}
    return kinds | _pick(
        seller=bool(case.seller.name),
        no_identity=not (case.respondent.name and case.respondent.address),
        content=case.platform.content is True,
        no_licence=case.platform.licence_shown is False,
        fraud_signs=bool(signs & (FRAUD_SIGNS - {"personal-payee"})) or {"personal-payee", "vanished"} <= signs,
        withdrawable="withdrawable" in signs,
        fraud_stated=bool(case.demand.fraud),
        named=case.me.report_by_name is True,
    )


def _goods(case: Case) -> set[str]:
    limits = data.routes().thresholds
    amount = case.demand.refund or case.order.amount
    nature = set(GOODS.get(case.order.goods, ()))
    if case.kind in SERVICE:
        nature.discard("sale")
    if case.kind in ("auto-renewal", "minor-topup"):
        nature.discard("prepaid")
    return nature | _pick(
        small=amount is not None and amount <= limits.small,
        large=amount is not None and amount > limits.small,
        many=case.order.count > limits.many and case.kind != "minor-topup",
    )


def _talks(case: Case) -> set[str]:
    answers = [contact.answer for contact in case.contacts]
    logged = {entry.event for entry in case.log if entry.channel == "platform"}
    silent = bool(answers) and all(not a or any(word in a for word in SILENT) for a in answers)
    no = any(word in a for a in answers for word in REFUSING)
    return _pick(contacted=bool(answers or logged), no_answer=silent, refused=no or silent or "refused" in logged)


def _doors(case: Case, today: date) -> set[str]:
    taken = {entry.channel for entry in case.log if entry.event != "settled"}
    known = case.story.known
    return _pick(
        filed_12315="12315-complaint" in taken,
        mediation_ended=any((e.channel, e.event) == ("12315-complaint", "ended") for e in case.log),
        settled=any(entry.event == "settled" for entry in case.log),
        elsewhere_first=bool(taken & {"xiaoxie", "court"}) and "12315-complaint" not in taken,
        expired=known is not None and count(known, 3, "years", roll=False) < today,
    )


def _child(case: Case) -> set[str]:
    if case.kind != "minor-topup":
        return set()
    age = age_when_paid(case)
    return _pick(minor=True, under_8=age is not None and age < 8, over_8=age is not None and 8 <= age < 18)


def age_when_paid(case: Case) -> int | None:
    """Return the child's age in full years on the day of payment, if both dates are known."""
    born, paid = case.minor.born, case.order.paid
    if born is None or paid is None:
        return None
    return paid.day.year - born.year - ((paid.day.month, paid.day.day) < (born.month, born.day))


def _clauses(clues: Iterable[Clue]) -> set[str]:
    grades = {clue.grade for clue in clues}
    return _pick(clause=bool(grades & {"void", "unfair"}), listed_clause="void" in grades)
