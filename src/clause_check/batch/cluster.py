"""Run a batch on Dask distributed: chunks of files become Parquet parts, wherever the workers are.

A part's name tells which files it holds and with what rules they were scanned, so a run that goes on skips
what is done, and a task that runs twice writes the same part twice. The rulebook travels once a worker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from clause_check.batch import parquet
from clause_check.batch.carry import Rules
from clause_check.batch.chunks import Chunk, chunked, digest, place_and_contents
from clause_check.batch.extras import need
from clause_check.batch.gather import Walk
from clause_check.batch.items import Found
from clause_check.batch.patience import patiently
from clause_check.batch.rows import facts_key
from clause_check.batch.run import Count, Options, category_rows, described, law_rows, make
from clause_check.batch.schema import VERSION
from clause_check.batch.sources import remote
from clause_check.batch.work import Worker
from clause_check.errors import ClauseCheckError

AHEAD = 4  # chunks that wait for each thread
PREFIX = "clause-check-rules"


@dataclass(slots=True)
class Done:
    """What one chunk came to, in files; ``documents`` and ``again`` in documents."""

    read: int = 0
    failed: int = 0
    documents: int = 0
    again: int = 0


def distribute(
    named: Iterable[str],
    out: str,
    options: Options,
    client: Any,
    tell: Callable[[Count], object] = lambda _: None,
) -> Count:
    """Scan everything named into Parquet below ``out`` with a ``distributed.Client``; return what was done.

    ``out`` and what is named are paths that every worker sees, or addresses such as ``s3://…``. Raises
    ``results-there`` when ``out`` holds results and ``options.resume`` is not set, and what ``Walk.run`` raises.
    """
    known = {place_and_contents(name)[0]: name for name in parquet.names(out)}
    if known and not options.resume:
        raise ClauseCheckError("results-there", out)
    here = make(options)
    key = digest(here.rules, facts_key(options.facts))
    plugin = import_module("clause_check.batch.plugin").Carrier
    client.register_plugin(plugin(f"{PREFIX}-{key}", Rules.of(here.checker, options.facts, ocr=options.ocr)))
    _describe(here, out)
    count, walk = Count(), Walk(None if remote(out) else Path(out).resolve())
    fresh = _fresh(chunked(walk.run(named), key), known, count, out if options.retry else "")
    for done in _drive(client, fresh, out, options.limit, known):
        for name in ("read", "failed", "documents", "again"):
            setattr(count, name, getattr(count, name) + getattr(done, name))
        tell(count)
    count.passed = walk.passed
    return count


def _describe(worker: Worker, out: str) -> None:
    """Write the law, the categories and what else belongs to no single part."""
    meta = described(worker) | {"schema": str(VERSION)}
    with parquet.part(out, "part-0", ("law", "category", "meta")) as made:
        made.add("law", law_rows(worker.checker))
        made.add("category", category_rows(worker.checker))
        made.add("meta", [{"key": name, "value": value} for name, value in meta.items()])


def _fresh(chunks: Iterable[Chunk], known: dict[str, str], count: Count, retry: str) -> Iterator[Chunk]:
    """Yield the chunks that are not done; with ``retry`` also those in which something failed."""
    for chunk in chunks:
        done = known.get(chunk.place) == chunk.name
        if done and not (retry and next(parquet.rows(retry, "failed", chunk.name), None)):
            count.skipped += len(chunk.files)
        else:
            yield chunk


def _drive(client: Any, chunks: Iterator[Chunk], out: str, limit: float, known: dict[str, str]) -> Iterator[Done]:
    """Keep every thread busy, no more than some chunks on the way, and yield what is done."""
    futures: dict[Any, Chunk] = {}

    def submit(chunk: Chunk, suffix: str = "") -> Any:
        old = known.get(chunk.place, "")
        future = client.submit(scan_chunk, chunk, old, out, limit, key=chunk.name + suffix, pure=False)
        futures[future] = chunk
        return future

    room = AHEAD * max(1, sum(client.nthreads().values()))
    done = need("distributed", out).as_completed(list(map(submit, islice(chunks, room))), raise_errors=False)
    for future in done:
        chunk = futures.pop(future)
        if future.status == "error":
            done.add(submit(_without_killers(client, chunk, limit, future), "-again"))
            continue
        yield future.result()
        if (following := next(chunks, None)) is not None:
            done.add(submit(following))


def _without_killers(client: Any, chunk: Chunk, limit: float, failed: Any) -> Chunk:
    """Return the chunk with those files marked that end a worker, each tried alone; raise any other error."""
    killed = need("distributed", chunk.name).KilledWorker
    if not isinstance(failed.exception(), killed) or any(one.fault for one in chunk.files):
        failed.result()
    files = []
    for one in chunk.files:
        alone = client.submit(try_file, one, chunk.rules, limit, pure=False)
        files.append(replace(one, fault="page-crashed") if isinstance(alone.exception(), killed) else one)
    return replace(chunk, files=tuple(files))


def scan_chunk(chunk: Chunk, old: str, out: str, limit: float) -> Done:
    """Write a chunk's part and remove the ``old`` one; runs on a worker.

    With the same files in the old part and other rules, the texts are taken from there, not from the pages.
    """
    worker = _worker(chunk.rules)
    count = Done()
    with parquet.part(out, chunk.name) as made:
        if old and place_and_contents(old)[1] == chunk.contents and old != chunk.name:
            count.again = _again(worker, out, old, made)
        else:
            for one in chunk.files:
                _scan(worker, one, limit, made, count)
    if old and old != chunk.name:
        parquet.remove(out, old)
    return count


def try_file(found: Found, rules: str, limit: float) -> None:
    """Scan one file for nothing but to see whether the worker lives; runs on a worker."""
    for _ in patiently(_worker(rules), found, limit):
        pass


def _scan(worker: Worker, found: Found, limit: float, made: parquet.PartFile, count: Done) -> None:
    before = count.documents
    for scan in patiently(worker, found, limit):
        made.scanned(scan)
        count.documents += sum(1 for part in scan.parts if part.document)
    count.read += count.documents > before
    count.failed += count.documents == before


def _again(worker: Worker, out: str, old: str, made: parquet.PartFile) -> int:
    for table in ("source", "holds", "failed"):
        made.add(table, parquet.rows(out, table, old))
    count = 0
    for row in parquet.rows(out, "document", old):
        document, findings = worker.again(row)
        made.add("document", [document])
        made.add("finding", findings)
        count += 1
    return count


def _worker(rules: str) -> Worker:
    carried: Rules = need("distributed", rules).get_worker().plugins[f"{PREFIX}-{rules}"].rules
    return carried.worker()
