"""Read the corpus's clauses: ``<category>.toml`` files of unfair clauses, their fair twins, and traps."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sample:
    """One clause; an unfair one counts as found under its category or any of ``also``."""

    name: str
    category: str
    text: str
    unfair: bool
    also: tuple[str, ...] = ()


def clauses(folder: Path) -> Iterator[Sample]:
    """Yield every clause of a folder, each unfair one followed by its fair twin."""
    for path in sorted(folder.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for twin in table.get("twin", ()):
            yield Sample(twin["id"], path.stem, twin["unfair"], True, tuple(twin.get("also", ())))
            yield Sample(f"{twin['id']}~", path.stem, twin["fair"], False)
        for trap in table.get("trap", ()):
            yield Sample(trap["id"], path.stem, trap["text"], False)
