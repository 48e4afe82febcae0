"""Print how fast the checker is, as ratios measured side by side in one run.

``python bench/engine.py [--rounds 5] [--patterns FOLDER]``. Hyperscan is measured when it is installed.
Each round times every contender once, in turn; the figures are medians of the rounds.
"""

from __future__ import annotations

import argparse
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

import regex

from clause_check import datafiles
from clause_check.model import Document
from clause_check.packfile import Store
from clause_check.packindex import index
from clause_check.pipeline import Checker
from clause_check.rulebook import Rulebook
from clause_check.rulepack import build
from clause_check.stages.match import Matcher
from clause_check.stages.normalise import normalise, resolve_names
from clause_check.stages.segment import segment
from engines import Hyperscan, PlainLoop, whole_text_loop

ROOT = Path(__file__).parent.parent
Job = Callable[[], object]
LENGTH = 22_000  # characters of an ordinary agreement
HOSTILE = 200_000  # characters of a hostile text


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--patterns", type=Path, default=datafiles.patterns())
    chosen = parser.parse_args()
    pack, _ = build(chosen.patterns)
    checker = Checker(Rulebook(pack, Store(pack["sources"])))
    texts = agreements()
    print(
        f"{platform.python_implementation()} {platform.python_version()}, regex {regex.__version__}, "
        f"{platform.machine()}; {len(checker.rulebook.rules)} rules, {len(checker.rulebook.patterns)} patterns, "
        f"{len(texts)} texts, {sum(map(len, texts)):,} characters, {chosen.rounds} rounds"
    )
    engines(checker, pack, texts, chosen.rounds)
    hostile(checker, texts, chosen.rounds)
    worst(checker, texts)
    startup(texts, chosen.patterns, chosen.rounds)
    memory(chosen.patterns)


def agreements() -> list[str]:
    """Return the corpus's own agreements, and its clauses joined to texts of agreement length."""
    found = [path.read_text("utf-8") for path in sorted((ROOT / "corpus").rglob("*.txt")) if "golden" not in path.parts]
    clauses: list[str] = []
    for path in sorted((ROOT / "corpus" / "clauses").glob("*.toml")):
        for twin in tomllib.loads(path.read_text("utf-8"))["twin"]:
            clauses += [twin["unfair"], twin["fair"]]
    joined, part = [], 200
    for at in range(0, len(clauses), part):
        joined.append("\n".join(f"{n}. {one}" for n, one in enumerate(clauses[at : at + part], 1)))
    return [text for text in found if len(text) > 500] + joined


