from __future__ import annotations

import gzip

import pytest

from clause_check.errors import ClauseCheckError
from clause_check.readers import gzipped, picture
from clause_check.readers.limits import MAX_NESTING
from clause_check.readers.rows import Row
from clause_check.stages.read import read

from .bundles import gbk_zip
from .original import plain
from .wordfile import package


def test_one_broken_member_does_not_hide_the_others() -> None:
    bad, good = read(package({"1.pdf": b"%PDF-broken", "2.txt": plain()}), "a.zip")
    assert good.text == plain()
    assert (bad.path, bad.text) == ("a.zip!/1.pdf", "")
    assert [concern.code for concern in bad.concerns] == ["file-broken"]


@pytest.mark.parametrize("name", ["协议/用户.txt", "協議.txt"])
def test_names(name: str) -> None:
    assert read(gbk_zip({name: plain().encode()}), "a.zip")[0].path == f"a.zip!/{name}"
    assert read(package({name: plain()}), "a.zip")[0].path == f"a.zip!/{name}"


def test_nothing_to_read() -> None:
    with pytest.raises(ClauseCheckError) as caught:
        read(package({"a.css": "p{}", "b_files/ad.html": "<p>广告</p>", "empty.txt": ""}), "a.zip")
    assert caught.value.code == "archive-empty"


def test_zips_in_zips_end() -> None:
    data = package({"a.txt": plain()})
    for _ in range(MAX_NESTING):
        data = package({"inner.zip": data})
    (found,) = read(data, "a.zip")
    assert [concern.code for concern in found.concerns] == ["archive-too-nested"]


def test_a_gzip_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gzipped, "MIN_BOMB", 10_000)
    with pytest.raises(ClauseCheckError) as caught:
        read(gzip.compress(b"0" * 5_000_000), "a.gz")
    assert caught.value.code == "archive-bomb"


def test_screenshots_of_one_folder_are_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "recognise", lambda data, place, page: [Row(data.decode(), 0, 9, 0, 9, page)])
    shots = {f"截图/{number}.png": text for number, text in ((1, "第一条 甲"), (10, "第十条 丙"), (2, "第二条 乙"))}
    (found,) = read(package(shots), "a.zip", ocr=True)
    assert found.text.split("\n") == ["第一条 甲", "第二条 乙", "第十条 丙"]
