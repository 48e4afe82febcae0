"""What a law suit over a sum costs, and whether it may be a small claim: formulas, no provincial figures."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from clause_check.complaint import data
from clause_check.complaint.casefile import Case
from clause_check.complaint.moment import yuan
from clause_check.complaint.quoting import Quoter, one_line

CENT = Decimal("0.01")


def fee(amount: Decimal) -> Decimal | None:
    """Return the court fee for a claim in yuan; None above the bands that are held."""
    for band in data.court().band:
        if amount <= band.up_to:
            whole = band.base + max(amount - band.above, Decimal(0)) * band.rate
            return whole.quantize(CENT, ROUND_HALF_UP)
    return None


def court_notes(case: Case, law: Quoter) -> list[str]:
    """Return in Chinese what a suit over the demand costs and when it is a small claim."""
    amount = case.demand.refund or case.order.amount
    row = data.court()
    small = law.quote(row.small_claims)
    notes = [f"小额诉讼看标的额：{small.name}「{one_line(small.text)}」。当地的年平均工资请查统计部门公布的数。"]
    if amount is None:
        return notes
    whole = fee(amount)
    if whole is None:
        return [*notes, f"诉讼标的 {yuan(amount)} 超过本工具收录的分段，诉讼费请问立案窗口。"]
    half = (whole / 2).quantize(CENT, ROUND_HALF_UP)
    text = f"诉讼标的 {yuan(amount)}，案件受理费按公式约 {yuan(whole)}；"
    return [*notes, text + f"适用简易程序（含小额诉讼）减半，约 {yuan(half)}。先由原告预交，由败诉方负担。"]
