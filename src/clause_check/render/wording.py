"""What every written report says in the tool's own voice, in Chinese.

The tool never calls a clause void or illegal; it names the grade, the assumption and what it has not looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from clause_check.model import GRADE_WORDS, GRADES, Citation, Facts, Finding, Report

TITLE = "条款体检报告"
SUMMARY = "体检概要"
CLEARED = "因例外而未列为问题的文字"
UNCHECKED = "没有检查到的"
MISSING = "本文本中未见"
ARTICLES = "法条原文"
NO_FINDINGS = "未命中规则，不等于没有问题。"
NOT_COVERED = (
    "规则只认得常见写法，没有命中的条款仍可能不公平。",
    "只看了这份文本：页面弹窗、勾选提示、链接到的其他规则和实际履行情况都没有看。",
)
GRADE_NOTES: dict[str, str] = {
    "void": "文字与法律、行政法规或司法解释明文列举的情形一致；是否无效由法院或仲裁机构认定",
    "unfair": "文字涉嫌排除、限制用户权利或减免经营者责任；是否成立要结合全文和履行情况",
    "conditional": "取决于文本以外的事实，需核实后再主张",
}
MISSING_NOTE = "下列法律要求告知的内容，本文本中未见；可能写在别处，未见不等于没有履行。"
ALIKE = "措辞与已知问题条款相近，建议人工查看"
ALIKE_NOTE = "这些句子没有命中规则，不是发现，不要写进投诉。"
LAW_NOTE = "法条核对至 {date}，此后的修改未计入。"
ADVICE_NOTE = (
    "本报告由程序按规则逐条比对生成，不是法律意见。条款效力只能由法院或仲裁机构认定；"
    "市场监管部门（12315）可以调解、责令改正和处罚，不认定民事效力。"
)
ASSUMED = "默认假定"
ASSUMED_NOTE = "标「默认假定」的没有人说明，换成实际情况后依据可能不同。"
LATER = "合同订立后才施行"

_USERS = {"consumer": "消费者（为生活消费需要）", "merchant": "商户（为经营需要）"}
_OPERATORS = {"platform": "平台经营者", "shop": "独立店铺（自己销售）", "unknown": "不清楚是平台还是独立店铺"}


def fact_lines(facts: Facts) -> list[tuple[str, str, bool]]:
    """Return (name, value, assumed) for the user's side, the operator and the date of the contract."""
    return [
        ("用户身份", _USERS[facts.user], "as" in facts.assumed),
        ("对方身份", _OPERATORS[facts.operator], "operator" in facts.assumed),
        ("合同订立", facts.date or "日期未说明，按现行法律", "date" in facts.assumed),
    ]


def document_lines(report: Report) -> list[tuple[str, str]]:
    """Return (name, value) for what was read; what the agreement does not state is left out."""
    document = report.document
    lines = [
        ("文件", document.path),
        ("标题", document.title),
        ("经营者", document.party),
        ("版本", document.version),
        ("生效日期", document.effective),
        ("篇幅", f"{len(document.text)} 字符，{report.clauses} 条"),
        ("SHA-256", document.sha256),
    ]
    return [(name, value) for name, value in lines if value]


def count_line(findings: Sequence[Finding]) -> str:
    """Return how many findings there are, in all and by grade."""
    if not findings:
        return NO_FINDINGS
    counts = Counter(finding.grade for finding in findings)
    parts = [f"{GRADE_WORDS[grade]} {counts[grade]} 处" for grade in GRADES if counts[grade]]
    return f"共 {len(findings)} 处：" + "、".join(parts)


def place(finding: Finding) -> str:
    """Return where the finding stands: line, column and the reader's own place."""
    where = f"第 {finding.line} 行第 {finding.column} 列"
    return f"{where}，{finding.origin}" if finding.origin else where


def clause_name(finding: Finding) -> str:
    """Return the agreement's own number and the heading above it."""
    if not finding.clause:
        return finding.heading or "无编号条款"
    if finding.heading and finding.heading not in finding.clause:
        return f"{finding.clause}（{finding.heading}）"
    return finding.clause


def source(citation: Citation) -> str:
    """Return the law, the article and, in brackets, document number, date in force; then the marks."""
    parts = [citation.number, f"{citation.in_force_from}起施行" if citation.in_force_from else ""]
    inside = "，".join(part for part in parts if part)
    return f"{citation.law}{citation.article}" + (f"（{inside}）" if inside else "") + _marks(citation)


def short_source(citation: Citation) -> str:
    """Return the law and the article with the marks, for an article whose details stand elsewhere."""
    return f"{citation.law}{citation.article}{_marks(citation)}"


def _marks(citation: Citation) -> str:
    return "".join(f"【{mark}】" for mark in (LATER if citation.later else "", citation.verified) if mark)


def end_lines(report: Report) -> list[str]:
    """Return the closing sentences: the law's date and what this report is not."""
    law = [LAW_NOTE.format(date=report.law_as_of)] if report.law_as_of else []
    return [*law, ADVICE_NOTE]


def sections(report: Report, *, show_cleared: bool) -> list[tuple[str, str, list[str]]]:
    """Return (title, note, rows) of what follows the findings; silence is never clean, so one is always there."""
    cleared = [
        f"第 {one.line} 行「{one.quote}」（{one.rule}）：{one.by}。{one.because}"
        for one in (report.cleared if show_cleared else ())
    ]
    note = "" if show_cleared else f"有 {len(report.cleared)} 处，用 --show-cleared 可以看到。"
    gaps = [*(unchecked.message for unchecked in report.unchecked), *NOT_COVERED]
    found = [(CLEARED, note, cleared)] if report.cleared else []
    found += [(MISSING, MISSING_NOTE, list(report.missing))] if report.missing else []
    found += [(ALIKE, ALIKE_NOTE, list(report.suggestions))] if report.suggestions else []
    return [*found, (UNCHECKED, "", gaps)]


_HIDDEN = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"} | {0x7F: 0x2421}
_HIDDEN |= dict.fromkeys(map(ord, "\r\v\f"), 0x20)
_HIDDEN |= dict.fromkeys([*range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F)], 0xFFFD)
_HIDDEN |= dict.fromkeys([*range(0x2066, 0x206A), *range(0xD800, 0xE000)], 0xFFFD)


def visible(text: str) -> str:
    """Return hostile text made harmless to a screen: control and direction characters get a visible stand-in.

    The length stays the same, so offsets into ``text`` remain right.
    """
    return text.translate(_HIDDEN)
