"""What is not written: threats, insults, requests a channel cannot grant, complaints in bulk.

Only the person's own words are looked at, not what the other side promised or answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clause_check.complaint import data
from clause_check.complaint.casefile import Case
from clause_check.complaint.quoting import Quoter
from clause_check.complaint.rows import Refusal
from clause_check.errors import ClauseCheckError


def own_words(case: Case) -> Iterator[tuple[str, str]]:
    """Yield (entry, words) for everything the person wrote that can enter a letter."""
    yield "story.gist", case.story.gist
    yield "demand.other", case.demand.other
    yield "demand.fraud", case.demand.fraud
    yield "minor.signs", case.minor.signs
    yield from ((f"events.{n}.what", event.what) for n, event in enumerate(case.events, 1))
    yield from ((f"contacts.{n}.said", contact.said) for n, contact in enumerate(case.contacts, 1))
    yield from ((f"demand.losses.{n}.what", loss.what) for n, loss in enumerate(case.demand.losses, 1))
    yield from ((f"clauses.{n}.fact", choice.fact) for n, choice in enumerate(case.clauses, 1))


def refuse(case: Case, channel: str, flags: frozenset[str], law: Quoter) -> None:
    """Raise ``letter-refused`` when the person's words hold what no letter to ``channel`` carries."""
    for row in data.refusals().refusal:
        if (row.channels and channel not in row.channels) or not row.holds(flags):
            continue
        for entry, words in own_words(case):
            if match := re.search(row.regex, words):
                raise _error(row, entry, match[0], law)


def _error(row: Refusal, entry: str, words: str, law: Quoter) -> ClauseCheckError:
    return ClauseCheckError(
        "letter-refused", entry, words=words, reason=row.reason, advice=row.advice, law=law.because(row.cites)
    )


def refuse_many(law: Quoter) -> ClauseCheckError:
    """Return the refusal to write several complaints at once."""
    mass = data.refusals().mass
    return ClauseCheckError("letters-in-bulk", reason=mass.reason, advice=mass.advice, law=law.because(mass.cites))


def refuse_channel(case: Case, channel: str, flags: frozenset[str], law: Quoter) -> None:
    """Raise ``channel-closed`` when the decision table says that this road is shut for the case."""
    route = next((row for row in data.routes().row if row.channel == channel and row.holds(flags)), None)
    if route is not None and route.verdict == "closed":
        name = data.channels()[channel].name
        raise ClauseCheckError("channel-closed", name, why=route.why, law=law.because(route.cites))
