from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from clause_check.batch.sources import digest, documents
from clause_check.errors import ClauseCheckError
from readers.bundles import crawl
from readers.webpages import page, structured

TERMS = page(structured())


def saved(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


def test_a_crawl_gives_the_same_documents_as_the_reader_one_at_a_time(tmp_path: Path) -> None:
    pages = {"https://a.example/1": TERMS.encode("gbk"), "https://a.example/2": b"<p></p>"}
    path = saved(tmp_path / "a.warc.gz", crawl(pages))
    first, second = documents(path, "a.warc.gz")
    assert first.path == "a.warc.gz!/https://a.example/1"
    assert len(first.text) > 500
    assert [concern.code for concern in second.concerns] == ["page-no-text"]


@pytest.mark.parametrize("share", [0.4, 0.5, 0.6])
def test_a_crawl_that_is_cut_off_keeps_what_came_before(tmp_path: Path, share: float) -> None:
    data = crawl({f"https://a.example/{n}": TERMS.encode() for n in range(3)})
    path = saved(tmp_path / "a.warc.gz", data[: int(len(data) * share)])
    seen: list[str] = []
    with pytest.raises(ClauseCheckError) as caught:
        seen.extend(document.path for document in documents(path, "a.warc.gz"))
    assert caught.value.code == "file-broken"
    assert seen == ["a.warc.gz!/https://a.example/0"]


def test_a_page_of_a_crawl_that_is_too_large_costs_that_page_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clause_check.batch.sources.MAX_BYTES", 20_000)
    path = saved(tmp_path / "a.warc.gz", crawl({"https://a/1": b"<p>" * 9000, "https://a/2": TERMS.encode()}))
    first, second = documents(path, "a.warc.gz")
    assert (first.path, [one.code for one in first.concerns]) == ("a.warc.gz!/https://a/1", ["file-too-large"])
    assert second.text


def test_a_crawl_without_pages_is_empty(tmp_path: Path) -> None:
    with pytest.raises(ClauseCheckError) as caught:
        list(documents(saved(tmp_path / "a.warc", crawl({})), "a.warc"))
    assert caught.value.code == "archive-empty"


def test_a_table_of_pages_is_read_by_its_columns(tmp_path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    parquet.write_table(arrow.table({"url": ["https://a.example/1", "x"], "html": [TERMS.encode(), b""]}), path)
    first, second = documents(str(path), "a.parquet")
    assert first.path == "a.parquet!/https://a.example/1"
    assert len(first.text) > 500
    assert [concern.code for concern in second.concerns] == ["file-empty"]


def test_a_table_without_pages_is_refused(tmp_path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.table({"n": [1]}), tmp_path / "a.parquet")
    with pytest.raises(ClauseCheckError) as caught:
        list(documents(str(tmp_path / "a.parquet"), "a.parquet"))
    assert caught.value.code == "file-broken"


def test_addresses_are_read_through_fsspec(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    path = saved(tmp_path / "a.html", TERMS.encode())
    [near], [far] = documents(path, "a.html"), documents(f"file://{path}", "a.html")
    assert near == far
    assert digest(f"file://{path}") == digest(path) == hashlib.sha256(TERMS.encode()).hexdigest()
    with pytest.raises(ClauseCheckError) as caught:
        list(documents(f"file://{path}x", "a.html"))
    assert caught.value.code == "file-missing"


def test_without_fsspec_the_install_line_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(ClauseCheckError, match=r"clause-check\[cluster\]"):
        list(documents("s3://a/b.html", "b.html"))
