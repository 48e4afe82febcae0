"""Findings stay the same when a text is written another way: full width, traditional, with blanks inside."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from clause_check import datafiles, folding, pipeline
from clause_check.model import Document, Report
from clause_check.pipeline import Checker
from clause_check.samples import clauses

CORPUS = Path(__file__).parent.parent / "corpus" / "agreements" / "text"
FOULEST = sorted(CORPUS.glob("*-foul.txt"))
SIMPLIFIED = Path(str(folding.__path__[0])) / "simplified.txt"
HAN = re.compile("(?<=[一-鿿])(?=[一-鿿])")


@pytest.fixture(scope="module")
def checker() -> Checker:
    return pipeline.load(datafiles.patterns())


def traditional(text: str) -> str:
    old, new = SIMPLIFIED.read_text("utf-8").splitlines()
    return text.translate({ord(plain): written for written, plain in zip(old, new, strict=True)})


def full_width(text: str) -> str:
    return re.sub("[0-9A-Za-z%]", lambda found: chr(ord(found[0]) + 0xFEE0), text)


def dodged(text: str, signs: list[str]) -> str:
    chance = random.Random(len(text))
    return HAN.sub(lambda _: chance.choice(["", "", "", *signs]), text)


def told(report: Report) -> list[tuple[str, str | None, str]]:
    return [(f.rule, f.grade, re.sub("[ \u3000\u200b\ufeff]", "", f.quote)) for f in report.findings]


def places(report: Report) -> list[tuple[str, str | None, int, int]]:
    return [(f.rule, f.grade, f.start, f.end) for f in report.findings]


@pytest.mark.parametrize("path", FOULEST, ids=lambda path: path.stem)
@pytest.mark.parametrize("write", [traditional, full_width])
def test_other_characters_change_nothing(checker: Checker, path: Path, write: Callable[[str], str]) -> None:
    text = path.read_text("utf-8")
    other = write(text)
    assert places(checker.check(Document("a", other, ""))) == places(checker.check(Document("a", text, "")))


@pytest.mark.parametrize("path", FOULEST, ids=lambda path: path.stem)
def test_invisible_signs_change_nothing(checker: Checker, path: Path) -> None:
    text = path.read_text("utf-8")
    other = checker.check(Document("a", dodged(text, ["\u200b", "\ufeff"]), ""))
    assert told(other) == told(checker.check(Document("a", text, "")))


def test_blanks_inside_words_change_nothing(checker: Checker) -> None:
    """Not where a name is introduced: there a blank separates it from the next word."""
    for text in [sample.text for sample in clauses(datafiles.clauses())][::4]:
        other = checker.check(Document("a", dodged(text, [" ", "\u3000"]), ""))
        assert told(other) == told(checker.check(Document("a", text, ""))), text
