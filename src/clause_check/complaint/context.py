"""What the templates of letters can speak of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from clause_check.complaint import data
from clause_check.complaint.casefile import Case, Contact, Operator
from clause_check.complaint.check import triple
from clause_check.complaint.citing import Cited
from clause_check.complaint.deadlines import supposed
from clause_check.complaint.flags import SILENT, age_when_paid
from clause_check.complaint.missing import Clock, Missing, Note, view
from clause_check.complaint.moment import Moment, written, yuan
from clause_check.complaint.quoting import Quoter, applicable
from clause_check.complaint.refuse import own_words
from clause_check.complaint.rows import Sentence
from clause_check.complaint.wording import fill


class Flags(frozenset[str]):
    """The flags, so that a template may write ``flags.marketplace`` and ``flags["filed-12315"]``."""

    def __getattr__(self, name: str) -> bool:
        return name in self

    def __getitem__(self, name: str) -> bool:
        return name in self


def context(
    case: Case, cited: Sequence[Cited], flags: frozenset[str], channel: str, law: Quoter, today: date, note: Note
) -> dict[str, Any]:
    """Return the names a template may use; ``note`` hears of every gap that is printed."""
    minor = view(case.minor, note)
    age = age_when_paid(case)
    minor["age"] = Missing("孩子付款时的年龄", note) if age is None else age
    shapes = ("me", "platform", "seller", "story", "order", "respondent")
    names: dict[str, Any] = {name: view(getattr(case, name), note) for name in shapes}
    names |= {
        "minor": minor,
        "minor_case": "minor" in flags,
        "demand": _demand(case, note),
        "kind": _kind(case, flags, channel, law),
        "clues": _clues(case, flags, law, names),
        "clauses": cited,
        "pages": tuple(dict.fromkeys((clause.page, clause.sha256) for clause in cited)),
        "reported": view(reported(case, cited), note),
        "terms_of": "被投诉人" if not case.seller.name else "该平台",
        "i": "原告" if channel == "court" else "我",
        "speaker": ("法定代理人" if "minor" in flags else "原告") if channel == "court" else "我",
        "child": "原告" if channel == "court" else "孩子",
        "says_i": any("我" in words for _, words in own_words(case)),
        "has_exhibits": any(part.kind == "exhibits" for part in data.templates()[channel].part),
        "public": data.channels()[channel].public,
        "exhibits": case.exhibits,
        "last_contact": _last_contact(case.contacts, note),
        "progress": _progress(case),
        "flags": Flags(flags),
        "today": written(today),
        "reply_by": written(supposed("platform", today)[0].end),
        "c": law.name,
        "todo": lambda name: Missing(name, note),
    }
    return _told(case, names)


def reported(case: Case, cited: Sequence[Cited]) -> Operator:
    """Return whom a report is about: whose agreement holds the clauses, else the respondent."""
    if cited and case.seller.name and not any(case.seller.name == clause.party for clause in cited):
        return case.platform
    return case.respondent


def _demand(case: Case, note: Note) -> dict[str, Any]:
    demand = view(case.demand, note)
    more = triple(case)
    return demand | {"triple": more and yuan(more)}


def _kind(case: Case, flags: frozenset[str], channel: str, law: Quoter) -> dict[str, Any]:
    row = data.kinds()[case.kind]
    asks = [_sentence(one, case, flags, law) for one in row.ask if _for(one, flags, channel)]
    return {"name": row.name, "lost": row.lost, "asks": asks}


def _told(case: Case, names: dict[str, Any]) -> dict[str, Any]:
    """Return the sentences that introduce the deal, filled with the other names."""
    row, order = data.kinds()[case.kind], names["order"]
    several = f"（共{case.order.count}笔）" if case.order.count > 1 else ""
    total = f"{order['amount']}{several}" if order["amount"] else order["amount"]
    names = names | {"total": total, "when": order["paid"]}
    names["kind"] |= {key: fill(getattr(row, key), names) for key in ("opening", "lead", "refund")}
    return names


def _for(row: Sentence, flags: frozenset[str], channel: str) -> bool:
    return row.holds(flags) and (not row.channels or channel in row.channels)


def _sentence(row: Sentence, case: Case, flags: frozenset[str], law: Quoter) -> dict[str, Any]:
    return {"text": row.text.rstrip("。"), "cites": law.in_force(applicable(row.cites, flags), case.story.known)}


def reasons(case: Case, flags: frozenset[str], channel: str, law: Quoter) -> list[tuple[str, tuple[Any, ...]]]:
    """Return the reasons of the kind with their paragraphs, leaving out those whose law came later."""
    rows = [row for row in data.kinds()[case.kind].reason if _for(row, flags, channel)]
    found = [(row.text, law.in_force(applicable(row.cites, flags), case.story.known)) for row in rows]
    return [(text, cites) for text, cites in found if cites]


def _clues(case: Case, flags: frozenset[str], law: Quoter, names: dict[str, Any]) -> list[dict[str, Any]]:
    day = case.story.known
    rows = [row for row in (*data.clues(), *data.kinds()[case.kind].clue) if row.holds(flags)]
    return [
        {
            "text": fill(row.text, names),
            "cites": law.in_force(row.cites, day),
            "penalties": law.in_force(row.penalty, day),
        }
        for row in rows
    ]


def _last_contact(contacts: Sequence[Contact], note: Note) -> dict[str, Any] | None:
    dated = [contact for contact in contacts if contact.at]
    if not dated:
        return None
    spoken = [contact for contact in dated if not is_silence(contact.answer)] or dated
    last = max(spoken, key=lambda contact: contact.at or Moment(date.min))
    assert last.at is not None
    return {"at": Clock(last.at), "result": result(last, note)}


def result(contact: Contact, note: Note) -> str:
    """Return what came of a contact, in the words of a letter."""
    if not contact.answer:
        return f"对方：{Missing('对方怎么答', note)}"
    if is_silence(contact.answer):
        return "对方没有答复"
    return f"对方答复：「{contact.answer.strip('「」“”。')}」"


def is_silence(answer: str) -> bool:
    """Return whether an answer only says that there was none."""
    return any(word in answer for word in SILENT) and len(answer) <= 8


def _progress(case: Case) -> str:
    said = data.follow_steps().said
    rows = [entry for entry in case.log if entry.channel == "12315-complaint"]
    return "；".join(f"{written(entry.at)}{said(entry.channel, entry.event)}" for entry in rows)
