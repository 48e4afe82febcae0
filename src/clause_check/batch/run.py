"""Scan many files into a store: only what is new, changed or was scanned with other rules."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from clause_check.batch import pool
from clause_check.batch.gather import Found, gather
from clause_check.batch.store import Scanned, Store
from clause_check.batch.work import Worker, facts_key
from clause_check.errors import ClauseCheckError
from clause_check.model import Facts
from clause_check.pipeline import load

TOGETHER = 32  # files written in one transaction


@dataclass(slots=True)
class Count:
    """What a run did."""

    read: int = 0
    failed: int = 0
    skipped: int = 0
    rescanned: int = 0


def worker(folder: Path | None, facts: Facts, ocr: bool) -> Worker:
    """Return a worker for a rule folder; called once in every process."""
    return Worker(load(folder), facts, ocr)


def batch(
    named: Iterable[str],
    out: Path,
    facts: Facts,
    *,
    resume: bool = False,
    folder: Path | None = None,
    workers: int = 0,
    limit: float = pool.LIMIT,
    ocr: bool = False,
    tell: Callable[[Count], object] = lambda _: None,
) -> Count:
    """Scan everything named into the results folder ``out``; return what was done.

    Raises ``ClauseCheckError('results-there')`` when ``out`` holds results and ``resume`` is not set.
    """
    if (out / "results.sqlite").exists() and not resume:
        raise ClauseCheckError("results-there", str(out))
    here = worker(folder, facts, ocr)
    store, count = Store(out, create=True), Count()
    try:
        _rescan(store, here, count)
        files = _new(gather(named, below=out), store, count)
        setup = partial(worker, folder, facts, ocr)
        scans = pool.scan(files, setup, workers or os.cpu_count() or 1, limit)
        _write(store, scans, count, tell)
        store.prune()
    finally:
        store.close()
    return count


def _new(files: Iterator[Found], store: Store, count: Count) -> Iterator[Found]:
    for found in files:
        if store.unchanged(found.name, found.size, found.stamp):
            count.skipped += 1
        else:
            yield found


def _write(store: Store, scans: Iterator[Scanned], count: Count, tell: Callable[[Count], object]) -> None:
    while together := list(islice(scans, TOGETHER)):
        store.write(together)
        failed = sum(1 for scan in together if scan.reason)
        count.failed += failed
        count.read += len(together) - failed
        tell(count)


def _rescan(store: Store, here: Worker, count: Count) -> None:
    """Apply changed rules or facts to the kept texts."""
    for name, document in store.outdated(here.checker.rulebook.digest, facts_key(here.facts)):
        platform = store.rows("select platform from document where id = ?", name)[0][0]
        row, findings = here.rows(document, document.path, name)
        row["platform"] = document.party or platform
        store.replace([row], findings)
        count.rescanned += 1
