"""What is being looked at right now: in memory, a few at a time, gone when the server ends."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from typing import Literal

from clause_check.complaint.report import Clue
from clause_check.model import Document, Facts, Report
from clause_check.pipeline import Checker
from clause_check.stages.read import read
from clause_check.web.casebook import Casebook
from clause_check.web.clues import clues

KEPT = 12  # sittings; the oldest makes room
PASTED = "粘贴的文字"


@dataclass(slots=True)
class Sitting:
    """The documents of one paste or file, the facts assumed, the reports under them, and a case."""

    documents: tuple[Document, ...]
    facts: Facts
    reports: tuple[Report, ...]
    case: Casebook = field(default_factory=Casebook)


class Desk:
    """All sittings, and the one checker they share."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._sittings: OrderedDict[str, Sitting] = OrderedDict()
        self._lock = threading.Lock()  # pdfium and the readers are used by one thread at a time

    def open(self, data: bytes, name: str, facts: Facts) -> str:
        """Read and check what was given and return the new sitting's id; raises ``ClauseCheckError``."""
        with self._lock:
            documents = read(data, name, ocr=True, media="text/plain" if name == PASTED else None)
            sitting = Sitting(documents, facts, self._check(documents, facts))
            key = secrets.token_urlsafe(9)
            self._sittings[key] = sitting
            while len(self._sittings) > KEPT:
                self._sittings.popitem(last=False)
        return key

    def get(self, key: str) -> Sitting | None:
        """Return a sitting, unless it has made room for others."""
        return self._sittings.get(key)

    def assume(self, sitting: Sitting, facts: Facts) -> None:
        """Check the same documents again under other facts."""
        with self._lock:
            sitting.facts, sitting.reports = facts, self._check(sitting.documents, facts)

    def clues(self, sitting: Sitting) -> tuple[Clue, ...]:
        """Return the findings as letters take them, under the role that the case states."""
        user: Literal["consumer", "merchant"] = "consumer" if sitting.case.case.me.role == "self" else "merchant"
        if user == sitting.facts.user:
            return clues(sitting.reports)
        with self._lock:
            return clues(self._check(sitting.documents, replace(sitting.facts, user=user)))

    def forget(self, key: str) -> None:
        """Drop a sitting."""
        self._sittings.pop(key, None)

    def _check(self, documents: tuple[Document, ...], facts: Facts) -> tuple[Report, ...]:
        return tuple(self._checker.check(document, facts) for document in documents)