def medians(jobs: dict[str, Job], rounds: int) -> dict[str, float]:
    """Return the median seconds of each job; the jobs take turns."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            start = time.perf_counter()
            job()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(values) for name, values in times.items()}


def engines(checker: Checker, pack: dict[str, Any], texts: list[str], rounds: int) -> None:
    """Print the checker beside the plain loops, Hyperscan, the bare automaton and three times the rules."""
    documents = [Document("a.txt", text, "") for text in texts]
    contenders = {"check()": checker, "plain loop": with_matcher(checker, PlainLoop)}
    try:
        contenders["hyperscan literals + verify"] = with_matcher(checker, Hyperscan)
    except ImportError:
        print("hyperscan is not installed: left out")
    contenders["check(), 3 x the rules"] = tripled(pack)
    reports = {name: [one.check(d) for d in documents] for name, one in contenders.items()}
    for name, found in reports.items():
        if "3 x" not in name:
            assert [(r.findings, r.cleared) for r in found] == [(r.findings, r.cleared) for r in reports["check()"]], (
                name
            )
    plains = [normalise(d, segment(d), resolve_names(d)).text for d in documents]
    jobs: dict[str, Job] = {name: partial(checked, one, documents) for name, one in contenders.items()}
    jobs["re loop, whole texts"] = lambda: whole_text_loop(checker.rulebook, plains)
    automaton = checker.matcher.automaton
    jobs["bare automaton"] = lambda: [automaton.find_matches_as_indexes(t, overlapping=True) for t in plains]
    jobs["segment + normalise"] = lambda: [normalise(d, segment(d), resolve_names(d)) for d in documents]
    whole_text_loop(checker.rulebook, plains[:1])
    table("contender", medians(jobs, rounds), "check()", sum(map(len, texts)))


def checked(checker: Checker, documents: list[Document]) -> None:
    """Check all documents."""
    for document in documents:
        checker.check(document)


def with_matcher(checker: Checker, kind: type[Matcher]) -> Checker:
    """Return a checker that finds its candidates another way."""
    other = Checker(checker.rulebook)
    other.matcher = kind(checker.rulebook)
    return other


def tripled(pack: dict[str, Any]) -> Checker:
    """Return a checker with each pattern thrice: twice with one character of every literal renamed."""
    more = deepcopy(pack)
    for mark in "\ue000\ue001":
        for one in pack["patterns"]:
            sets = []
            for number in one["needs"]:
                more["sets"].append([literal[:-1] + mark for literal in pack["sets"][number]])
                sets.append(len(more["sets"]) - 1)
            more["patterns"].append({**one, "needs": sets})
    index(more)
    return Checker(Rulebook(more, Store(more["sources"])))


def table(head: str, seconds: dict[str, float], base: str, characters: int) -> None:
    """Print times as nanoseconds a character and as multiples of the base."""
    print(f"\n| {head} | ns/char | x {base} |\n| --- | ---: | ---: |")
    for name, value in seconds.items():
        print(f"| {name} | {value * 1e9 / characters:,.0f} | {value / seconds[base]:.2f} |")


def hostile(checker: Checker, texts: list[str], rounds: int) -> None:
    """Print texts made to stall beside an ordinary text of the same length, and twice their length."""
    ordinary = "\n".join(texts)
    kinds = {
        "有权": "有权",
        "不": "不",
        "第": "第",
        "brackets": "（",
        "no punctuation": "平台有权修改用户不退款责任协议",
    }

    def job(unit: str, size: int) -> Job:
        text = (unit * (size // len(unit) + 1))[:size]
        return lambda: checker.check(Document("a.txt", text, ""))

    jobs = {"ordinary": job(ordinary, HOSTILE)}
    for name, unit in kinds.items():
        jobs |= {name: job(unit, HOSTILE), f"{name}, twice as long": job(unit, 2 * HOSTILE)}
    table(f"{HOSTILE:,} characters of", medians(jobs, min(rounds, 3)), "ordinary", HOSTILE)


def worst(checker: Checker, texts: list[str]) -> None:
    """Print the patterns that cost most, and those that are tried on every sentence."""
    book, spent, tried = checker.rulebook, dict[int, float](), dict[int, int]()
    for text in texts:
        document = Document("a.txt", text, "")
        plain = normalise(document, segment(document), resolve_names(document)).text
        for begin, end, candidates in checker.matcher.units(plain):
            for number in candidates:
                start = time.perf_counter()
                list(book.patterns[number].regex.compiled.finditer(plain[begin:end]))
                spent[number] = spent.get(number, 0) + time.perf_counter() - start
                tried[number] = tried.get(number, 0) + 1
    total = sum(spent.values())
    print("\n| pattern | share of verification | us a try | tries |\n| --- | ---: | ---: | ---: |")
    for number in sorted(spent, key=lambda n: -spent[n])[:12]:
        pattern = book.patterns[number]
        each = spent[number] / tried[number] * 1e6
        print(
            f"| {book.rules[pattern.rule].id} {pattern.number + 1} | {spent[number] / total:.1%} | {each:.1f} "
            f"| {tried[number]} |"
        )
    names = [
        f"{book.rules[book.patterns[n].rule].id} {book.patterns[n].number + 1}" for n in checker.matcher.everywhere
    ]
    print(f"\ntried on every sentence: {', '.join(names) or 'none'}")


def startup(texts: list[str], patterns: Path, rounds: int) -> None:
    """Print whole processes beside ``python -c pass``."""
    text = ("\n".join(texts) * 3)[:LENGTH].encode()
    scan = "import sys; from clause_check.cli import main; main(sys.argv[1:])"
    commands = {
        "pass": ["-c", "pass"],
        "import click": ["-c", "import click"],
        "--version": ["-c", scan, "--version"],
        "paste, plain report": ["-c", scan, "scan", "--rules", str(patterns), "-"],
    }
    with tempfile.TemporaryFile() as out:
        jobs: dict[str, Job] = {
            name: partial(subprocess.run, [sys.executable, *command], input=text, stdout=out, check=True)
            for name, command in commands.items()
        }
        for job in jobs.values():
            job()
        seconds = medians(jobs, max(rounds, 7))
    print("\n| process | ms | x pass |\n| --- | ---: | ---: |")
    for name, value in seconds.items():
        print(f"| {name} | {value * 1e3:.0f} | {value / seconds['pass']:.1f} |")


def memory(patterns: Path) -> None:
    """Print the peak memory of processes that check, and report on, a 10 MB document."""
    agreements = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "corpus" / "agreements").rglob("*.txt")))
    check = (
        "import sys; from pathlib import Path; from clause_check import pipeline; from clause_check.stages.read import "
        "read; rules, file = map(Path, sys.argv[1:]); pipeline.load(rules).check(*read(file.read_bytes(), 'a'))"
    )
    scan = "import sys; from clause_check.cli import main; main(['scan', '--rules', *sys.argv[1:]])"
    print("\n| 10 MB document | MiB peak (goal 300) |\n| --- | ---: |")
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        Path(file.name).write_text(agreements * (10_000_000 // len(agreements.encode()) + 1), "utf-8")
        for name, program in {"check()": check, "scan, plain report": scan}.items():
            command = [sys.executable, "-c", program, str(patterns), file.name]
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            print(f"| {name} | {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} |")


if __name__ == "__main__":
    main()
