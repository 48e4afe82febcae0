from __future__ import annotations

import pytest

from clause_check.readers.script import holds_template, literals, unescape


@pytest.mark.parametrize(
    ("literal", "value"),
    [
        (r"\u534f\u8bae", "协议"),
        (r"\ud83d\ude00", "😀"),
        (r"\u{1F600}", "😀"),
        (r"\x41\n\t\/\"", 'A\n\t/"'),
        (
            r"一\
行",
            "一行",
        ),
        ("不变", "不变"),
    ],
)
def test_unescape(literal: str, value: str) -> None:
    assert unescape(literal) == value


def test_literals_of_all_quotes_in_order() -> None:
    clause = "用户充值以后，本平台不予退还账户里的余额，用户应当事先知晓并且同意。"
    script = f"a='{clause}甲。'; b=\"{clause}乙。\"; c=`{clause}\n{clause}丙。`; d='{clause * 2}丁。'; e='请输入密码'"
    assert [text[-2] for text in literals(script)] == ["甲", "乙", "丙", "丁"]


def test_a_regex_of_quotes_cannot_be_drawn_out() -> None:
    assert literals('"' + "\\" * 20_001 + "用户" * 10) == []


@pytest.mark.parametrize(
    ("kind", "held"), [("text/x-template", True), ("text/html", True), ("module", False), ("", False)]
)
def test_template_types(kind: str, held: bool) -> None:
    assert holds_template(kind) is held
