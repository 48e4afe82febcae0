"""Find where rules hit: one Aho-Corasick pass over anchors and sentence ends, then verification.

A pattern is tried only on sentences that hold its derived anchors, so ten times the rules cost
little more. Patterns see one unit at a time: a sentence, or a list's lead-in joined to one of its
items, where only matches that reach from the lead-in into the item count.
"""

from __future__ import annotations

import re
import time
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick_rs

from clause_check.model import SENTENCE_ENDS as ENDS
from clause_check.model import Clause, Hit, Plain, Unchecked, Unit
from clause_check.rulebook import SHORT, Pattern, Rulebook

SENTENCE = re.compile(f"[^{ENDS}]+")
END = re.compile(f"[{ENDS}]")
BLOCK = 1 << 16  # characters looked at in one pass of the automaton
LEAD_REACH = 120  # characters of a lead-in that are joined to each item
MARKER = re.compile(r"\s?(?:[(（]?[\da-zA-Z一二三四五六七八九十]{1,4}[)）、.]|[①-⑳•●·-])\s?")
RUN_ON = SHORT  # characters after which a sentence without an end is cut, so that cost stays linear
CUT = re.compile(f"([^{ENDS}]{{{RUN_ON - 500},{RUN_ON}}})[，、](?=[^{ENDS}])|([^{ENDS}]{{{RUN_ON}}})[^{ENDS}]")
BUDGET = 20.0, 40e-6  # seconds all patterns together may spend on one document, and more a character


class Matcher:
    """The automaton of one rulebook; build once, use for every document.

    Every literal of every required set is in the automaton. A literal carries the bits of the sets it
    belongs to, so that one OR a literal tells at the end of a sentence which sets it satisfies.
    Whether they stand in order is left to the regex: looking at their places cost more than it spared.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        pack, none = rulebook.pack, len(ENDS)
        self.everywhere = [n for n, one in enumerate(rulebook.rows) if not one["needs"]]
        self.needs = [sum(1 << one for one in row["needs"]) for row in rulebook.rows]
        self.literals: list[str] = [*ENDS, *pack["literals"]]
        self.belongs: list[list[int]] = [[]] * none + pack["belongs"]
        self.owners: list[list[int]] = [[]] * none + pack["owners"]
        self.masks: list[int | None] = [None] * len(self.literals)
        self.automaton = ahocorasick_rs.AhoCorasick(self.literals)

    def mask(self, index: int) -> int:
        """Return the bits of the sets that a literal belongs to."""
        mask = self.masks[index]
        if mask is None:
            mask = self.masks[index] = sum(1 << one for one in self.belongs[index])
        return mask

    def units(self, text: str) -> Iterator[tuple[int, int, list[int]]]:
        """Yield (start, end, candidate patterns) for each sentence of ``text`` that has any."""
        for origin, stop in blocks(text):
            for begin, end, candidates in self._units(text[origin:stop]):
                yield origin + begin, origin + end, candidates

    def _units(self, text: str) -> Iterator[tuple[int, int, list[int]]]:
        begin, seen, touched = 0, 0, set[int]()
        masks, owners, last = self.masks, self.owners, len(ENDS)
        for index, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True):
            if index >= last:
                mask = masks[index]
                seen |= mask if mask is not None else self.mask(index)
                if owners[index]:
                    touched.update(owners[index])
                continue
            if candidates := self.candidates(seen, touched):
                yield begin, start, candidates
            begin, seen, touched = end, 0, set()
        if begin < len(text) and (candidates := self.candidates(seen, touched)):
            yield begin, len(text), candidates

    def candidates(self, seen: int, touched: Iterable[int]) -> list[int]:
        """Return, sorted, the patterns whose required sets are all among ``seen``."""
        needs = self.needs
        return sorted([*(n for n in touched if needs[n] & seen == needs[n]), *self.everywhere])


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of whole sentences of about ``BLOCK`` characters: what is found in one is kept at a time."""
    start = 0
    while start < len(text):
        end = END.search(text, start + BLOCK)
        stop = end.end() if end else len(text)
        yield start, stop
        start = stop


@dataclass(slots=True)
class Joined:
    """The lead-ins joined to their items, as one text with the way back."""

    text: str
    starts: list[int]
    units: list[Unit]


def match(plain: Plain, clauses: tuple[Clause, ...], matcher: Matcher) -> tuple[list[Hit], list[Unchecked]]:
    """Return all hits in document order and what ran out of time."""
    unchecked: list[Unchecked] = []
    until = time.monotonic() + BUDGET[0] + BUDGET[1] * len(plain.text)
    hits = list(_sentences(plain, matcher, unchecked, until))
    joined = join(plain, clauses)
    for start, end, candidates in matcher.units(joined.text):
        unit = joined.units[_below(joined.starts, start)]
        if time.monotonic() > until:
            unchecked.append(_late(unit.start, len(plain.text)))
            break
        hits += _in_joined(joined.text[start:end], unit, candidates, matcher, unchecked)
    hits.sort(key=lambda hit: (hit.start, hit.end, hit.rule))
    return hits, unchecked


