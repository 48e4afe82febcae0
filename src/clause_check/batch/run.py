"""Scan many files into a store: only what is new, changed or was scanned with other rules."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path

from clause_check import datafiles
from clause_check.batch.gather import Walk
from clause_check.batch.items import Found, Kept, Row, Scanned, Task
from clause_check.batch.patience import LIMIT
from clause_check.batch.pool import Pool
from clause_check.batch.rows import facts_key
from clause_check.batch.schema import FILE
from clause_check.batch.store import Store
from clause_check.batch.work import Worker
from clause_check.errors import ClauseCheckError
from clause_check.model import Facts
from clause_check.pipeline import Checker, load

TOGETHER = 64  # documents written in one transaction
PAUSE = 1.0  # seconds after which even one is


@dataclass(frozen=True, slots=True)
class Options:
    """How to run; ``workers`` 0 stands for all cores, ``limit`` is in seconds a page."""

    facts: Facts = field(default_factory=Facts)
    rules: Path | None = None
    workers: int = 0
    limit: float = LIMIT
    ocr: bool = False
    resume: bool = False
    retry: bool = False  # read again what could not be read


@dataclass(slots=True)
class Count:
    """What a run did, in files; ``again`` counts documents scanned again from the kept text."""

    read: int = 0
    failed: int = 0
    skipped: int = 0
    again: int = 0
    passed: int = 0
    documents: int = 0

    @property
    def files(self) -> int:
        """Return the number of files the walk has come past."""
        return self.read + self.failed + self.skipped


def make(options: Options) -> Worker:
    """Return a worker; called once in every process."""
    return Worker(load(options.rules or datafiles.patterns()), options.facts, options.ocr)


def batch(named: Iterable[str], out: Path, options: Options, tell: Callable[[Count], object] = lambda _: None) -> Count:
    """Scan everything named into the results folder ``out``; return what was done.

    Raises ``results-there`` when ``out`` holds results and ``resume`` is not set, and what ``Walk.run``,
    ``load`` and ``Pool.run`` raise; whatever was done until then is in the store.
    """
    if (out / FILE).exists() and not options.resume:
        raise ClauseCheckError("results-there", str(out))
    here = make(options)
    count, walk = Count(), Walk(out.resolve())
    with Store.create(out) as store:
        prepare(store, here)
        store.forget_folders()
        again = store.outdated(here.rules, facts_key(options.facts))
        tasks: Iterator[Task] = chain(again, _new(walk.run(named), store, count, options.retry))
        pool = Pool(partial(make, options), options.limit)
        _write(store, pool.run(tasks, options.workers or os.cpu_count() or 1), count, tell)
        count.passed = walk.passed
        store.finish()
    return count


def prepare(store: Store, worker: Worker) -> None:
    """Put what the documents are scanned with beside them: the law, the categories, the facts."""
    store.fill({"law": law_rows(worker.checker), "category": category_rows(worker.checker)}, described(worker))


def described(worker: Worker) -> dict[str, str]:
    """Return what the table ``meta`` says of a run."""
    return {"rules": worker.rules, "facts": facts_key(worker.facts), "law_as_of": worker.checker.laws.as_of}


def law_rows(checker: Checker) -> list[Row]:
    """Return the places in the law that the rules cite, in words."""
    cites = sorted({basis.cite for rule in checker.rulebook.rules for basis in rule.bases})
    found = [(cite, checker.laws.resolve(cite)) for cite in cites]
    return [
        {
            "cite": cite,
            "law": one.name,
            "article": one.label,
            "text": one.text,
            "number": one.number,
            "in_force_from": one.in_force_from,
            "doubt": one.doubt,
        }
        for cite, one in found
    ]


def category_rows(checker: Checker) -> list[Row]:
    """Return the categories with their place in the report."""
    categories = enumerate(checker.rulebook.categories.values())
    return [{"id": one.id, "place": n, "name": one.name, "family": one.group} for n, one in categories]


def _new(files: Iterator[Found], store: Store, count: Count, retry: bool) -> Iterator[Found]:
    """Yield what the store does not know as it is now; a half-read archive goes on where it stopped."""
    for found in files:
        status, parts = store.known(found)
        if status == "partial":
            yield replace(found, start=parts)
        elif not status or not found.stamp or (retry and store.faulty(found)):
            yield found
        else:
            count.skipped += 1


def _write(store: Store, rounds: Iterator[list[Scanned]], count: Count, tell: Callable[[Count], object]) -> None:
    """Write what comes, some documents at a time, and what is left when the run is broken off."""
    pending: list[Scanned] = []
    since = time.monotonic()
    try:
        for scans in rounds:
            pending += scans
            now = time.monotonic()
            if sum(len(scan.parts) for scan in pending) >= TOGETHER or now - since > PAUSE:
                store.write(pending)
                pending, since = [], now
            for scan in scans:
                _tally(scan, count)
            tell(count)
    finally:
        store.write(pending)


def _tally(scan: Scanned, count: Count) -> None:
    if isinstance(scan.task, Kept):
        count.again += 1
        return
    count.documents += sum(1 for part in scan.parts if part.document)
    if scan.ended:
        whole = any(part.document for part in scan.parts) or scan.task.start
        count.read += bool(whole)
        count.failed += not whole
