from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from clause_check.batch import work
from clause_check.batch.items import Kept, Scanned
from clause_check.batch.run import Options, make
from clause_check.batch.work import Worker
from clause_check.model import Facts

from .conftest import LAST_WORD, NO_REFUND, Scan, Write, found

Pages = Callable[..., Path]


@pytest.fixture
def worker(rules: Path) -> Worker:
    return make(Options(rules=rules))


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    """Return a function that zips pages, each with one fault and its number."""

    def make(count: int, **more: bytes) -> Path:
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for n in range(count):
                archive.writestr(f"p{n:03}.txt", f"用户协议\n第一条 第{n}号{NO_REFUND}")
            for name, data in more.items():
                archive.writestr(f"{name}.txt", data)
        return path

    return make


def stretches(worker: Worker, path: Path, **more: object) -> list[Scanned]:
    return [one for one in worker(found(path, **more)) if isinstance(one, Scanned)]


def test_a_page_gives_its_document_and_findings(worker: Worker, write: Write) -> None:
    path = write("a.txt", NO_REFUND, LAST_WORD)
    [scanned] = worker(found(path))
    assert isinstance(scanned, Scanned)
    [part] = scanned.parts
    assert part.document is not None
    assert (part.owner, part.document["title"], part.document["unfit"]) == ("a", "用户服务协议", "")
    assert [one["rule"] for one in part.findings] == ["refund-exclusion.blanket", "final-interpretation.platform"]
    text = path.read_text(encoding="utf-8")
    for n, one in enumerate(part.findings):
        assert text[one["start"] : one["finish"]] == one["quote"]
        assert (one["document"], one["n"], json.loads(one["cites"])) == (part.document["id"], n, ["测试法/1/1"])


def test_a_file_that_cannot_be_read_gives_its_reason_by_the_name_in_results(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b" ")
    [scanned] = stretches(worker, path)
    assert [(part.code, part.document) for part in scanned.parts] == [("file-empty", None)]
    assert scanned.parts[0].reason.startswith("a.txt ")


def test_a_fault_of_the_walk_is_passed_on(worker: Worker, tmp_path: Path) -> None:
    [scanned] = stretches(worker, tmp_path, fault="folder-unreadable")
    assert [part.code for part in scanned.parts] == ["folder-unreadable"]


def test_an_archive_comes_in_stretches_that_say_where_they_begin(worker: Worker, pages: Pages) -> None:
    found = stretches(worker, pages(70))
    assert [(one.task.start, len(one.parts), one.ended) for one in found] == [  # type: ignore[union-attr]
        (0, 32, False),
        (32, 32, False),
        (64, 6, True),
    ]
    assert [part.n for one in found for part in one.parts] == list(range(70))


def test_an_archive_goes_on_where_it_stopped(worker: Worker, pages: Pages) -> None:
    path = pages(5)
    [scanned] = stretches(worker, path, start=3)
    assert [part.name for part in scanned.parts] == ["!/p003.txt", "!/p004.txt"]
    [ended] = stretches(worker, path, start=5)
    assert (ended.parts, ended.ended) == ((), True)


def test_parts_that_cost_a_worker_are_left_out_with_the_reason(worker: Worker, pages: Pages) -> None:
    [scanned] = stretches(worker, pages(3), bad=((1, "page-slow", "太慢"),))
    assert [(part.n, part.code, part.reason) for part in scanned.parts if not part.document] == [
        (1, "page-slow", "太慢")
    ]


def test_a_member_that_cannot_be_read_is_a_failed_part(worker: Worker, pages: Pages) -> None:
    [scanned] = stretches(worker, pages(1, q=b"\0\1\2" * 100))
    assert [(part.name, part.code) for part in scanned.parts] == [("!/p000.txt", ""), ("!/q.txt", "file-binary")]


def test_an_error_of_ours_costs_that_page_only(worker: Worker, pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    real = work.document_row

    def broken(report: object, name: str) -> object:
        if "第1号" in report.document.text:  # type: ignore[attr-defined]
            raise RecursionError
        return real(report, name)  # type: ignore[arg-type]

    monkeypatch.setattr(work, "document_row", broken)
    [scanned] = stretches(worker, pages(3))
    assert [part.code for part in scanned.parts] == ["", "page-failed", ""]
    assert "RecursionError" in scanned.parts[1].reason


def test_a_kept_text_is_checked_again_without_the_page(
    worker: Worker, write: Write, scan: Scan, tmp_path: Path
) -> None:
    path = write("a.txt", NO_REFUND)
    scan()
    path.unlink()
    [before] = stretches(worker, write("a.txt", NO_REFUND))
    document = before.parts[0].document
    assert document is not None
    later = replace(worker, facts=Facts(date="2025-01-01"))
    store = tmp_path / "out" / "results.sqlite"
    [scanned] = later(Kept(document["id"], str(store), later.rules, "consumer unknown 2025-01-01"))
    assert isinstance(scanned, Scanned)
    assert scanned.parts[0].document == document | {"facts": "consumer unknown 2025-01-01"}
    assert scanned.parts[0].findings == before.parts[0].findings
