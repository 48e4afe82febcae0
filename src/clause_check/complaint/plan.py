"""Which road first, why, what it can and cannot give, until when, and what is still missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clause_check.complaint import data
from clause_check.complaint.casefile import Case, Exhibit
from clause_check.complaint.deadlines import Due, running, supposed
from clause_check.complaint.flags import flags
from clause_check.complaint.report import Clue
from clause_check.complaint.rows import Channel, Place, Proof, Route
from clause_check.complaint.store import title

ORDER = ("first", "also", "then", "optional", "closed")
USES = {"12315-complaint": "complaint", "xiaoxie": "", "12315-report": "report", "court": "court"}


@dataclass(frozen=True, slots=True)
class Road:
    """One road with its verdict for this case."""

    channel: Channel
    route: Route
    place: Place | None
    lacking: tuple[str, ...]  # Chinese names of what a letter there still needs
    due: tuple[Due, ...]  # what filing today would set off


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do in a case on a day."""

    today: date
    flags: frozenset[str]
    roads: tuple[Road, ...]
    due: tuple[Due, ...]
    wanting: tuple[Proof, ...]  # evidence of the checklist that no exhibit covers


def plan(case: Case, clues: Sequence[Clue], today: date) -> Plan:
    """Return the plan of a case; the decision table is data, see ``patterns/complaint/routes.toml``."""
    found = flags(case, clues, today)
    roads = [_road(case, route, found, today) for route in _routes(found)]
    return Plan(today, found, tuple(roads), tuple(running(case, found)), wanting(case))


def _routes(found: frozenset[str]) -> list[Route]:
    """Return the first row that holds for each channel, the most urgent verdict first, then in table order."""
    rows: dict[str, Route] = {}
    for row in data.routes().row:
        if row.channel not in rows and row.holds(found):
            rows[row.channel] = row
    return sorted(rows.values(), key=lambda row: ORDER.index(row.verdict))


def _road(case: Case, route: Route, found: frozenset[str], today: date) -> Road:
    channel = data.channels()[route.channel]
    use = USES.get(channel.id, "")
    place = next((row for row in data.routes().place if row.use == use and row.holds(found)), None)
    lacking = () if route.verdict == "closed" else lacks(case, channel)
    taken = any(entry.channel == channel.id for entry in case.log)
    due = () if taken or route.verdict == "closed" else tuple(supposed(channel.id, today))
    return Road(channel, route, place, lacking, due)


def lacks(case: Case, channel: Channel) -> tuple[str, ...]:
    """Return the Chinese names of entries that a letter to the channel needs and the case does not have."""
    names = []
    for key in channel.requires:
        table, _, entry = key.partition(".")
        if getattr(getattr(case, table), entry) in ("", None):
            shown = f"对方{title(('platform', entry))}" if table == "respondent" else title((table, entry))
            names.append(shown)
    return tuple(names)


def wanting(case: Case) -> tuple[Proof, ...]:
    """Return the items of the checklist for this kind of case that no exhibit's title speaks of."""
    rows = [row for row in data.checklist() if not row.kinds or case.kind in row.kinds]
    return tuple(row for row in rows if not any(covers(row, exhibit) for exhibit in case.exhibits))


def covers(row: Proof, exhibit: Exhibit) -> bool:
    """Return whether an exhibit is of that kind, by the words of its title."""
    return any(word in exhibit.title for word in row.words)
