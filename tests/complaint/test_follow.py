from __future__ import annotations

import shutil
from datetime import date

import pytest

from clause_check.complaint import data
from clause_check.complaint.casefile import Entry
from clause_check.complaint.follow import log, next_steps
from clause_check.complaint.quoting import quoter
from clause_check.complaint.store import load
from clause_check.errors import ClauseCheckError

from .worked import CASES, changed

TODAY = date(2026, 11, 2)


def said(*entries, today=TODAY, name="dead-code"):
    rows = [{"channel": channel, "event": event, "at": at, "number": number} for channel, event, at, number in entries]
    return next_steps(changed(name, log=rows), quoter(), today)


def test_an_entry_is_added_and_the_rest_of_the_file_stays(tmp_path):
    path = tmp_path / "case.toml"
    shutil.copy(CASES / "dead-code" / "case.toml", path)
    before = path.read_text("utf-8")
    log(path, Entry(at=date(2026, 10, 19), channel="12315-complaint", event="sent", number="T123"))
    assert path.read_text("utf-8").startswith(before.rstrip("\n"))
    assert load(path).log[-1].number == "T123"


@pytest.mark.parametrize(
    ("channel", "event", "code"), [("法院", "sent", "channel-unknown"), ("court", "赢了", "follow-unknown")]
)
def test_an_unknown_road_or_event_is_said_with_the_choices(tmp_path, channel, event, code):
    path = tmp_path / "case.toml"
    shutil.copy(CASES / "dead-code" / "case.toml", path)
    with pytest.raises(ClauseCheckError, match="可选") as caught:
        log(path, Entry(at=TODAY, channel=channel, event=event))
    assert caught.value.code == code


def test_the_next_step_has_a_day_and_a_message():
    text = said(("12315-complaint", "sent", "2026-10-19", "T123"))
    assert "日期：2026年10月28日（已过 5 天），决定受理或不予受理并告知您" in text
    assert "我于2026年10月19日提交了投诉（编号T123）。请问由哪个部门负责？能否提供处理进度？" in text


def test_the_number_is_remembered_from_an_earlier_entry():
    text = said(("12315-complaint", "sent", "2026-10-19", "T123"), ("12315-complaint", "accepted", "2026-10-26", ""))
    assert "我的投诉（编号T123）已于2026年10月26日受理" in text
    assert "日期：2026年12月25日" in text
    assert "2026年10月28日" not in text


def test_each_road_stands_by_itself():
    text = said(("platform", "refused", "2026-10-18", ""), ("12315-complaint", "sent", "2026-10-19", ""))
    assert "平台（先协商）：2026年10月18日对方拒绝" in text
    assert "12315 投诉（请求调解）：2026年10月19日已提交" in text


def test_an_offer_is_answered_with_what_is_still_open():
    assert "差距是：退还货款88元" in said(("12315-complaint", "answered", "2026-10-30", ""))


def test_nothing_sent_yet_says_how_to_begin():
    assert "--event sent" in said()


@pytest.mark.parametrize("channel", ["platform", "12315-complaint", "12315-report", "xiaoxie", "heimao", "court"])
@pytest.mark.parametrize("event", sorted(data.follow_steps().events))
def test_every_event_on_every_road_has_a_next_step(channel, event):
    text = said((channel, event, "2026-10-19", ""))
    assert "下一步：" in text
    assert "{{" not in text


def test_every_message_asks_who_is_in_charge_and_for_progress_calmly():
    for step in data.follow_steps().step:
        if step.message:
            assert "哪个部门负责" in step.message
            assert "！" not in step.message
