"""Bombs, locks and entities."""

from __future__ import annotations

import pytest

from clause_check.errors import ClauseCheckError
from clause_check.readers import package as module
from clause_check.readers.package import Package, parse

from .wordfile import package

LAUGHS = b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'
OUTSIDE = b'<!DOCTYPE a SYSTEM "https://example.com/a.dtd"><a/>'


@pytest.mark.parametrize(
    "xml", [LAUGHS, OUTSIDE, '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16"), b"<a>"]
)
def test_document_types_are_refused_whatever_they_say(xml: bytes) -> None:
    with pytest.raises(ClauseCheckError) as caught:
        parse(xml, "协议.docx")
    assert caught.value.code == "file-broken"


def test_a_bomb_stops_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MIN_BOMB", 10_000)
    bomb = Package(package({"a.html": "0" * 5_000_000}), "a.zip")
    with pytest.raises(ClauseCheckError) as caught:
        bomb.read(bomb.members[0])
    assert caught.value.code == "archive-bomb"


def test_all_members_share_one_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_INFLATED", 1500)
    many = Package(package({"a": "1" * 1000, "b": "2" * 1000}), "a.zip")
    assert many.read(many.members[0]) == b"1" * 1000
    with pytest.raises(ClauseCheckError):
        many.read(many.members[1])


def test_too_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_MEMBERS", 2)
    with pytest.raises(ClauseCheckError) as caught:
        Package(package({"a": "", "b": "", "c": ""}), "a.zip")
    assert caught.value.code == "archive-too-many"


def test_a_locked_member() -> None:
    data = bytearray(package({"a.txt": "协议"}))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flags] |= 1
    locked = Package(bytes(data), "a.zip")
    with pytest.raises(ClauseCheckError) as caught:
        locked.read(locked.members[0])
    assert caught.value.code == "archive-locked"


def test_half_a_zip() -> None:
    with pytest.raises(ClauseCheckError) as caught:
        Package(package({"a.txt": "协议"})[:40], "a.zip")
    assert caught.value.code == "file-broken"
