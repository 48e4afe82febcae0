from __future__ import annotations

import re
from datetime import date
from typing import get_args

import pytest
from pydantic import ValidationError

from clause_check.complaint import data
from clause_check.complaint import flags as room
from clause_check.complaint.casefile import Goods, Kind
from clause_check.complaint.rows import Conditional, Route
from clause_check.errors import ClauseCheckError

OF_A_LETTER = {"clauses", "clues", "exhibits", "public-exhibits"}


def conditionals():
    yield from data.routes().row
    yield from data.routes().place
    yield from data.deadlines()
    yield from data.questions()
    yield from data.clues()
    yield from data.refusals().refusal
    for kind in data.kinds().values():
        yield from (*kind.ask, *kind.reason, *kind.clue)
    for template in data.templates().values():
        yield from (*template.part, *template.note)


def known_flags():
    """Return the flags that the table in ``flags`` explains."""
    rows = re.findall(r"^\| (.+?) \|", room.__doc__ or "", re.MULTILINE)
    return {flag for row in rows for flag in row.split(" / ")} | OF_A_LETTER


def test_every_condition_asks_for_a_flag_that_exists():
    asked = {flag for row in conditionals() for flag in (*row.when, *row.unless)}
    assert asked <= known_flags()


def test_a_condition_needs_all_of_when_and_none_of_unless():
    row = Conditional(when=("a", "b"), unless=("c",))
    assert row.holds(frozenset("abd"))
    assert not row.holds(frozenset("a"))
    assert not row.holds(frozenset("abc"))


def test_every_channel_and_kind_is_spoken_for():
    for channel in data.templates():
        assert channel in data.channels()
    assert set(data.kinds()) == set(get_args(Kind))
    asked = {question.key: set(question.choices) for question in data.questions()}
    assert asked["kind"] == set(get_args(Kind))
    assert asked["order.goods"] == set(get_args(Goods))


def test_required_entries_exist_in_a_case():
    from clause_check.complaint.plan import lacks

    from .worked import case

    for channel in data.channels().values():
        assert "" not in lacks(case("dead-code"), channel)


def test_no_row_was_checked_in_the_future_of_its_law():
    for row in (*data.channels().values(), *data.routes().row, *data.deadlines()):
        assert date(2026, 4, 15) <= row.checked_on


def test_a_slip_in_a_row_is_refused():
    with pytest.raises(ValidationError):
        Route(channel="x", verdict="perhaps", why="", cites=(), source="", checked_on=date(2026, 1, 1))


def test_a_broken_data_file_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(data, "patterns", lambda: tmp_path)
    with pytest.raises(ClauseCheckError, match=r"court\.toml"):
        data.court.__wrapped__()
