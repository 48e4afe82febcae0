"""The results of a batch on disk: SQLite, written so that a kill at any moment loses nothing.

What stretches of files gave is written in one transaction each, so whole documents are there or nothing.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from clause_check.batch.items import Found, Kept, Row, Scanned
from clause_check.batch.schema import FILE, VERSION, insertion, statements
from clause_check.errors import ClauseCheckError


class Store:
    """An open results folder."""

    def __init__(self, base: sqlite3.Connection, file: Path) -> None:
        self.base = base
        self.file = file
        base.row_factory = sqlite3.Row

    @classmethod
    def create(cls, folder: Path) -> Store:
        """Open the results in ``folder`` for writing, made when they are not there.

        Raises ``results-broken`` or ``results-version``.
        """
        folder.mkdir(parents=True, exist_ok=True)
        store = cls(sqlite3.connect(folder / FILE, isolation_level=None, timeout=30), folder / FILE)
        try:
            store.base.execute("pragma journal_mode=wal")
            store.base.execute("pragma synchronous=normal")
            store._shape()
        except sqlite3.DatabaseError as error:
            store.base.close()
            raise ClauseCheckError("results-broken", str(folder), reason=str(error)) from None
        return store._checked()

    @classmethod
    def passing(cls) -> Store:
        """Return an empty store that ends with its connection, for results that lie elsewhere."""
        store = cls(sqlite3.connect("", isolation_level=None), Path())
        store._shape()
        return store

    @classmethod
    def open(cls, folder: Path) -> Store:
        """Open results for reading, also where nothing may be written.

        Raises ``results-missing``, ``results-broken`` or ``results-version``.
        """
        file = folder / FILE
        if not file.is_file():
            raise ClauseCheckError("results-missing", str(folder))
        store = cls(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None), file)
        return store._checked()

    def _shape(self) -> None:
        with Transaction(self.base):
            if not self.rows("select 1 from sqlite_master where name = 'meta'"):
                for statement in statements():
                    self.base.execute(statement)
                self.set_meta("schema", str(VERSION))

    def _checked(self) -> Store:
        try:
            found = self.meta("schema")
        except sqlite3.DatabaseError as error:
            self.base.close()
            raise ClauseCheckError("results-broken", str(self.file.parent), reason=str(error)) from None
        if found != str(VERSION):
            self.base.close()
            raise ClauseCheckError("results-version", str(self.file.parent), found=found or "?", wanted=VERSION)
        return self

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.base.close()

    def finish(self) -> None:
        """Drop what no file holds any longer, and leave one file that opens anywhere."""
        with Transaction(self.base):
            self.base.execute("delete from document where id not in (select document from holds)")
            self.base.execute("delete from finding where document not in (select id from document)")
        self.base.execute("pragma journal_mode=delete")

    def meta(self, key: str) -> str:
        """Return a value of the meta table, empty when unset."""
        found = self.rows("select value from meta where key = ?", key)
        return str(found[0][0]) if found else ""

    def set_meta(self, key: str, value: str) -> None:
        """Set a value of the meta table."""
        self.base.execute("insert or replace into meta values(?, ?)", (key, value))

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        return self.base.execute(query, values).fetchall()

    def each(self, query: str, *values: object) -> Iterator[sqlite3.Row]:
        """Yield the rows of a query as they come."""
        yield from self.base.execute(query, values)

    def fill(self, tables: dict[str, list[Row]], meta: dict[str, str]) -> None:
        """Replace whole small tables and set values of the meta table."""
        with Transaction(self.base):
            for table, rows in tables.items():
                self.base.execute(f"delete from {table}")
                self.base.executemany(insertion(table), rows)
            for key, value in meta.items():
                self.set_meta(key, value)

    def known(self, found: Found) -> tuple[str, int]:
        """Return a file's status and the number of its parts, '' and 0 when it is new or has changed."""
        values = (found.key, found.size, found.stamp)
        rows = self.rows("select status from source where path = ? and size = ? and stamp = ?", *values)
        if not rows:
            return "", 0
        if rows[0][0] != "partial":
            return str(rows[0][0]), 0
        parts = "select n from holds where path = ? union all select n from failed where path = ?"
        return "partial", int(self.rows(f"select coalesce(max(n) + 1, 0) from ({parts})", found.key, found.key)[0][0])

    def forget(self, path: str) -> None:
        """Take out what a file holds, its documents left for ``finish`` to drop."""
        for table in ("source", "holds", "failed"):
            self.base.execute(f"delete from {table} where path = ?", (path,))

    def forget_folders(self) -> None:
        """Forget which folders could not be entered: the walk says so again where it is still true."""
        with Transaction(self.base):
            self.base.execute("delete from source where path in (select path from failed where code like 'folder-%')")
            self.base.execute("delete from failed where code like 'folder-%'")

    def faulty(self, found: Found) -> bool:
        """Return whether the file, or a part of it, could not be read."""
        return bool(self.rows("select 1 from failed where path = ? limit 1", found.key))

    def write(self, scans: Iterable[Scanned]) -> None:
        """Write what some tasks gave, all or nothing."""
        with Transaction(self.base):
            for scan in scans:
                if isinstance(scan.task, Found):
                    self._file(scan, scan.task)
                else:
                    self._again(scan, scan.task)

    def _file(self, scan: Scanned, found: Found) -> None:
        path = found.key
        if not found.start:
            self.forget(path)
        for part in scan.parts:
            if part.document is None:
                lost = (path, part.n, part.name, part.code, part.reason)
                self.base.execute("insert or replace into failed values(?, ?, ?, ?, ?)", lost)
                continue
            held = (path, part.n, part.name, part.document["id"], part.owner)
            self.base.execute("insert or replace into holds values(?, ?, ?, ?, ?)", held)
            self.put(part.document, part.findings)
        row = (path, found.name, found.size, found.stamp, scan.sha256, self._status(path) if scan.ended else "partial")
        self.base.execute("insert or replace into source values(?, ?, ?, ?, ?, ?)", row)

    def _status(self, path: str) -> str:
        return "read" if self.rows("select 1 from holds where path = ? limit 1", path) else "failed"

    def _again(self, scan: Scanned, kept: Kept) -> None:
        """Write a document that was checked again; one that could not be loses what older rules said of it."""
        part = scan.parts[0]
        if part.document is not None:
            self.put(part.document, part.findings)
            return
        self.base.execute("delete from finding where document = ?", (kept.id,))
        self.base.execute(
            "update document set unchecked = ?, unfit = 'unchecked', rules = ?, facts = ? where id = ?",
            (json.dumps([part.reason], ensure_ascii=False), kept.rules, kept.facts, kept.id),
        )

    def put(self, document: Row, findings: Iterable[Row]) -> None:
        """Put a document and its findings in the place of what stood under the same id."""
        self.base.execute("delete from finding where document = ?", (document["id"],))
        self.base.execute(insertion("document"), document)
        self.base.executemany(insertion("finding"), list(findings))

    def outdated(self, rules: str, facts: str) -> Iterator[Kept]:
        """Yield every document that was scanned with other rules or facts; none is held in memory."""
        query = "select id from document where (rules <> ? or facts <> ?) and id > ? order by id limit 1"
        last = ""
        while found := self.rows(query, rules, facts, last):
            last = str(found[0][0])
            yield Kept(last, str(self.file), rules, facts)


class Transaction:
    """All or nothing, and the lock taken at once."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self.base = base

    def __enter__(self) -> None:
        self.base.execute("begin immediate")

    def __exit__(self, kind: object, *_: object) -> None:
        self.base.execute("commit" if kind is None else "rollback")
