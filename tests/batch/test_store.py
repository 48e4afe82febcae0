from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from clause_check.batch.items import Found, Kept, Part, Scanned
from clause_check.batch.schema import FILE, TABLES
from clause_check.batch.store import Store
from clause_check.errors import ClauseCheckError

PAGE = Found("/a.zip", "a.zip", "", 9, 7)


def part(n: int, document: str = "") -> Part:
    if not document:
        return Part(n, f"!/{n}", code="file-binary", reason="读不了")
    row = dict.fromkeys(TABLES["document"], "") | {"id": document, "rules": "r", "facts": "f"}
    finding = dict.fromkeys(TABLES["finding"], "") | {"document": document, "n": 0}
    return Part(n, f"!/{n}", "甲", row, (finding,))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "out")


def held(store: Store) -> list[tuple[object, ...]]:
    return [tuple(row) for row in store.rows("select path, n, document from holds order by path, n")]


def test_a_file_is_known_by_size_and_stamp(store: Store) -> None:
    assert store.known(PAGE) == ("", 0)
    store.write([Scanned(PAGE, (part(0, "d"),), sha256="s")])
    assert store.known(PAGE) == ("read", 0)
    assert store.known(Found("/a.zip", "a.zip", "", 9, 8)) == ("", 0)
    assert store.known(Found("/a.zip", "a.zip", "", 10, 7)) == ("", 0)


def test_an_archive_is_half_read_until_its_last_stretch(store: Store) -> None:
    store.write([Scanned(PAGE, (part(0, "d"), part(1)), ended=False)])
    assert store.known(PAGE) == ("partial", 2)
    store.write([Scanned(Found("/a.zip", "a.zip", "", 9, 7, start=2), (part(2, "e"),))])
    assert store.known(PAGE) == ("read", 0)
    assert held(store) == [("/a.zip", 0, "d"), ("/a.zip", 2, "e")]
    assert store.faulty(PAGE)


def test_a_file_that_changed_drops_what_it_held(store: Store) -> None:
    store.write([Scanned(PAGE, (part(0, "d"), part(1, "e"), part(2)))])
    store.write([Scanned(Found("/a.zip", "a.zip", "", 1, 8), (part(0, "f"),))])
    assert held(store) == [("/a.zip", 0, "f")]
    assert not store.faulty(PAGE)
    store.finish()
    assert [row[0] for row in store.rows("select id from document")] == ["f"]
    assert [row[0] for row in store.rows("select document from finding")] == ["f"]


def test_a_page_held_twice_is_stored_once(store: Store) -> None:
    store.write([Scanned(PAGE, (part(0, "d"),)), Scanned(Found("/b", "b", "", 1, 1), (part(0, "d"),))])
    assert len(held(store)) == 2
    assert len(store.rows("select 1 from document")) == len(store.rows("select 1 from finding")) == 1


def test_a_write_that_fails_leaves_nothing(store: Store) -> None:
    broken = Scanned(Found("/b", "b", "", 1, 1), (Part(0, "", document={"id": "x"}),))
    with pytest.raises(sqlite3.Error):
        store.write([Scanned(PAGE, (part(0, "d"),)), broken])
    assert store.known(PAGE) == ("", 0)
    assert held(store) == []


def test_only_documents_of_other_rules_or_facts_are_outdated(store: Store) -> None:
    store.write([Scanned(PAGE, (part(0, "d"), part(1, "e")))])
    assert list(store.outdated("r", "f")) == []
    assert [kept.id for kept in store.outdated("r2", "f")] == ["d", "e"]
    assert [kept.id for kept in store.outdated("r", "f2")] == ["d", "e"]


def test_a_text_that_cannot_be_checked_again_keeps_no_old_findings(store: Store) -> None:
    store.write([Scanned(PAGE, (part(0, "d"),))])
    lost = Part(0, "", code="page-slow", reason="太慢")
    store.write([Scanned(Kept("d", str(store.file), "r2", "f"), (lost,))])
    assert store.rows("select 1 from finding") == []
    assert tuple(store.rows("select unfit, unchecked, rules from document")[0]) == ("unchecked", '["太慢"]', "r2")
    assert list(store.outdated("r2", "f")) == []


def test_results_open_where_nothing_may_be_written(store: Store, tmp_path: Path) -> None:
    store.write([Scanned(PAGE, (part(0, "d"),))])
    store.finish()
    store.base.close()
    assert [path.name for path in (tmp_path / "out").iterdir()] == [FILE]
    (tmp_path / "out").chmod(0o500)
    with Store.open(tmp_path / "out") as reading:
        assert len(held(reading)) == 1
        with pytest.raises(sqlite3.OperationalError):
            reading.set_meta("a", "b")
    (tmp_path / "out").chmod(0o700)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [(None, "results-missing"), (b"no database, really", "results-broken"), (b"", "results-broken")],
)
def test_results_that_are_none(tmp_path: Path, wrong: bytes | None, code: str) -> None:
    if wrong is not None:
        (tmp_path / FILE).write_bytes(wrong)
    with pytest.raises(ClauseCheckError) as caught:
        Store.open(tmp_path)
    assert caught.value.code == code


def test_results_of_another_shape_are_refused(store: Store, tmp_path: Path) -> None:
    store.set_meta("schema", "99")
    store.base.close()
    for opening in (Store.open, Store.create):
        with pytest.raises(ClauseCheckError) as caught:
            opening(tmp_path / "out")
        assert caught.value.code == "results-version"


def test_the_file_says_what_its_columns_mean(store: Store) -> None:
    schema = "\n".join(row[0] for row in store.rows("select sql from sqlite_master where type = 'table'"))
    assert "CREATE TABLE finding ( -- one row a finding" in schema
    assert "    stamp integer, -- changes when the file does" in schema
    columns = {table: [row[1] for row in store.rows(f"pragma table_info({table})")] for table in TABLES}
    assert columns == {table: list(names) for table, names in TABLES.items()}
