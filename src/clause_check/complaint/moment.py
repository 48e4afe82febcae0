"""Dates, times and sums of money as people type them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

_DAY = r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
_CLOCK = r"(?:[\sT]*(?P<hour>\d{1,2})\s*[:时点]\s*(?P<minute>\d{1,2})?(?:[:分]\d{0,2})?秒?)?"
_MOMENT = re.compile(_DAY + _CLOCK)
_MONEY = re.compile(r"(?:人民币|RMB|CNY|¥)?\s*(?P<sum>-?[\d,]+(?:\.\d+)?)\s*(?:元|块|圆)?(?:整)?")
LARGEST = Decimal("100000000")


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A day, and the time of that day where it is known ("20:15")."""

    day: date
    clock: str = ""

    def __str__(self) -> str:
        """Return 2026年10月3日20:15."""
        return written(self.day) + self.clock

    @property
    def iso(self) -> str:
        """Return 2026-10-03 20:15, the form a case file holds."""
        return f"{self.day.isoformat()} {self.clock}".strip()


def written(day: date) -> str:
    """Return a day as letters write it: 2026年10月3日."""
    return f"{day.year}年{day.month}月{day.day}日"


def parse_moment(value: object) -> Moment:
    """Read a date with or without a time, as text or as TOML holds it; raise ``ValueError`` with a Chinese reason."""
    if isinstance(value, Moment):
        return value
    if isinstance(value, datetime):
        return Moment(value.date(), value.strftime("%H:%M"))
    if isinstance(value, date):
        return Moment(value)
    match = _MOMENT.fullmatch(unicodedata.normalize("NFKC", str(value)).strip())
    if match is None:
        raise ValueError(f"「{value}」不是日期，请写成 2026-10-03 或 2026-10-03 20:15")
    hour = match["hour"]
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        clock = datetime(2000, 1, 1, int(hour), int(match["minute"] or 0)).strftime("%H:%M") if hour else ""
    except ValueError:
        raise ValueError(f"「{value}」在日历上不存在，请核对年月日和时间") from None
    return Moment(day, clock)


def parse_day(value: object) -> date:
    """Read a day and drop the time; raise ``ValueError`` with a Chinese reason."""
    return parse_moment(value).day


def parse_money(value: object) -> Decimal:
    """Read a positive sum in yuan with at most two decimals; raise ``ValueError`` with a Chinese reason."""
    if isinstance(value, bool):
        raise ValueError(f"「{value}」不是金额，请只写数字，如 98 或 98.50")
    match = _MONEY.fullmatch(unicodedata.normalize("NFKC", str(value)).strip())
    try:
        money = Decimal(match["sum"].replace(",", "")) if match else Decimal("NaN")
    except InvalidOperation:
        money = Decimal("NaN")
    if not money.is_finite():
        raise ValueError(f"「{value}」不是金额，请只写数字，如 98 或 98.50")
    if money <= 0 or money >= LARGEST or money != round(money, 2):
        raise ValueError(f"金额 {value} 不可能：应大于 0、小于一亿元，最多两位小数")
    return round(money, 2)


def yuan(money: Decimal) -> str:
    """Return 98元 or 98.50元."""
    return f"{money:.0f}元" if money == money.to_integral_value() else f"{money:.2f}元"
