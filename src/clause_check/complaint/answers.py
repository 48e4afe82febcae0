"""Read what a person types in answer to a question, into what a case file holds."""

from __future__ import annotations

import re
import unicodedata

from clause_check.complaint.moment import parse_day, parse_moment, parse_money
from clause_check.complaint.rows import Cell, Question

YES = {"是", "有", "y", "yes", "对", "同意", "1"}
UNKNOWN = {"", "?", "？", "不知道", "不记得"}
NO = {"否", "没有", "没", "n", "no", "不", "不同意", "无", "0", "2"}


def prompt(question: Question) -> str:
    """Return the question as it is shown, its choices numbered."""
    lines = [question.ask]
    lines += [f"  {number}. {words}" for number, words in enumerate(question.choices.values(), 1)]
    if question.type == "yes":
        lines[0] += "（是/否）"
    return "\n".join(lines)


def read(typed: str, question: Question) -> object:
    """Return the value for the case file; an empty line means "not known". Raises ``ValueError`` in Chinese."""
    text = unicodedata.normalize("NFKC", typed).strip() if question.type != "text" else typed.strip()
    text = text or question.default
    if not text:
        if question.required:
            raise ValueError("这一题要答，请写编号。")
        return [] if question.type == "many" else ""
    match question.type:
        case "moment":
            return parse_moment(text).iso
        case "day":
            return parse_day(text).isoformat()
        case "money":
            return str(parse_money(text))
        case "yes":
            return _yes(text)
        case "choice":
            return _choice(text, question)
        case "many":
            return [_choice(one, question) for one in re.split(r"[,、;\s]+", text) if one]
        case "count":
            return _count(text)
    return text


def cell(typed: str, row: Cell) -> str:
    """Return one entry of a row; an empty line, and ? for a time, mean "not known"."""
    text = typed.strip()
    if row.type == "text":
        return text
    return "" if text in UNKNOWN else parse_moment(text).iso


def shown(value: object, question: Question) -> str:
    """Return an answer as it is read back."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(question.choices[one] for one in value) or "没有"
    return question.choices.get(str(value), str(value)) or "（空着）"


def _yes(text: str) -> bool:
    if text.lower() in YES:
        return True
    if text.lower() in NO:
        return False
    raise ValueError("请写“是”或“否”，不知道就直接回车。")


def _choice(text: str, question: Question) -> str:
    keys = list(question.choices)
    if text.isdecimal() and 1 <= int(text) <= len(keys):
        return keys[int(text) - 1]
    if text in keys:
        return text
    raise ValueError(f"请写 1 到 {len(keys)} 的编号。")


def _count(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= 100000:
        return int(text)
    raise ValueError("请只写数字，至少 1。")
