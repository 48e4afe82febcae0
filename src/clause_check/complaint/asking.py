"""Ask what happened, one question after another; every answer is on disk before the next question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from clause_check.complaint import answers, data
from clause_check.complaint.casefile import Case
from clause_check.complaint.check import faults
from clause_check.complaint.flags import flags
from clause_check.complaint.rows import Question
from clause_check.complaint.store import append, editing, load, parse, put

Ask = Callable[[str], str]  # shows a prompt and returns the typed line
Say = Callable[[str], None]


class _Refused(Exception):
    """An answer that contradicts the others; nothing was written."""


def interview(path: Path, ask: Ask, say: Say, today: date) -> Case:
    """Ask every question that is still open and return the case; whatever ``ask`` raises loses nothing."""
    begun = path.exists()
    with editing(path):
        pass
    if begun:
        say("接着上次没答完的问。")
    while question := open_question(load(path), today):
        if question.help:
            say(question.help)
        if question.type == "rows":
            _rows(path, question, ask, say, today)
        else:
            value = _value(question, path, ask, say, today)
            say(f"  已存：{answers.shown(value, question)}")
    return load(path)


def open_question(case: Case, today: date) -> Question | None:
    """Return the first question that this case still has to answer."""
    held = flags(case, (), today)
    return next((row for row in data.questions() if row.holds(held) and not _answered(case, row)), None)


def _answered(case: Case, question: Question) -> bool:
    if question.type == "rows":
        return question.key in case.interview.done
    shape: Any = case
    for part in question.key.split("."):
        if part not in shape.model_fields_set:
            return False
        shape = getattr(shape, part)
    return True


def _value(question: Question, path: Path, ask: Ask, say: Say, today: date) -> object:
    """Ask until the answer can be read and contradicts nothing, save it and return it."""
    while True:
        try:
            value = answers.read(ask(answers.prompt(question)), question)
            _save(path, question.key, value, today)
        except (ValueError, _Refused) as error:
            say(f"  {error}")
            continue
        return value


def _save(path: Path, key: str, value: object, today: date) -> None:
    with editing(path) as document:
        before = faults(parse(document.as_string(), str(path)), today)
        put(document, key, value)
        after = faults(parse(document.as_string(), str(path)), today)
        if new := [fault for fault in after if fault not in before]:
            raise _Refused(new[0])


def _rows(path: Path, question: Question, ask: Ask, say: Say, today: date) -> None:
    """Ask for rows until an empty line; each row is saved as soon as it is whole."""
    say(question.ask)
    while row := _row(question, ask, say):
        with editing(path) as document:
            append(document, question.key, row)
            found = faults(parse(document.as_string(), str(path)), today)
        say("  已存。" + "".join(f"请核对：{fault}" for fault in found))
    with editing(path) as document:
        done = [*load(path).interview.done, question.key]
        put(document, "interview.done", done)


def _row(question: Question, ask: Ask, say: Say) -> dict[str, object]:
    row: dict[str, object] = {}
    for cell in question.fields:
        text = ask(f"  {cell.ask}")
        if not text.strip() and not row:
            return {}
        while True:
            try:
                row[cell.key] = answers.cell(text, cell)
                break
            except ValueError as error:
                say(f"  {error}")
                text = ask(f"  {cell.ask}")
    return row
