from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from clause_check.batch.run import Count, Options, batch
from clause_check.batch.store import Store
from clause_check.errors import ClauseCheckError
from clause_check.model import Facts

from .conftest import LAST_WORD, NO_REFUND, Scan, Write

Results = Callable[..., dict[str, list[tuple[object, ...]]]]


@pytest.fixture
def archive(write: Write, tmp_path: Path) -> Path:
    """Return a folder of pages: whole, twice, unreadable, in a zip."""
    write("甲/a.txt", NO_REFUND, LAST_WORD)
    write("甲/same.txt", NO_REFUND, LAST_WORD)
    write("乙/b.txt", LAST_WORD)
    write("c.txt", long=False)
    pages = tmp_path / "pages"
    (pages / "empty.txt").touch()
    (pages / "photo.bin").write_bytes(b"\0\1\2" * 100)
    with zipfile.ZipFile(pages / "z.zip", "w") as zipped:
        zipped.write(pages / "甲" / "a.txt", "丙/a.txt")
        zipped.writestr("丙/broken.txt", b"\0\1\2" * 100)
    return pages


def test_a_folder_is_scanned_into_a_store(archive: Path, scan: Scan, tmp_path: Path) -> None:
    count = scan()
    assert (count.read, count.failed, count.skipped, count.documents) == (5, 2, 0, 5)
    with Store.open(tmp_path / "out") as store:
        assert len(store.rows("select 1 from document")) == 3
        failed = {
            (row["path"].rsplit("/", 1)[1], row["part"]): row["code"] for row in store.rows("select * from failed")
        }
    assert failed == {
        ("empty.txt", ""): "file-empty",
        ("photo.bin", ""): "file-binary",
        ("z.zip", "!/丙/broken.txt"): "file-binary",
    }


def test_results_are_the_same_whatever_the_workers(archive: Path, scan: Scan, results: Results) -> None:
    scan(out="one", workers=1)
    scan(out="two", workers=2)
    assert results("one") == results("two")


def test_results_are_not_overwritten_unasked(archive: Path, scan: Scan) -> None:
    scan()
    with pytest.raises(ClauseCheckError) as caught:
        scan()
    assert caught.value.code == "results-there"


def test_resume_reads_only_what_is_new_or_changed(archive: Path, scan: Scan, write: Write, results: Results) -> None:
    scan()
    write("乙/b.txt", NO_REFUND)
    write("乙/new.txt", LAST_WORD)
    count = scan(resume=True)
    assert (count.read, count.failed, count.skipped, count.again) == (2, 0, 6, 0)
    scan(out="fresh")
    assert results("out") == results("fresh")


def test_failed_files_are_read_again_when_asked(archive: Path, scan: Scan) -> None:
    scan()
    assert scan(resume=True).failed == 0
    count = scan(resume=True, retry=True)
    assert (count.read, count.failed) == (1, 2)


def test_other_rules_are_applied_to_the_kept_text(
    archive: Path, scan: Scan, rule: Callable[..., Path], results: Results
) -> None:
    scan()
    for page in archive.rglob("*.txt"):
        page.unlink()
    rule("refund-exclusion.other", patterns=[{"regex": "虚拟商品"}], title="虚拟商品")
    rule("final-interpretation.platform", patterns=[{"regex": "永远不会出现"}], title="最终解释权归平台")
    assert scan(resume=True).again == 3
    assert {row[2] for row in results()["finding"]} <= {"refund-exclusion.other", "refund-exclusion.blanket"}
    assert len(results()["finding"]) == 1
    assert scan(resume=True).again == 0


def test_other_facts_are_applied_to_the_kept_text(archive: Path, scan: Scan, results: Results) -> None:
    scan()
    assert scan(resume=True, facts=Facts(date="2024-01-01")).again == 3
    scan(out="fresh", facts=Facts(date="2024-01-01"))
    assert results("out") == results("fresh")


def test_a_folder_that_opens_again_is_no_longer_failed(archive: Path, scan: Scan, tmp_path: Path) -> None:
    (archive / "link").symlink_to(tmp_path)
    scan()
    (archive / "link").unlink()
    scan(resume=True)
    with Store.open(tmp_path / "out") as store:
        assert store.rows("select 1 from failed where code like 'folder-%'") == []


def test_progress_is_told(archive: Path, scan: Scan, rules: Path, tmp_path: Path) -> None:
    told: list[int] = []
    batch([str(archive)], tmp_path / "out", Options(rules=rules, workers=1), lambda count: told.append(count.files))
    assert told[-1] == 7
    assert told == sorted(told)


def test_what_was_done_is_stored_when_the_run_is_broken_off(
    archive: Path, rules: Path, tmp_path: Path, scan: Scan, results: Results
) -> None:
    def stop(count: Count) -> None:
        if count.documents:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        batch([str(archive)], tmp_path / "out", Options(rules=rules, workers=1), stop)
    assert len(results()["holds"]) > 0
    scan(resume=True)
    scan(out="fresh")
    assert results("out") == results("fresh")
