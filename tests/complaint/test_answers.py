from __future__ import annotations

import pytest

from clause_check.complaint import answers
from clause_check.complaint.rows import Cell, Question


def question(type_, **more):
    return Question(key="x", type=type_, ask="问", **more)


CHOICES = {"a": "甲", "b": "乙"}


@pytest.mark.parametrize(
    ("typed", "asked", "value"),
    [
        ("  原话：不退 ", question("text"), "原话：不退"),
        ("2026年10月3日 8:05", question("moment"), "2026-10-03 08:05"),
        ("2026-10-3", question("day"), "2026-10-03"),
        ("９８", question("money"), "98.00"),
        ("是", question("yes"), True),
        ("没有", question("yes"), False),
        ("", question("yes"), ""),
        ("2", question("choice", choices=CHOICES), "b"),
        ("a", question("choice", choices=CHOICES), "a"),
        ("1，2", question("many", choices=CHOICES), ["a", "b"]),
        ("", question("many", choices=CHOICES), []),
        ("", question("count", default="1"), 1),
        ("9", question("count"), 9),
    ],
)
def test_reads_an_answer(typed, asked, value):
    assert answers.read(typed, asked) == value


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("大概", question("yes")),
        ("3", question("choice", choices=CHOICES)),
        ("1,9", question("many", choices=CHOICES)),
        ("两笔", question("count")),
        ("0", question("count")),
        ("", question("choice", choices=CHOICES, required=True)),
    ],
)
def test_refuses_an_answer_it_cannot_read(typed, asked):
    with pytest.raises(ValueError, match=r"请|要答"):
        answers.read(typed, asked)


def test_a_forgotten_time_is_a_question_mark():
    when = Cell(key="at", type="moment", ask="时间")
    assert answers.cell("?", when) == ""
    assert answers.cell("2026-10-3", when) == "2026-10-03"


def test_reads_an_answer_back():
    assert answers.shown(True, question("yes")) == "是"
    assert answers.shown("b", question("choice", choices=CHOICES)) == "乙"
    assert answers.shown(["a", "b"], question("many", choices=CHOICES)) == "甲、乙"
    assert answers.shown([], question("many", choices=CHOICES)) == "没有"
    assert answers.shown("", question("text")) == "（空着）"


def test_a_prompt_numbers_its_choices():
    assert answers.prompt(question("choice", choices=CHOICES)) == "问\n  1. 甲\n  2. 乙"
    assert answers.prompt(question("yes")) == "问（是/否）"
