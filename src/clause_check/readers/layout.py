"""Lines with a kind and a place, and the document they make."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from clause_check.errors import ClauseCheckError
from clause_check.model import Block, Concern, Document
from clause_check.readers.source import Source

Kind = Literal["paragraph", "heading", "item", "cell", "note"]


@dataclass(frozen=True, slots=True)
class Line:
    """One block's text, without line breaks; ``origin`` is where a reader finds it again."""

    text: str
    kind: Kind = "paragraph"
    origin: str = ""


def compose(
    source: Source,
    lines: Iterable[Line],
    *,
    media: str,
    encoding: str = "utf-8",
    title: str = "",
    concerns: tuple[Concern, ...] = (),
) -> Document:
    """Lay ``lines`` under each other, one block a line."""
    blocks: list[Block] = []
    texts: list[str] = []
    at = 0
    for line in lines:
        blocks.append(Block(at, at + len(line.text), line.kind, line.origin))
        texts.append(line.text)
        at += len(line.text) + 1
    return Document(
        path=source.path,
        text="\n".join(texts),
        sha256=digest(source.data),
        size=len(source.data),
        media=media,
        encoding=encoding,
        title=title,
        blocks=tuple(blocks),
        concerns=concerns,
    )


def failed(source: Source, error: ClauseCheckError) -> Document:
    """Return the empty document of a part that could not be read: its siblings are read all the same."""
    concern = Concern(error.code, str(error))
    return Document(source.path, "", digest(source.data), len(source.data), concerns=(concern,))


def digest(data: bytes) -> str:
    """Return the SHA-256 of the bytes as they were read, in hex."""
    return hashlib.sha256(data).hexdigest()
