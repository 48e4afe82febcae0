from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from clause_check.complaint import data
from clause_check.web.casebook import STEPS, Casebook


def test_every_question_belongs_to_one_step():
    book = Casebook()
    book.write({"kind": "minor-topup", "order.goods": "physical", "platform.type": "marketplace"}, {})
    book.write({"seller.name": "某店"}, {})
    asked = [row.key for number in range(len(STEPS)) for row in book.questions(number)]
    assert len(asked) == len(set(asked))
    assert set(asked) == {row.key for row in data.questions()} - {"platform.content"}  # that one is for services


def test_steps_without_a_question_are_left_out():
    assert "孩子" not in dict(Casebook().steps()).values()


@pytest.mark.parametrize("first", [0, 1])
def test_answers_hold_in_any_order(first):
    book = Casebook()
    parts = [{"kind": "dead-code", "me.role": "resale"}, {"platform.name": "某某公司", "order.amount": "12.50"}]
    rows = {"events": [{"at": "2026-10-03", "what": "付款"}, {"what": "打不开"}]}
    assert book.write(parts[first], rows) == []
    assert book.write(parts[1 - first], {}) == []
    assert book.write({}, {"events": rows["events"][:1]}) == []
    case = book.case
    assert (case.kind, case.me.role, case.platform.name) == ("dead-code", "resale", "某某公司")
    assert case.order.amount == Decimal("12.50")
    assert [event.what for event in case.events] == ["付款"]


def test_a_contradiction_is_not_written():
    book = Casebook()
    tomorrow = (date.today() + timedelta(days=1)).isoformat()
    assert "之后" in book.write({"story.known": tomorrow}, {})[0]
    assert book.case.story.known is None
    assert "story.known" not in book.asked


def test_quotes_and_line_breaks_in_an_answer_stay_an_answer():
    book = Casebook()
    hostile = 'a"\n[demand]\ntriple = true\n"""\\u0000 \' ]]'
    assert book.write({"story.gist": hostile}, {}) == []
    assert book.case.story.gist == hostile
    assert not book.case.demand.triple
