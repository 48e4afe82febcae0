"""What a worker does with one file: bytes to rows. It writes nothing, so any engine can call it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from clause_check import __version__
from clause_check.batch.bare import Bare
from clause_check.batch.items import Found, Kept, Part, Row, Scanned, Task, writable
from clause_check.batch.owner import owner, part_name
from clause_check.batch.rows import document_row, facts_key, finding_row, identity, unpack
from clause_check.batch.sources import digest, documents, many, remote
from clause_check.errors import ClauseCheckError
from clause_check.model import Document, Facts
from clause_check.pipeline import Checker

STRETCH = 32  # parts of an archive that travel together
Message = int | Scanned  # a number says which part the worker has begun


@dataclass(slots=True)
class Worker:
    """A checker with the facts of the run; calling it with a task yields what it gives, as it comes."""

    checker: Checker
    facts: Facts
    ocr: bool = False

    @property
    def rules(self) -> str:
        """Return what identifies the rules and the program that applies them."""
        return f"{__version__} {self.checker.rulebook.digest[:16]}"

    def __call__(self, task: Task) -> Iterator[Message]:
        """Yield the number of each part of an archive as it is begun, and stretches of parts; never raise."""
        if isinstance(task, Kept):
            yield self._again(task)
        else:
            yield from self._file(task)

    def _file(self, found: Found) -> Iterator[Message]:
        parts: list[Part] = []
        following, sha256 = found.start, ""
        try:
            if found.fault:
                raise ClauseCheckError(found.fault, found.name)
            for n, document in enumerate(documents(found.path, found.name, ocr=self.ocr)):
                inside = many(found.path) or "!/" in document.path
                sha256 = "" if inside or found.path.endswith(".gz") else document.sha256
                if n < found.start:
                    continue
                if n or inside:
                    yield n
                parts.append(self._part(found, n, document))
                following = n + 1
                if len(parts) == STRETCH:
                    yield Scanned(replace(found, start=parts[0].n), tuple(parts), ended=False)
                    parts = []
            if not sha256 and not remote(found.path):
                sha256 = digest(found.path)
        except Exception as error:  # whatever a hostile page brings about costs that page only
            parts.append(failure(following, "", error, found.path, found.name))
        yield Scanned(replace(found, start=parts[0].n if parts else following), tuple(parts), sha256=sha256)

    def _part(self, found: Found, n: int, document: Document) -> Part:
        name = writable(part_name(found, document))
        for number, code, reason in found.bad:
            if number == n:
                return Part(n, name, code=code, reason=reason)
        if not document.text.strip():
            error = ClauseCheckError("file-empty", f"{found.name}{name}")
            code, reason = next(((one.code, one.message) for one in document.concerns), (error.code, str(error)))
            return Part(n, name, code=code, reason=writable(reason))
        try:
            row, findings = self.rows(document)
        except Exception as error:  # as above
            return failure(n, name, error, found.path, found.name + name)
        return Part(n, name, writable(owner(found, name)), row, findings)

    def _again(self, kept: Kept) -> Scanned:
        with closing(sqlite3.connect(f"{Path(kept.store).resolve().as_uri()}?mode=ro", uri=True)) as base:
            base.row_factory = sqlite3.Row
            row = base.execute("select * from document where id = ?", (kept.id,)).fetchone()
        document, findings = self.again(row)
        return Scanned(kept, (Part(0, "", document=document, findings=findings),))

    def again(self, row: Mapping[str, Any]) -> tuple[Row, tuple[Row, ...]]:
        """Return a stored document's rows by the rules of now; one that cannot be checked has no findings."""
        try:
            return self.rows(unpack(row), row["id"])
        except Exception as error:  # as above
            reason = failure(0, "", error, row["id"], row["id"]).reason
            unchecked = {"unfit": "unchecked", "unchecked": json.dumps([reason], ensure_ascii=False)}
            return {**row, **unchecked, "rules": self.rules, "facts": facts_key(self.facts)}, ()

    def rows(self, document: Document, known: str = "") -> tuple[Row, tuple[Row, ...]]:
        """Return the row of a document and those of its findings; ``known`` is its id when the store gave it."""
        report = self.checker.check(document, self.facts)
        name = known or identity(document)
        row = document_row(report, name) | {"rules": self.rules, "facts": facts_key(self.facts)}
        if not report.findings:
            return row, ()
        bare = Bare(document)
        return row, tuple(finding_row(one, n, name, bare) for n, one in enumerate(report.findings))


def failure(n: int, name: str, error: Exception, path: str, place: str) -> Part:
    """Return the part that could not be read or checked, its reason naming the file as results do."""
    if not isinstance(error, ClauseCheckError):
        error = ClauseCheckError("page-failed", place, reason=type(error).__name__)
    return Part(n, name, code=error.code, reason=writable(str(error).replace(path, place)))
