"""Break Chinese text into terminal lines: wide characters count two, punctuation keeps to its side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from clause_check.render.wording import visible

CLOSING = "，。；：、？！…」』）》〕】”’"  # never begins a line
OPENING = "「『（《〔【“‘"  # never ends one
PIECE = re.compile(rf"\n|[{OPENING}]*(?:[!-~]+|[^\n])[{CLOSING}]* ?")


class Prose:
    """A styled text that a rich table or console prints broken by the rules of Chinese typesetting."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines for the width that is there."""
        for line in self.text.divide(breaks(self.text.plain, options.max_width)):
            line.rstrip()
            yield line

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Return two columns as the least and the longest line as the most that is useful."""
        return Measurement(2, max(2, *map(cell_len, self.text.plain.split("\n"))))


def prose(text: str, style: str = "") -> Prose:
    """Return text from outside, made harmless, ready to be wrapped."""
    return Prose(Text(visible(text), style))


def breaks(text: str, width: int) -> list[int]:
    """Return the offsets where a new line begins, no line being wider than ``width`` columns."""
    offsets, used = [], 0
    for start, piece in _pieces(text, width):
        size = cell_len(piece.rstrip())
        if piece == "\n":
            offsets.append(start + 1)
            used = 0
            continue
        if used and used + size > width:
            offsets.append(start)
            used = 0
        used += cell_len(piece)
    return offsets


def _pieces(text: str, width: int) -> Iterator[tuple[int, str]]:
    """Yield what may not be broken, with its offset; a piece wider than the line comes character by character."""
    for found in PIECE.finditer(text):
        if cell_len(found[0].rstrip()) <= width:
            yield found.start(), found[0]
        else:
            yield from enumerate(found[0], found.start())
