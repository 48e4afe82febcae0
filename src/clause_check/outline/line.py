"""A logical line, and the sentence mark that ends it."""

from __future__ import annotations

from dataclasses import dataclass

_STOPS = "。！？；：…!?;:."
_CLOSING = "”’』」）)】]》\"'*_ "


@dataclass(frozen=True, slots=True)
class Line:
    """One logical line; the lines cover the text. ``kind`` is its block's, empty in plain text."""

    start: int
    end: int
    kind: str = ""
    origin: str = ""

    @property
    def span(self) -> tuple[int, int]:
        """Return where the line starts and ends."""
        return self.start, self.end


def stopped(text: str, start: int, end: int) -> str:
    """Return the sentence mark that ends ``text[start:end]``, closing quotes and blanks aside, or nothing."""
    tail = text[max(start, end - 80) : end].rstrip().rstrip(_CLOSING)
    return tail[-1:] if tail[-1:] in _STOPS else ""
