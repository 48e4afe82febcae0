"""The packed rulebook as bytes: sealed, and parsed section by section when something asks.

Nothing in it is code that Python runs: sections are JSON, and a compiled regex is the byte string that
``regex`` writes and reads for its own pickles. A file whose seal does not fit is refused before any of
it is parsed.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate, pairwise
from typing import Any

import regex
from regex import _regex

MAGIC = b"clause-check pack 3\n"
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

    def bounded(self, number: int) -> bool:
        """Return whether its time is bounded by its form."""
        return _bounded(self.sources[number])


class Packed(Mapping[str, Any]):
    """A pack read back: sections are parsed at first use, regexes need no compiling."""

    def __init__(self, body: bytes) -> None:
        size = int.from_bytes(body[:4], "little")
        self.spans: dict[str, list[int]] = json.loads(body[4 : 4 + size])
        self.body = body[4 + size :]
        self.parsed: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self.parsed:
            start, end = self.spans[name]
            self.parsed[name] = json.loads(self.body[start:end])
        return self.parsed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.spans)

    def __len__(self) -> int:
        return len(self.spans)

    def source(self, number: int) -> str:
        """Return the text of a regex."""
        start, end = self["texts"][number]
        return self.body[self.spans["text"][0] + start : self.spans["text"][0] + end].decode()

    def compiled(self, number: int) -> regex.Pattern[str]:
        """Return the compiled regex without compiling it again."""
        flags, groups, lists, offset, chars, char_flags, count, start, end = self["code"][number]
        named = {group: name for name, group in groups.items()}
        code = self.body[self.spans["blob"][0] + start : self.spans["blob"][0] + end]
        facts: tuple[Any, ...] = (flags, code, groups, named, {}, lists, offset, tuple(chars), char_flags, count)
        make: Callable[..., regex.Pattern[str]] = vars(_regex)["compile"]
        return make(self.source(number), *facts)

    def bounded(self, number: int) -> bool:
        """Return whether its time is bounded by its form."""
        return bool(self["bounded"][number])


def seal(pack: Mapping[str, Any], key: bytes) -> bytes:
    """Return a pack as bytes that only ``unseal`` with the same key accepts."""
    bounded, compiled = [], []
    for source in pack["sources"]:
        bounded.append(_bounded(source))
        compiled.append(_portable(_compiled(source)))
    blob = b"".join(code for _, code in compiled)
    table, at = [], 0
    for facts, code in compiled:
        table.append([*facts, at, at + len(code)])
        at += len(code)
    texts = [source.encode() for source in pack["sources"]]
    ends = [0, *accumulate(map(len, texts))]
    data = {**pack, "code": table, "bounded": bounded, "texts": list(pairwise(ends))}
    parts = {n: json.dumps(value, ensure_ascii=False).encode() for n, value in data.items() if n != "sources"}
    parts |= {"text": b"".join(texts), "blob": blob}
    spans, at = {}, 0
    for name, part in parts.items():
        spans[name] = [at, at + len(part)]
        at += len(part)
    head = json.dumps(spans).encode()
    body = len(head).to_bytes(4, "little") + head + b"".join(parts.values())
    return MAGIC + hmac.digest(key, body, "sha256") + body


def unseal(data: bytes, key: bytes) -> Packed:
    """Return the pack in ``data``.

    Raises ``PackError`` when it is truncated, altered or sealed with another key.
    """
    start = len(MAGIC) + SEAL
    body = data[start:]
    if data[: len(MAGIC)] != MAGIC or not hmac.compare_digest(
        data[len(MAGIC) : start], hmac.digest(key, body, "sha256")
    ):
        raise PackError("seal does not fit")
    return Packed(body)


def _compiled(source: str) -> regex.Pattern[str]:
    from clause_check.regexform import faster  # not imported by a scan that reads a kept pack

    return regex.compile(faster(source))


def _bounded(source: str) -> bool:
    from clause_check.regexlint import lint

    return not lint(source)


def _portable(pattern: regex.Pattern[str]) -> tuple[list[Any], bytes]:
    _, flags, code, groups, _, named, lists, offset, chars, char_flags, count = pattern._pickled_data  # type: ignore[attr-defined]
    if named or not isinstance(code, bytes):
        raise PackError("this regex release keeps its code in another form")
    return [flags, groups, lists, offset, chars, char_flags, count], code
