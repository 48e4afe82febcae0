"""What passes between the walk, the workers and the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]  # column to value


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. ``start`` and ``bad`` let an archive go on where a worker was lost."""

    path: str  # absolute, or an address (s3://…)
    name: str  # what it is called in results: its path below what was named, with forward slashes
    owner: str = ""  # the folder it stands in, directly below what was named
    size: int = 0  # bytes
    stamp: int = 0  # changes when the file does; of a local one the modification time in nanoseconds
    fault: str = ""  # error code, where the walk itself met one
    start: int = 0  # parts that are stored already
    bad: tuple[tuple[int, str, str], ...] = ()  # parts to leave out: number, error code, reason

    @property
    def key(self) -> str:
        """Return the path as a store can keep it, whatever bytes the file's name is made of."""
        return writable(self.path)


@dataclass(frozen=True, slots=True)
class Kept:
    """A document to check again from the text that the store keeps; ``rules`` and ``facts`` are the new ones."""

    id: str
    store: str  # the SQLite file
    rules: str
    facts: str


Task = Found | Kept


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a file with its findings, or the reason (Chinese) why there is none."""

    n: int  # its place in the file, from 0
    name: str  # its place in words, behind the file's name: "!/a.html", "#2"; empty for a plain file
    owner: str = ""
    document: Row | None = None
    findings: tuple[Row, ...] = ()
    code: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Scanned:
    """A stretch of a task's parts; the last one has ``ended``."""

    task: Task
    parts: tuple[Part, ...]
    ended: bool = True
    sha256: str = ""  # of the file's bytes, in the last stretch


def writable(text: str) -> str:
    """Return text that UTF-8 can write: stray bytes of file names and lone surrogates are spelled out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
