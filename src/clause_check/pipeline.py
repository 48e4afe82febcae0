"""The one file that walks through all rooms: read, segment, normalise, match, judge, cite."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from clause_check import datafiles, rulebook
from clause_check.lawlibrary import LawLibrary
from clause_check.model import Clause, Document, Facts, Names, Plain, Report, Unchecked
from clause_check.rulebook import Rulebook
from clause_check.stages.cite import Source, cite
from clause_check.stages.duties import missing
from clause_check.stages.judge import judge
from clause_check.stages.match import Matcher, match
from clause_check.stages.normalise import normalise, resolve_names
from clause_check.stages.segment import segment


@dataclass(slots=True)
class Checker:
    """A rulebook and law library, ready to check any number of documents."""

    rulebook: Rulebook
    laws: LawLibrary = field(init=False)
    matcher: Matcher = field(init=False)

    def __post_init__(self) -> None:
        self.laws = LawLibrary.from_data(self.rulebook.laws)
        self.matcher = Matcher(self.rulebook)

    def check(self, document: Document, facts: Facts | None = None) -> Report:
        """Return the report on one document for the given facts."""
        facts = facts or Facts(assumed=("as", "operator", "date"))
        plain, clauses, names = fold(document)
        hits, unchecked = match(plain, clauses, self.matcher)
        judgements = judge(plain, clauses, hits, self.rulebook, unchecked)
        source = Source(document, plain, clauses, self.rulebook, self.laws, facts)
        findings, cleared = cite(judgements, source)
        absent = missing(plain, self.rulebook, self.laws, facts, unchecked)
        if not document.party and names.platform:
            document = replace(document, party=names.platform[0])
        return Report(
            document=document,
            clauses=len(clauses),
            facts=facts,
            findings=tuple(findings),
            cleared=tuple(cleared),
            unchecked=tuple(_original(one, plain) for one in unchecked),
            missing=absent,
            law_as_of=self.laws.as_of,
        )


def fold(document: Document) -> tuple[Plain, tuple[Clause, ...], Names]:
    """Return a document folded and cut into clauses, with what it calls its two sides."""
    names = resolve_names(document)
    clauses = segment(document)
    return normalise(document, clauses, names), clauses, names


def _original(one: Unchecked, plain: Plain) -> Unchecked:
    start, end = plain.original(one.start, one.end)
    return replace(one, start=start, end=end)


def load(folder: Path | None = None, packing: Callable[[], object] | None = None) -> Checker:
    """Return a checker for the shipped rules or those of ``folder``.

    ``packing`` is called before rules are packed, which takes some seconds when they or the release have changed.
    Raises ``ClauseCheckError`` when there are none or they are broken.
    """
    return Checker(rulebook.load(folder or datafiles.patterns(), packing))
