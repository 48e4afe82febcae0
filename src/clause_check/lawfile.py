"""The shape of law files, and every fault of a folder of them at once.

Only loaded when laws are checked: pydantic is slow to import.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from clause_check.errors import ClauseCheckError
from clause_check.filefaults import Strict, read_shape
from clause_check.lawcite import Cite, item_number, parse_cite, plain_name
from clause_check.model import Fault


def _iso(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError(f"日期 {text} 不对，应写成 2026-01-31 这样的形式") from None


def _quotation(text: str) -> str:
    if text != text.strip() or "\n" in text:
        raise ValueError("引文前后不能有空白，也不能换行")
    if wrong := re.search(r"[,;:?!()\"]", text):
        raise ValueError(f"引文里有半角标点 {wrong[0]},与公布文本不符")
    return text


Count = Annotated[int, Field(ge=1)]
Day = Annotated[str, AfterValidator(_iso)]
Words = Annotated[str, Field(min_length=1)]
Quotation = Annotated[str, Field(min_length=4), AfterValidator(_quotation)]
Verified = Literal["two-sources", "one-official", "one-unofficial"]


class ParagraphEntry(Strict):
    number: Count
    text: Quotation  # its first line; the items are apart
    item_count: Count | None = None  # how many the statute has, held here or not
    items: list[Quotation] = Field(default_factory=list)


class ArticleEntry(Strict):
    number: Count
    paragraph_count: Count  # how many the statute has, held here or not
    verified: Verified | None = None
    in_force_from: Day | None = None
    note: Words | None = None
    paragraph: list[ParagraphEntry] = Field(min_length=1)


class MovedEntry(Strict):
    cite: Words
    kind: Literal["renumbered", "repealed", "absent"]
    reason: Words
    successor: Words | None = None


class LawFile(Strict):
    """One statute: its words where ``article`` is, or only its end where ``until`` is."""

    id: Words
    title: Words
    aliases: list[Words] = Field(default_factory=list)
    issuer: Words
    number: Words | None = None
    in_force_from: Day | None = None
    until: Day | None = None
    repealed_by: Words | None = None
    version: Words | None = None
    verified: Verified | None = None
    source_note: Words | None = None
    checked_on: Day
    caution: Words | None = None
    article: list[ArticleEntry] = Field(default_factory=list)
    moved: list[MovedEntry] = Field(default_factory=list)


NEEDED = ("number", "in_force_from", "version", "verified", "source_note")  # to quote a law
Problem = tuple[str, str, str]  # code, place, message


def check_laws(folder: Path) -> list[Fault]:
    """Return every fault of a folder's law files, by file; ``Fault.file`` is folder/name."""
    faults: list[Fault] = []
    laws: dict[str, LawFile] = {}
    for file in sorted(folder.glob("*.toml")):
        law, broken = read_shape(file, LawFile)
        faults += broken
        if law is not None:
            laws[file.name] = law
    for name, law in laws.items():
        problems = (*_head(name, law), *_articles(law), *_moves(law), *_neighbours(name, law, laws))
        faults += [Fault(code, f"{folder.name}/{name}", place, message) for code, place, message in problems]
    return sorted(faults, key=lambda fault: fault.file) or _nothing(folder, laws)


def _nothing(folder: Path, laws: dict[str, LawFile]) -> list[Fault]:
    return [] if laws else [Fault("laws-missing", str(folder), "", "这里没有法条文件（.toml）")]


def _head(name: str, law: LawFile) -> Iterator[Problem]:
    if name != f"{law.id}.toml":
        yield "law-id", "id", f"id 是 {law.id},与文件名 {name} 不一致"
    if not law.article and not law.until:
        yield "law-empty", "article", "没有条文；已失效的法律要写 until"
    for key in NEEDED if law.article else ():
        if getattr(law, key) is None:
            yield "law-head", key, "有条文的法律必须写这一项"


def _articles(law: LawFile) -> Iterator[Problem]:
    yield from _order([article.number for article in law.article], "第{}条", "")
    for article in law.article:
        place = f"第{article.number}条"
        numbers = [paragraph.number for paragraph in article.paragraph]
        yield from _order(numbers, "第{}款", place)
        if max(numbers) > article.paragraph_count:
            yield "law-count", place, f"本条共 {article.paragraph_count} 款，却写了第 {max(numbers)} 款"
        for paragraph in article.paragraph:
            yield from _items(paragraph, f"{place} 第{paragraph.number}款")


def _items(paragraph: ParagraphEntry, place: str) -> Iterator[Problem]:
    numbers = [item_number(item) for item in paragraph.items]
    if 0 in numbers:
        yield "law-item", place, f"第 {numbers.index(0) + 1} 个项没有以（一）这样的编号开头"
    else:
        yield from _order(numbers, "第{}项", place)
    if (paragraph.item_count is None) != (not numbers):
        yield "law-count", place, "items 和 item_count 要一起写"
    elif paragraph.item_count and max(numbers) > paragraph.item_count:
        yield "law-count", place, f"本款共 {paragraph.item_count} 项，却写了第 {max(numbers)} 项"


def _order(numbers: list[int], form: str, place: str) -> Iterator[Problem]:
    for before, after in pairwise(numbers):
        here = f"{place} {form.format(after)}".strip()
        if before == after:
            yield "law-twice", here, "写了两次"
        elif before > after:
            yield "law-order", here, f"应排在{form.format(before)}之前"


def _moves(law: LawFile) -> Iterator[Problem]:
    held = {Cite(law.id, article.number) for article in law.article}
    for move in law.moved:
        try:
            cite = parse_cite(move.cite)
        except ClauseCheckError as error:
            yield "law-moved", move.cite, str(error)
            continue
        if cite.law != law.id:
            yield "law-moved", move.cite, f"只能写本法（{law.id}）的条文"
        elif Cite(cite.law, cite.article) in held:
            yield "law-moved", move.cite, "本文件收有这一条的原文，不能又说它已移走"
        if (move.kind == "absent") != (move.successor is None):
            yield "law-moved", move.cite, "除 absent 外都要写 successor,absent 不写"


def _neighbours(name: str, law: LawFile, laws: dict[str, LawFile]) -> Iterator[Problem]:
    others = {plain_name(each): file for file, other in laws.items() if file != name for each in _names(other)}
    for each in _names(law):
        if plain_name(each) in others:
            yield "law-name", each, f"这个名称 {others[plain_name(each)]} 也在用"
    ids = {other.id for other in laws.values()}
    for key, successor in [("repealed_by", law.repealed_by), *((move.cite, move.successor) for move in law.moved)]:
        if successor and successor.split("/")[0] not in ids:
            yield "law-moved", key, f"法条库里没有 {successor}"


def _names(law: LawFile) -> set[str]:
    return {law.id, law.title, *law.aliases}
