from __future__ import annotations

import pytest

from clause_check.folding.marks import fold, undodge


@pytest.mark.parametrize("text", ["不*退", "概^不", "不|退款", "退·款", "不-退-款", "不.退.款", "一/律/不/退"])
def test_dodging_signs_become_invisible(text: str) -> None:
    folded = undodge(text)
    assert len(folded) == len(text)
    assert folded.replace("\u200b", "").isalpha()


@pytest.mark.parametrize(
    "text",
    [
        "价格-数量",
        "首页|登录",
        "省/市/区",
        "听、说、读",
        "托尔斯泰·列夫",
        "5*8",
        "A*B",
        "周一~周五",
        "第一.甲",
        "*说明",
    ],
)
def test_honest_signs_stay(text: str) -> None:
    assert undodge(text) == text


def test_a_run_that_stays_is_none() -> None:
    assert fold(".", "1", "5", False) is None
    assert fold(":", "p", "/", False) is None


def test_a_run_folds_by_its_neighbours() -> None:
    assert fold(", ", "退", "如", False) == ((0, "，"),)
    assert fold(" ", "退", "款", False) == ()
    assert fold(" \t ", "a", "b", False) == ((0, " "),)
    assert fold('"', "退", "款", True) == ((0, "”"),)
    assert fold("...", "退", "款", False) is None