def _late(start: int, end: int) -> Unchecked:
    message = "匹配用时超过上限，此处之后没有检查完"
    return Unchecked("document-timeout", message, "", start, end)


def shorten(text: str) -> str:
    """Return a text of the same length in which no sentence is longer than ``RUN_ON``."""
    if all(len(sentence) <= RUN_ON for sentence in SENTENCE.findall(text)):
        return text
    return CUT.sub(lambda found: (found[1] or found[2]) + "\n", text)


def _sentences(plain: Plain, matcher: Matcher, unchecked: list[Unchecked], until: float) -> Iterator[Hit]:
    text = shorten(plain.text)
    if text is not plain.text:
        unchecked.append(Unchecked("run-on", f"有超过 {RUN_ON} 字没有断句的长句，分段检查，跨段的内容可能漏掉"))
    for start, end, candidates in matcher.units(text):
        if time.monotonic() > until:
            unchecked.append(_late(start, len(text)))
            return
        unit = Unit(_below(plain.lines, start), start, end)
        sentence = plain.text[start:end]
        for pattern, a, b in verify(sentence, candidates, matcher.rulebook, unit, unchecked):
            yield Hit(matcher.rulebook.rules[pattern.rule].id, pattern.number, unit, start + a, start + b)


def _in_joined(
    text: str, unit: Unit, candidates: list[int], matcher: Matcher, unchecked: list[Unchecked]
) -> Iterator[Hit]:
    lead = unit.lead_end - unit.lead_start
    for pattern, a, b in verify(text, candidates, matcher.rulebook, unit, unchecked):
        if a < lead < b:
            end = unit.start + b - lead
            start = min(unit.start + _marker(text[lead:]), end - 1)
            yield Hit(matcher.rulebook.rules[pattern.rule].id, pattern.number, unit, start, end)


def _marker(item: str) -> int:
    found = MARKER.match(item)
    return found.end() if found else 0


def verify(
    text: str, candidates: Iterable[int], rulebook: Rulebook, unit: Unit, unchecked: list[Unchecked]
) -> Iterator[tuple[Pattern, int, int]]:
    """Yield (pattern, start, end) for the candidates that really match in one sentence."""
    for number in candidates:
        pattern = rulebook.pattern(number)
        try:
            spans = pattern.regex.spans(text)
            if spans and qualifies(pattern, text):
                yield from ((pattern, a, b) for a, b in spans if b > a)
        except TimeoutError:
            rule = rulebook.rules[pattern.rule].id
            message = f"规则 {rule} 在此句上超时，未检查"
            unchecked.append(Unchecked("pattern-timeout", message, rule, unit.start, unit.end))


def qualifies(pattern: Pattern, text: str) -> bool:
    """Return whether the sentence holds all that must, and nothing that must not, be present."""
    return all(r.search(text) for r in pattern.present) and not any(r.search(text) for r in pattern.absent)


def join(plain: Plain, clauses: tuple[Clause, ...]) -> Joined:
    """Return every list item's sentences, each joined to the list's lead-in."""
    parts: list[str] = []
    starts: list[int] = []
    units: list[Unit] = []
    at = 0
    for number, clause in enumerate(clauses):
        if clause.lead < 0:
            continue
        lead_start, lead_end = _last_sentence(plain, clause.lead)
        for start, end in sentences(plain, number):
            end = min(end, start + RUN_ON)
            unit = Unit(number, start, end, lead_start, lead_end)
            part = plain.text[lead_start:lead_end] + plain.text[start:end] + "\n"
            parts.append(part)
            starts.append(at)
            units.append(unit)
            at += len(part)
    return Joined("".join(parts), starts, units)


def sentences(plain: Plain, clause: int) -> Iterator[tuple[int, int]]:
    """Yield the folded (start, end) of each sentence of a clause, without its end sign."""
    for found in SENTENCE.finditer(plain.text, *plain.line(clause)):
        yield found.span()


def _last_sentence(plain: Plain, clause: int) -> tuple[int, int]:
    spans = list(sentences(plain, clause))
    start, end = spans[-1] if spans else plain.line(clause)
    return max(start, end - LEAD_REACH), end


def _below(starts: list[int] | tuple[int, ...], position: int) -> int:
    return bisect_right(starts, position) - 1
