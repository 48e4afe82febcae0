from __future__ import annotations

import io

import pypdfium2
import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from clause_check.errors import ClauseCheckError
from clause_check.readers import pdf
from clause_check.readers.rows import Row
from clause_check.stages.read import read

from .printed import one_column, pictures


def test_pages_are_named() -> None:
    (document,) = read(one_column(), "协议.pdf")
    assert document.blocks[0].origin == "第1页"
    assert document.blocks[-1].origin == "第4页"
    assert document.media == "application/pdf"


def test_a_scan_says_that_it_holds_pictures_only() -> None:
    with pytest.raises(ClauseCheckError) as caught:
        read(pictures(), "扫描.pdf")
    assert caught.value.code == "pdf-only-pictures"
    assert "--ocr" in str(caught.value)


def test_a_scan_is_recognised_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []

    def recognise(picture: bytes, place: str, page: int) -> list[Row]:
        seen.append(picture)
        return [Row(f"第{page + 1}条 余额不退", 0, 90, 0, 10, page)]

    monkeypatch.setattr(pdf, "recognise", recognise)
    (document,) = read(pictures(), "扫描.pdf", ocr=True)
    assert document.text == "第1条 余额不退\n第2条 余额不退"
    assert [block.origin for block in document.blocks] == ["第1页", "第2页"]
    assert "ocr-text" in [concern.code for concern in document.concerns]
    magic, width, height, depth, pixels = seen[0].split(maxsplit=4)
    assert (magic, depth) == (b"P5", b"255")
    assert len(pixels) == int(width) * int(height)


def test_pages_of_pictures_among_text_are_named() -> None:
    whole = pypdfium2.PdfDocument.new()
    for part in (one_column(), pictures(1)):
        whole.import_pages(pypdfium2.PdfDocument(part))
    target = io.BytesIO()
    whole.save(target)
    (document,) = read(target.getvalue(), "协议.pdf")
    (concern,) = document.concerns
    assert concern.code == "pdf-picture-pages"
    assert "第 5 页" in concern.message


def test_a_password() -> None:
    target = io.BytesIO()
    canvas = Canvas(target, encrypt=pdfencrypt.StandardEncryption("secret", canPrint=0))
    canvas.drawString(72, 72, "x")
    canvas.save()
    with pytest.raises(ClauseCheckError) as caught:
        read(target.getvalue(), "协议.pdf")
    assert caught.value.code == "pdf-locked"


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 3)
    with pytest.raises(ClauseCheckError) as caught:
        read(one_column(), "协议.pdf")
    assert caught.value.code == "pdf-too-long"


def test_no_text_and_no_picture() -> None:
    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.showPage()
    canvas.save()
    with pytest.raises(ClauseCheckError) as caught:
        read(target.getvalue(), "空白.pdf")
    assert caught.value.code == "page-no-text"
