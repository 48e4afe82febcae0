from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

import pytest

from clause_check import cache

PACK = {"digest": "d", "sources": ["退款"]}


class Bomb:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (os.system, ("exit 1",))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAUSE_CHECK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_kept_and_read_back(home: Path) -> None:
    assert cache.read("rules-a.pack") is None
    cache.write("rules-a.pack", PACK)
    kept = cache.read("rules-a.pack")
    assert kept is not None
    assert kept["digest"] == "d"


@pytest.mark.parametrize("poison", [b"", b"garbage", pickle.dumps(Bomb())], ids=["truncated", "garbage", "pickle"])
def test_poison_is_not_trusted(home: Path, poison: bytes) -> None:
    cache.write("rules-a.pack", PACK)
    (home / "rules-a.pack").write_bytes(poison)
    assert cache.read("rules-a.pack") is None


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_file_others_can_write_is_not_trusted(home: Path) -> None:
    cache.write("rules-a.pack", PACK)
    (home / "rules-a.pack").chmod(0o666)
    assert cache.read("rules-a.pack") is None


@pytest.mark.skipif(sys.platform == "win32", reason="symlinks")
def test_a_link_is_not_followed(home: Path, tmp_path: Path) -> None:
    cache.write("rules-a.pack", PACK)
    (home / "rules-a.pack").rename(tmp_path / "elsewhere")
    (home / "rules-a.pack").symlink_to(tmp_path / "elsewhere")
    assert cache.read("rules-a.pack") is None


def test_an_unusable_folder_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("CLAUSE_CHECK_CACHE", str(tmp_path / "file"))
    cache.write("rules-a.pack", PACK)
    assert cache.read("rules-a.pack") is None


def test_the_name_changes_with_the_rules(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("x = 1")
    before = cache.name(tmp_path)
    assert cache.name(tmp_path) == before
    (tmp_path / "a.toml").write_text("x = 12")
    assert cache.name(tmp_path) != before


def test_old_packs_are_cleared(home: Path) -> None:
    for number in range(7):
        cache.write(f"rules-{number}.pack", PACK)
    assert len(list(home.glob("rules-*.pack"))) == cache.KEPT
