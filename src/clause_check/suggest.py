"""A second look at clauses without a finding: which read like the corpus's unfair clauses.

Opt-in and never a finding: BM25 over jieba tokens (Robertson and Zaragoza 2009), scaled by what the
clause would score against itself. Loaded only when it is asked for.
"""

from __future__ import annotations

import math
import os
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clause_check.model import Report
from clause_check.samples import clauses

K1, B = 1.2, 0.75  # BM25's usual values
ALIKE = 0.3  # share of the clause's own score from which it is shown
LEAST = 12  # characters of a clause worth comparing
MOST = 10  # suggestions a document
STOPS = set("的了和与及或在是为对将其并等如该此之于以、，。；：“”（）()《》 \n\t")


@dataclass(frozen=True, slots=True)
class Known:
    """An unfair clause of the corpus; ``category`` is the name that people read."""

    category: str
    text: str


class Corpus:
    """The unfair clauses of ``<category>.toml`` files, ready to be compared with; ``names`` are the categories'."""

    def __init__(self, folder: Path, names: dict[str, str]) -> None:
        unfair = [one for one in clauses(folder) if one.unfair]
        self.known = [Known(names.get(one.category, one.category), one.text) for one in unfair]
        counts = [Counter(tokens(one.text)) for one in unfair]
        self.average = sum(one.total() for one in counts) / max(len(counts), 1)
        self.rare = math.log(1 + (len(counts) + 0.5) / 0.5)
        seen = Counter(word for one in counts for word in one)
        self.weights = {word: math.log(1 + (len(counts) - n + 0.5) / (n + 0.5)) for word, n in seen.items()}
        self.places: dict[str, list[tuple[int, float]]] = defaultdict(list)  # of a word, and its score there
        for number, one in enumerate(counts):
            for word, count in one.items():
                self.places[word].append((number, self.weights[word] * self._weight(count, one.total())))

    def closest(self, text: str) -> tuple[float, Known] | None:
        """Return the most similar unfair clause and how similar it is, 0 to 1."""
        query = Counter(tokens(text))
        own = sum(self.weights.get(word, self.rare) * self._weight(1, query.total()) for word in query)
        scores: dict[int, float] = defaultdict(float)
        for word in query:
            for number, score in self.places.get(word, ()):
                scores[number] += score
        if not scores:
            return None
        best = max(scores, key=lambda number: (scores[number], -number))
        return scores[best] / own, self.known[best]

    def _weight(self, count: int, length: int) -> float:
        return count * (K1 + 1) / (count + K1 * (1 - B + B * length / self.average))


def tokens(text: str) -> list[str]:
    """Return the words of a text that carry meaning."""
    return [word for word in words(text) if word not in STOPS and not word.isspace()]


def words(text: str) -> list[str]:
    """Return a text cut into words by jieba, nothing left out."""
    import jieba  # type: ignore[import-untyped]

    jieba.setLogLevel(60)
    # jieba would read a file of a guessable name in the shared temporary folder
    jieba.dt.tmp_dir = jieba.dt.tmp_dir or tempfile.mkdtemp(prefix=f"clause-check-{os.getpid()}-")
    return list(jieba.lcut(text))


def suggestions(report: Report, corpus: Corpus) -> tuple[str, ...]:
    """Return a Chinese line for each sentence without a finding that reads like a known unfair clause."""
    found = [
        (score, line, sentence, known)
        for line, sentence in unspoken(report)
        if (hit := corpus.closest(sentence)) and (score := hit[0]) >= ALIKE and (known := hit[1])
    ]
    found.sort(key=lambda one: (-one[0], one[1]))
    return tuple(
        f"第 {line} 行「{sentence}」，与「{known.text}」（{known.category}）措辞相近"
        for _, line, sentence, known in found[:MOST]
    )


def unspoken(report: Report) -> Iterator[tuple[int, str]]:
    """Yield the sentences without a finding that are worth comparing, each with its line."""
    spans = [(finding.start, finding.end) for finding in report.findings]
    at = 0
    for number, line in enumerate(report.document.text.split("\n"), 1):
        for sentence in line.replace("；", "。").split("。"):
            stop = at + len(sentence)
            if len(sentence.strip()) >= LEAST and not any(start < stop and end > at for start, end in spans):
                yield number, sentence.strip()
            at = stop + 1
