from __future__ import annotations

import pytest

from clause_check.complaint.letter import impersonal, write
from clause_check.complaint.plaintext import as_text
from clause_check.complaint.quoting import quoter
from clause_check.errors import ClauseCheckError

from .worked import CHANNELS, TODAY, case, changed, clues, letter


def text(channel, name="dead-code", **changes):
    return as_text(letter(name, channel, **changes))


def test_what_is_missing_is_named_and_never_invented():
    made = letter("dead-code", "12315-complaint", order={"number": "", "amount": ""}, me={"phone": ""})
    assert set(made.missing) >= {"订单号", "付款金额", "您的电话"}
    assert "联系电话：【待补：您的电话】" in as_text(made)
    assert "订单号：【待补：订单号】" in as_text(made)


@pytest.mark.parametrize("channel", ["platform", "xiaoxie", "heimao", "court"])
def test_an_almost_empty_case_still_makes_a_letter_full_of_gaps(channel):
    from clause_check.complaint.casefile import Case

    bare = Case.model_validate({"schema": "clause-check/case/1", "kind": "dead-code"})
    made = write(bare, (), channel, quoter(), TODAY["dead-code"])
    assert len(made.missing) >= 3
    assert "【待补：" in as_text(made)
    assert "None" not in as_text(made)


def test_facts_stand_in_time_order_and_undated_ones_last():
    events = [
        {"at": "2026-10-05", "what": "后来的事"},
        {"what": "不记得哪天的事"},
        {"at": "2026-10-03 20:16", "what": "马上的事"},
    ]
    made = text("platform", events=events)
    order = [
        made.index(words) for words in ("付款88元", "马上的事", "请退款，并发去录屏", "后来的事", "不记得哪天的事")
    ]
    assert order == sorted(order)
    assert "【待补：时间】，不记得哪天的事" in made


def test_several_payments_are_not_told_as_one():
    made = text("platform", name="banned-balance")
    assert "付款金额：2000元（共5笔）" in made
    assert "付款2000元，收款方" not in made


def test_claim_and_report_are_two_texts():
    claim, report = text("12315-complaint"), text("12315-report")
    assert "ML20261003201500871" in claim
    assert "ML20261003201500871" not in report
    assert "周晓岚" not in report
    assert "举报人：匿名" in report
    assert "退还货款88元" not in report


def test_a_report_may_bear_a_name():
    report = text("12315-report", me={"report_by_name": True})
    assert "举报人：周晓岚" in report
    assert "应当告知处理结果的，请告知我" in report


def test_a_report_is_about_whose_terms_they_are_and_a_claim_about_the_seller():
    assert "被举报人：江城米粒信息技术有限公司" in text("12315-report")
    assert "被投诉人：安澜市豆芽数码经营部" in text("12315-complaint")


def test_a_report_without_any_clue_is_refused():
    with pytest.raises(ClauseCheckError, match="第二十八条") as caught:
        write(case("dead-code"), (), "12315-report", quoter(), TODAY["dead-code"])
    assert caught.value.code == "report-without-clue"


def test_a_missing_licence_is_a_clue_of_its_own():
    hidden = changed("dead-code", platform={"licence_shown": False})
    report = as_text(write(hidden, (), "12315-report", quoter(), TODAY["dead-code"]))
    assert "首页没有公示营业执照信息" in report
    assert "《中华人民共和国电子商务法》第七十六条第一款第（一）项" in report


def test_only_pages_and_terms_are_attached_to_a_report():
    assert [exhibit.title for exhibit in impersonal(case("dead-code").exhibits)] == ["用户服务协议（保存的网页）"]


def test_law_that_came_after_the_conduct_is_not_cited():
    asked = "告知结果（《网络交易平台规则监督管理办法》第十九条第一款"
    assert asked in text("platform", name="banned-balance")
    early = {"order": {"paid": "2025-06-10"}, "story": {"known": "2025-09-27"}, "events": [], "contacts": []}
    assert asked not in text("platform", name="banned-balance", **early)


def test_a_merchant_is_no_consumer_in_any_line():
    from dataclasses import replace

    merchant = changed("dead-code", me={"role": "merchant"})
    appeal = quoter().quote("令116/20/1")
    basis = (replace(clues("dead-code")[0].basis[0], cite=appeal.cite, text=appeal.text, law="《", article="》"),)
    held = [replace(clue, page=replace(clue.page, user="merchant"), basis=basis) for clue in clues("dead-code")]
    for channel in ("platform", "court", "12315-report"):
        made = as_text(write(merchant, held, channel, quoter(), TODAY["dead-code"]))
        assert "消费" not in made.replace(appeal.text, "")


def test_a_childs_suit_is_brought_by_the_child():
    made = text("court", name="minor-topup")
    assert "原告：何小满" in made
    assert "法定代理人：何静（母亲）" in made
    assert "返还原告支付的款项2680元" in made


@pytest.mark.parametrize(("born", "article"), [("2015-03-12", "第一百四十五条"), ("2019-03-12", "第一百四十四条")])
def test_the_childs_age_chooses_the_article(born, article):
    made = text("platform", name="minor-topup", minor={"born": born})
    assert article in made
    assert ({"第一百四十五条", "第一百四十四条"} - {article}).pop() not in made.split("五、")[0]


def test_losses_and_other_wishes_are_asked_for():
    losses = [{"what": "重新购买的差价", "amount": "12.50"}]
    made = text("court", demand={"losses": losses})
    assert "判令被告赔偿重新购买的差价12.50元" in made


def test_a_letter_to_xiaoxie_tells_of_an_earlier_complaint():
    log = [
        {"at": "2026-10-05", "channel": "12315-complaint", "event": event} for event in ("sent", "accepted", "ended")
    ]
    made = text("xiaoxie", log=log)
    assert "进展：2026年10月5日已提交；2026年10月5日已受理；2026年10月5日调解终止。" in made


def test_provisions_are_quoted_once():
    made = text("platform")
    assert made.count("经营者不得以格式条款、通知、声明、店堂告示等方式") == 1
    assert "（原文见上）" in made


def test_a_court_is_told_of_costs_beside_the_letter():
    made = letter("dead-code", "court")
    assert any("案件受理费" in note for note in made.notes)
    assert "案件受理费" not in as_text(made)


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_letter_prints_pythons_own_words(channel):
    for name in TODAY:
        made = text(channel, name=name)
        assert not any(word in made for word in ("None", "True", "False", "{{", "}}", "Undefined", "[]"))


def test_templates_in_the_persons_words_are_not_run():
    made = text("platform", events=[{"at": "2026-10-04", "what": "{{ 7 * 7 }}{% raw %}"}])
    assert "2026年10月4日，{{ 7 * 7 }}{% raw %}。" in made
