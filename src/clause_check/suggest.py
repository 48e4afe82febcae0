"""A second look at clauses without a finding: which read like the corpus's unfair clauses.

Opt-in and never a finding: BM25 over jieba tokens (Robertson and Zaragoza 2009), scaled by what the
clause would score against itself. Loaded only when it is asked for.
"""

from __future__ import annotations

import math
import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clause_check.model import Document, Report
from clause_check.samples import clauses

K1, B = 1.2, 0.75  # BM25's usual values
ALIKE = 0.3  # share of the clause's own score from which it is shown
LEAST = 12  # characters of a clause worth comparing
MOST = 10  # suggestions a document
STOPS = set("的了和与及或在是为对将其并等如该此之于以、，。；：“”（）()《》 \n\t")


@dataclass(frozen=True, slots=True)
class Known:
    """An unfair clause of the corpus."""

    category: str
    text: str
    counts: Counter[str]


class Corpus:
    """The unfair clauses of ``<category>.toml`` files, ready to be compared with; ``names`` are the categories'."""

    def __init__(self, folder: Path, names: dict[str, str]) -> None:
        unfair = [one for one in clauses(folder) if one.unfair]
        self.known = [Known(names.get(o.category, o.category), o.text, Counter(tokens(o.text))) for o in unfair]
        seen = Counter(word for one in self.known for word in one.counts)
        size = len(self.known)
        self.weights = {word: math.log(1 + (size - n + 0.5) / (n + 0.5)) for word, n in seen.items()}
        self.average = sum(one.counts.total() for one in self.known) / max(size, 1)
        self.rare = math.log(1 + (size + 0.5) / 0.5)

    def closest(self, text: str) -> tuple[float, Known] | None:
        """Return the most similar unfair clause and how similar it is, 0 to 1."""
        query = Counter(tokens(text))
        own = sum(self.weights.get(word, self.rare) * self._weight(1, query.total()) for word in query)
        scored = ((self._score(query, one) / own if own else 0.0, one) for one in self.known)
        return max(scored, key=lambda pair: pair[0], default=None)

    def _score(self, query: Counter[str], one: Known) -> float:
        length = one.counts.total()
        return sum(self.weights[w] * self._weight(one.counts[w], length) for w in query if w in one.counts)

    def _weight(self, count: int, length: int) -> float:
        return count * (K1 + 1) / (count + K1 * (1 - B + B * length / self.average))


def tokens(text: str) -> list[str]:
    """Return the words of a text that carry meaning."""
    import jieba  # type: ignore[import-untyped]

    jieba.setLogLevel(60)
    # jieba would read a file of a guessable name in the shared temporary folder
    jieba.dt.tmp_dir = jieba.dt.tmp_dir or tempfile.mkdtemp(prefix=f"clause-check-{os.getpid()}-")
    return [word for word in jieba.lcut(text) if word not in STOPS and not word.isspace()]


def suggestions(report: Report, corpus: Corpus) -> tuple[str, ...]:
    """Return a Chinese line for each sentence without a finding that reads like a known unfair clause."""
    found = [
        (score, line, sentence, known)
        for line, sentence in _unspoken(report.document, report)
        if (hit := corpus.closest(sentence)) and (score := hit[0]) >= ALIKE and (known := hit[1])
    ]
    found.sort(key=lambda one: (-one[0], one[1]))
    return tuple(
        f"第 {line} 行「{sentence}」，与「{known.text}」（{known.category}）措辞相近"
        for _, line, sentence, known in found[:MOST]
    )


def _unspoken(document: Document, report: Report) -> Iterator[tuple[int, str]]:
    spans = [(finding.start, finding.end) for finding in report.findings]
    at = 0
    for number, line in enumerate(document.text.split("\n"), 1):
        for sentence in line.replace("；", "。").split("。"):
            stop = at + len(sentence)
            if len(sentence.strip()) >= LEAST and not any(start < stop and end > at for start, end in spans):
                yield number, sentence.strip()
            at = stop + 1
