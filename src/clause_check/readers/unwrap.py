"""Join lines that an editor, a mail program or a printer cut at one width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from clause_check.readers.marker import END, HAN, numbered

NARROWEST = 24  # columns; a Chinese character takes two
WRAPPED = 0.5  # share of the lines stopping mid-sentence that must be full before anything is joined
SLACK = 4  # columns a line may fall short because punctuation must not open the next
_word = re.compile(rf"[{HAN}]|[^\s{HAN}]+")
_latin = re.compile(r"[A-Za-z0-9]")


def unwrap(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs; lines that were not cut at one width stay as they are, blank ones go."""
    kept = [line.rstrip() + " " * line[-1:].isspace() for line in lines]
    cuts = [index for index, (line, follower) in enumerate(pairwise(kept)) if _open(line, follower)]
    width = max((columns(line) for line in kept), default=0)
    full = {index for index in cuts if columns(kept[index]) + lead(kept[index + 1]) > width - SLACK}
    if width < NARROWEST or len(full) < 2 or len(full) < WRAPPED * len(cuts):
        return [line.strip() for line in kept if line.strip()]
    return _joined(kept, full | _closed(kept, width))


def glue(left: str, right: str) -> str:
    """Return the two ends of a cut line as one, with a blank between Latin words and where one stood beside one."""
    cut, rest = left.rstrip(), right.lstrip()
    latin = [bool(_latin.match(end)) for end in (cut[-1:], rest[:1])]
    return f"{cut} {rest}" if all(latin) or (any(latin) and left != cut and rest) else cut + rest


def columns(text: str) -> int:
    """Return the width on a terminal: two columns for a full-width character."""
    return len(text.rstrip().encode("gbk", "replace"))


def lead(line: str) -> int:
    """Return the columns of the first word, or of the first Chinese character."""
    word = _word.search(line)
    return columns(word[0]) if word else 0


def _open(line: str, follower: str) -> bool:
    return bool(line.strip() and follower.strip()) and not END.search(line) and not _starts(follower)


def _closed(lines: Sequence[str], width: int) -> set[int]:
    """Return the lines that end a sentence exactly at the margin and go on in the next line."""
    return {
        index
        for index, (line, follower) in enumerate(pairwise(lines))
        if END.search(line) and follower.strip() and not _starts(follower)
        if columns(line) + lead(follower) > width
    }


def _starts(line: str) -> bool:
    return numbered(line) or line.startswith(("\u3000\u3000", "#"))


def _joined(lines: Sequence[str], cut: set[int]) -> list[str]:
    paragraphs: list[str] = []
    goes_on = False
    for index, line in enumerate(lines):
        if line.strip():
            if goes_on:
                paragraphs[-1] = glue(paragraphs[-1], line)
            else:
                paragraphs.append(line.lstrip())
        goes_on = index in cut
    return [paragraph.rstrip() for paragraph in paragraphs]
