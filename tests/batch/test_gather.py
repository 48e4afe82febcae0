from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from clause_check.batch.gather import Walk
from clause_check.errors import ClauseCheckError


def touch(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def names(walk: Walk, *named: object) -> list[str]:
    return sorted(found.name for found in walk.run([str(one) for one in named]))


def test_folders_are_walked_and_assets_and_hidden_files_left_alone(tmp_path: Path) -> None:
    touch(tmp_path, "淘/用户协议.html", "淘/深/规则.txt", "b.html", ".hidden", "x.css", "b_files/n.html", "淘/.git/a")
    walk = Walk()
    assert names(walk, tmp_path) == ["b.html", "淘/深/规则.txt", "淘/用户协议.html"]
    assert walk.passed == 1


def test_the_owner_is_the_folder_right_below_what_was_named(tmp_path: Path) -> None:
    touch(tmp_path, "淘/深/规则.txt", "b.html")
    assert {found.name: found.owner for found in Walk().run([str(tmp_path)])} == {"淘/深/规则.txt": "淘", "b.html": ""}


def test_the_results_are_not_read_as_pages(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "out/results.sqlite", "deep/out/b.txt")
    assert names(Walk(tmp_path / "out"), tmp_path) == ["a.txt", "deep/out/b.txt"]


def test_files_of_one_name_in_two_folders_stay_apart(tmp_path: Path) -> None:
    touch(tmp_path, "甲/a.txt", "乙/a.txt")
    assert len({found.key for found in Walk().run([str(tmp_path / "甲"), str(tmp_path / "乙")])}) == 2


def test_a_missing_name_is_an_error_and_a_missing_line_of_a_list_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "a.txt")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO("./a.txt\n\ngone.txt\n"))
    assert [(found.name, found.stamp > 0) for found in Walk().run(["-"])] == [("a.txt", True), ("gone.txt", False)]
    with pytest.raises(ClauseCheckError) as caught:
        list(Walk().run([str(tmp_path / "gone")]))
    assert caught.value.code == "file-missing"


def test_links_to_folders_are_named_not_followed_and_broken_links_found(tmp_path: Path) -> None:
    touch(tmp_path, "a/b.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "a" / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    faults = {found.name: (found.fault, found.stamp > 0) for found in Walk().run([str(tmp_path)])}
    assert faults == {"a/b.txt": ("", True), "a/loop": ("folder-link", False), "a/gone.txt": ("", False)}


def test_a_folder_that_cannot_be_entered_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "a/b.txt", "c.txt")
    enter = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("a"):
            raise PermissionError(13, "Permission denied")
        return enter(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert {found.name: found.fault for found in Walk().run([str(tmp_path)])} == {
        "a/": "folder-unreadable",
        "c.txt": "",
    }


def test_special_files_are_never_opened(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe")
    assert names(Walk(), tmp_path) == ["a.txt"]


def test_a_name_of_stray_bytes_has_a_key_that_can_be_stored(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"a\xff.txt")).write_text("x", encoding="utf-8")
    [found] = Walk().run([str(tmp_path)])
    assert found.key.encode("utf-8").endswith(b"a\\udcff.txt")
    assert Path(found.path).exists()


def test_addresses_are_walked_through_fsspec(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    touch(tmp_path, "p/淘/a.html", "p/b.html", "p/x.css", "p/b_files/n.html")
    address = f"file://{tmp_path}/p"
    assert {f.name: f.owner for f in Walk().run([address])} == {"淘/a.html": "淘", "b.html": ""}
    assert [f.name for f in Walk().run([f"{address}/b.html"])] == ["b.html"]
    with pytest.raises(ClauseCheckError):
        list(Walk().run([f"{address}/gone"]))
