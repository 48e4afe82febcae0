"""Write one letter: a case and its reports in, blocks out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from clause_check.complaint import data
from clause_check.complaint.blocks import Block, Letter
from clause_check.complaint.casefile import Case, Exhibit
from clause_check.complaint.choose import choose
from clause_check.complaint.citing import Cited
from clause_check.complaint.context import context, reasons
from clause_check.complaint.fees import court_notes
from clause_check.complaint.flags import flags
from clause_check.complaint.mask import mask_block
from clause_check.complaint.parts import Desk, build
from clause_check.complaint.quoting import PENDING, Quoter
from clause_check.complaint.refuse import refuse, refuse_channel
from clause_check.complaint.report import Clue
from clause_check.complaint.short import DEFAULT, shorten
from clause_check.complaint.templates import Template
from clause_check.errors import ClauseCheckError

IMPERSONAL = ("terms", "page", "identity")  # evidence that says nothing about the person
PENDING_NOTE = "标有“文本来源待核”的条文，本工具只见到一份非官方文本，提交前请到官方渠道核对原文。"


def write(
    case: Case, clues: Sequence[Clue], channel: str, law: Quoter, today: date, max_chars: int = DEFAULT
) -> Letter:
    """Return the letter of a case to a channel, or raise why it is not written (see ``refuse`` and ``choose``)."""
    template = data.templates().get(channel)
    if template is None:
        raise ClauseCheckError("channel-unknown", channel, near="、".join(data.templates()))
    found = flags(case, clues, today)
    refuse_channel(case, channel, found, law)
    refuse(case, channel, found, law)
    cited, left_out = choose(case, clues, template, law)
    gaps: dict[str, None] = {}
    desk = _desk(case, cited, found, template, law, today, gaps, max_chars)
    held = found | _contents(desk)
    if channel == "12315-report" and held.isdisjoint({"clauses", "clues"}):
        raise ClauseCheckError("report-without-clue", law=law.because(("令121/28/1",)))
    blocks = [block for part in template.part if part.holds(held) for block in build(part, desk)]
    if data.channels()[channel].public:
        blocks = [mask_block(block, case) for block in blocks]
    notes = (*left_out, *_notes(case, template, held, blocks, law))
    return Letter(channel, template.title, tuple(blocks), tuple(gaps), notes)


def _desk(
    case: Case,
    cited: Sequence[Cited],
    found: frozenset[str],
    template: Template,
    law: Quoter,
    today: date,
    gaps: dict[str, None],
    max_chars: int,
) -> Desk:
    def note(name: str) -> None:
        gaps[name] = None

    names = context(case, cited, found, template.channel, law, today, note)
    short = shorten(template.short, names, max_chars) if template.short else ""
    return Desk(
        case=case,
        names=names,
        cited=cited,
        reasons=reasons(case, found, template.channel, law),
        public=impersonal(case.exhibits),
        note=note,
        short=short,
    )


def _contents(desk: Desk) -> set[str]:
    contents = {
        "clauses": desk.cited,
        "clues": desk.names["clues"],
        "exhibits": desk.case.exhibits,
        "public-exhibits": desk.public,
    }
    return {name for name, rows in contents.items() if rows}


def impersonal(exhibits: Sequence[Exhibit]) -> list[Exhibit]:
    """Return the exhibits that show pages, terms or licences, not the person."""
    words = [word for proof in data.checklist() if proof.id in IMPERSONAL for word in proof.words]
    return [exhibit for exhibit in exhibits if any(word in exhibit.title for word in words)]


def _notes(case: Case, template: Template, held: frozenset[str], blocks: Sequence[Block], law: Quoter) -> list[str]:
    notes = [row.text for row in template.note if row.holds(held)]
    if template.audience == "court":
        notes += court_notes(case, law)
    if any(PENDING in block.text for block in blocks):
        notes.append(PENDING_NOTE)
    return notes
