"""The rows of ``patterns/complaint``: channels, decision table, deadlines, kinds of case, templates.

Every file carries the day it was checked; a row that states law carries its source.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

Verified = Literal["two-sources", "one-official", "one-unofficial", "advice"]
Verdict = Literal["first", "also", "then", "optional", "closed"]
Words = tuple[str, ...]


class Row(BaseModel):
    """Refuse unknown keys: a slip in a data file must not pass silently."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Conditional(Row):
    """A row that holds when all of ``when`` and none of ``unless`` are among the flags."""

    when: Words = ()
    unless: Words = ()

    def holds(self, flags: frozenset[str]) -> bool:
        """Return whether the row is for a case with these flags."""
        return flags.issuperset(self.when) and flags.isdisjoint(self.unless)


class Channel(Row):
    """A road a complaint can take."""

    id: str
    name: str
    can: str
    cannot: str
    where: str
    cites: Words
    requires: Words
    public: bool
    source: str
    verified: Verified
    checked_on: date


class Route(Conditional):
    """One row of the decision table."""

    channel: str
    verdict: Verdict
    why: str
    cites: Words
    source: str
    checked_on: date


class Place(Conditional):
    """Which office or court is competent."""

    use: Literal["complaint", "report", "court"]
    text: str
    cites: Words
    checked_on: date


class Thresholds(Row):
    """Advice in figures, not law."""

    small: int
    many: int
    checked_on: date


class Routes(Row):
    """The decision table."""

    thresholds: Thresholds
    row: tuple[Route, ...]
    place: tuple[Place, ...]


class Deadline(Conditional):
    """A period: from which day, how long, counted how; over once the log has an event of ``until``."""

    id: str
    channel: str
    after: str
    until: Words = ()
    number: int
    unit: Literal["working", "natural", "years"]
    whose: Literal["you", "them"]
    legal: bool
    roll: bool
    what: str
    cites: Words
    source: str
    checked_on: date


class Sentence(Conditional):
    """A reason, an extra request or a clue, with the paragraphs behind it."""

    text: str
    cites: Words
    channels: Words = ()
    penalty: Words = ()


class KindRow(Row):
    """A kind of case."""

    id: str
    name: str
    opening: str
    lead: str
    payment: str
    refund: str
    lost: str
    categories: Words
    ask: tuple[Sentence, ...] = ()
    reason: tuple[Sentence, ...] = ()
    clue: tuple[Sentence, ...] = ()


class Proof(Row):
    """An item of the evidence checklist; ``words`` find it among the exhibits' titles."""

    id: str
    what: str
    words: Words
    proves: str
    keep: str
    kinds: Words = ()
    cites: Words = ()


class Refusal(Conditional):
    """Words that no letter carries, and why."""

    id: str
    regex: str
    reason: str
    advice: str
    cites: Words
    channels: Words = ()


class Mass(Row):
    """Why only one complaint is written at a time."""

    reason: str
    advice: str
    cites: Words


class Refusals(Row):
    """Everything that is not written."""

    checked_on: date
    refusal: tuple[Refusal, ...]
    mass: Mass


class Step(Row):
    """What to do after an entry of the log, and the follow-up message."""

    channel: str
    event: str
    next: str
    message: str
    cites: Words


class Follow(Row):
    """The steps, the events in words, and other words for an event on one channel."""

    checked_on: date
    events: dict[str, str]
    words: dict[str, str] = {}
    step: tuple[Step, ...]

    def said(self, channel: str, event: str) -> str:
        """Return an event in the words of its channel."""
        return self.words.get(f"{channel} {event}") or self.events.get(event, event)


class Cell(Row):
    """One entry of a question that takes rows."""

    key: str
    type: Literal["text", "moment"]
    ask: str


class Question(Conditional):
    """One question of ``complaint new``."""

    key: str
    type: Literal["text", "moment", "day", "money", "yes", "choice", "many", "rows", "count"]
    ask: str
    help: str = ""
    default: str = ""
    required: bool = False
    choices: dict[str, str] = {}
    fields: tuple[Cell, ...] = ()


class Penalty(Row):
    """A penalty, and the one that it refers on to."""

    cite: str
    and_then: str = ""


class Band(Row):
    """A step of the court fee: ``base`` yuan, and ``rate`` of what is above ``above``, up to ``up_to``."""

    up_to: int
    base: int
    rate: Decimal
    above: int


class Court(Row):
    """Court fee and small claims, as formulas."""

    source: str
    checked_on: date
    small_claims: str
    agreed_small_claims: str
    not_small_claims: str
    band: tuple[Band, ...]
