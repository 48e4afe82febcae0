from __future__ import annotations

import pytest

from clause_check.complaint.store import append, editing, load, parse, put, title, write_whole
from clause_check.errors import ClauseCheckError

HEAD = 'schema = "clause-check/case/1"\n'


def refused(text):
    with pytest.raises(ClauseCheckError) as caught:
        parse(text, "我的投诉.toml")
    return str(caught.value)


def test_a_case_is_written_with_names_and_read_again(tmp_path):
    path = tmp_path / "我的投诉.toml"
    with editing(path) as document:
        put(document, "order.amount", "88.00")
        append(document, "events", {"at": "2026-10-03", "what": "收到卡密", "note": ""} | {"note": ""})
    text = path.read_text("utf-8")
    assert 'amount = "88.00" # 付款金额' in text
    assert load(path).events[0].what == "收到卡密"
    assert "note" not in text


def test_what_a_person_wrote_by_hand_survives(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text(HEAD + "# 我自己的备注\n[order]\namount = 88 # 记得核对\n", "utf-8")
    with editing(path) as document:
        put(document, "story.gist", "不退")
    text = path.read_text("utf-8")
    assert "# 我自己的备注" in text
    assert "amount = 88 # 记得核对" in text


def test_a_change_that_would_break_the_file_is_not_written(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text(HEAD, "utf-8")
    with pytest.raises(ClauseCheckError), editing(path) as document:
        put(document, "order.amount", "很多")
    assert path.read_text("utf-8") == HEAD


def test_a_crash_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a.toml"
    path.write_text(HEAD, "utf-8")
    monkeypatch.setattr("os.fsync", lambda handle: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_whole(path, "新的")
    assert [one.name for one in tmp_path.iterdir()] == ["a.toml"]
    assert path.read_text("utf-8") == HEAD


def test_only_the_owner_may_read_a_case(tmp_path):
    write_whole(tmp_path / "a.toml", HEAD)
    assert (tmp_path / "a.toml").stat().st_mode & 0o077 == 0


def test_all_faults_are_named_at_once():
    said = refused(HEAD + '[order]\npaid = "2026-02-30"\namount = -5\ncolour = 1\n[me]\nrole = "judge"\n')
    assert "order.paid（付款时间）：「2026-02-30」在日历上不存在" in said
    assert "order.amount（付款金额）：金额 -5 不可能" in said
    assert "order.colour：没有这一项" in said
    assert "me.role（自用、转卖还是商户）：只能写 'self'、'resale'、'merchant'" in said


@pytest.mark.parametrize(
    ("text", "because"),
    [
        (HEAD + "[order]\namount = “88”\n", "引号不是英文的"),
        (HEAD + "[order]\n[order]\n", "同一项写了两遍"),
        ("", "缺少这一项"),
        ('schema = "clause-check/case/9"\n', "只能写 'clause-check/case/1'"),
        (HEAD + "[story]\ngist = 5\n", "应是文字"),
        (HEAD + "[consent]\njoin = 5\n", "只能写 true 或 false"),
        (HEAD + "[order]\ncount = 0\n", "应是合理的整数"),
        (HEAD + 'order = "x"\n', "写法不对"),
        (HEAD + '[[log]]\nchannel = "platform"\nevent = "sent"\n', "log.1.at（日期）：缺少这一项"),
    ],
)
def test_says_what_is_wrong(text, because):
    assert because in refused(text)


def test_a_missing_and_an_unreadable_file_are_said(tmp_path):
    with pytest.raises(ClauseCheckError, match="complaint new"):
        load(tmp_path / "没有.toml")
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ClauseCheckError, match="读不了"):
        load(tmp_path / "b.toml")


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    with pytest.raises(ClauseCheckError, match="写不了"):
        write_whole(tmp_path / "没有这个文件夹" / "a.toml", HEAD)


def test_entries_have_chinese_names():
    assert title(("order", "paid")) == "付款时间"
    assert title(("events", 0, "what")) == "发生了什么"
    assert title(("no", "such")) == ""
