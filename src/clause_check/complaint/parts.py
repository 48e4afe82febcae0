"""Turn the parts of a template into blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from clause_check.complaint import data
from clause_check.complaint.blocks import Block
from clause_check.complaint.casefile import Case, Exhibit
from clause_check.complaint.citing import Cited
from clause_check.complaint.context import result
from clause_check.complaint.missing import Clock, Missing, Note
from clause_check.complaint.moment import Moment, yuan
from clause_check.complaint.quoting import Quoted, one_line
from clause_check.complaint.templates import Part
from clause_check.complaint.wording import fill, stop

LATEST = Moment(date.max)


@dataclass(frozen=True)
class Desk:
    """All that the parts of one letter draw on; ``told`` are the provisions already quoted in it."""

    case: Case
    names: dict[str, Any]
    cited: Sequence[Cited]
    reasons: Sequence[tuple[str, tuple[Quoted, ...]]]
    public: Sequence[Exhibit]
    note: Note
    short: str
    told: set[str] = field(default_factory=set)


def build(part: Part, desk: Desk) -> list[Block]:
    """Return the blocks of one part, its heading first; nothing when the part has nothing to say."""
    blocks = [*_body(part, desk), *MAKERS[part.kind](part, desk)]
    return [Block("heading", part.heading), *blocks] if part.heading and blocks else blocks


def _body(part: Part, desk: Desk) -> Iterator[Block]:
    """Yield the lines of the body, those that begin with "- " numbered."""
    lines = [line.strip() for line in fill(part.body, desk.names).splitlines() if line.strip()]
    number = 0
    for line in lines:
        if line.startswith("- "):
            number += 1
            yield Block("item", f"{number}. {stop(line[2:])}")
        else:
            yield Block("para", line)


def _nothing(part: Part, desk: Desk) -> Iterator[Block]:
    yield from ()


def _rows(part: Part, desk: Desk) -> Iterator[Block]:
    rows = [(fill(name, desk.names), fill(value, desk.names)) for name, value in part.rows]
    kept = tuple(row for row in rows if row[0])
    yield Block("sign" if part.kind == "sign" else "fields", rows=kept)


def _short(part: Part, desk: Desk) -> Iterator[Block]:
    yield Block("short", desk.short)


def _events(part: Part, desk: Desk) -> Iterator[Block]:
    for number, line in enumerate(timeline(desk.case, desk.note, desk.names["speaker"]), 1):
        yield Block("item", f"{number}. {line}")


def timeline(case: Case, note: Note, speaker: str = "我") -> list[str]:
    """Return payment, events and contacts in time order as sentences; what has no date stands last."""
    order = case.order
    dated: list[tuple[Moment | None, str]] = []
    if order.paid and order.amount and order.count == 1:
        dated.append((order.paid, _payment(case)))
    dated += [(event.at, stop(event.what or Missing("发生了什么", note))) for event in case.events]
    for contact in case.contacts:
        via = contact.via or Missing("通过什么联系", note)
        said = stop(contact.said or Missing("您说了什么", note))
        dated.append((contact.at, f"{speaker}通过{via}向对方提出：{said}{stop(result(contact, note))}"))
    dated.sort(key=lambda one: (one[0] is None, one[0] or LATEST))
    return [f"{Clock(at) if at else Missing('时间', note)}，{text}" for at, text in dated]


def _payment(case: Case) -> str:
    order = case.order
    assert order.amount is not None
    payer = "孩子" if case.kind == "minor-topup" else ""
    method = f"通过{order.method}" if order.method else ""
    to = f"，收款方{order.payee}" if order.payee else ""
    return f"{payer}{method}{data.kinds()[case.kind].payment}{yuan(order.amount)}{to}。"


def _reasons(part: Part, desk: Desk) -> Iterator[Block]:
    for number, (text, cites) in enumerate(desk.reasons, 1):
        yield Block("item", f"{number}. {fill(text, desk.names)}")
        yield from _quotes(cites, desk)


def _quotes(cites: Sequence[Quoted], desk: Desk, before: str = "") -> Iterator[Block]:
    """Yield provisions in their exact words where the letter names them first, later their names alone."""
    known = frozenset(desk.told)
    for again, group in groupby(cites, lambda cite: cite.cite in known):
        run = list(group)
        if again:
            yield Block("quote", f"{before}{'、'.join(cite.name for cite in run)}（原文见上）")
        else:
            yield from (Block("quote", f"{before}{cite.name}：「{one_line(cite.text)}」") for cite in run)
    desk.told.update(cite.cite for cite in cites)


def _clauses(part: Part, desk: Desk) -> Iterator[Block]:
    for number, clause in enumerate(desk.cited, 1):
        places = [f"保存文件第{clause.line}行", f"类别：{clause.topic}"]
        places += [] if desk.names["public"] else [f"条款指纹{clause.fingerprint}"]
        yield Block("item", f"{number}. {clause.page}{clause.number}（{'；'.join(places)}）：")
        yield Block("quote", f"「{clause.words.strip()}」")
        if clause.fact:
            yield Block("quote", f"使这一条成立的事实：{stop(clause.fact)}{_see(clause.exhibits, desk)}")
        yield from _quotes(clause.cites, desk, "涉及的规定：")
        yield from _quotes(clause.penalties, desk, "处理依据：")


def _see(numbers: Sequence[int], desk: Desk) -> str:
    """Return where the evidence of a fact stands; a report carries but attachments of its own numbering."""
    if not desk.names["has_exhibits"]:
        return ""
    return f"（见{'、'.join(f'证据{number}' for number in numbers)}）" if numbers else ""


def _clues(part: Part, desk: Desk) -> Iterator[Block]:
    for number, clue in enumerate(desk.names["clues"], 1):
        yield Block("item", f"{number}. {stop(clue['text'])}")
        yield from _quotes(clue["cites"], desk, "涉及的规定：")
        yield from _quotes(clue["penalties"], desk, "处理依据：")


def _exhibits(part: Part, desk: Desk) -> Iterator[Block]:
    attached = part.kind == "public-exhibits"
    shown = sorted(desk.public if attached else desk.case.exhibits, key=lambda one: one.number)
    rows = [("编号", "证据", "证明内容", "来源", "取得时间")]
    for place, exhibit in enumerate(shown, 1):
        when = str(exhibit.taken or Missing("取得时间", desk.note))
        source = exhibit.source or str(Missing("来源", desk.note))
        proves = exhibit.proves or str(Missing("证明什么", desk.note))
        number = f"附件{place}" if attached else f"证据{exhibit.number}"
        rows.append((number, exhibit.title, proves, source, when))
    yield Block("table", rows=tuple(rows))


MAKERS: dict[str, Callable[[Part, Desk], Iterator[Block]]] = {
    "text": _nothing,
    "asks": _nothing,
    "fields": _rows,
    "sign": _rows,
    "short": _short,
    "events": _events,
    "reasons": _reasons,
    "clauses": _clauses,
    "clues": _clues,
    "exhibits": _exhibits,
    "public-exhibits": _exhibits,
}
