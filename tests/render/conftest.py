"""A small report, written by hand, that every renderer is tried on."""

from dataclasses import replace

import pytest

from clause_check.model import (
    Citation,
    Cleared,
    Concern,
    Document,
    Facts,
    Finding,
    Report,
    Softening,
    Unchecked,
)

TEXT = """虚构卡券商城用户协议
第三条 退款
3.1 卡密一经发出，概不退换，最终解释权归商城所有。
3.2 余额用完即止。
3.3 商城保证质量。
"""

UNFAIR_TERMS = Citation(
    cite="消保法/26/2",
    law="《中华人民共和国消费者权益保护法》",
    article="第二十六条第二款",
    text="经营者不得以格式条款作出对消费者不公平、不合理的规定。",
    number="主席令第七号",
    in_force_from="2014-03-15",
    applies="自用的消费者",
)
INTERPRETATION = Citation(
    cite="网消规定/1/1/3",
    law="《网络消费规定》",
    article="第一条第三项",
    text="电子商务经营者享有单方解释权或者最终解释权",
    number="法释〔2022〕8号",
    in_force_from="2022-03-15",
    applies="电子商务经营者",
    later=True,
    verified="来源待核",
)
PENALTY = Citation(
    cite="消保条例/50/1",
    law="《消保条例》",
    article="第五十条第一款",
    text="由市场监督管理部门责令改正，可以并处罚款。",
    number="国务院令第778号",
    in_force_from="2024-07-01",
    applies="",
    role="penalty",
)


def finding(quote: str, **words: object) -> Finding:
    """Return a finding on ``quote`` where it first stands in ``TEXT``."""
    start = TEXT.index(quote)
    line_start = TEXT.rindex("\n", 0, start) + 1
    base = Finding(
        rule="refund-exclusion.blanket",
        category="refund-exclusion",
        category_name="排除退换退款",
        grade="unfair",
        title="一概不退不换",
        quote=quote,
        start=start,
        end=start + len(quote),
        line=TEXT.count("\n", 0, start) + 1,
        column=start - line_start + 1,
        clause="3.1",
        heading="退款",
        sentence="卡密一经发出，概不退换，最终解释权归商城所有。",
        basis=(UNFAIR_TERMS, PENALTY),
        what="卡密无效、错发也不退。",
        why="排除了商品不符时退货的权利。",
        defence="商城会说数字商品不退；但无效的卡密是没有履行。",
        ask="退还货款。",
        fingerprint="a1b2c3",
    )
    return replace(base, **words)  # type: ignore[arg-type]


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
