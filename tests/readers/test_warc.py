from __future__ import annotations

import sys

import pytest

from clause_check.errors import ClauseCheckError
from clause_check.readers import warc
from clause_check.stages.read import read

from .bundles import crawl
from .webpages import page, structured

TERMS = page(structured()).encode("gbk")


def test_one_document_a_response() -> None:
    found = read(crawl({"https://a.example/1": TERMS, "https://a.example/2": b"<p></p>"}), "a.warc")
    assert [document.path for document in found] == ["a.warc!/https://a.example/1", "a.warc!/https://a.example/2"]
    assert [concern.code for concern in found[1].concerns] == ["page-no-text"]


def test_a_crawl_without_pages() -> None:
    with pytest.raises(ClauseCheckError) as caught:
        read(crawl({}), "a.warc.gz")
    assert caught.value.code == "archive-empty"


def test_a_crawl_that_unpacks_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MAX_INFLATED", 100)
    with pytest.raises(ClauseCheckError) as caught:
        read(crawl({"https://a.example/1": TERMS}), "a.warc.gz")
    assert caught.value.code == "archive-bomb"


def test_without_warcio_the_install_line_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    with pytest.raises(ClauseCheckError, match=r"clause-check\[warc\]"):
        read(crawl({"https://a.example/1": TERMS}), "a.warc.gz")
