"""Feed any bytes to every reader and any text to the pipeline; nothing but our own errors may come out.

From ``tests/``: ``python -m fuzz.target --count 1000000 [--seed 1]`` draws from a mutating generator,
``python -m fuzz.guided FOLDER`` lets atheris guide the bytes. What they found is in bench/README.md.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from clause_check import pipeline
from clause_check.errors import ClauseCheckError
from clause_check.model import Document
from clause_check.pipeline import Checker
from clause_check.stages.read import read
from clause_check.stages.segment import segment

from .seeds import seeds

PIECES = (  # noqa: SIM905
    "平台|用户|有权|随时|修改|本协议|概不退款|不承担任何责任|最终解释权|归平台所有|视为同意|余额|清零|第|条|（一）|1.|①|《|"
    "》|（|）|，|。|；|：|\u200b|\ufeff|\r\n|\n|\t|＊|*|不|退|款|餘額|權|Ａ|<p>|</p>|"
    "<script>|PK\x03\x04|%PDF-|除外|因|由|的|与|2024年|100元|\ud7ff|😀"
).split("|")
EDITS = 3  # bytes of an input that are changed at most
TEXTS, FILES = 12, 1  # of 16 inputs so many are text, and damaged files of a format; the rest are bytes of text


def text_holds(checker: Checker, text: str) -> None:
    """Check a text and everything that must be true of its report."""
    document = Document("a.txt", text, "")
    clauses = segment(document)
    assert [c.start for c in clauses] == [0, *(c.end for c in clauses[:-1])][: len(clauses)]
    assert not text or clauses[-1].end == len(text)
    report = checker.check(document)
    for one in (*report.findings, *report.cleared):
        assert one.quote == text[one.start : one.end] != ""
    assert [one for one in report.unchecked if one.code != "run-on"] == []


def bytes_hold(checker: Checker, data: bytes, name: str = "a.txt") -> None:
    """Read any bytes; refuse them with an error of ours or check every document."""
    try:
        documents = read(data, name)
    except ClauseCheckError:
        return
    for document in documents:
        checker.check(document)


def generated(chance: random.Random) -> str:
    """Return a short text of pieces that rules and readers look at."""
    return "".join(chance.choices(PIECES, k=chance.randint(0, 24)))


def damaged(chance: random.Random, data: bytes) -> bytes:
    """Return the bytes with a few changed, sometimes cut short."""
    changed = bytearray(data[: chance.randint(0, len(data))] if chance.random() < 0.1 else data)
    for _ in range(chance.randint(0, EDITS) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def run(checker: Checker, count: int, seed: int, seconds: float) -> int:
    """Feed ``count`` inputs, or as many as ``seconds`` allow; return how many were fed."""
    chance, end, files = random.Random(seed), time.monotonic() + seconds, seeds()
    for number in range(count):
        if number % 256 == 0 and time.monotonic() > end:
            return number
        if number % 16 < TEXTS:
            text_holds(checker, generated(chance))
        elif number % 16 < TEXTS + FILES:
            name, data = chance.choice(files)
            bytes_hold(checker, damaged(chance, data), name)
        else:
            data = generated(chance).encode(chance.choice(["utf-8", "gb18030", "utf-16"]))
            bytes_hold(checker, damaged(chance, data))
    return count


def main() -> None:
    """Run the generator."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1e9)
    parser.add_argument("--rules", type=Path)
    chosen = parser.parse_args()
    print(f"{run(pipeline.load(chosen.rules), chosen.count, chosen.seed, chosen.seconds):,} inputs")


if __name__ == "__main__":
    main()
