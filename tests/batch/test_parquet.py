from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from clause_check.batch import parquet
from clause_check.batch.items import Found, Part, Scanned
from clause_check.batch.results import opened
from clause_check.batch.schema import TABLES
from clause_check.batch.store import Store
from clause_check.errors import ClauseCheckError

from .conftest import LAST_WORD, NO_REFUND, Scan, Write, contents

pytest.importorskip("pyarrow")
pytest.importorskip("fsspec")

Results = Callable[..., dict[str, list[tuple[object, ...]]]]
PAGE = Found("/a.txt", "a.txt", "", 9, 7)


def said(document: str, text: str = "") -> Part:
    row = dict.fromkeys(TABLES["document"]) | {"id": document, "title": text, "text": b"\0", "blocks": b""}
    return Part(0, "", "甲", row, (dict.fromkeys(TABLES["finding"]) | {"document": document, "n": 0},))


def scanned(found: Found, *parts: Part) -> Scanned:
    return Scanned(found, parts, sha256="s")


def loaded(where: Path) -> dict[str, list[tuple[object, ...]]]:
    with Store.passing() as store:
        parquet.load(str(where), store)
        return {
            t: sorted(map(tuple, store.rows(f"select * from {t}")), key=str) for t in ("source", "holds", "finding")
        }


def test_a_store_goes_out_and_comes_back_whole(scan: Scan, write: Write, results: Results, tmp_path: Path) -> None:
    write("甲/a.txt", NO_REFUND, LAST_WORD)
    write("乙/b.txt", LAST_WORD)
    (tmp_path / "pages" / "empty.txt").touch()
    scan()
    with Store.open(tmp_path / "out") as store:
        parquet.export(store, str(tmp_path / "lake"))
    with Store.create(tmp_path / "back") as store:
        parquet.load(str(tmp_path / "lake"), store)
    assert results("back") == results("out")
    with opened(str(tmp_path / "lake")) as store:
        assert len(store.rows("select 1 from finding")) == 3


def test_a_part_that_was_not_finished_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), parquet.part(str(tmp_path), "part-1") as made:  # noqa: PT012
        made.scanned(scanned(PAGE, said("d")))
        raise RuntimeError
    assert parquet.names(str(tmp_path)) == []
    assert list(tmp_path.rglob("*.parquet")) == []
    with pytest.raises(ClauseCheckError):
        opened(str(tmp_path))


def test_many_rows_are_written_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "TOGETHER", 3)
    monkeypatch.setattr(parquet, "DOCUMENTS", 4)
    with parquet.part(str(tmp_path), "part-1") as made:
        for n in range(10):
            made.scanned(scanned(replace(PAGE, path=f"/{n}"), said(f"d{n}")))
    assert len(list(parquet.rows(str(tmp_path), "document", "part-1"))) == 10


def test_a_document_of_two_files_is_in_a_part_once(tmp_path: Path) -> None:
    with parquet.part(str(tmp_path), "part-1") as made:
        made.scanned(scanned(PAGE, said("d")))
        made.scanned(scanned(replace(PAGE, path="/b"), said("d")))
    assert [len(loaded(tmp_path)[table]) for table in ("source", "holds", "finding")] == [2, 2, 1]


def test_a_file_is_failed_when_nothing_came_of_it(tmp_path: Path) -> None:
    lost = Part(0, "", code="file-empty", reason="空的")
    with parquet.part(str(tmp_path), "part-1") as made:
        made.scanned(scanned(PAGE, said("d"), replace(lost, n=1)))
        made.scanned(scanned(replace(PAGE, path="/b"), lost))
    assert [row[-1] for row in loaded(tmp_path)["source"]] == ["read", "failed"]


@pytest.mark.parametrize("order", [("part-1", "part-2"), ("part-2", "part-1")])
def test_of_a_file_in_two_parts_the_newer_counts(tmp_path: Path, order: tuple[str, str]) -> None:
    for name, stamp, document in zip(order, (7, 8), ("old", "new"), strict=True):
        with parquet.part(str(tmp_path), name) as made:
            made.scanned(scanned(replace(PAGE, stamp=stamp), said(document)))
    assert [row[3] for row in loaded(tmp_path)["holds"]] == ["new"]


def test_a_part_is_removed_whole(tmp_path: Path) -> None:
    with parquet.part(str(tmp_path), "part-1") as made:
        made.scanned(scanned(PAGE, said("d")))
    parquet.remove(str(tmp_path), "part-1")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_results_in_a_store_are_opened_as_such(scan: Scan, write: Write, tmp_path: Path) -> None:
    write("a.txt", LAST_WORD)
    scan()
    with opened(str(tmp_path / "out")) as store:
        assert store.file == tmp_path / "out" / "results.sqlite"
    assert contents(tmp_path / "out")["finding"]
