"""Walk what the user named, one path at a time: nothing is held in a list."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from clause_check.errors import ClauseCheckError

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: ``name`` is its path below what was named, with forward slashes; size in bytes."""

    path: str
    name: str
    size: int
    stamp: int  # modification time in nanoseconds


def gather(named: Iterable[str], *, below: Path | None = None) -> Iterator[Found]:
    """Yield every file of the named files, folders and, for ``-``, the list on standard input.

    ``below`` is left out of the walk: the results themselves. Raises ``ClauseCheckError('file-missing')``
    for a named path that does not exist; a listed one is passed on and fails when it is read.
    """
    for name in named:
        if name == STANDARD_INPUT:
            for line in sys.stdin:
                if line.strip():
                    yield _file(line.strip(), line.strip())
        elif Path(name).is_dir():
            yield from _walk(name, name, below.resolve() if below else None)
        elif Path(name).exists():
            yield _file(name, Path(name).name)
        else:
            raise ClauseCheckError("file-missing", name)


def _walk(root: str, folder: str, below: Path | None) -> Iterator[Found]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if below is None or Path(entry.path).resolve() != below:
                yield from _walk(root, entry.path, below)
        elif entry.is_file():
            yield _file(entry.path, Path(entry.path).relative_to(root).as_posix())


def _file(path: str, name: str) -> Found:
    try:
        status = Path(path).stat()
    except OSError:
        return Found(path, name, 0, 0)
    return Found(path, name, status.st_size, status.st_mtime_ns)
