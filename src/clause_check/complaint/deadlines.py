"""Every period that runs in a case: from which day, until when, counted how, by which law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clause_check.complaint import data
from clause_check.complaint.casefile import Case
from clause_check.complaint.days import count, is_arranged
from clause_check.complaint.moment import Moment
from clause_check.complaint.rows import Deadline

UNITS = {"working": "个工作日", "natural": "个自然日", "years": "年"}


@dataclass(frozen=True, slots=True)
class Due:
    """A period with its dates. ``sure`` is False where the holiday notice of that year is not known."""

    row: Deadline
    start: date
    end: date
    sure: bool

    @property
    def length(self) -> str:
        """Return 7个工作日, 60个自然日, 3年."""
        return f"{self.row.number}{UNITS[self.row.unit]}"


def running(case: Case, flags: frozenset[str]) -> list[Due]:
    """Return the periods whose first day is known, the earliest end first."""
    found = [_due(row, start) for row in data.deadlines() if row.holds(flags) for start in _starts(case, row)]
    return sorted(found, key=lambda due: due.end)


def supposed(channel: str, today: date) -> list[Due]:
    """Return the periods that filing with ``channel`` today would set off."""
    rows = [row for row in data.deadlines() if row.after == f"{channel} sent"]
    return [_due(row, today) for row in rows]


def _starts(case: Case, row: Deadline) -> Iterator[date]:
    table, dot, entry = row.after.partition(".")
    if dot:
        value: Moment | date | None = getattr(getattr(case, table), entry)
        if value is not None:
            yield value.day if isinstance(value, Moment) else value
        return
    channel, _, event = row.after.rpartition(" ")
    entries = [one for one in case.log if one.channel == channel]
    begun = [number for number, one in enumerate(entries) if one.event == event]
    if begun and not any(one.event in row.until for one in entries[begun[-1] :]):
        yield entries[begun[-1]].at


def _due(row: Deadline, start: date) -> Due:
    end = count(start, row.number, row.unit, roll=row.roll)
    by_notice = row.unit == "working" or row.roll
    return Due(row, start, end, not by_notice or is_arranged(end.year))
