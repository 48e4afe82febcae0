from __future__ import annotations

from datetime import date

import pytest

from clause_check.complaint.flags import age_when_paid, flags

from .worked import TODAY, changed, clues

DAY = TODAY["dead-code"]


def of(name="dead-code", report=True, today=None, **changes):
    return flags(changed(name, **changes), clues(name) if report else (), today or TODAY[name])


def test_a_worked_case_has_its_flags():
    assert of() >= {"consumer", "marketplace", "seller", "small", "contacted", "refused", "clause", "listed-clause"}
    assert of() >= {"sale", "digital", "kind-dead-code"}
    assert of().isdisjoint({"large", "minor", "no-identity", "filed-12315", "expired", "no-answer"})


@pytest.mark.parametrize(
    ("changes", "flag"),
    [
        ({"me": {"role": "merchant"}}, "not-consumer"),
        ({"me": {"role": "resale"}}, "not-consumer"),
        ({"seller": {"address": ""}}, "no-identity"),
        ({"platform": {"licence_shown": False}}, "no-licence"),
        ({"platform": {"content": True}}, "content"),
        ({"order": {"amount": 5000}, "demand": {"refund": 5000}}, "large"),
        ({"order": {"count": 30}}, "many"),
        ({"order": {"goods": "physical"}}, "physical"),
        ({"contacts": [{"at": "2026-10-04", "answer": "没有答复"}]}, "no-answer"),
        ({"story": {"known": "2022-01-01"}}, "expired"),
        ({"story": {"signs": ["vanished"]}}, "fraud-signs"),
        ({"story": {"signs": ["withdrawable"]}}, "withdrawable"),
        ({"demand": {"fraud": "明知已兑换仍出售"}}, "fraud-stated"),
        ({"log": [{"at": "2026-10-05", "channel": "xiaoxie", "event": "sent"}]}, "elsewhere-first"),
        ({"log": [{"at": "2026-10-05", "channel": "12315-complaint", "event": "sent"}]}, "filed-12315"),
        ({"log": [{"at": "2026-10-05", "channel": "12315-complaint", "event": "ended"}]}, "mediation-ended"),
        ({"log": [{"at": "2026-10-05", "channel": "platform", "event": "settled"}]}, "settled"),
    ],
)
def test_a_change_raises_its_flag_and_nothing_else_had_it(changes, flag):
    assert flag not in of()
    assert flag in of(**changes)


def test_xiaoxie_after_12315_closes_nothing():
    log = [{"at": f"2026-10-0{n}", "channel": c, "event": "sent"} for n, c in ((5, "12315-complaint"), (6, "xiaoxie"))]
    assert "elsewhere-first" not in of(log=log)


def test_paying_a_private_account_alone_is_no_sign_of_fraud():
    assert "fraud-signs" not in of(story={"signs": ["personal-payee"]})
    assert "fraud-signs" in of(story={"signs": ["personal-payee", "vanished"]})


def test_a_conditional_finding_is_no_clause_yet():
    only = [clue for clue in clues("wrong-topup") if clue.grade == "conditional"]
    assert only
    assert "clause" not in flags(changed("wrong-topup"), only, DAY)


def test_disputes_on_which_courts_differ_are_no_sale():
    assert "sale" in of("wrong-topup")
    assert "sale" not in of("banned-balance")
    assert "sale" not in of("auto-renewal")


@pytest.mark.parametrize(
    ("born", "age", "flag"),
    [("2018-08-03", 7, "under-8"), ("2018-08-02", 8, "over-8"), ("2008-08-03", 17, "over-8")],
)
def test_a_childs_age_counts_on_the_day_of_payment(born, age, flag):
    case = changed("minor-topup", minor={"born": born})
    assert age_when_paid(case) == age
    assert flag in flags(case, (), date(2026, 8, 20))


def test_an_unknown_birthday_is_neither_age():
    assert of("minor-topup", minor={"born": ""}).isdisjoint({"under-8", "over-8"})
