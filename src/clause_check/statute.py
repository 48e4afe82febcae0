"""One statute as its file gives it: its head, and the exact words at a place in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from clause_check.lawcite import Cite, item_number, parse_cite

Table = dict[str, Any]
OMITTED = "……"


@dataclass(frozen=True, slots=True)
class Provision:
    """One article, paragraph or item, quoted exactly; each paragraph and item is a line of ``text``.

    ``complete`` is False when the library holds only part of what was asked for: …… marks each gap.
    """

    cite: str  # 消保法/26/2
    law: str  # short name
    title: str  # full official title, without 《》
    label: str  # 第二十六条第二款
    text: str
    number: str  # document number
    issuer: str
    in_force_from: str  # ISO date since which these words are law
    verified: str  # two-sources | one-official | one-unofficial
    checked_on: str
    version: str
    caution: str  # what to know before citing anything of this law, Chinese
    note: str  # what to know before citing this article, Chinese
    complete: bool

    @property
    def name(self) -> str:
        """Return the title in 《》, titles inside it in 〈〉."""
        return "《" + self.title.replace("《", "〈").replace("》", "〉") + "》"

    @property
    def doubt(self) -> str:
        """Return 来源待核 when only one unofficial copy of the text was seen, else an empty string."""
        return "来源待核" if self.verified == "one-unofficial" else ""


@dataclass(frozen=True, slots=True)
class Law:
    """One statute; the fields are the keys of its file, empty where the file has none."""

    id: str
    title: str
    aliases: Sequence[str] = ()
    issuer: str = ""
    number: str = ""
    in_force_from: str = ""
    until: str = ""  # first day it was no longer law
    repealed_by: str = ""
    version: str = ""
    verified: str = ""
    source_note: str = ""
    checked_on: str = ""
    caution: str = ""
    article: Sequence[Table] = ()
    moved: Sequence[Table] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name the law answers to, the short one first."""
        return (self.id, self.title, *self.aliases)

    def cites(self) -> tuple[str, ...]:
        """Return every paragraph held, in the statute's order: 消保法/25/1."""
        return tuple(
            str(Cite(self.id, article["number"], paragraph["number"]))
            for article in self.article
            for paragraph in article["paragraph"]
        )

    def provision(self, cite: Cite) -> Provision | None:
        """Return what the law says at ``cite``, or None when the library does not hold it."""
        article = _numbered(self.article, cite.article)
        quoted = _quote(article, cite) if article else None
        if article is None or quoted is None:
            return None
        return Provision(
            cite=str(cite),
            law=self.id,
            title=self.title,
            label=cite.label(sole_paragraph=article["paragraph_count"] == 1),
            text=quoted[0],
            number=self.number,
            issuer=self.issuer,
            in_force_from=article.get("in_force_from", self.in_force_from),
            verified=article.get("verified", self.verified),
            checked_on=self.checked_on,
            version=self.version,
            caution=self.caution,
            note=article.get("note", ""),
            complete=quoted[1],
        )

    def departure(self, cite: Cite) -> Table | None:
        """Return the ``moved`` entry that speaks about ``cite`` or the article it is in, if any."""
        around = (cite, Cite(cite.law, cite.article, cite.paragraph), Cite(cite.law, cite.article))
        return next((entry for entry in self.moved if parse_cite(entry["cite"]) in around), None)


def _numbered(tables: Sequence[Table], number: int) -> Table | None:
    return next((table for table in tables if table["number"] == number), None)


def _quote(article: Table, cite: Cite) -> tuple[str, bool] | None:
    if not cite.paragraph:
        return _whole_article(article)
    paragraph = _numbered(article["paragraph"], cite.paragraph)
    if paragraph is None:
        return None
    if not cite.item:
        return _whole_paragraph(paragraph)
    item = _items(paragraph).get(cite.item)
    return (f"{paragraph['text']}\n{item}", True) if item else None


def _whole_article(article: Table) -> tuple[str, bool]:
    quoted = {paragraph["number"]: _whole_paragraph(paragraph) for paragraph in article["paragraph"]}
    text, complete = _lines({number: text for number, (text, _) in quoted.items()}, article["paragraph_count"])
    return text, complete and all(whole for _, whole in quoted.values())


def _whole_paragraph(paragraph: Table) -> tuple[str, bool]:
    items = _items(paragraph)
    if not items:
        return paragraph["text"], True
    text, complete = _lines(items, paragraph["item_count"])
    return f"{paragraph['text']}\n{text}", complete


def _items(paragraph: Table) -> dict[int, str]:
    return {item_number(item): item for item in paragraph.get("items", ())}


def _lines(parts: dict[int, str], count: int) -> tuple[str, bool]:
    lines = [parts.get(number, OMITTED) for number in range(1, count + 1)]
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line != OMITTED or before != OMITTED]
    return "\n".join(kept), OMITTED not in lines
