from __future__ import annotations

import pytest

from clause_check.complaint.asking import interview
from clause_check.complaint.store import load

from .worked import CASES, NAMES, TODAY, case, outputs


@pytest.mark.parametrize("name", NAMES)
def test_every_letter_and_the_plan_read_as_they_were_proof_read(name):
    golden = {path.name: path.read_text("utf-8") for path in (CASES / name / "golden").iterdir()}
    assert outputs(name) == golden


@pytest.mark.parametrize("name", NAMES)
def test_the_answers_make_the_case(name, tmp_path):
    answers = iter((CASES / name / "answers.txt").read_text("utf-8").splitlines())
    path = tmp_path / "我的投诉.toml"
    interview(path, lambda prompt: next(answers), lambda line: None, TODAY[name])
    added = {"exhibits", "clauses"}
    assert load(path).model_dump(exclude=added) == case(name).model_dump(exclude=added)
    assert next(answers, None) is None
