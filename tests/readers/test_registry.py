from __future__ import annotations

from importlib import import_module

import pytest

from clause_check.readers.names import natural, pictured, readable
from clause_check.readers.registry import READERS, documents
from clause_check.readers.source import Source


@pytest.mark.parametrize("module", sorted(set(READERS.values())))
def test_every_format_has_its_reader(module: str) -> None:
    assert callable(import_module(f"clause_check.readers.{module}").read)


def test_a_stated_media_type_beats_the_look() -> None:
    (document,) = documents(Source("<p>协议</p>".encode(), "a.html", "text/plain"))
    assert document.text == "<p>协议</p>"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.html", True), ("b/协议.DOCX", True), ("a.css", False), (".git/a.txt", False), ("页_files/ad.html", False)],
)
def test_readable(name: str, expected: bool) -> None:
    assert readable(name) is expected


def test_pictured() -> None:
    assert pictured("截图/1.JPG")
    assert not pictured("页_files/logo.png")


def test_natural_order() -> None:
    assert sorted(["第10页", "第2页", "第1页"], key=natural) == ["第1页", "第2页", "第10页"]
