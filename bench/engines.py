"""The ways to find candidate patterns that the benchmark compares; all verify in the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clause_check.rulebook import Rulebook
from clause_check.stages.match import SENTENCE, Matcher


class PlainLoop(Matcher):
    """Try every pattern on every sentence, as a tool without a prefilter does."""

    def units(self, text: str) -> Iterator[tuple[int, int, list[int]]]:
        """Yield every sentence with all patterns."""
        everything = list(range(len(self.rulebook.rows)))
        for found in SENTENCE.finditer(text):
            yield found.start(), found.end(), everything


class Hyperscan(Matcher):
    """Find the anchors with Hyperscan in literal mode, then verify as ever."""

    def __init__(self, rulebook: Rulebook) -> None:
        import hyperscan

        super().__init__(rulebook)
        self.database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        encoded = [literal.encode() for literal in self.literals]
        self.database.compile(
            expressions=encoded, ids=list(range(len(encoded))), elements=len(encoded), flags=0, literal=True
        )

    def units(self, text: str) -> Iterator[tuple[int, int, list[int]]]:
        """Yield each sentence with its candidates."""
        for found in SENTENCE.finditer(text):
            hits: set[int] = set()
            self.database.scan(found[0].encode(), match_event_handler=lambda n, *_, into=hits: into.add(n))
            seen, touched = 0, set[int]()
            for number in hits:
                seen |= self.mask(number)
                touched.update(self.owners[number])
            able = [n for n in touched if self.needs[n] & seen == self.needs[n]]
            if able or self.everywhere:
                yield found.start(), found.end(), sorted([*able, *self.everywhere])


def whole_text_loop(rulebook: Rulebook, texts: list[str]) -> int:
    """Return how many matches one ``finditer`` a pattern over each text finds; ``regex`` where ``re`` refuses."""
    matches = 0
    for pattern in rulebook.patterns:
        compiled = _compiled(pattern.regex.source) or pattern.regex.compiled
        matches += sum(1 for text in texts for _ in compiled.finditer(text))
    return matches


def _compiled(source: str) -> re.Pattern[str] | None:
    if source not in _KNOWN:
        try:
            _KNOWN[source] = re.compile(source)
        except re.error:  # look-behinds of varying width
            _KNOWN[source] = None
    return _KNOWN[source]


_KNOWN: dict[str, re.Pattern[str] | None] = {}
