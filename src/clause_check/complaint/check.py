"""What cannot be in a case file: dates out of order, more money back than was paid, evidence that is gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from clause_check.complaint.casefile import Case
from clause_check.complaint.flags import age_when_paid
from clause_check.complaint.moment import Moment, written, yuan
from clause_check.complaint.report import digest
from clause_check.errors import ClauseCheckError

EARLIEST = date(2000, 1, 1)


def check(case: Case, place: Path, today: date) -> None:
    """Raise ``case-faults`` with every contradiction of a case, one Chinese line each."""
    if found := faults(case, today):
        raise ClauseCheckError("case-faults", str(place), faults="\n".join(f"  {fault}" for fault in found))


def faults(case: Case, today: date) -> list[str]:
    """Return every contradiction of a case, in Chinese."""
    return [*_dates(case, today), *_sums(case), *_child(case), *_exhibits(case)]


def _dated(case: Case) -> Iterator[tuple[str, date]]:
    def day(name: str, value: Moment | date | None) -> Iterator[tuple[str, date]]:
        if value is not None:
            yield name, value.day if isinstance(value, Moment) else value

    yield from day("付款时间", case.order.paid)
    yield from day("收货日期", case.order.received)
    yield from day("发现日期", case.story.known)
    for number, event in enumerate(case.events, 1):
        yield from day(f"第 {number} 条经过的时间", event.at)
    for number, contact in enumerate(case.contacts, 1):
        yield from day(f"第 {number} 次联系的时间", contact.at)
    for number, entry in enumerate(case.log, 1):
        yield from day(f"第 {number} 条进展的日期", entry.at)
    for exhibit in case.exhibits:
        yield from day(f"证据{exhibit.number}的取得时间", exhibit.taken)


def _dates(case: Case, today: date) -> Iterator[str]:
    for name, day in _dated(case):
        if day > today:
            yield f"{name} {written(day)} 在今天({written(today)})之后,请核对。"
        elif day < EARLIEST:
            yield f"{name} {written(day)} 太早了,请核对年份。"
    paid = case.order.paid
    if paid is not None:
        for name, later in (("收货日期", case.order.received), ("发现日期", case.story.known)):
            if later is not None and later < paid.day:
                yield f"{name} {written(later)} 早于付款时间 {paid},请核对。"


def _sums(case: Case) -> Iterator[str]:
    asked, paid = case.demand.refund, case.order.amount
    if asked is not None and paid is not None and asked > paid:
        yield f"要求退还 {yuan(asked)},多于付款 {yuan(paid)}。多出的部分请在 demand.losses 里逐项写明是什么损失。"
    for loss in case.demand.losses:
        if not loss.what or loss.amount is None:
            yield "demand.losses 里每一项都要写明 what(什么损失)和 amount(金额)。"
    if case.demand.triple and not case.demand.fraud:
        yield "demand.triple 为 true,但没有写 demand.fraud(欺诈的事实)。没有事实和证据,不能主张消保法第五十五条。"
    if case.demand.triple and case.me.role != "self":
        yield "消保法第五十五条的增加赔偿只给消费者,转卖或商户不能主张。"


def _child(case: Case) -> Iterator[str]:
    if case.kind != "minor-topup":
        return
    age = age_when_paid(case)
    if age is not None and age < 0:
        yield "孩子的出生日期晚于付款时间,请核对。"
    elif age is not None and age >= 18:
        yield f"按出生日期,付款时已满 {age} 周岁,不是未成年人。成年人的付款不能按未成年人退费申请。"
    if case.minor.consent:
        yield "您写了监护人同意过或追认过这笔付款,这样就不能按未成年人付款主张返还,请改选别的案型。"


def _exhibits(case: Case) -> Iterator[str]:
    numbers = [exhibit.number for exhibit in case.exhibits]
    for number in sorted({n for n in numbers if numbers.count(n) > 1}):
        yield f"证据{number}的编号重复了。"
    for choice in case.clauses:
        for number in choice.exhibits:
            if number not in numbers:
                yield f"条款 {choice.fingerprint} 提到证据{number},但证据目录里没有。"


def check_exhibits(case: Case, folder: Path) -> None:
    """Raise ``exhibit-missing`` or ``exhibit-changed`` for the first file that is not as it was added."""
    for exhibit in case.exhibits:
        if not exhibit.file:
            continue
        path = folder / exhibit.file
        if not path.is_file():
            raise ClauseCheckError("exhibit-missing", str(path), number=exhibit.number, title=exhibit.title)
        if exhibit.sha256 and digest(path) != exhibit.sha256:
            raise ClauseCheckError("exhibit-changed", str(path), number=exhibit.number, title=exhibit.title)


def triple(case: Case) -> Decimal | None:
    """Return the increased compensation of 消保法 55(1): three times the price, at least 500 yuan."""
    if not (case.demand.triple and case.order.amount):
        return None
    return max(case.order.amount * 3, Decimal(500))
