from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from clause_check.complaint.moment import Moment, parse_day, parse_moment, parse_money, yuan


@pytest.mark.parametrize(
    "typed",
    [
        "2026-10-03 20:15",
        "2026/10/3 20:15",
        "2026年10月3日20:15",
        "２０２６年１０月３日　20：15",
        "2026-10-03T20:15:09",
    ],
)
def test_reads_a_time_however_it_is_typed(typed):
    assert parse_moment(typed) == Moment(date(2026, 10, 3), "20:15")


def test_reads_what_toml_holds():
    assert parse_moment(date(2026, 10, 3)) == Moment(date(2026, 10, 3))
    assert parse_moment(datetime(2026, 10, 3, 8, 5)).iso == "2026-10-03 08:05"
    assert parse_day("2026.10.3") == date(2026, 10, 3)


@pytest.mark.parametrize(
    ("typed", "because"),
    [
        ("2026-02-30", "日历上不存在"),
        ("2026-13-01", "日历上不存在"),
        ("2026-10-03 25:00", "日历上不存在"),
        ("昨天", "不是日期"),
        ("10月3日", "不是日期"),
        ("20261003", "不是日期"),
    ],
)
def test_says_why_a_date_is_none(typed, because):
    with pytest.raises(ValueError, match=because):
        parse_moment(typed)


@pytest.mark.parametrize(
    ("typed", "money"),
    [("98", "98.00"), ("￥1,200.50元", "1200.50"), ("人民币88元整", "88.00"), (98.5, "98.50"), (98, "98.00")],
)
def test_reads_a_sum(typed, money):
    assert parse_money(typed) == Decimal(money)


@pytest.mark.parametrize(
    ("typed", "because"),
    [
        ("0", "大于 0"),
        ("-3", "大于 0"),
        ("98.555", "两位小数"),
        ("100000000", "小于一亿元"),
        ("九十", "不是金额"),
        ("1e5", "不是金额"),
        (",", "不是金额"),
        (True, "不是金额"),
    ],
)
def test_says_why_a_sum_is_impossible(typed, because):
    with pytest.raises(ValueError, match=because):
        parse_money(typed)


def test_writes_a_sum_without_needless_cents():
    assert yuan(Decimal("98.00")) == "98元"
    assert yuan(Decimal("98.50")) == "98.50元"
