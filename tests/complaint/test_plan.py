from __future__ import annotations

from datetime import date

import pytest

from clause_check.complaint import data, planview
from clause_check.complaint.plan import plan
from clause_check.complaint.quoting import quoter

from .worked import NAMES, TODAY, changed, clues


def verdicts(name="dead-code", report=True, **changes):
    made = plan(changed(name, **changes), clues(name) if report else (), TODAY[name])
    return {road.channel.id: road.route.verdict for road in made.roads}


def view(name="dead-code", today=None, **changes):
    case, day = changed(name, **changes), today or TODAY[name]
    return planview.render(case, plan(case, clues(name), day), quoter())


@pytest.mark.parametrize("name", NAMES)
def test_every_road_with_a_letter_is_judged(name):
    assert set(verdicts(name)) >= set(data.templates())


def test_a_small_sum_goes_to_the_platform_first():
    assert verdicts(report=False, contacts=[])["platform"] == "first"
    assert verdicts(report=False, contacts=[])["12315-complaint"] == "then"


def test_a_large_sum_goes_straight_to_the_regulator():
    dear = {"order": {"amount": 5000}, "demand": {"refund": 5000}}
    assert verdicts(report=False, contacts=[], **dear)["12315-complaint"] == "first"
    assert verdicts(report=False, contacts=[], **dear)["platform"] == "also"


def test_a_clause_on_a_statutory_list_goes_straight_to_the_regulator():
    assert verdicts(contacts=[])["12315-complaint"] == "first"


def test_after_a_refusal_the_regulator_comes_first():
    assert verdicts(report=False)["12315-complaint"] == "first"


@pytest.mark.parametrize(
    "changes",
    [
        {"me": {"role": "merchant"}},
        {"log": [{"at": "2026-10-05", "channel": "xiaoxie", "event": "accepted"}]},
        {"story": {"known": "2022-01-01"}},
    ],
)
def test_what_the_regulator_would_refuse_is_closed(changes):
    assert verdicts(**changes)["12315-complaint"] == "closed"
    assert verdicts(**changes)["12315-report"] == "also"


def test_a_merchant_has_another_road_and_the_text_says_so():
    text = view(me={"role": "merchant"})
    assert "不是生活消费，走协商和诉讼" in text
    assert verdicts(me={"role": "merchant"})["court"] == "then"
    assert "消费者协会受理消费者的投诉，经营性的争议不在其中" in text


def test_an_unknown_respondent_is_looked_for_first():
    made = verdicts(seller={"name": ""}, platform={"address": ""})
    assert made["12315-complaint"] == "then"
    assert made["payment"] == "also"
    assert "还缺：对方住所地" in view(seller={"name": ""}, platform={"address": ""})


def test_signs_of_fraud_go_to_the_police_first():
    roads = plan(changed("dead-code", story={"signs": ["vanished"]}), (), TODAY["dead-code"]).roads
    assert [road.channel.id for road in roads][:2] == ["police", "payment"]


def test_after_mediation_comes_the_court():
    log = [
        {"at": "2026-10-05", "channel": "12315-complaint", "event": event} for event in ("sent", "accepted", "ended")
    ]
    made = verdicts(log=log)
    assert (made["12315-complaint"], made["court"]) == ("closed", "first")
    assert next(iter(made)) == "court"


def test_the_order_of_xiaoxie_and_12315_is_warned_of():
    assert "同一争议消协受理或处理过之后，12315 就不再受理" in view()
    filed = [{"at": "2026-10-05", "channel": "12315-complaint", "event": "sent"}]
    assert verdicts(log=filed)["xiaoxie"] == "then"


@pytest.mark.parametrize(
    ("name", "changes", "where"),
    [
        ("dead-code", {}, "您自己住所地的人民法院"),
        ("dead-code", {"order": {"goods": "physical"}}, "收货地的人民法院"),
        ("auto-renewal", {}, "对方住所地的人民法院最稳"),
        ("dead-code", {}, "平台公示的商家地址所在地，或者平台住所地的县级"),
        ("wrong-topup", {}, "对方住所地的县级市场监督管理部门"),
    ],
)
def test_the_competent_office_is_named(name, changes, where):
    assert where in view(name, **changes)


def test_deadlines_have_dates_and_say_how_they_count():
    text = view(log=[{"at": "2026-09-28", "channel": "12315-complaint", "event": "sent"}])
    assert (
        "- 2026年10月13日【已过】（对方或机关）：决定受理或不予受理并告知您。自2026年9月28日起7个工作日，当日不计"
        in text
    )


def test_a_year_without_holiday_notice_is_marked():
    text = view(today=date(2034, 12, 28), story={"known": "2034-01-01"})
    assert "当年的放假安排本工具未收录" in text


def test_a_passed_deadline_is_marked():
    text = view(log=[{"at": "2026-10-03", "channel": "platform", "event": "sent"}])
    assert "2026年10月10日【已过】" in text


def test_content_services_are_not_measured_by_the_e_commerce_law():
    assert "《中华人民共和国电子商务法》" in view()
    assert "《中华人民共和国电子商务法》" not in view("auto-renewal")


def test_evidence_that_is_there_is_not_asked_for_again():
    assert "- 卡密无效的录屏" not in view()
    assert "- 卡密无效的录屏" in view(exhibits=[])


def test_every_channel_and_row_of_the_table_is_dated_and_known():
    known = data.channels()
    for row in data.routes().row:
        assert row.channel in known
        assert row.source
    assert {row.channel for row in data.routes().row} == set(known)


def test_a_settled_case_is_called_settled():
    assert "已经解决" in view(log=[{"at": "2026-10-05", "channel": "platform", "event": "settled"}])


def test_the_fee_is_a_formula_and_small_claims_name_no_figure():
    text = view(order={"amount": 30000}, demand={"refund": 30000})
    assert "案件受理费按公式约 550元" in text
    assert "年平均工资百分之五十以下" in text
