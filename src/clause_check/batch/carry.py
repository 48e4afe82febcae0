"""The rulebook as it travels to a worker elsewhere, and the function to call from a job of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import regex

from clause_check import __version__
from clause_check.batch.items import writable
from clause_check.batch.work import Worker, failure
from clause_check.errors import ClauseCheckError
from clause_check.model import Facts
from clause_check.pipeline import Checker
from clause_check.rulebook import Regexes, Rulebook
from clause_check.stages.read import read

_workers: dict[str, Worker] = {}  # one a process and kind of rules


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """A rulebook to be pickled or broadcast; the worker is built from it once a process."""

    pack: Mapping[str, Any]
    store: Regexes
    made_with: str
    facts: Facts
    ocr: bool = False

    @classmethod
    def of(cls, checker: Checker, facts: Facts | None = None, *, ocr: bool = False) -> Rules:
        """Return the rules of a checker with the facts to check for."""
        book = checker.rulebook
        return cls(book.pack, book.store, _versions(), facts or Facts(), ocr)

    def worker(self) -> Worker:
        """Return the worker for these rules, the same one every time in one process.

        Raises ``engine-differs`` where clause-check or ``regex`` is of another version than it was at home.
        """
        if self.made_with != _versions():
            raise ClauseCheckError("engine-differs", _versions(), wanted=self.made_with)
        key = f"{self.pack['digest']} {self.facts} {self.ocr}"
        if key not in _workers:
            _workers[key] = Worker(Checker(Rulebook(self.pack, self.store)), self.facts, self.ocr)
        return _workers[key]


def scan_pages(rules: Rules, pages: Iterable[tuple[str, bytes]]) -> Iterator[dict[str, Any]]:
    """Yield one dict a document of (name, bytes) pages, for ``mapPartitions``, ``map_batches`` and the like.

    Keys: ``name``, ``document`` (columns of the table document), ``findings`` (of finding); for a page that
    cannot be read ``name``, ``code`` and ``reason`` instead. It never raises for a page.
    """
    worker = rules.worker()
    for name, data in pages:
        try:
            for document in read(data, name, ocr=rules.ocr):
                row, findings = worker.rows(document)
                yield {"name": writable(document.path), "document": row, "findings": list(findings)}
        except Exception as error:  # whatever a hostile page brings about costs that page only
            lost = failure(0, "", error, name, name)
            yield {"name": writable(name), "code": lost.code, "reason": lost.reason}


def _versions() -> str:
    return f"clause-check {__version__}, regex {regex.__version__}"
