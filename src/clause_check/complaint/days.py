"""Count days the way 令121 art. 45 counts them, with the Chinese public holidays.

The first day is not counted; working days follow the yearly holiday notice with its make-up workdays;
a period whose last day is a public holiday ends on the next working day.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from holidays import HolidayBase

Unit = Literal["working", "natural", "years"]
ONE = timedelta(days=1)


@cache
def _china() -> HolidayBase:
    import holidays

    return holidays.country_holidays("CN")


def is_workday(day: date) -> bool:
    """Return whether offices work that day: make-up weekends count, holidays do not."""
    return _china().is_working_day(day)


def is_arranged(year: int) -> bool:
    """Return whether the holiday notice of that year is known; if not, make-up workdays are missing."""
    calendar = _china()
    calendar.get(date(year, 6, 1))  # the calendar computes a year when it is first asked
    return any(day.year == year for day in calendar.weekend_workdays)


def count(start: date, number: int, unit: Unit, *, roll: bool = True) -> date:
    """Return the last day of a period of ``number`` days or years that begins with ``start``."""
    if unit == "working":
        return _working(start, number)
    end = start + timedelta(days=number) if unit == "natural" else _years(start, number)
    if roll and end in _china():
        while not is_workday(end):
            end += ONE
    return end


def _working(start: date, number: int) -> date:
    end = start
    while number:
        end += ONE
        number -= is_workday(end)
    return end


def _years(start: date, number: int) -> date:
    try:
        return start.replace(year=start.year + number)
    except ValueError:  # 29 February
        return start.replace(year=start.year + number, day=28)
