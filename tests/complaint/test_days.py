from __future__ import annotations

from datetime import date

import pytest

from clause_check.complaint.days import count, is_arranged, is_workday


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        (date(2026, 10, 15), 7, date(2026, 10, 26)),  # an ordinary week and a half
        (date(2026, 9, 18), 7, date(2026, 9, 29)),  # 20 September is a make-up Sunday, 25 the Mid-Autumn holiday
        (date(2026, 9, 28), 7, date(2026, 10, 13)),  # the National Day week; 10 October is a make-up Saturday
        (date(2026, 2, 13), 7, date(2026, 3, 2)),  # Spring Festival, make-up days on 14 and 28 February
    ],
)
def test_counts_working_days_with_make_up_days(start, number, end):
    assert count(start, number, "working") == end


def test_a_period_that_ends_on_a_holiday_ends_on_the_next_working_day():
    assert count(date(2026, 8, 3), 60, "natural") == date(2026, 10, 8)
    assert count(date(2026, 8, 3), 60, "natural", roll=False) == date(2026, 10, 2)


def test_an_ordinary_weekend_extends_nothing():
    saturday = date(2026, 11, 7)
    assert count(date(2026, 9, 8), 60, "natural") == saturday
    assert not is_workday(saturday)


def test_years_end_on_the_same_day_or_the_last_of_february():
    assert count(date(2026, 10, 3), 3, "years", roll=False) == date(2029, 10, 3)
    assert count(date(2024, 2, 29), 3, "years", roll=False) == date(2027, 2, 28)


def test_knows_for_which_years_the_holiday_notice_is_held():
    assert is_arranged(2026)
    assert not is_arranged(2035)
