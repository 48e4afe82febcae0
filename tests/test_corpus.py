"""Hold the shipped rules to the corpus: fair words stay silent, unfair ones are found.

What does not hold is in ``corpus/ledger.toml`` with its date and reason; an entry that no longer
reproduces fails.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from clause_check import pipeline
from clause_check.model import Document
from clause_check.pipeline import Checker

CORPUS = Path(__file__).parent.parent / "corpus"
CLAUSES = sorted((CORPUS / "clauses").glob("*.toml"))
AGREEMENTS = sorted((CORPUS / "agreements" / "text").glob("*.txt"))
LEDGER = tomllib.loads((CORPUS / "ledger.toml").read_text(encoding="utf-8"))["fault"]

Fault = tuple[str, str, str]  # case, kind, category


@pytest.fixture(scope="module")
def checker() -> Checker:
    return pipeline.load()


@pytest.fixture(scope="module")
def faults(checker: Checker) -> set[Fault]:
    found = {fault for path in CLAUSES for fault in _clause_faults(checker, path)}
    for path in AGREEMENTS:
        if path.stem.endswith("-fair"):
            found |= _wrong(checker, path.stem, path.read_text(encoding="utf-8"))
    return found


def _clause_faults(checker: Checker, path: Path) -> Iterator[Fault]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for twin in table.get("twin", ()):
        findings = checker.check(Document(twin["id"], twin["unfair"], "")).findings
        if not any(one.category in (path.stem, *twin.get("also", ())) for one in findings):
            yield twin["id"], "missed", path.stem
        yield from _wrong(checker, f"{twin['id']}~", twin["fair"])
    for trap in table.get("trap", ()):
        yield from _wrong(checker, trap["id"], trap["text"])


def _wrong(checker: Checker, case: str, text: str) -> set[Fault]:
    return {(case, "wrong", one.category) for one in checker.check(Document(case, text, "")).findings}


def _accepted() -> set[Fault]:
    return {(one["case"], one["kind"], one["category"]) for one in LEDGER}


def test_nothing_fails_but_what_the_ledger_accepts(faults: set[Fault]) -> None:
    assert faults - _accepted() == set()


def test_every_accepted_fault_still_reproduces(faults: set[Fault]) -> None:
    assert _accepted() - faults == set()


def test_every_accepted_fault_has_a_date_and_a_reason() -> None:
    assert all(isinstance(one["since"], date) and len(one["because"]) >= 6 for one in LEDGER)


@pytest.mark.parametrize("path", CLAUSES, ids=lambda path: path.stem)
def test_a_category_has_a_dozen_twins(path: Path) -> None:
    assert len(tomllib.loads(path.read_text(encoding="utf-8"))["twin"]) >= 12


@pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.stem)
def test_labels_lie_in_their_agreement(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    table = json.loads((CORPUS / "agreements" / "labels" / f"{path.stem}.json").read_text(encoding="utf-8"))
    assert all(0 <= one["start"] < one["end"] <= len(text) for one in table["labels"])
    assert ("fair" in path.stem) == (not table["labels"])
