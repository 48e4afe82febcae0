"""Reading as a whole: from a path, in pieces, with every refusal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from clause_check.errors import ClauseCheckError
from clause_check.stages import read as stage
from clause_check.stages.read import load, read

TEXT = "第一条 虚拟商品一经售出，概不退换。\r\n"


def test_load_gives_the_bytes(tmp_path: Path) -> None:
    file = tmp_path / "协议.txt"
    file.write_bytes(TEXT.encode())
    assert load(file) == TEXT.encode()


def test_load_says_what_is_wrong_and_where(tmp_path: Path) -> None:
    empty, large, looped = tmp_path / "空.txt", tmp_path / "大.txt", tmp_path / "圈.txt"
    empty.write_bytes(b" \r\n")
    large.write_bytes(b"x" * 11)
    looped.symlink_to(looped)
    cases = {
        "file-missing": tmp_path / "无.txt",
        "file-is-folder": tmp_path,
        "file-empty": empty,
        "file-too-large": large,
        "file-unreadable": looped,
    }
    for code, path in cases.items():
        with pytest.raises(ClauseCheckError) as caught:
            load(path, limit=10)
        assert (caught.value.code, caught.value.place) == (code, str(path))
        assert str(path) in str(caught.value)


def test_text_keeps_every_character_and_its_digest() -> None:
    (document,) = read(TEXT.encode("utf-8-sig"), "-")
    assert document.text == "\ufeff" + TEXT
    assert document.size == len(TEXT.encode("utf-8-sig"))
    assert document.sha256 == "437863bda9949b2f535afb5e0160b0e16374021a6cfcadee8dc24a50068e1732"
    assert document.encoding == "utf-8"


def test_bytes_have_limits_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "MAX_BYTES", 10)
    for data, code in ((b"", "file-empty"), (b"x" * 11, "file-too-large")):
        with pytest.raises(ClauseCheckError) as caught:
            read(data, "a.txt")
        assert caught.value.code == code


def test_a_text_loads_no_parser(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom clause_check.stages.read import read\n"
        f"read({TEXT!r}.encode(), 'a.txt')\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    heavy = {"selectolax", "pypdfium2", "markdown_it", "zipfile", "email", "xml", "plistlib", "csv", "subprocess"}
    assert not heavy & set(run.stdout.split())
