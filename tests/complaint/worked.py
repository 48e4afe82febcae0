"""The five worked cases of ``corpus/cases``; run as a module to write their golden texts anew."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

from clause_check.complaint import planview
from clause_check.complaint.blocks import Letter
from clause_check.complaint.casefile import Case
from clause_check.complaint.letter import write
from clause_check.complaint.plaintext import as_markdown, as_text
from clause_check.complaint.plan import plan
from clause_check.complaint.quoting import quoter
from clause_check.complaint.report import Clue, read_reports
from clause_check.complaint.store import load

CASES = Path(__file__).resolve().parents[2] / "corpus" / "cases"
CHANNELS = ("platform", "12315-complaint", "12315-report", "xiaoxie", "heimao", "court")
TODAY = {
    "dead-code": date(2026, 10, 15),
    "wrong-topup": date(2026, 10, 12),
    "banned-balance": date(2026, 10, 20),
    "auto-renewal": date(2026, 10, 16),
    "minor-topup": date(2026, 8, 20),
}
NAMES = tuple(TODAY)


def case(name: str) -> Case:
    """Return a worked case."""
    return load(CASES / name / "case.toml")


def clues(name: str) -> tuple[Clue, ...]:
    """Return the findings of its report."""
    return read_reports([CASES / name / "report.json"])


def letter(name: str, channel: str, **changes: object) -> Letter:
    """Return the letter of a worked case, some of its entries changed."""
    return write(changed(name, **changes), clues(name), channel, quoter(), TODAY[name])


def changed(name: str, **changes: object) -> Case:
    """Return a worked case with entries changed: ``demand={"other": "…"}`` changes one entry of a table."""
    tables = tomllib.loads((CASES / name / "case.toml").read_text("utf-8"))
    for entry, value in changes.items():
        tables[entry] = tables.get(entry, {}) | value if isinstance(value, dict) else value
    return Case.model_validate(tables)


def outputs(name: str) -> dict[str, str]:
    """Return every golden text of a worked case by file name."""
    held, today = case(name), TODAY[name]
    texts = {f"{channel}.txt": as_text(letter(name, channel)) for channel in CHANNELS}
    texts["12315-complaint.md"] = as_markdown(letter(name, "12315-complaint"))
    texts["plan.txt"] = planview.render(held, plan(held, clues(name), today), quoter())
    return texts


if __name__ == "__main__":
    for name in NAMES:
        for file, text in outputs(name).items():
            (CASES / name / "golden").mkdir(exist_ok=True)
            (CASES / name / "golden" / file).write_text(text, "utf-8")
