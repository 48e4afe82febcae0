"""Keep the packed rulebook between runs, in the user's own cache folder.

The file is named after the rule files, the library and Python versions, sealed with a key that only the
user can read, and rebuilt whenever anything is in doubt. Failing to keep it is never an error.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import regex

from clause_check import __version__
from clause_check.packfile import Packed, PackError, seal, unseal
from clause_check.wholefile import write_whole

KEY_BYTES = 32
KEPT = 4  # packs kept before older ones are removed
FORMAT = 4


def folder() -> Path:
    """Return the cache folder; ``CLAUSE_CHECK_CACHE`` names another."""
    if named := os.environ.get("CLAUSE_CHECK_CACHE"):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local")) / "clause-check"
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/clause-check"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "clause-check"


def name(rules: Path) -> str:
    """Return the file name for a rule folder as it is now: sizes and times of every file go in."""
    digest = hashlib.sha256(f"{FORMAT} {__version__} {regex.__version__} {sys.version} {rules.resolve()}".encode())
    for place, folders, files in os.walk(rules):
        folders.sort()
        for file in sorted(files):
            if file.endswith(".toml"):
                status = os.stat(os.path.join(place, file))  # noqa: PTH116,PTH118
                digest.update(f"{place}/{file} {status.st_size} {status.st_mtime_ns}".encode())
    return f"rules-{digest.hexdigest()[:32]}.pack"


def read(file: str) -> Packed | None:
    """Return the kept pack of that name, or None when there is none that can be trusted."""
    try:
        home = folder()
        if not (_private(home) and _private(home / "key") and _private(home / file)):
            return None
        return unseal((home / file).read_bytes(), (home / "key").read_bytes())
    except (OSError, ValueError):
        return None


def write(file: str, pack: Mapping[str, Any]) -> None:
    """Keep a pack under that name; silently do without when the folder cannot be used."""
    try:
        home = folder()
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _private(home):
            return
        write_whole(home / file, seal(pack, _key(home)))
        for old in sorted(home.glob("rules-*.pack"), key=lambda p: p.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    except (OSError, PackError):
        return


def _private(path: Path) -> bool:
    """Return whether a path is the user's own, no link, and nobody else may write to it."""
    status = path.lstat()
    if stat.S_ISLNK(status.st_mode):
        return False
    return sys.platform == "win32" or (status.st_uid == os.getuid() and not status.st_mode & 0o022)


def _key(home: Path) -> bytes:
    path = home / "key"
    if path.exists() and _private(path) and len(kept := path.read_bytes()) == KEY_BYTES:
        return kept
    key = secrets.token_bytes(KEY_BYTES)
    write_whole(path, key)
    return key
