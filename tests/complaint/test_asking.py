from __future__ import annotations

from datetime import date

import pytest

from clause_check.complaint import data
from clause_check.complaint.asking import interview
from clause_check.complaint.store import load

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
    for stop in range(len(typed)):
        path = tmp_path / f"{stop}.toml"
        with pytest.raises(Interrupted):
            interview(path, Script(typed, stop), silent, TODAY[name])
