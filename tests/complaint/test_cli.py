"""The commands themselves: they print, they write, they say one sentence and raise for the exit code."""

from __future__ import annotations

import shutil

import pytest
from click.testing import CliRunner

from clause_check.cli.complaint import complaint
from clause_check.cli.evidence import evidence
from clause_check.errors import ClauseCheckError

from .worked import CASES, CHANNELS, NAMES, TODAY


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(CASES / "dead-code", tmp_path / "案子")
    return tmp_path / "案子"


def run(command, *arguments, typed=None):
    return CliRunner().invoke(command, [str(one) for one in arguments], input=typed)


def refused(command, *arguments):
    result = run(command, *arguments)
    assert isinstance(result.exception, ClauseCheckError), result.output
    return result.exception.code


def letter(folder, channel, *more):
    today = ("--today", "2026-10-15")
    return ("write", folder / "case.toml", "--report", folder / "report.json", "--to", channel, *today, *more)


@pytest.mark.parametrize("name", NAMES)
def test_new_plan_and_write_run_from_end_to_end(name, tmp_path):
    path, today = tmp_path / "我的投诉.toml", ("--today", TODAY[name].isoformat())
    answers = (CASES / name / "answers.txt").read_text("utf-8")
    assert "都问完了" in run(complaint, "new", "--file", path, *today, typed=answers).output
    shutil.copy(CASES / name / "page.txt", tmp_path)
    report = CASES / name / "report.json"
    assert "一、先走哪条路" in run(complaint, "plan", path, "--report", report, *today).output
    for channel in CHANNELS:
        result = run(complaint, "write", path, "--report", report, "--to", channel, *today)
        assert result.exit_code == 0, result.output
        assert "一、" in result.stdout


def test_a_broken_off_interview_says_where_the_answers_are(tmp_path):
    path = tmp_path / "我的投诉.toml"
    assert refused(complaint, "new", "--file", path) == "answers-ended"
    result = run(complaint, "new", "--file", path, typed="1\n1\n")
    assert "接着问" in str(result.exception)
    assert 'kind = "dead-code"' in path.read_text("utf-8")


def test_the_letter_goes_to_the_screen_and_the_advice_beside_it(folder):
    result = run(complaint, *letter(folder, "court"))
    assert "民事起诉状" in result.stdout
    assert "待补：您的性别" in result.stderr
    assert "提醒：" in result.stderr
    assert "提醒：" not in result.stdout


@pytest.mark.parametrize(("form", "start"), [("txt", "消费者投诉书"), ("md", "# 消费者投诉书")])
def test_text_is_written_whole_to_a_file(folder, form, start):
    out = folder / f"投诉书.{form}"
    run(complaint, *letter(folder, "12315-complaint", "--format", form, "-o", out))
    assert out.read_text("utf-8").startswith(start)


def test_a_word_file_needs_a_name_and_gets_one(folder):
    assert refused(complaint, *letter(folder, "court", "--format", "docx")) == "docx-needs-file"
    out = folder / "起诉状.docx"
    assert run(complaint, *letter(folder, "court", "--format", "docx", "-o", out)).exit_code == 0
    assert out.read_bytes()[:2] == b"PK"


def test_a_page_that_is_gone_is_said_but_does_not_stop(folder):
    (folder / "page.txt").unlink()
    result = run(complaint, *letter(folder, "platform"))
    assert result.exit_code == 0
    assert "找不到报告所说的页面 page.txt" in result.stderr


def test_bad_input_is_refused(folder):
    case, report = folder / "case.toml", folder / "report.json"
    to_court = ("--to", "court", "--today", "2026-10-15")
    assert refused(complaint, "write", case, case, *to_court) == "letters-in-bulk"
    assert refused(complaint, "plan", folder / "none.toml") == "case-missing"
    assert refused(complaint, "plan", case, "--today", "今天") == "date-malformed"
    assert refused(complaint, "plan", case, "--today", "2026-10-01") == "case-faults"
    assert refused(complaint, "plan", case, "--report", case) == "report-not-json"
    assert refused(complaint, *letter(folder, "12315-complaint", "--max-chars", "20")) == "short-too-small"
    assert refused(complaint, *letter(folder, "12315-complaint", "--max-chars", "-1")) == "short-too-small"
    assert refused(complaint, *letter(folder, "法院")) == "channel-unknown"
    assert refused(complaint, *letter(folder, "police")) == "channel-unknown"
    (folder / "exhibits" / "订单.txt").write_text("改了", "utf-8")
    assert refused(complaint, *letter(folder, "court")) == "exhibit-changed"
    (folder / "exhibits" / "订单.txt").unlink()
    assert refused(complaint, *letter(folder, "court")) == "exhibit-missing"
    (folder / "page.txt").write_text("改了", "utf-8")
    assert refused(complaint, "plan", case, "--report", report, "--today", "2026-10-15") == "report-page-changed"


def test_follow_logs_once_and_shows_the_way(folder):
    case, today = folder / "case.toml", ("--today", "2026-10-20")
    sent = ("--channel", "platform", "--event", "sent", "--date", "2026-10-16")
    assert "日期：2026年10月23日" in run(complaint, "follow", case, *sent, *today).output
    assert "日期：2026年10月23日" in run(complaint, "follow", case, *today).output
    assert case.read_text("utf-8").count("[[log]]") == 1
    assert refused(complaint, "follow", case, *sent[:-1], "2026-10-30", *today) == "date-future"


def test_join_needs_consent(folder):
    assert refused(complaint, "join", folder / "case.toml", "--today", "2026-10-20") == "join-consent"


def test_evidence_is_added_listed_and_verified(folder):
    case = folder / "case.toml"
    (folder / "新.txt").write_text("内容", "utf-8")
    more = ("--title", "新证据", "--proves", "又一次", "--source", "微信", "--taken", "2026-10-10 08:00")
    assert "已登记为证据6" in run(evidence, "add", case, folder / "新.txt", *more).output
    assert "证据6　新证据" in run(evidence, "list", case).output
    check = ("verify", case, "--report", folder / "report.json", "--today", "2026-10-15")
    good = run(evidence, *check)
    assert good.exit_code == 0
    assert "不能证明文件从哪里来" in good.output
    (folder / "新.txt").write_text("改了", "utf-8")
    assert run(evidence, *check).exit_code == 1
    assert refused(evidence, "add", case, folder / "page.txt", "--taken", "昨天") == "date-malformed"
