from __future__ import annotations

import pytest

from clause_check.batch.score import CATEGORY_WEIGHTS, FORMULA, GRADE_WEIGHTS, LIMITS, formula, score, weight
from clause_check.model import GRADES


def test_a_score_is_the_weight_of_the_clauses_per_ten_thousand_characters() -> None:
    clauses = [
        ("liability-cap", "unfair", 2),
        ("injury-fault-exclusion", "void", 1),
        ("deemed-notice", "conditional", 4),
    ]
    assert score(clauses, 20_000) == round((2 * 3 + 1.5 * 5 + 4 * 0.5) / 2, 1)
    assert score([], 20_000) == 0


def test_without_a_comparable_text_there_is_no_score() -> None:
    assert score([("liability-cap", "unfair", 2)], 0) is None


def test_weights_fall_with_the_grade() -> None:
    weights = [weight("liability-cap", grade) for grade in GRADES]
    assert weights == sorted(weights, reverse=True)
    assert set(GRADE_WEIGHTS) == set(GRADES)


def test_the_formula_names_every_weight() -> None:
    names = {key: key for key in CATEGORY_WEIGHTS}
    words = formula(names)
    assert all(f"「{key}」" in words for key in CATEGORY_WEIGHTS)
    assert all(f"{value:g}" in words for value in (*GRADE_WEIGHTS.values(), *CATEGORY_WEIGHTS.values()))
    assert "「" not in formula({})


@pytest.mark.parametrize("word", ["违法", "无效", "黑心", "最差"])
def test_no_verdict(word: str) -> None:
    assert word not in FORMULA + LIMITS
