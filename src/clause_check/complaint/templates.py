"""The shape of a letter template: ``patterns/complaint/letters``, one file a channel."""

from __future__ import annotations

from datetime import date
from typing import Literal

from clause_check.complaint.rows import Conditional, Row, Words

PartKind = Literal[
    "text", "fields", "events", "asks", "reasons", "clauses", "clues", "exhibits", "public-exhibits", "short", "sign"
]


class Part(Conditional):
    """One part of a letter; ``body`` and ``rows`` are templates."""

    kind: PartKind
    heading: str = ""
    body: str = ""
    rows: tuple[tuple[str, str], ...] = ()


class Brief(Row):
    """A sentence of the short version; the highest ``keep`` goes first when there is no room."""

    keep: int
    text: str


class NoteRow(Conditional):
    """A remark for the person beside a letter."""

    text: str


class Template(Row):
    """A letter for one channel.

    ``prefer`` orders the laws, ``only_preferred`` leaves out the rest and ``skip`` those that begin so;
    ``specific_first`` keeps the citation that the rule's author put first; ``penalties`` cites only prohibitions
    that a penalty stands behind.
    """

    channel: str
    audience: Literal["platform", "regulator", "association", "public", "court"]
    title: str
    checked_on: date
    source: str
    prefer: Words
    cites: int
    clauses: int
    only_preferred: bool = False
    specific_first: bool = True
    skip: Words = ()
    penalties: bool = False
    part: tuple[Part, ...]
    short: tuple[Brief, ...] = ()
    note: tuple[NoteRow, ...] = ()
