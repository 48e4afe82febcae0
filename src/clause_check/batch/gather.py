"""Walk what the user named, one path at a time: nothing is held in a list."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from clause_check.batch.items import Found
from clause_check.batch.sources import filesystem, remote
from clause_check.errors import ClauseCheckError
from clause_check.readers.names import JUNK

STANDARD_INPUT = "-"
ASSETS = re.compile(
    r"\.(?:css|m?js|map|svg|gif|ico|cur|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|ogg|wav|avi|mov|swf)$", re.I
)


@dataclass(slots=True)
class Walk:
    """A walk over named files, folders and addresses; ``passed`` counts the assets it left alone."""

    below: Path | None = None  # a folder not to enter: the results themselves
    passed: int = 0

    def run(self, named: Iterable[str]) -> Iterator[Found]:
        """Yield every file; ``-`` stands for a list on standard input.

        Raises ``ClauseCheckError('file-missing')`` for a named path that does not exist; what is wrong
        with one file or folder further down is in ``Found.fault``.
        """
        for name in named:
            if name == STANDARD_INPUT:
                yield from (_listed(line.strip()) for line in sys.stdin if line.strip())
            elif remote(name):
                yield from self._far(name)
            elif Path(name).is_dir():
                yield from self._folder(os.path.abspath(name), "", ())  # noqa: PTH100 - links are not resolved
            elif Path(name).exists():
                yield _file(name, Path(name).name)
            else:
                raise ClauseCheckError("file-missing", name)

    def _folder(self, folder: str, inside: str, above: tuple[str, ...]) -> Iterator[Found]:
        """Yield what is below ``folder``, which is called ``inside`` (empty, or ending in a slash)."""
        try:
            entries = os.scandir(folder)
        except OSError:
            yield Found(folder, inside or folder, above[0] if above else "", fault="folder-unreadable")
            return
        with entries:
            for entry in entries:
                if entry.name.startswith(".") or JUNK.search(entry.name) or self._results(entry):
                    continue
                name = inside + entry.name
                if entry.is_dir(follow_symlinks=False):
                    yield from self._folder(entry.path, f"{name}/", (*above, entry.name))
                elif found := self._entry(entry, name, above):
                    yield found

    def _entry(self, entry: os.DirEntry[str], name: str, above: tuple[str, ...]) -> Found | None:
        owner = above[0] if above else ""
        if entry.is_symlink() and entry.is_dir():
            return Found(entry.path, name, owner, fault="folder-link")
        if ASSETS.search(entry.name):
            self.passed += 1
            return None
        return _file(entry.path, name, owner) if entry.is_file() or entry.is_symlink() else None

    def _results(self, entry: os.DirEntry[str]) -> bool:
        return self.below is not None and entry.name == self.below.name and Path(entry.path).resolve() == self.below

    def _far(self, address: str) -> Iterator[Found]:
        """Yield what is below an address such as ``s3://bucket/pages``."""
        system, root = filesystem(address)
        if system.isfile(root):
            yield _object(system, system.info(root), PurePosixPath(root).name)
            return
        if not system.exists(root):
            raise ClauseCheckError("file-missing", address)
        for _, _, files in system.walk(root, detail=True):
            for info in files.values():
                inside = str(info["name"])[len(root) :].strip("/")
                if ASSETS.search(inside):
                    self.passed += 1
                elif not JUNK.search(inside):
                    yield _object(system, info, inside)


def _listed(line: str) -> Found:
    if remote(line):
        return Found(line, line)
    return _file(line, PurePosixPath(os.path.normpath(line).replace(os.sep, "/")).as_posix())


def _file(path: str, name: str, owner: str = "") -> Found:
    where = os.path.abspath(path)  # noqa: PTH100 - links are not resolved
    try:
        status = Path(path).stat()
    except OSError:
        return Found(where, name, owner)
    return Found(where, name, owner, status.st_size, status.st_mtime_ns)


def _object(system: Any, info: dict[str, Any], inside: str) -> Found:
    marks = [str(info.get(key, "")) for key in ("ETag", "etag", "LastModified", "last_modified", "mtime", "created")]
    stamp = int.from_bytes(hashlib.sha256("\0".join(marks).encode()).digest()[:7])
    owner = inside.split("/")[0] if "/" in inside else ""
    return Found(system.unstrip_protocol(info["name"]), inside, owner, int(info.get("size") or 0), stamp)
