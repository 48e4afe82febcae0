from __future__ import annotations

from datetime import date

from clause_check.complaint.deadlines import running, supposed
from clause_check.complaint.flags import flags

from .worked import TODAY, changed

DAY = TODAY["dead-code"]


def ends(name="dead-code", **changes):
    case = changed(name, **changes)
    return {due.row.id: due.end for due in running(case, flags(case, (), TODAY[name]))}


def entry(at, event, channel="12315-complaint"):
    return {"at": at, "channel": channel, "event": event}


def test_the_persons_own_periods_run_from_the_case():
    assert ends()["three-years-12315"] == date(2029, 10, 3)
    assert ends()["records"] == date(2029, 10, 3)
    assert "seven-day-return" not in ends()


def test_goods_can_be_sent_back_for_seven_days():
    physical = {"order": {"goods": "physical", "received": "2026-10-05"}}
    assert ends(**physical)["seven-day-return"] == date(2026, 10, 12)


def test_acceptance_runs_from_filing_until_it_is_decided():
    sent = entry("2026-09-18", "sent")
    assert ends(log=[sent])["accept"] == date(2026, 9, 29)
    assert "accept" not in ends(log=[sent, entry("2026-09-22", "accepted")])
    assert "accept" not in ends(log=[sent, entry("2026-09-22", "refused")])


def test_mediation_runs_sixty_days_from_acceptance_whatever_is_answered_meanwhile():
    log = [entry("2026-08-01", "sent"), entry("2026-08-03", "accepted"), entry("2026-08-20", "answered")]
    assert ends(log=log)["mediate"] == date(2026, 10, 8)
    assert "mediate" not in ends(log=[*log, entry("2026-09-01", "ended")])
    assert ends(log=[*log, entry("2026-09-01", "ended")])["told-of-end"] == date(2026, 9, 10)


def test_another_channel_ends_nothing():
    log = [entry("2026-09-18", "sent"), entry("2026-09-19", "refused", "platform")]
    assert "accept" in ends(log=log)


def test_filing_today_is_supposed():
    (due,) = supposed("12315-complaint", DAY)
    assert (due.start, due.end, due.length) == (DAY, date(2026, 10, 26), "7个工作日")
    assert supposed("heimao", DAY) == []


def test_the_last_day_of_a_year_without_notice_is_not_sure():
    case = changed("dead-code", log=[entry("2034-12-28", "sent")])
    (due,) = (due for due in running(case, frozenset()) if due.row.id == "accept")
    assert not due.sure
