"""The words around a hit in which an exception is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clause_check.model import SENTENCE_ENDS, Hit, Plain
from clause_check.rulebook import SHORT, Rulebook

QUOTED = re.compile("“([^“”]{2,300})”")  # folding makes all quotation marks these
AROUND = 600  # characters on both sides of a hit in which quotation marks are looked for
MOSTLY = 0.6  # of a hit within quotation marks: it is about the quoted words
STOPS = re.compile(f"[{SENTENCE_ENDS}]")
PAUSES = "，："  # between which a segment of a sentence stands


def scope(plain: Plain, hit: Hit, within: str, rulebook: Rulebook) -> Iterator[str]:
    """Yield the folded texts in which an exception of that reach is looked for; ``asked`` sees the end sign too."""
    unit, text = hit.unit, plain.text
    if within == "match":
        yield text[hit.start : hit.end]
    elif within == "segment":
        yield text[max(text.rfind(stop, unit.start, hit.start) + 1 for stop in PAUSES) or unit.start : hit.end]
    elif within == "asked":
        yield text[unit.start : unit.end + 1]
    elif within == "quoted":
        yield from _mention(plain, hit, rulebook)
    elif within == "document":
        yield text
    elif within == "clause":
        yield text[unit.lead_start : unit.lead_end] + text[slice(*plain.line(unit.clause))]
    else:
        yield text[unit.lead_start : unit.lead_end] + text[unit.start : unit.end]
        if within == "next":
            yield text[unit.end + 1 : _next_stop(text, unit.end + 1, plain.line(unit.clause)[1])]


def _mention(plain: Plain, hit: Hit, rulebook: Rulebook) -> Iterator[str]:
    """Yield the sentence around the quoted words that a hit is about, quotes emptied to “”.

    Nothing when the hit is not about quoted words: they neither match alone nor make up most of it.
    """
    begin, end = plain.line(hit.unit.clause)
    begin, end = max(begin, hit.start - AROUND), min(end, hit.end + AROUND)
    line, start, stop = plain.text[begin:end], hit.start - begin, hit.end - begin
    quotes = [one for one in QUOTED.finditer(line) if one.start(1) < stop and start < one.end(1)]
    if not quotes:
        return
    quoted = sum(min(one.end(1), stop) - max(one.start(1), start) for one in quotes)
    pattern = rulebook.pattern(rulebook.rule(hit.rule).patterns[hit.pattern])
    if quoted < MOSTLY * (stop - start) and not any(pattern.regex.search(one[1]) for one in quotes):
        return
    before, after = QUOTED.sub("“”", line[: quotes[0].start()]), QUOTED.sub("“”", line[quotes[-1].end() :])
    yield f"{STOPS.split(before)[-1]}“”{STOPS.split(after)[0]}"


def _next_stop(text: str, start: int, limit: int) -> int:
    limit = min(limit, start + SHORT)
    found = STOPS.search(text, start, limit)
    return found.start() if found else limit
