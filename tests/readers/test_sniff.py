from __future__ import annotations

import pytest

from clause_check.errors import ClauseCheckError
from clause_check.readers.sniff import DOCX, ZIP, sniff

from .wordfile import package, parts


@pytest.mark.parametrize(
    ("data", "path", "media"),
    [
        (b"%PDF-1.7", "a.txt", "application/pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.7", "a", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "image/png"),
        (b"\xff\xd8\xff\xe0", "a", "image/jpeg"),
        (b"RIFF....WEBPVP8", "a", "image/webp"),
        (b"bplist00", "a.webarchive", "application/x-webarchive"),
        (b"WARC/1.0\r\n", "a", "application/warc"),
        (b"\x1f\x8b\x08", "a.warc.gz", "application/warc"),
        (b"\x1f\x8b\x08", "a.html.gz", "application/gzip"),
        (
            b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n",
            "a",
            "multipart/related",
        ),
        ("<p>协议</p>".encode(), "-", "text/html"),
        ("<HTML><p>协议".encode("utf-16"), "-", "text/html"),
        ("协议".encode(), "a.htm", "text/html"),
        ("# 协议".encode(), "a.md", "text/markdown"),
        ("第一条 请勿填写 <p> 之类的标签。".encode(), "a.txt", "text/plain"),
        ("<!DOCTYPE html><p>协议".encode(), "a.txt", "text/html"),
        ("协议\x1b[0m".encode(), "-", "text/plain"),
    ],
)
def test_media(data: bytes, path: str, media: str) -> None:
    assert sniff(data, path) == media


def test_zip_or_word() -> None:
    assert sniff(package(parts()), "a.zip") == DOCX
    assert sniff(package({"a.html": "<p>"}), "a.docx") == ZIP


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "file-old-word"),
        (b"{\\rtf1\\ansi", "file-rtf"),
        (b"\x7fELF" + bytes(range(32)) * 9, "file-binary"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(ClauseCheckError) as caught:
        sniff(data, "a.doc")
    assert caught.value.code == code
    assert "a.doc" in str(caught.value)
