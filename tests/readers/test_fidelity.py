"""One agreement, every format and encoding: the clauses that come out are those that went in, one by one."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest

from clause_check.stages.read import read
from clause_check.stages.segment import segment

from . import bundles, printed, wordfile
from .original import clauses, entries, plain, read_back, traditional, wrapped
from .webpages import PAGES, markdown, page, structured

CHARSETS = {
    "utf-8": ("utf-8", "utf-8"),
    "utf-8 with BOM": ("utf-8-sig", "utf-8"),
    "utf-8 called gbk": ("utf-8", "gbk"),
    "gb18030": ("gb18030", "gb18030"),
    "gbk": ("gbk", "gbk"),
    "gb18030 called gb2312": ("gb18030", "gb2312"),
    "gbk called utf-8": ("gbk", "utf-8"),
    "gbk called latin-1": ("gbk", "iso-8859-1"),
    "utf-16": ("utf-16", "utf-16"),
    "utf-16 little endian without BOM": ("utf-16-le", "utf-8"),
    "utf-16 big endian without BOM": ("utf-16-be", "utf-8"),
}


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    assert read_back(read(page(PAGES[name]()).encode(), "协议.html")) == clauses()


@pytest.mark.parametrize("name", CHARSETS)
def test_page_in_charset(name: str) -> None:
    encoding, label = CHARSETS[name]
    assert read_back(read(page(structured(), label).encode(encoding), "协议.html")) == clauses()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_text_is_the_files_own(encoding: str, end: str) -> None:
    text = plain().replace("\n", end)
    (document,) = read(text.encode(encoding), "协议.txt")
    assert document.text.removeprefix("\ufeff") == text
    assert document.text.startswith("\ufeff") == (encoding == "utf-8-sig")
    assert document.blocks == ()


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("parted", ["\n\n", "\n"])
def test_wrapped_text_is_cut_into_the_same_clauses(encoding: str, parted: str) -> None:
    text = wrapped().replace("\n\n", parted).replace("\n", "\r\n")
    (document,) = read(text.encode(encoding), "协议.txt")
    found = [document.text[clause.start : clause.end] for clause in segment(document)]
    assert list(map(_solid, found)) == list(map(_solid, clauses()))


def _solid(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("label", ["big5", "utf-8", ""])
def test_traditional_page_in_big5(label: str) -> None:
    markup = traditional(page(structured(), label))
    assert read_back(read(markup.encode("big5hkscs"), "協議.html")) == [traditional(text) for text in clauses()]


def test_markdown() -> None:
    assert read_back(read(markdown().encode(), "协议.md")) == clauses()


@pytest.mark.parametrize("save", [bundles.chrome, bundles.explorer, bundles.safari])
def test_page_saved_whole(save: Callable[[str], bytes]) -> None:
    assert read_back(read(save(page(structured(), "gb2312")), "协议.mht")) == clauses()


def test_frame_in_mhtml() -> None:
    outer = page('<iframe src="cid:frame-1@mhtml.blink"></iframe>')
    assert read_back(read(bundles.chrome(outer, page(structured())), "协议.mhtml")) == clauses()


@pytest.mark.parametrize("namespace", [wordfile.W, wordfile.STRICT])
def test_word(namespace: str) -> None:
    data = wordfile.package(wordfile.parts(namespace))
    assert read_back(read(data, "协议.docx")) == [*clauses(), wordfile.NOTE]


def test_pdf() -> None:
    assert read_back(read(printed.one_column(), "协议.pdf")) == printed.expected()


def test_pdf_in_two_columns() -> None:
    assert read_back(read(printed.two_columns(), "协议.pdf")) == [one.text for one in entries() if not one.cells]


def test_gzipped_page() -> None:
    assert read_back(read(gzip.compress(page(structured()).encode()), "协议.html.gz")) == clauses()


def test_crawl() -> None:
    data = bundles.crawl({"https://terms.example/a": page(structured()).encode("gbk")})
    (document,) = read(data, "a.warc.gz")
    assert document.path == "a.warc.gz!/https://terms.example/a"
    assert read_back((document,)) == clauses()


def test_zip_of_everything() -> None:
    files = {
        "第10章/协议.html": page(structured()).encode("gbk"),
        "第2章/协议.docx": wordfile.package(wordfile.parts()),
        "第2章/logo.css": b"p{}",
        "协议.pdf": printed.one_column(),
        "说明.txt": wrapped().encode(),
        "__MACOSX/._协议.html": b"junk",
    }
    documents = read(bundles.gbk_zip(files), "存档.zip")
    names = ["第2章/协议.docx", "第10章/协议.html", "协议.pdf", "说明.txt"]
    assert sorted(document.path for document in documents) == sorted(f"存档.zip!/{name}" for name in names)
    assert [document.path.split("/")[1] for document in documents if "章" in document.path] == ["第2章", "第10章"]
    html = next(document for document in documents if document.path.endswith(".html"))
    assert read_back((html,)) == clauses()
