from __future__ import annotations

from decimal import Decimal

import pytest

from clause_check.complaint.check import check, check_exhibits, faults, triple
from clause_check.errors import ClauseCheckError

from .worked import CASES, NAMES, TODAY, case, changed


@pytest.mark.parametrize("name", NAMES)
def test_the_worked_cases_hold_together(name):
    assert faults(case(name), TODAY[name]) == []
    check_exhibits(case(name), CASES / name)


@pytest.mark.parametrize(
    ("name", "changes", "because"),
    [
        ("dead-code", {"order": {"paid": "2027-10-03"}}, "付款时间 2027年10月3日 在今天(2026年10月15日)之后"),
        ("dead-code", {"order": {"paid": "1999-10-03"}}, "太早了"),
        ("dead-code", {"story": {"known": "2026-10-01"}}, "发现日期 2026年10月1日 早于付款时间"),
        ("dead-code", {"order": {"received": "2026-10-01"}}, "收货日期 2026年10月1日 早于付款时间"),
        ("dead-code", {"events": [{"at": "2026-11-01", "what": "x"}]}, "第 1 条经过的时间"),
        ("dead-code", {"contacts": [{"at": "2026-11-01"}]}, "第 1 次联系的时间"),
        ("dead-code", {"log": [{"at": "2026-11-01", "channel": "court", "event": "sent"}]}, "第 1 条进展的日期"),
        ("dead-code", {"exhibits": [{"number": 1, "taken": "2026-11-01"}]}, "证据1的取得时间"),
        ("dead-code", {"demand": {"refund": 100}}, "要求退还 100元,多于付款 88元"),
        ("dead-code", {"demand": {"losses": [{"what": "打车"}]}}, "每一项都要写明"),
        ("dead-code", {"demand": {"triple": True}}, "没有写 demand.fraud"),
        ("dead-code", {"demand": {"triple": True, "fraud": "x"}, "me": {"role": "resale"}}, "只给消费者"),
        ("dead-code", {"exhibits": [{"number": 1}, {"number": 1}]}, "证据1的编号重复了"),
        ("dead-code", {"clauses": [{"fingerprint": "ab", "exhibits": [9]}]}, "证据9,但证据目录里没有"),
        ("minor-topup", {"minor": {"born": "2026-08-10"}}, "晚于付款时间"),
        ("minor-topup", {"minor": {"born": "2000-01-01"}}, "已满 26 周岁,不是未成年人"),
        ("minor-topup", {"minor": {"consent": True}}, "不能按未成年人付款主张返还"),
    ],
)
def test_what_cannot_be_is_said(name, changes, because):
    with pytest.raises(ClauseCheckError) as caught:
        check(changed(name, **changes), CASES / name / "case.toml", TODAY[name])
    assert caught.value.code == "case-faults"
    assert because in str(caught.value)


def test_losses_beside_the_price_are_no_fault():
    losses = [{"what": "重新购买的差价", "amount": 12}]
    assert faults(changed("dead-code", demand={"losses": losses}), TODAY["dead-code"]) == []


def test_evidence_that_is_gone_or_changed_is_said(tmp_path):
    held = changed("dead-code", exhibits=[{"number": 3, "title": "录屏", "file": "a.txt", "sha256": "0" * 64}])
    with pytest.raises(ClauseCheckError, match=r"证据3（录屏）的文件 .*a.txt 不见了"):
        check_exhibits(held, tmp_path)
    (tmp_path / "a.txt").write_text("改了", "utf-8")
    with pytest.raises(ClauseCheckError, match="登记之后变了"):
        check_exhibits(held, tmp_path)


def test_evidence_on_paper_needs_no_file(tmp_path):
    check_exhibits(changed("dead-code", exhibits=[{"number": 1, "title": "纸质收据"}]), tmp_path)


def test_threefold_is_at_least_five_hundred():
    fraud = {"triple": True, "fraud": "x"}
    assert triple(changed("dead-code", demand=fraud)) == Decimal(500)
    assert triple(changed("banned-balance", demand=fraud)) == Decimal(6000)
    assert triple(case("dead-code")) is None
