"""The values that pass between the rooms; they hold, they do not decide.

All offsets are Unicode code points, ends exclusive. Unless a field says otherwise they count in
``Document.text``, the decoded text as it was read, never the folded one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Grade = Literal["void", "unfair", "conditional"]
GRADES: tuple[Grade, ...] = ("void", "unfair", "conditional")
SENTENCE_ENDS = "。；！？\n"  # of folded text
GRADE_WORDS: dict[str, str] = {
    "void": "与法律明文列举的情形一致",
    "unfair": "涉嫌不公平",
    "conditional": "需核实",
}


@dataclass(frozen=True, slots=True)
class Concern:
    """A reason to distrust the input; ``code`` never changes, ``message`` is Chinese."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a laid-out page: a paragraph, heading, list item or table cell."""

    start: int
    end: int
    kind: Literal["paragraph", "heading", "item", "cell", "note"] = "paragraph"
    origin: str = ""  # where a reader finds it again, in Chinese: "第3页", "表2 第3行第1列"


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded agreement.

    ``blocks`` is empty for plain text: line structure is then inferred by ``segment``.
    When it is not empty the blocks are in order, do not overlap and each covers one line of ``text``.
    """

    path: str
    text: str
    sha256: str  # of the bytes that were read
    size: int = 0  # bytes
    media: str = "text/plain"
    encoding: str = "utf-8"
    title: str = ""
    party: str = ""  # the platform's own name as the agreement defines it
    version: str = ""
    effective: str = ""
    blocks: tuple[Block, ...] = ()
    concerns: tuple[Concern, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One numbered clause, unnumbered paragraph or list item; the clauses cover the document."""

    start: int
    end: int
    number: str = ""  # the agreement's own: 第八条第2款, 5.3(c), （二）
    heading: str = ""  # the nearest heading above, without its number
    kind: Literal["heading", "body", "item"] = "body"
    lead: int = -1  # index of the clause whose last sentence introduces this list item
    origin: str = ""

    @property
    def label(self) -> str:
        """Return the clause's number, else its heading, else an empty string."""
        return self.number or self.heading


@dataclass(frozen=True, slots=True)
class Names:
    """What the agreement calls its two sides; the platform's full name, where given, comes first."""

    platform: tuple[str, ...] = ()
    user: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plain:
    """The folded text and its way back.

    ``text`` holds the folded clauses in order, one a line; ``lines[i]`` is the folded start of clause ``i``.
    The text is cut into pieces: piece ``k`` begins at folded ``cuts[k]`` and stands for the original span
    ``[starts[k], ends[k])``, character for character, or is one character that stands for the whole span.
    """

    text: str
    cuts: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    lines: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the original span of folded ``[start, end)``; ``end`` must exceed ``start``."""
        first = bisect_right(self.cuts, start) - 1
        last = bisect_right(self.cuts, end - 1, first) - 1
        whole = end == (self.cuts[last + 1] if last + 1 < len(self.cuts) else len(self.text))
        stop = self.ends[last] if whole else self.starts[last] + end - self.cuts[last]
        return self.starts[first] + start - self.cuts[first], stop

    def line(self, clause: int) -> tuple[int, int]:
        """Return the folded span of a clause, without the line end."""
        after = clause + 1
        end = self.lines[after] - 1 if after < len(self.lines) else len(self.text)
        return self.lines[clause], max(end, self.lines[clause])


@dataclass(frozen=True, slots=True)
class Unit:
    """One stretch of folded text that patterns may match in: a sentence, or lead-in plus list item.

    ``start``/``end`` are folded offsets of the sentence (the item's sentence for a joined unit);
    ``lead_start``/``lead_end`` those of the lead-in, equal when there is none.
    """

    clause: int
    start: int
    end: int
    lead_start: int = 0
    lead_end: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern of a rule matched at folded ``[start, end)`` in ``unit``."""

    rule: str
    pattern: int
    unit: Unit
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Softening:
    """An exception that cleared, lowered or annotated a hit."""

    name: str
    effect: Literal["clear", "lower", "note"]
    because: str
    quote: str = ""  # the words that triggered it, from the original text


@dataclass(frozen=True, slots=True)
class Judgement:
    """A hit after exceptions: ``grade`` is None when it was cleared."""

    hit: Hit
    category: str
    grade: Grade | None
    softened: tuple[Softening, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts that decide which law applies; ``date`` is ISO, when the contract was made."""

    user: Literal["consumer", "merchant"] = "consumer"
    operator: Literal["platform", "shop", "unknown"] = "unknown"
    date: str = ""
    assumed: tuple[str, ...] = ()  # which of these nobody stated


@dataclass(frozen=True, slots=True)
class Citation:
    """One paragraph or item of law, quoted exactly."""

    cite: str  # 消保法/26/2
    law: str  # 《中华人民共和国消费者权益保护法》
    article: str  # 第二十六条第二款
    text: str
    number: str  # document number
    in_force_from: str
    applies: str  # the assumption under which it applies, in Chinese
    later: bool = False  # in force only after the contract was made
    verified: str = ""  # 来源待核 for one-unofficial
    role: Literal["basis", "penalty"] = "basis"


@dataclass(frozen=True, slots=True)
class Finding:
    """One clause that a rule speaks about, tied to articles of law."""

    rule: str
    category: str
    category_name: str
    grade: Grade
    title: str
    quote: str
    start: int
    end: int
    line: int
    column: int
    clause: str
    sentence: str  # the original sentence around the quote (lead-in included)
    basis: tuple[Citation, ...]
    what: str
    why: str
    defence: str
    ask: str
    fingerprint: str
    weakened_by: tuple[Softening, ...] = ()
    cases: tuple[str, ...] = ()
    origin: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Cleared:
    """A hit that an exception cleared, or that another category took over."""

    rule: str
    category: str
    quote: str
    start: int
    end: int
    line: int
    by: str
    because: str


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Something that could not be checked: silence is never clean."""

    code: str
    message: str
    rule: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """All that one scan says about one document."""

    document: Document
    clauses: int
    facts: Facts
    findings: tuple[Finding, ...]
    cleared: tuple[Cleared, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    missing: tuple[str, ...] = ()  # duties that were not seen in this text
    law_as_of: str = ""
    suggestions: tuple[str, ...] = ()  # clauses that only read like unfair ones; never findings


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in a rule or law file; ``place`` is the key or line, ``message`` is Chinese."""

    code: str
    file: str
    place: str
    message: str
