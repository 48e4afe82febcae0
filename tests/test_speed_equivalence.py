"""The prefilter only saves time: with it and without it the same is found."""

from __future__ import annotations

import re
import socket
import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clause_check import datafiles
from clause_check.model import Document
from clause_check.packfile import Store
from clause_check.pipeline import Checker
from clause_check.rulebook import Rulebook
from clause_check.rulepack import build
from clause_check.stages.match import match
from clause_check.stages.normalise import normalise, resolve_names
from clause_check.stages.segment import segment
from fuzz.target import PIECES, run, text_holds

EVERY = 40  # of the examples and corpus texts one in so many is tried: the plain loop is slow


class Everything:
    """A matcher without a prefilter: every pattern on every sentence."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    def units(self, text: str) -> list[tuple[int, int, list[int]]]:
        everything = list(range(len(self.rulebook.rows)))
        return [(*found.span(), everything) for found in re.finditer("[^。；！？\n]+", text)]  # type: ignore[misc]


@cache
def shipped() -> tuple[Checker, tuple[str, ...]]:
    """Return the checker of the shipped rules, and the texts of their examples and of the corpus."""
    pack, folder = build(datafiles.patterns())
    texts = [example.text for _, rule in folder.rules for example in rule.example]
    for path in sorted(datafiles.clauses().glob("*.toml")):
        for twin in tomllib.loads(path.read_text("utf-8")).get("twin", []):
            texts += [twin["unfair"], twin["fair"]]
    return Checker(Rulebook(pack, Store(pack["sources"]))), tuple(texts)


def same(checker: Checker, text: str) -> None:
    document = Document("a.txt", text, "")
    clauses = segment(document)
    plain = normalise(document, clauses, resolve_names(document))
    everything: object = Everything(checker.rulebook)
    assert match(plain, clauses, checker.matcher) == match(plain, clauses, everything)  # type: ignore[arg-type]


def test_prefilter_loses_nothing_in_examples_and_corpus() -> None:
    checker, texts = shipped()
    same(checker, "\n".join(texts[::EVERY]))
    same(
        checker,
        "有下列情形之一的,平台不承担任何责任:\n" + "\n".join(f"({n}){t}" for n, t in enumerate(texts[1::40], 1)),
    )


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_prefilter_loses_nothing_in_generated_text(data: st.DataObject) -> None:
    checker, texts = shipped()
    cuts = [data.draw(st.sampled_from(texts)) for _ in range(2)]
    middle = "".join(data.draw(st.lists(st.sampled_from(PIECES), max_size=8)))
    same(checker, cuts[0][: data.draw(st.integers(0, 40))] + middle + cuts[1][data.draw(st.integers(0, 20)) :])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80))
def test_any_text_keeps_every_character_and_quotes_itself(text: str) -> None:
    text_holds(shipped()[0], text)


def test_a_share_of_the_fuzzing() -> None:
    assert run(shipped()[0], 512, 1, 60) == 512


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_full_width_and_blanks_change_no_finding(data: st.DataObject) -> None:
    checker, texts = shipped()
    text = data.draw(st.sampled_from(texts))
    at = data.draw(st.integers(1, max(1, len(text) - 1)))
    han = all("\u4e00" <= one <= "\u9fff" for one in text[at - 1 : at + 1])
    changed = text[:at] + data.draw(st.sampled_from([" ", "\u200b", "\u3000"])) + text[at:] if han else text
    prints = [sorted(f.fingerprint for f in checker.check(Document("a", one, "")).findings) for one in (text, changed)]
    assert prints[0] == prints[1]


def test_a_scan_opens_no_socket_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from clause_check.pipeline import load

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a scan opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setenv("CLAUSE_CHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    load().check(Document("a.txt", "本平台概不退款。", ""))
    written = {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*")}
    assert written <= {"cache"}
