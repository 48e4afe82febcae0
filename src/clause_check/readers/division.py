"""Tell apart the agreements that share one page: each has a title and counts from one again."""

from __future__ import annotations

import re
from dataclasses import replace

from clause_check.model import Block, Concern, Document
from clause_check.outline.markers import read
from clause_check.readers.marker import TITLE, han, numbered

SUFFIX = re.compile(r"(?:协议|協議|条款|條款|政策|规则|公约|合同|章程)(?:[（(][^（）()]{1,20}[)）])?[》】]?\s*$")
WITHIN = 25  # lines after the title in which the numbering must begin
LEAST = 300  # Chinese characters of one agreement
LEAST_NUMBERED = 3
ANNEX = ("附件", "附录", "附則", "附则", "附表")


def divide(document: Document) -> tuple[Document, ...]:
    """Return one document an agreement, named ``path#1``, ``path#2``; plain text stays whole and says so."""
    starts = _starts(document)
    if len(starts) < 2:
        return (document,)
    if not document.blocks:
        return (replace(document, concerns=(*document.concerns, _several(document.text, starts))),)
    ends = [*starts[1:], len(document.text) + 1]
    return tuple(
        _part(document, number, 0 if number == 1 else start, end - 1)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    )


def _starts(document: Document) -> list[int]:
    """Return the offsets of the titles that open an agreement."""
    text = document.text
    lines = text.split("\n")
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    titles = [index for index in range(len(lines)) if _opens(lines, index)]
    if not titles or (len(titles) == 1 and titles[0] < LEAST_NUMBERED):
        return []
    if _enough(lines[: titles[0]]):
        titles.insert(0, 0)
    sections = zip(titles, [*titles[1:], len(lines)], strict=False)
    return [offsets[index] for index, end in sections if _enough(lines[index:end])]


def _opens(lines: list[str], index: int) -> bool:
    line = lines[index].strip("#* \ufeff\r\t\u3000")
    if not TITLE.match(line) or not SUFFIX.search(line) or numbered(line) or line.startswith(ANNEX):
        return False
    first = next((follower for follower in lines[index + 1 : index + WITHIN] if numbered(follower)), "")
    return any(set(marker.path) == {1} for marker in read(first, 0, len(first)))


def _enough(lines: list[str]) -> bool:
    return sum(map(numbered, lines)) >= LEAST_NUMBERED and sum(map(han, lines)) >= LEAST


def _several(text: str, starts: list[int]) -> Concern:
    names = "、".join(
        f"第 {text.count(chr(10), 0, start) + 1} 行起{text[start:].split(chr(10), 1)[0].strip('#* 《》')[:30]}"
        for start in starts
    )
    return Concern("several-agreements", f"这份文本里有 {len(starts)} 份协议:{names}。编号各自从头数,请按行号区分。")


def _part(document: Document, number: int, start: int, end: int) -> Document:
    blocks = tuple(
        Block(block.start - start, block.end - start, block.kind, block.origin)
        for block in document.blocks
        if start <= block.start and block.end <= end
    )
    return replace(document, path=f"{document.path}#{number}", text=document.text[start:end], title="", blocks=blocks)
