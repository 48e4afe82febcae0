"""The results of a batch on disk: SQLite, one row a file, a document and a finding.

A file's rows are written in one transaction, so that a kill at any moment leaves whole files or
nothing. Documents are keyed by content: the same page under two paths is scanned and stored once. The
extracted text is kept, so that new rules are applied without the pages. See docs in ``SCHEMA``.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from clause_check.errors import ClauseCheckError
from clause_check.model import Block, Concern, Document

VERSION = 1
FILE = "results.sqlite"
SCHEMA = """
create table meta(key text primary key, value text not null);
-- one row a file that was looked at; status: read | failed; reason: Chinese, for failed ones
create table source(path text primary key, size integer, stamp integer, sha256 text, status text, reason text);
-- one row a document; id: SHA-256 of its text and layout; rules: digest of the rules it was scanned with
create table document(id text primary key, platform text, title text, party text, version text, effective text,
    media text, encoding text, chars integer, clauses integer, comparable integer, concerns text, unchecked text,
    rules text, facts text, text blob, blocks blob);
-- which file holds which document; part: the place inside an archive or page, else empty
create table holds(path text, part text, document text, primary key(path, part));
-- one row a finding; n counts from 0 in document order; start and finish are code points of the text
create table finding(document text, n integer, rule text, category text, grade text, title text, clause text,
    quote text, sentence text, start integer, finish integer, line integer, fingerprint text, cites text,
    primary key(document, n));
create index finding_category on finding(category, grade);
create index holds_document on holds(document);
"""
DOCUMENT = [
    "id",
    "platform",
    "title",
    "party",
    "version",
    "effective",
    "media",
    "encoding",
    "chars",
    "clauses",
    "comparable",
    "concerns",
    "unchecked",
    "rules",
    "facts",
    "text",
    "blocks",
]
FINDING = [
    "document",
    "n",
    "rule",
    "category",
    "grade",
    "title",
    "clause",
    "quote",
    "sentence",
    "start",
    "finish",
    "line",
    "fingerprint",
    "cites",
]


@dataclass(frozen=True, slots=True)
class Scanned:
    """What one file gave: rows for ``document``, ``holds`` and ``finding``, or a reason why not."""

    path: str
    size: int
    stamp: int
    sha256: str = ""
    reason: str = ""
    documents: tuple[dict[str, Any], ...] = ()
    holds: tuple[tuple[str, str], ...] = ()
    findings: tuple[dict[str, Any], ...] = ()


class Store:
    """An open results folder."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        file = folder / FILE
        if not create and not file.is_file():
            raise ClauseCheckError("results-missing", str(folder))
        if create:
            folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.base = sqlite3.connect(file, isolation_level=None, timeout=30)
        self.base.row_factory = sqlite3.Row
        try:
            self.base.execute("pragma journal_mode=wal")
            self.base.execute("pragma synchronous=normal")
            self._prepare()
        except sqlite3.DatabaseError as error:
            raise ClauseCheckError("results-broken", str(file), reason=str(error)) from None

    def close(self) -> None:
        """Close the file."""
        self.base.close()

    def _prepare(self) -> None:
        with Transaction(self.base):
            known = self.base.execute("select 1 from sqlite_master where name = 'meta'").fetchone()
            if not known:
                for statement in SCHEMA.split(";"):
                    self.base.execute(statement)
                self.base.execute("insert into meta values('schema', ?)", (str(VERSION),))
        found = self.meta("schema")
        if found != str(VERSION):
            raise ClauseCheckError("results-version", str(self.folder), found=found, wanted=VERSION)

    def meta(self, key: str) -> str:
        """Return a value of the meta table, empty when unset."""
        row = self.base.execute("select value from meta where key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def set_meta(self, key: str, value: str) -> None:
        """Set a value of the meta table."""
        self.base.execute("insert or replace into meta values(?, ?)", (key, value))

    def unchanged(self, path: str, size: int, stamp: int) -> bool:
        """Return whether a file was already read with this size and time stamp."""
        row = self.base.execute("select 1 from source where path=? and size=? and stamp=?", (path, size, stamp))
        return row.fetchone() is not None

    def write(self, scans: Iterable[Scanned]) -> None:
        """Write what some files gave, all or nothing."""
        with Transaction(self.base):
            for scan in scans:
                self._write(scan)

    def _write(self, scan: Scanned) -> None:
        status = "failed" if scan.reason else "read"
        row = (scan.path, scan.size, scan.stamp, scan.sha256, status, scan.reason)
        self.base.execute("insert or replace into source values(?,?,?,?,?,?)", row)
        self.base.execute("delete from holds where path = ?", (scan.path,))
        held = [(scan.path, part, document) for part, document in scan.holds]
        self.base.executemany("insert into holds values(?,?,?)", held)
        self.replace(scan.documents, scan.findings)

    def replace(self, documents: Iterable[dict[str, Any]], findings: Iterable[dict[str, Any]]) -> None:
        """Put documents and their findings in the place of what stood under the same ids."""
        rows = list(documents)
        self.base.executemany("delete from finding where document = ?", [(row["id"],) for row in rows])
        self.base.executemany(_insert("document", DOCUMENT), rows)
        self.base.executemany(_insert("finding", FINDING), list(findings))

    def outdated(self, rules: str, facts: str) -> Iterator[tuple[str, Document]]:
        """Yield (id, document) of those scanned with other rules or facts, from the kept text."""
        ids = [r[0] for r in self.base.execute("select id from document where rules<>? or facts<>?", (rules, facts))]
        for name in ids:
            row = self.base.execute("select * from document where id = ?", (name,)).fetchone()
            yield name, unpack(row)

    def prune(self) -> None:
        """Drop documents that no file holds any longer."""
        with Transaction(self.base):
            self.base.execute("delete from document where id not in (select document from holds)")
            self.base.execute("delete from finding where document not in (select id from document)")

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        return self.base.execute(query, values).fetchall()


class Transaction:
    """All or nothing, and the lock taken at once."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self.base = base

    def __enter__(self) -> None:
        self.base.execute("begin immediate")

    def __exit__(self, kind: object, *_: object) -> None:
        self.base.execute("commit" if kind is None else "rollback")


def _insert(table: str, columns: list[str]) -> str:
    return f"insert or replace into {table}({','.join(columns)}) values({','.join(':' + name for name in columns)})"


def pack(document: Document) -> tuple[bytes, bytes]:
    """Return a document's text and blocks, compressed."""
    blocks = json.dumps([[b.start, b.end, b.kind, b.origin] for b in document.blocks], ensure_ascii=False)
    return zlib.compress(document.text.encode("utf-8", "surrogatepass"), 6), zlib.compress(blocks.encode(), 6)


def unpack(row: sqlite3.Row) -> Document:
    """Return the document of a row."""
    text = zlib.decompress(row["text"]).decode("utf-8", "surrogatepass")
    blocks = tuple(Block(*one) for one in json.loads(zlib.decompress(row["blocks"])))
    concerns = tuple(Concern(**one) for one in json.loads(row["concerns"]))
    names = ("title", "party", "version", "effective", "media", "encoding")
    return Document(row["id"], text, row["id"], blocks=blocks, concerns=concerns, **{n: row[n] for n in names})


def concerns(document: Document) -> str:
    """Return the concerns as JSON."""
    return json.dumps([asdict(one) for one in document.concerns], ensure_ascii=False)
