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
        everything = list(range(len(self.rulebook.patterns)))
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
            self.database.scan(found[0].encode(), match_event_handler=lambda n, *_: hits.add(n))
            seen, touched = 0, set[int]()
            for number in hits:
                seen |= self.masks[number]
                touched.update(self.owners[number])
            if touched or self.everywhere:
                yield found.start(), found.end(), self.candidates(seen, touched)


def whole_text_loop(rulebook: Rulebook, texts: list[str], engine: str) -> tuple[int, int]:
    """Return (matches, patterns the engine cannot compile) of one ``finditer`` a pattern over each text."""
    import regex

    matches, refused = 0, 0
    for pattern in rulebook.patterns:
        try:
            compiled = (re if engine == "re" else regex).compile(pattern.regex.source)
        except re.error:
            refused += 1
            continue
        for text in texts:
            matches += sum(1 for _ in compiled.finditer(text))
    return matches, refused
