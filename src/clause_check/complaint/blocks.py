"""A letter as blocks, before it becomes plain text, Markdown or a Word file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "para", "item", "quote", "fields", "table", "short", "sign"]


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of a letter.

    ``fields`` and ``sign`` have rows of (name, value); ``table`` has its header as the first row;
    ``item`` carries its own number in ``text``; ``quote`` is indented under what stands before it.
    """

    kind: BlockKind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, and what the person must know that the addressee need not."""

    channel: str
    title: str
    blocks: tuple[Block, ...]
    missing: tuple[str, ...] = ()  # Chinese names of what is marked 【待补】
    notes: tuple[str, ...] = ()  # for the person, never part of the letter

    @property
    def short(self) -> str:
        """Return the short version, empty where the channel has none."""
        return next((block.text for block in self.blocks if block.kind == "short"), "")
