"""How densely a platform's texts are set with questionable clauses: the formula, its weights and its limits.

A score counts words on paper. It is no verdict on a platform: only courts and arbitrators void a clause, and
how a platform acts is not in its texts.
"""

from __future__ import annotations

from collections.abc import Iterable

from clause_check.batch.rows import LEAST
from clause_check.model import GRADE_WORDS, GRADES

PER = 10_000  # Chinese characters
# A clause in the words of a statute's own list weighs most; one that hangs on facts outside the text, least.
GRADE_WEIGHTS: dict[str, float] = {"void": 5, "unfair": 3, "conditional": 1}
# Life and health, minors, personal information and the way to court: what money does not make good (民法典 506,
# 1034; 未保法; 消保法 24). Below 1: terms about notice and acknowledgment, which take away nothing by themselves.
CATEGORY_WEIGHTS: dict[str, float] = {
    "injury-fault-exclusion": 1.5,
    "minor-exclusion": 1.5,
    "privacy-overreach": 1.5,
    "remedy-waiver": 1.5,
    "self-certification": 0.5,
    "deemed-notice": 0.5,
}
FORMULA = (
    "分数 = Σ（定性权重 × 类别权重 × 条数）÷ 可比文本的汉字数 × 10000。"
    f"定性权重：{'、'.join(f'{GRADE_WORDS[grade]} {GRADE_WEIGHTS[grade]:g}' for grade in GRADES)}。"
    "类别权重：{heavy}为 1.5，{light}为 0.5，其余为 1。"
    "同一份文本里字句相同（不计数字、标点、平台名）的条款只计一次。"
)
LIMITS = (
    "分数只表示文本里可疑条款的疏密，不是对平台的评价，也不是法律结论：条款效力只能由法院或仲裁机构认定，"
    "平台实际怎么做不在文本里。规则没有认出的条款没有计入。"
    f"「不可比」的文本不计分：不足 {LEAST} 字、不像协议、没有读全或有未能检查的部分。"
)


def weight(category: str, grade: str) -> float:
    """Return what one clause counts."""
    return GRADE_WEIGHTS[grade] * CATEGORY_WEIGHTS.get(category, 1)


def score(clauses: Iterable[tuple[str, str, int]], han: int) -> float | None:
    """Return the score of (category, grade, number of different clauses) in ``han`` Chinese characters.

    None when there is nothing comparable.
    """
    if not han:
        return None
    return round(sum(weight(category, grade) * count for category, grade, count in clauses) / han * PER, 1)


def formula(names: dict[str, str]) -> str:
    """Return the formula in Chinese; ``names`` are those of the categories, one without is left out."""
    heavy, light = (
        "".join(f"「{names[key]}」" for key, value in CATEGORY_WEIGHTS.items() if (value > 1) == above and key in names)
        for above in (True, False)
    )
    return FORMULA.format(heavy=heavy or "无", light=light or "无")
