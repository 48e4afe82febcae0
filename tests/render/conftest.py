"""Reports that every renderer is tried on."""

from dataclasses import replace

import pytest

from clause_check.model import Cleared, Concern, Document, Facts, Report, Softening, Unchecked

from .sample import INTERPRETATION, TEXT, UNFAIR_TERMS, finding


@pytest.fixture
def report() -> Report:
    """Return a report with two findings in one sentence and one in another clause, none of them in order."""
    final = finding(
        "最终解释权归商城所有",
        rule="final-interpretation.any",
        category="final-interpretation",
        category_name="最终解释权",
        grade="void",
        title="最终解释权归经营者",
        basis=(INTERPRETATION, UNFAIR_TERMS),
        weakened_by=(Softening("限定活动", "note", "只限一次活动", "商城"),),
        cases=("某地法院案例一则",),
        fingerprint="d4e5f6",
    )
    used_up = finding(
        "余额用完即止",
        grade="conditional",
        clause="3.2",
        sentence="余额用完即止。",
        origin="第3页",
        fingerprint="0718aa",
    )
    return Report(
        document=Document(
            path="协议.txt",
            text=TEXT,
            sha256="ab" * 32,
            size=200,
            title="虚构卡券商城用户协议",
            party="虚构商城",
            concerns=(Concern("too-short", "全文不足 200 字，可能不是完整的协议。"),),
        ),
        clauses=5,
        facts=Facts(date="2021-06-01", assumed=("as", "operator")),
        findings=(used_up, final, finding("概不退换")),
        cleared=(Cleared("warranty.x", "warranty-disclaimer", "保证质量", 72, 76, 5, "有担保", "写明了担保。"),),
        unchecked=(Unchecked("timeout", "规则 a.b 在第 9 行超时，没有检查完。", "a.b", 10, 20),),
        missing=("退订的方式",),
        law_as_of="2026-11-22",
    )


@pytest.fixture
def silent(report: Report) -> Report:
    """Return the same report without anything found."""
    return replace(report, findings=(), cleared=(), unchecked=(), missing=())
