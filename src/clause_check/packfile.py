"""The packed rulebook as bytes: sealed, and parsed section by section when something asks.

Nothing in it is code that Python runs: sections are JSON, and a compiled regex is the byte string of
``regexcode``. A file whose seal does not fit is refused before any of it is parsed.
"""

from __future__ import annotations

import hmac
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from itertools import accumulate, pairwise
from typing import Any

import regex

from clause_check.regexcode import UnknownForm, made, plain_made, plain_taken, taken

MAGIC = b"clause-check pack 5\n"
SEAL = 32  # bytes of HMAC-SHA256


class PackError(ValueError):
    """The bytes are not a pack sealed with this key."""


class Store:
    """The regexes of a pack that was just built: compiled from source when first needed."""

    def __init__(self, sources: list[str]) -> None:
        self.sources = sources

    def source(self, number: int) -> str:
        """Return the text of a regex."""
        return self.sources[number]

    def compiled(self, number: int) -> regex.Pattern[str]:
        """Return the compiled regex."""
        return _compiled(self.sources[number])

    def quick(self, number: int) -> re.Pattern[str] | None:
        """Return what is tried on short texts without a deadline, if anything."""
        return _quick(self.sources[number])


class Packed(Mapping[str, Any]):
    """A pack read back: sections are parsed at first use, regexes need no compiling."""

    def __init__(self, body: memoryview) -> None:
        size = int.from_bytes(body[:4], "little")
        self.spans: dict[str, list[int]] = json.loads(bytes(body[4 : 4 + size]))
        self.body = body[4 + size :]
        self.parsed: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self.parsed:
            start, end = self.spans[name]
            self.parsed[name] = json.loads(bytes(self.body[start:end]))
        return self.parsed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.spans)

    def __len__(self) -> int:
        return len(self.spans)

    def source(self, number: int) -> str:
        """Return the text of a regex."""
        start, end = self["texts"][number]
        return str(self.body[self.spans["text"][0] + start : self.spans["text"][0] + end], "utf-8")

    def compiled(self, number: int) -> regex.Pattern[str]:
        """Return the compiled regex; what is seldom asked for is compiled now."""
        if (row := self["code"][number]) is None:
            return _compiled(self.source(number))
        *facts, start, end = row
        return made(self.source(number), facts, self._blob(start, end))

    def quick(self, number: int) -> re.Pattern[str] | None:
        """Return what is tried on short texts without a deadline, if anything, without compiling it again."""
        if (row := self["quick"][number]) is None:
            return None
        *facts, start, end = row
        return plain_made(self.source(number), facts, self._blob(start, end))

    def _blob(self, start: int, end: int) -> bytes:
        at = self.spans["blob"][0]
        return zlib.decompress(self.body[at + start : at + end])


def seal(pack: Mapping[str, Any], key: bytes) -> bytes:
    """Return a pack as bytes that only ``unseal`` with the same key accepts.

    Raises ``PackError`` when a regex cannot be kept.
    """
    blob = bytearray()
    code, quick, far = [], [], _far(pack)
    for number, source in enumerate(pack["sources"]):
        try:
            plain = _plain(source)
            quick.append(_kept(plain, blob) if plain else None)
            code.append(_kept(taken(_compiled(source)), blob) if number in far or not plain else None)
        except UnknownForm as error:
            raise PackError(str(error)) from error
    texts = [source.encode() for source in pack["sources"]]
    ends = [0, *accumulate(map(len, texts))]
    data = {**pack, "code": code, "quick": quick, "texts": list(pairwise(ends))}
    parts = {n: json.dumps(value, ensure_ascii=False).encode() for n, value in data.items() if n != "sources"}
    parts |= {"text": b"".join(texts), "blob": bytes(blob)}
    spans, at = {}, 0
    for name, part in parts.items():
        spans[name] = [at, at + len(part)]
        at += len(part)
    head = json.dumps(spans).encode()
    body = len(head).to_bytes(4, "little") + head + b"".join(parts.values())
    return MAGIC + hmac.digest(key, body, "sha256") + body


def _far(pack: Mapping[str, Any]) -> set[int]:
    """Return the regexes that are tried on more than a sentence, where a deadline is needed."""
    exemptions = (one for rule in pack.get("rules", ()) for one in rule.get("exemptions", ()))
    duties = (number for duty in pack.get("duties", ()) for number in (duty["seen"], *duty["when"]))
    return {*duties, *(one["regex"] for one in exemptions if one["within"] in ("clause", "document"))}


def _kept(packed: tuple[list[Any], bytes], blob: bytearray) -> list[Any]:
    """Add the code to the blob, zipped: ``re`` writes out tables of characters; return facts, start and end."""
    facts, code = packed
    start = len(blob)
    blob += zlib.compress(code)
    return [*facts, start, len(blob)]


def _plain(source: str) -> tuple[list[Any], bytes] | None:
    if not _bounded(source):
        return None
    try:
        return plain_taken(_form(source))
    except re.error:
        return None


def unseal(data: bytes, key: bytes) -> Packed:
    """Return the pack in ``data``.

    Raises ``PackError`` when it is truncated, altered or sealed with another key.
    """
    start = len(MAGIC) + SEAL
    body = memoryview(data)[start:]
    if data[: len(MAGIC)] != MAGIC or not hmac.compare_digest(
        data[len(MAGIC) : start], hmac.digest(key, body, "sha256")
    ):
        raise PackError("seal does not fit")
    return Packed(body)


def _compiled(source: str) -> regex.Pattern[str]:
    return regex.compile(_form(source))


def _quick(source: str) -> re.Pattern[str] | None:
    if not _bounded(source):
        return None
    try:
        return re.compile(_form(source))
    except re.error:  # a look-behind that varies in width
        return None


def _form(source: str) -> str:
    from clause_check.regexform import faster  # not imported by a scan that reads a kept pack

    return faster(source)


def _bounded(source: str) -> bool:
    from clause_check.regexlint import lint

    return not lint(source)
