"""Load ``patterns/complaint``, each file once, checked against its shape."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from clause_check.complaint.rows import (
    Channel,
    Court,
    Deadline,
    Follow,
    KindRow,
    Penalty,
    Proof,
    Question,
    Refusals,
    Routes,
    Sentence,
)
from clause_check.complaint.templates import Template
from clause_check.datafiles import patterns
from clause_check.errors import ClauseCheckError

Shape = TypeVar("Shape")


def _read(name: str, key: str, shape: type[Shape]) -> Shape:
    """Read ``name`` under patterns/complaint, or only its ``key``; raises ``complaint-data``."""
    path = folder() / name
    try:
        table = tomllib.loads(path.read_text("utf-8"))
        return TypeAdapter(shape).validate_python(table[key] if key else table)
    except (OSError, KeyError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise ClauseCheckError("complaint-data", str(path), reason=str(error).splitlines()[0]) from error


def folder() -> Path:
    """Return where the data of this room lies."""
    return patterns() / "complaint"


@cache
def channels() -> dict[str, Channel]:
    """Return the channels by id, in file order."""
    return {row.id: row for row in _read("channels.toml", "channel", tuple[Channel, ...])}


@cache
def routes() -> Routes:
    """Return the decision table."""
    return _read("routes.toml", "", Routes)


@cache
def deadlines() -> tuple[Deadline, ...]:
    """Return the periods."""
    return _read("deadlines.toml", "deadline", tuple[Deadline, ...])


@cache
def kinds() -> dict[str, KindRow]:
    """Return the kinds of case by id."""
    return {row.id: row for row in _read("kinds.toml", "kind", tuple[KindRow, ...])}


@cache
def clues() -> tuple[Sentence, ...]:
    """Return what may be reported in any kind of case."""
    return _read("kinds.toml", "clue", tuple[Sentence, ...])


@cache
def checklist() -> tuple[Proof, ...]:
    """Return the evidence checklist."""
    return _read("evidence.toml", "item", tuple[Proof, ...])


@cache
def refusals() -> Refusals:
    """Return what no letter carries."""
    return _read("refusals.toml", "", Refusals)


@cache
def follow_steps() -> Follow:
    """Return the steps after each entry of the log."""
    return _read("follow.toml", "", Follow)


@cache
def penalties() -> tuple[Penalty, ...]:
    """Return the penalties that reports may cite."""
    return _read("penalties.toml", "penalty", tuple[Penalty, ...])


@cache
def court() -> Court:
    """Return court fee and small claims."""
    return _read("court.toml", "", Court)


@cache
def questions() -> tuple[Question, ...]:
    """Return the questions of ``complaint new``, in order."""
    return _read("questions.toml", "question", tuple[Question, ...])


@cache
def templates() -> dict[str, Template]:
    """Return the letters by channel."""
    files = sorted((folder() / "letters").glob("*.toml"))
    found = [_read(f"letters/{path.name}", "", Template) for path in files]
    return {template.channel: template for template in found}
