"""Log what came of each road, and say the next step, its day and the message to send."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from clause_check.complaint import data
from clause_check.complaint.casefile import Case, Entry
from clause_check.complaint.deadlines import running
from clause_check.complaint.flags import flags
from clause_check.complaint.missing import view
from clause_check.complaint.moment import written
from clause_check.complaint.planview import UNSURE
from clause_check.complaint.quoting import Quoter
from clause_check.complaint.rows import Step
from clause_check.complaint.store import append, editing
from clause_check.complaint.wording import fill
from clause_check.errors import ClauseCheckError


def log(path: Path, entry: Entry) -> None:
    """Add an entry to the log of a case file; raises ``channel-unknown`` or ``follow-unknown``."""
    known, events = data.channels(), data.follow_steps().events
    if entry.channel not in known:
        raise ClauseCheckError("channel-unknown", entry.channel, near="、".join(known))
    if entry.event not in events:
        choices = "、".join(f"{name}({words})" for name, words in events.items())
        raise ClauseCheckError("follow-unknown", entry.event, near=choices)
    with editing(path) as document:
        append(document, "log", entry.model_dump() | {"at": entry.at.isoformat()})


def next_steps(case: Case, law: Quoter, today: date) -> str:
    """Return for every road of the log where it stands, what to do next, by when, and the message to send."""
    last = {entry.channel: entry for entry in case.log}
    if not last:
        return "还没有记录。提交以后用 complaint follow 案卷 --channel 渠道 --event sent --date 日期 记一笔。\n"
    blocks = ["\n".join(_road(case, entry, law, today)) for entry in last.values()]
    return "\n\n".join(blocks) + "\n"


def _road(case: Case, entry: Entry, law: Quoter, today: date) -> Iterator[str]:
    rows = data.follow_steps()
    step = _step(entry)
    name = data.channels()[entry.channel].name if entry.channel in data.channels() else entry.channel
    yield f"{name}：{written(entry.at)}{rows.said(entry.channel, entry.event)}"
    yield f"下一步：{step.next}"
    if step.cites:
        yield f"依据：{'、'.join(law.name(cite) for cite in step.cites)}"
    for due in running(case, flags(case, (), today)):
        if due.row.channel == entry.channel and not due.row.after.count("."):
            late = f"（已过 {(today - due.end).days} 天）" if due.end < today else ""
            yield f"日期：{written(due.end)}{late}，{due.row.what}{'' if due.sure else UNSURE}"
    if step.message:
        yield f"跟进消息：{fill(step.message, _names(case, entry))}"


def _step(entry: Entry) -> Step:
    rows = data.follow_steps().step
    return next(row for row in rows if row.channel in ("*", entry.channel) and row.event in ("*", entry.event))


def _names(case: Case, entry: Entry) -> dict[str, Any]:
    mine = [one for one in case.log if one.channel == entry.channel]
    sent = next((one.at for one in mine if one.event == "sent"), entry.at)
    number = next((one.number for one in reversed(mine) if one.number), "")
    kind = data.kinds()[case.kind]

    def note(name: str) -> None:
        """Let gaps show in the message itself; it is not a letter."""

    return {
        "sent": written(sent),
        "at": written(entry.at),
        "number": number,
        "order": view(case.order, note),
        "demand": view(case.demand, note),
        "kind": {"refund": fill(kind.refund, {"child": "孩子"})},
    }
