from __future__ import annotations

from datetime import date

import pytest

from clause_check.complaint import data
from clause_check.complaint.asking import interview
from clause_check.complaint.store import load, title

from .worked import CASES, NAMES, TODAY

DAY = date(2026, 10, 15)


class Interrupted(Exception):
    pass


class Script:
    """Types recorded answers; a list row that was cut short is typed again from its first entry."""

    def __init__(self, typed, stop=None, start=0):
        self.typed, self.stop, self.at, self.prompts = typed, stop, start, []

    def __call__(self, prompt):
        if self.at == self.stop:
            raise Interrupted
        self.prompts.append(prompt)
        self.at += 1
        return self.typed[self.at - 1]


def silent(line):
    pass


def answers_of(name):
    return (CASES / name / "answers.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_an_interview_broken_off_anywhere_loses_nothing_and_resumes(name, tmp_path):
    typed = answers_of(name)
    straight = Script(typed)
    whole = interview(tmp_path / "whole.toml", straight, silent, TODAY[name])
    for stop in range(0, len(typed), 3):
        path = tmp_path / f"{stop}.toml"
        with pytest.raises(Interrupted):
            interview(path, Script(typed, stop), silent, TODAY[name])
        again = _where(straight.prompts, stop, _asked_next(path, TODAY[name]))
        assert interview(path, Script(typed, start=again), silent, TODAY[name]) == whole


def _asked_next(path, today):
    seen = []

    def ask(prompt):
        seen.append(prompt)
        raise Interrupted

    with pytest.raises(Interrupted):
        interview(path, ask, silent, today)
    return seen[0]


def _where(prompts, stop, prompt):
    return next(at for at in range(stop, -1, -1) if prompts[at] == prompt)


def test_an_answer_that_cannot_be_is_asked_again_and_not_written(tmp_path):
    typed = answers_of("dead-code")
    at = typed.index("2026-10-03 20:15")
    typed[at : at + 2] = ["2027-10-03", "2026-02-30", "2026-10-03 20:15", "-88", "八十八", "88"]
    said = []
    case = interview(tmp_path / "a.toml", Script(typed), said.append, DAY)
    assert str(case.order.paid) == "2026年10月3日20:15"
    assert any("2027年10月3日 在今天" in line for line in said)
    assert any("日历上不存在" in line for line in said)
    assert any("应大于 0" in line for line in said)
    assert any("不是金额" in line for line in said)


def test_more_than_was_paid_cannot_be_asked_back(tmp_path):
    typed = answers_of("dead-code")
    at = len(typed) - 1 - typed[::-1].index("88")
    typed[at:at] = ["880"]
    said = []
    assert interview(tmp_path / "a.toml", Script(typed), said.append, DAY).demand.refund == 88
    assert any("多于付款" in line for line in said)


def test_what_is_not_known_stays_empty_and_is_not_asked_again(tmp_path):
    path = tmp_path / "a.toml"
    interview(path, Script(["1", "1"] + [""] * 60), silent, DAY)
    case = load(path)
    assert case.platform.name == ""
    assert case.order.amount is None
    assert case.story.signs == ()
    assert interview(path, Script([], stop=0), silent, DAY) == case


def test_only_questions_that_fit_the_case_are_asked(tmp_path):
    minor = Script(["5", "1"] + [""] * 60)
    interview(tmp_path / "minor.toml", minor, silent, DAY)
    assert any("孩子的出生日期" in prompt for prompt in minor.prompts)
    goods = Script(["1", "1", "4"] + [""] * 60)
    interview(tmp_path / "goods.toml", goods, silent, DAY)
    assert any("哪天收到货" in prompt for prompt in goods.prompts)
    assert not any("孩子" in prompt for prompt in goods.prompts)


def test_the_kind_and_the_role_must_be_answered(tmp_path):
    said = []
    with pytest.raises(Interrupted):
        interview(tmp_path / "a.toml", Script(["", "九", "1", "", "1"], stop=5), said.append, DAY)
    assert said.count("  这一题要答，请写编号。") == 2
    assert "  请写 1 到 6 的编号。" in said


def test_every_question_has_a_place_in_the_case_and_a_name():
    for question in data.questions():
        parts = tuple(question.key.split("."))
        assert question.type == "rows" or title(parts), question.key
        for cell in question.fields:
            assert title((*parts, cell.key)), cell.key
