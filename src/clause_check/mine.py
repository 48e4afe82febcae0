"""Find candidate phrasings for the author of a rule.

Sentences without a finding that read like a category's unfair clauses are gathered; the phrases that set
them apart from all other sentences are what the category's rules may lack. Keyness is Dunning's log
likelihood (1993) over sentences. Loaded only when it is asked for.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from clause_check.model import Report
from clause_check.suggest import STOPS, Corpus, unspoken, words

ALIKE = 0.2  # share of its own score from which a sentence counts as alike; lower than for a suggestion
SIZES = range(2, 5)  # words of a phrase
SPREAD = 2  # documents that must have a phrase


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without a finding, and the unfair clause it reads like."""

    path: str
    line: int
    text: str
    like: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that sentences alike a category share: in how many documents, how telling, and one of them."""

    category: str
    words: str
    documents: int
    keyness: float
    example: Sentence


@dataclass(slots=True)
class Heap:
    """The sentences alike one category, and where each phrase stands in them."""

    sentences: list[Sentence] = field(default_factory=list)
    places: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, sentence: Sentence, found: Iterable[str]) -> None:
        """Add a sentence with its phrases."""
        for phrase in found:
            self.places[phrase].append(len(self.sentences))
        self.sentences.append(sentence)


def mine(reports: Iterable[Report], corpus: Corpus) -> list[Phrase]:
    """Return the phrases by category, the most telling first."""
    heaps: dict[str, Heap] = defaultdict(Heap)
    everywhere: Counter[str] = Counter()
    size = 0
    for report in reports:
        for line, sentence in unspoken(report):
            found = set(phrases(sentence))
            everywhere.update(found)
            size += 1
            if (hit := corpus.closest(sentence)) and hit[0] >= ALIKE:
                heaps[hit[1].category].add(Sentence(report.document.path, line, sentence, hit[1].text), found)
    known = {name: "\n".join(one.text for one in corpus.known if one.category == name) for name in heaps}
    told = [one for name, heap in heaps.items() for one in _telling(name, heap, everywhere, size, known[name])]
    return sorted(told, key=lambda one: (one.category, -one.keyness, one.words))


def phrases(sentence: str) -> Iterator[str]:
    """Yield the runs of words that neither begin nor end with a particle nor reach across punctuation."""
    cut = words(sentence)
    for size in SIZES:
        for start in range(len(cut) - size + 1):
            run = cut[start : start + size]
            if run[0] not in STOPS and run[-1] not in STOPS and all(word.isalnum() for word in run):
                yield "".join(run)


def _telling(category: str, heap: Heap, everywhere: Counter[str], size: int, known: str) -> Iterator[Phrase]:
    longer: dict[tuple[int, ...], str] = defaultdict(str)
    for phrase in sorted(heap.places, key=len, reverse=True):  # a part of a longer phrase tells nothing more
        places = tuple(heap.places[phrase])
        documents = len({heap.sentences[place].path for place in places})
        if documents < SPREAD or phrase in known or phrase in longer[places]:
            continue
        longer[places] += f"{phrase}\n"
        keyness = likelihood(len(places), len(heap.sentences), everywhere[phrase], size)
        if keyness > 0:
            yield Phrase(category, phrase, documents, keyness, heap.sentences[places[0]])


def likelihood(here: int, size: int, everywhere: int, total: int) -> float:
    """Return how much oftener than elsewhere something is here, 0 when it is not."""
    rest, others = everywhere - here, total - size
    expected = size * everywhere / total
    if here <= expected:
        return 0.0
    found = here * math.log(here / expected)
    return 2 * (found + (rest * math.log(rest / (others * everywhere / total)) if rest else 0.0))
