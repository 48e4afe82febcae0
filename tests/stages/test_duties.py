from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clause_check import rulebook
from clause_check.model import Report
from conftest import WriteRule

Check = Callable[..., Report]
DUTY = """
[[duty]]
id = "closing"
title = "注销账号的方式"
when = ['注册']
seen = ['注销']
operator = "platform"
cite = ["测试法/2/1"]
ask = "请核对怎样注销。"
"""
LONG = "用户可以注册账号。" + "平台依法提供服务。" * 80


@pytest.fixture(autouse=True)
def duty(folder: Path, rule: WriteRule) -> None:
    (folder / "duties.toml").write_text(DUTY, encoding="utf-8")
    rule("refund-exclusion.a", [{"regex": "概不退款"}])


def test_what_is_not_said_is_told_with_its_article(check: Check) -> None:
    assert check(LONG).missing == ("注销账号的方式（《中华人民共和国测试法》第二条）：请核对怎样注销。",)


def test_what_is_said_or_not_asked_for_is_not(check: Check) -> None:
    assert check(LONG + "用户可以申请注销。").missing == ()
    assert check(LONG.replace("注册", "使用")).missing == ()
    assert check(LONG[:100]).missing == ()


def test_only_for_whom_and_when_the_law_holds(check: Check) -> None:
    assert check(LONG, operator="shop").missing == ()
    assert check(LONG, date="2025-01-01").missing == ()


def test_running_out_of_time_is_said(check: Check, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = DUTY.replace("'注销'", "'(?:退|退退)+(?=$)不'")
    (folder / "duties.toml").write_text(slow, encoding="utf-8")
    monkeypatch.setattr(rulebook, "DEADLINE", 0.01)
    report = check(LONG + "退" * 60 + "不")
    assert report.missing == ()
    assert [u.code for u in report.unchecked] == ["duty-timeout"]
