"""Cut a walk into chunks of files, each of them one part of the results.

A part's name tells which files it holds and with what rules they were scanned.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clause_check.batch.items import Found
from clause_check.batch.sources import many

MEAN, MOST = 100, 400  # files of a chunk


@dataclass(frozen=True, slots=True)
class Chunk:
    """Files that make one part."""

    files: tuple[Found, ...]
    rules: str

    @property
    def place(self) -> str:
        """Return what stays when files of the chunk change: its last file."""
        return digest(self.files[-1].key)

    @property
    def contents(self) -> str:
        """Return what changes with any file."""
        return digest(*(f"{one.key} {one.size} {one.stamp}" for one in self.files))

    @property
    def name(self) -> str:
        """Return the name of the part."""
        return f"part-{self.place}-{self.contents}-{self.rules}"


def chunked(files: Iterable[Found], rules: str) -> Iterator[Chunk]:
    """Yield chunks whose ends are told by the files' own names: a new file changes its own chunk only."""
    held: list[Found] = []
    for found in files:
        held.append(found)
        end = int(digest(found.key), 16) % MEAN == 0
        if end or len(held) == MOST or many(found.path):
            yield Chunk(tuple(held), rules)
            held = []
    if held:
        yield Chunk(tuple(held), rules)


def place_and_contents(name: str) -> tuple[str, str]:
    """Return the two from a part's name, empty when it is no such name."""
    _, place, contents, *_ = [*name.split("-"), "", ""]
    return place, contents


def digest(*words: str) -> str:
    """Return 16 hex digits that stand for some words."""
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:16]
