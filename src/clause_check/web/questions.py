"""Put the case questions into a form, and read the answers back."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import FormData

from clause_check.complaint import answers
from clause_check.complaint.casefile import Case
from clause_check.complaint.rows import Question
from clause_check.render.markup import attributes, escape, tag
from clause_check.web.forms import word, words
from clause_check.web.shell import field, radios

LONG = ("story.promised", "story.gist", "minor.signs", "demand.other")
UNKNOWN = "不清楚"
YES = {"是": "是", "否": "否", "": UNKNOWN}
SPARE = 2  # empty rows after those that are written
TERMINAL = (("写编号，用逗号隔开", "可多选"), ("直接回车", "留空"), ("先回车", "先留空"), ("就回车", "留空"))
MORE = (("回车", "留空"), ("只保存在这个文件里", "只留在本页"), ("请写编号", "请选一个"))
COMMANDS = (
    ("用 evidence verify 再核一遍。", "交出去之前，请再逐件核对一遍。"),
    ("网页另存后用 clause-check scan 体检，报告里记有 SHA-256", "把网页另存，再放到本页体检，报告里记有 SHA-256"),
    ("先用 clause-check scan 体检协议", "先在本页体检协议"),
)

Answers = tuple[dict[str, object], dict[str, list[dict[str, object]]], list[str]]


def ask(question: Question, case: Case, *, asked: bool) -> str:
    """Return the field of a question, filled with what the case says; a default is no answer until it was asked."""
    value = _held(case, question.key)
    label, hint = on_page(question.ask), on_page(question.help)
    match question.type:
        case "choice":
            if question.required:
                return radios(question.key, label, question.choices, value if asked else None, required=True)
            return radios(question.key, label, {**question.choices, "": UNKNOWN}, value or "")
        case "yes":
            return radios(question.key, label + hint, YES, {True: "是", False: "否"}.get(value, ""))
        case "many":
            return _boxes(question, label, value)
        case "rows":
            return _rows(question, label, value)
    shown = _text(value) or question.default
    if question.key in LONG:
        area = tag("textarea", escape(shown), id=question.key, name=question.key, rows="3")
        return tag("div", tag("label", escape(label), for_=question.key) + area, class_="field")
    return field(question.key, label, shown, hint)


def read(form: FormData, questions: list[Question]) -> Answers:
    """Return the answers by key, the rows by key, and in Chinese what cannot be read."""
    values: dict[str, object] = {}
    rows: dict[str, list[dict[str, object]]] = {}
    faults: list[str] = []
    for question in questions:
        try:
            if question.type == "rows":
                rows[question.key] = _read_rows(form, question)
            else:
                typed = ",".join(words(form, question.key)) if question.type == "many" else word(form, question.key)
                values[question.key] = answers.read(typed, question)
        except ValueError as error:
            faults.append(f"{on_page(question.ask)} {on_page(str(error))}")
    return values, rows, faults


def on_page(text: str) -> str:
    """Return a question in the words of a page: no Enter key, no numbers to type."""
    for terminal, page in (*TERMINAL, *MORE):
        text = text.replace(terminal, page)
    return text


def no_commands(text: str) -> str:
    """Return evidence advice or a plan without the commands of a terminal."""
    for command, page in COMMANDS:
        text = text.replace(command, page)
    return text


def _held(case: Case, key: str) -> Any:
    value: Any = case
    for part in key.split("."):
        value = getattr(value, part)
    return value


def _text(value: Any) -> str:
    return "" if value is None else str(getattr(value, "iso", value))


def _boxes(question: Question, label: str, chosen: tuple[str, ...]) -> str:
    boxes = []
    for key, name in question.choices.items():
        box = attributes(type="checkbox", name=question.key, value=key) + (" checked" if key in chosen else "")
        boxes.append(tag("label", f"<input{box}> {escape(name)}"))
    return tag("fieldset", tag("legend", escape(label)) + "".join(boxes))


def _rows(question: Question, label: str, held: tuple[Any, ...]) -> str:
    lines = []
    for number in range(len(held) + SPARE):
        row = held[number] if number < len(held) else None
        cells = "".join(
            field(f"{question.key}.{number}.{cell.key}", on_page(cell.ask), _text(getattr(row, cell.key, None)))
            for cell in question.fields
        )
        lines.append(tag("fieldset", tag("legend", f"第 {number + 1} 条") + cells, class_="row"))
    note = tag("p", "空着的不算。写满了先保存，就会多出几条空的。", class_="note")
    return tag("fieldset", tag("legend", escape(label)) + note + "".join(lines))


def _read_rows(form: FormData, question: Question) -> list[dict[str, object]]:
    rows = []
    for number in range(sum(1 for name in form if name.startswith(f"{question.key}."))):
        typed = {cell.key: word(form, f"{question.key}.{number}.{cell.key}") for cell in question.fields}
        if any(text.strip() for text in typed.values()):
            row: dict[str, object] = {cell.key: answers.cell(typed[cell.key], cell) for cell in question.fields}
            rows.append(row)
    return rows
