from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from clause_check.batch.book import write
from clause_check.batch.table import Table
from clause_check.errors import ClauseCheckError

TABLES = [
    Table("平台", ("平台", "处"), [("星河", 3), ("=1+1", 1.5)]),
    Table("条款", ("原文",), (("长" * 40_000,) for _ in range(3))),
]


def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name).decode() for name in book.namelist() if name.endswith(".xml")}


def test_heads_are_frozen_rows_filtered_and_numbers_numbers(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    write(tmp_path / "a.xlsx", TABLES, ["说明一"])
    found = parts(tmp_path / "a.xlsx")
    first = found["xl/worksheets/sheet1.xml"]
    assert 'topLeftCell="A2"' in first
    assert 'state="frozen"' in first
    assert '<autoFilter ref="A1:B3"/>' in first
    assert "<v>1.5</v>" in first
    assert "<f>" not in first
    assert [f'name="{name}"' in found["xl/workbook.xml"] for name in ("平台", "条款", "说明")] == [True] * 3
    assert "长" * 32_767 + "<" in found["xl/worksheets/sheet2.xml"]
    assert "说明一" in found["xl/worksheets/sheet3.xml"]


def test_without_the_library_the_install_line_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(ClauseCheckError, match=r"pip install 'clause-check\[batch\]'"):
        write(tmp_path / "a.xlsx", TABLES)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    with pytest.raises(ClauseCheckError) as caught:
        write(tmp_path / "gone" / "a.xlsx", TABLES)
    assert caught.value.code == "file-unwritable"
