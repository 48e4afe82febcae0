"""Whatever is wrong with a file, the reader says so in its own words or reads what is left."""

from __future__ import annotations

import base64
import plistlib
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clause_check.errors import ClauseCheckError
from clause_check.readers.package import Package
from clause_check.stages.read import read

from . import bundles, printed, wordfile
from .original import clauses, plain
from .webpages import page, structured

PAGE = page(structured())
WHOLE: dict[str, bytes] = {
    "a.txt": plain().encode("gb18030"),
    "a.html": PAGE.encode(),
    "b.html": PAGE.encode("utf-16"),
    "a.mhtml": bundles.chrome(PAGE),
    "a.mht": bundles.explorer(PAGE),
    "a.webarchive": bundles.safari(PAGE),
    "a.docx": wordfile.package(wordfile.parts()),
    "a.zip": wordfile.package({"a.txt": plain(), "b.html": PAGE}),
    "a.warc.gz": bundles.crawl({"https://a.example/": PAGE.encode("gbk")}),
}


@pytest.mark.parametrize("path", WHOLE)
@given(data=st.data())
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_damaged_files_raise_nothing_else(path: str, data: st.DataObject) -> None:
    whole = bytearray(WHOLE[path])
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=20)):
        whole[place] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(1, len(whole)))
    said = _said(bytes(whole[:end]), path)
    assert said is None or path in said


def _said(data: bytes, path: str) -> str | None:
    try:
        read(data, path)
    except ClauseCheckError as error:
        return str(error)
    return None


@pytest.mark.parametrize("data", [-1, 1 << 62, 20 << 30, "text"])
def test_a_webarchive_whose_page_is_no_bytes(data: object) -> None:
    archive = plistlib.dumps({"WebMainResource": {"WebResourceData": data}}, fmt=plistlib.FMT_BINARY)
    assert "a.webarchive" in str(_said(archive, "a.webarchive"))


def test_a_webarchive_whose_frames_are_no_tables() -> None:
    archive = plistlib.loads(bundles.safari(PAGE)) | {"WebSubframeArchives": ["frame"]}
    assert "a.webarchive" in str(_said(plistlib.dumps(archive, fmt=plistlib.FMT_BINARY), "a.webarchive"))


def test_base64_that_was_cut_off() -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    body = base64.b64encode(PAGE.encode())[:4001]
    data = head + b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + body
    (document,) = read(data, "a.mht")
    assert document.text.split("\n")[:10] == clauses()[:10]


@pytest.mark.parametrize("damage", [lambda data: data[:60] + b"\xff" * 40 + data[100:], lambda data: data[:-30]])
def test_a_broken_member(damage: Callable[[bytes], bytes]) -> None:
    with pytest.raises(ClauseCheckError) as caught:
        _read_all(damage(WHOLE["a.zip"]))
    assert caught.value.code == "file-broken"


def _read_all(data: bytes) -> None:
    package = Package(data, "a.zip")
    for info in package.members:
        package.read(info)


def test_a_broken_page_of_a_pdf_is_named() -> None:
    data = printed.one_column()
    at = data.index(b"/Type /Page\n")
    (document,) = read(data[:at] + b"/Type /Nope\n" + data[at + 12 :], "a.pdf")
    assert [concern.code for concern in document.concerns] == ["pdf-broken-pages"]
    assert "第 1 页" in document.concerns[0].message
