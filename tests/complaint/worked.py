"""The five worked cases of ``corpus/cases``.

Run as a module to write their golden texts anew, with ``--scan`` their reports first, by the rules as they are now;
then read every letter as the official who receives it.
"""

from __future__ import annotations

import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Literal

from clause_check.complaint import planview
from clause_check.complaint.blocks import Letter
from clause_check.complaint.casefile import Case
from clause_check.complaint.letter import write
from clause_check.complaint.plaintext import as_markdown, as_text
from clause_check.complaint.plan import plan
from clause_check.complaint.quoting import quoter
from clause_check.complaint.report import Clue, read_reports
from clause_check.complaint.store import load
from clause_check.model import Facts

CASES = Path(__file__).resolve().parents[2] / "corpus" / "cases"
CHANNELS = ("platform", "12315-complaint", "12315-report", "xiaoxie", "heimao", "court")
TODAY = {
    "dead-code": date(2026, 10, 15),
    "wrong-topup": date(2026, 10, 12),
    "banned-balance": date(2026, 10, 20),
    "auto-renewal": date(2026, 10, 16),
    "minor-topup": date(2026, 8, 20),
}
FACTS: dict[str, tuple[Literal["platform", "shop"], str]] = {
    "dead-code": ("platform", "2026-10-03"),
    "wrong-topup": ("shop", "2026-09-18"),
    "banned-balance": ("platform", "2026-06-10"),
    "auto-renewal": ("shop", "2026-09-08"),
    "minor-topup": ("shop", "2026-08-02"),
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


def scan(name: str) -> str:
    """Return the report on the page of a worked case by the rules as they are now."""
    from clause_check import pipeline
    from clause_check.render import jsonout
    from clause_check.stages.read import load as load_bytes
    from clause_check.stages.read import read

    operator, day = FACTS[name]
    (document,) = read(load_bytes(CASES / name / "page.txt"), "page.txt")
    return jsonout.render([pipeline.load().check(document, Facts("consumer", operator, day))])


def rewrite(*, reports: bool) -> None:
    """Write the golden texts anew, the reports too when asked."""
    for name in NAMES:
        if reports:
            (CASES / name / "report.json").write_text(scan(name), "utf-8")
        for file, text in outputs(name).items():
            (CASES / name / "golden" / file).write_text(text, "utf-8")


if __name__ == "__main__":
    rewrite(reports="--scan" in sys.argv)
