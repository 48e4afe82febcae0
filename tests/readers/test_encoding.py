from __future__ import annotations

import pytest

from clause_check.errors import ClauseCheckError
from clause_check.readers.encoding import declared, decode, wide

from .original import plain, traditional


@pytest.mark.parametrize("label", ["gb2312", "GBK", "x-gbk", "gb18030"])
def test_every_gb_label_reads_the_whole_of_gb18030(label: str) -> None:
    assert decode("喆镕€,用户协议".encode("gb18030"), label) == ("喆镕€,用户协议", "gb18030")


@pytest.mark.parametrize("size", [30, 200, 2000])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be", "utf-8"])
def test_unlabelled_text_is_recognised(encoding: str, size: int) -> None:
    text = plain()[:size]
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize("size", [30, 200, 2000])
def test_unlabelled_big5_is_recognised(size: int) -> None:
    text = traditional(plain()[:size])
    assert decode(text.encode("big5hkscs")) == (text, "big5hkscs")


def test_bom_beats_the_label() -> None:
    assert decode("协议".encode("utf-16"), "gbk") == ("协议", "utf-16")


def test_utf8_bom_stays_for_offsets_count_in_the_file() -> None:
    assert decode("协议".encode("utf-8-sig")) == ("\ufeff协议", "utf-8")


def test_a_broken_byte_does_not_change_the_encoding() -> None:
    data = plain().encode()
    text, encoding = decode(data[:30] + b"\xff" + data[30:])
    assert encoding == "utf-8"
    assert text.count("\ufffd") == 1


def test_a_wrong_label_is_not_believed() -> None:
    assert decode(plain().encode("gb18030"), "big5")[1] == "gb18030"


def test_noise_is_refused_by_name() -> None:
    with pytest.raises(ClauseCheckError, match=r"乱码\.txt"):
        decode(bytes([0x81, 0xFF, 0x90, 0xFE]) * 200, place="乱码.txt")


def test_utf16_is_told_from_bytes_with_nul() -> None:
    assert wide(plain().encode("utf-16-be")) == "utf-16-be"
    assert wide(bytes(range(256)) * 40) == ""


@pytest.mark.parametrize(
    ("markup", "label"),
    [
        (b'<meta charset="gbk">', "gbk"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=Big5'>", "Big5"),
        (b'<?xml version="1.0" encoding="gb2312"?>', "gb2312"),
        (b"<p>nothing</p>", ""),
    ],
)
def test_declared(markup: bytes, label: str) -> None:
    assert declared(markup) == label
