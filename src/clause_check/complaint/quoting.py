"""Quote the law through the law library; nothing of a statute is ever typed by hand here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from clause_check.datafiles import patterns
from clause_check.lawlibrary import LawLibrary

PENDING = "（文本来源待核）"
ECOMMERCE = "电商法/"


@dataclass(frozen=True, slots=True)
class Quoted:
    """One place in the law: its name as letters write it, and its exact words."""

    cite: str
    name: str  # 《中华人民共和国消费者权益保护法》第二十六条第二款
    text: str

    def __str__(self) -> str:
        return self.name


class Quoter:
    """Names and words of places in the law."""

    def __init__(self, laws: LawLibrary) -> None:
        self._laws = laws

    def name(self, cite: str) -> str:
        """Return 《…》第…条第…款, with a mark when the text was seen in one unofficial copy only."""
        found = self._laws.resolve(cite)
        return f"{found.name}{found.label}" + (PENDING if found.doubt else "")

    def quote(self, cite: str) -> Quoted:
        """Return name and exact words."""
        return Quoted(cite, self.name(cite), self._laws.resolve(cite).text)

    def in_force(self, cites: Iterable[str], day: date | None) -> tuple[Quoted, ...]:
        """Return those of ``cites`` that were in force on the day of the conduct; all when it is unknown."""
        return tuple(
            self.quote(cite) for cite in cites if day is None or self._laws.status(cite, day).word == "in-force"
        )

    def because(self, cites: Sequence[str]) -> str:
        """Return the sentence that shows the law behind a refusal; empty when there is none."""
        if not cites:
            return ""
        return "依据:" + ";".join(f"{self.name(cite)}「{one_line(self.quote(cite).text)}」" for cite in cites) + "。"


@cache
def quoter() -> Quoter:
    """Return a quoter over the laws that ship with the package."""
    return Quoter(LawLibrary.load(patterns() / "laws"))


def one_line(text: str) -> str:
    """Return the words of a provision on one line, without the semicolon that leads on to the next item."""
    return "".join(line.strip() for line in text.splitlines()).rstrip("；")


def applicable(cites: Iterable[str], flags: frozenset[str]) -> tuple[str, ...]:
    """Return the citations that hold for the case: 电商法 leaves out content and financial services (art. 2(3))."""
    return tuple(cite for cite in cites if "content" not in flags or not cite.startswith(ECOMMERCE))
