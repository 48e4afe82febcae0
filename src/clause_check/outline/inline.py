"""Find enumerations inside a paragraph: …：（1）…；（2）…。"""

from __future__ import annotations

import re
from itertools import pairwise

from clause_check.outline.markers import CN, Marker, number

# One class first: that is what makes `re` scan fast.
_INLINE = re.compile(
    "[（(①-⑳\\d](?:(?<=[（(])(?P<word>\\d{1,2}|[CN]{1,3}|[a-z])[)）]|(?<=[①-⑳])"
    "|(?<=\\d)(?<![\\d.．(（A-Za-z第].)\\d?(?:[)）]|[、.．](?!\\d)))".replace("CN", CN)
)
_NOT = re.compile("\\s{0,2}(?:[项款条类点目、和或及与至]|[）)])")
_OPENS = re.compile("(?:[：:；;。，,、]|包括|包含|如下|情形|(?<!\\S))\\s{0,3}$")
_GOES_ON = re.compile("(?:[；;。，,、！？])\\s{0,3}(?:[和及或与]|以及|或者)?\\s{0,3}$|\\s$")
_REACH = 12
_SHORTEST = 2  # characters from one marker to the next
_CLOSING = "”’』」）)】》\"' "


def splits(text: str, start: int, head: int, end: int, after: Marker | None) -> tuple[list[int], int]:
    """Return where the items of inline enumerations begin in ``text[start:end]``, and where the last one ends.

    ``head`` lies behind the line's own markers; ``after`` heads the next line, where the enumeration may go on.
    The last item ends at ``end`` unless the sentences behind it plainly are not part of it.
    """
    runs = _runs(text, start, head, end)
    goes_on = after is not None and after.value == 2
    found = [run for run, style in runs if len(run) > 1 or (goes_on and run and after and style == after.style)]
    return sorted({at for run in found for at in run if at > head}), _tail(text, found, end)


def _runs(text: str, start: int, head: int, end: int) -> list[tuple[list[int], str]]:
    open_runs: dict[str, list[int]] = {}
    done: list[tuple[list[int], str]] = []
    for match in _INLINE.finditer(text, start, end):
        at = match.start()
        style, value = _reading(match)
        run = open_runs.get(style, [])
        if value not in (1, len(run) + 1) or _NOT.match(text, match.end(), end):
            continue
        before = text[max(start, at - _REACH) : at]
        if value == 1 and (at < head or style == "ring" or _OPENS.search(before)):
            done.append((run, style))
            open_runs[style] = [at]
        elif (
            run and value == len(run) + 1 and at - run[-1] > _SHORTEST and (style == "ring" or _GOES_ON.search(before))
        ):
            run.append(at)
    return done + [(run, style) for style, run in open_runs.items()]


def _reading(match: re.Match[str]) -> tuple[str, int]:
    """Return the style and value of an inline marker."""
    word = match["word"]
    if word is None:
        sign = match[0][-1]
        style = "ring" if len(match[0]) == 1 else "rdec" if sign in ")）" else "dec"
        return style, number(match[0].rstrip(")）、.．"))
    return "pdec" if word.isdecimal() else "plat" if word.isascii() else "pcn", number(word)


def _tail(text: str, found: list[list[int]], end: int) -> int:
    """Return the end of the last item: its first full stop when all items before it end with a semicolon."""
    if not found:
        return end
    run = max(found, key=lambda one: one[-1])
    if any(text[a:b].rstrip()[-1:] not in "；;，," for a, b in pairwise(run)):
        return end
    stop = text.find("。", run[-1], end) + 1
    while stop and stop < end and text[stop] in _CLOSING:
        stop += 1
    return stop if stop and len(text[stop:end].strip()) > 3 else end
