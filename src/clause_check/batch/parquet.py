"""Results as Parquet: folders of parts named after the tables of the store, locally or in object storage.

A part is whole once its file of ``source`` is there: that one is written last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from clause_check.batch.extras import need
from clause_check.batch.items import Found, Row, Scanned
from clause_check.batch.schema import TABLES, insertion
from clause_check.batch.sources import filesystem
from clause_check.batch.store import Store, Transaction

TOGETHER = 5_000  # rows written in one group
DOCUMENTS = 500  # of those that hold texts
ORDER = ("law", "category", "meta", "failed", "holds", "finding", "document", "source")
SCANS = ("failed", "holds", "finding", "document", "source")


class PartFile:
    """Writes one part: a file a table, visible only when all of it is written."""

    def __init__(self, where: str, name: str, tables: Iterable[str] = SCANS) -> None:
        self._system, self._root = filesystem(where)
        self._name = name
        self._rows: dict[str, list[Row]] = {table: [] for table in tables}
        self._writers: dict[str, Any] = {}
        self._files: dict[str, Any] = {}
        self._seen: set[str] = set()
        self._read = False  # whether a document came of the file that is being added

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Add rows of a table."""
        held = self._rows[table]
        held.extend(rows)
        if len(held) >= (DOCUMENTS if table == "document" else TOGETHER):
            self._flush(table)

    def scanned(self, scan: Scanned) -> None:
        """Add what a stretch of a file gave, the stretches in order; a document comes into the part once."""
        assert isinstance(scan.task, Found)
        path = scan.task.key
        for part in scan.parts:
            place = {"path": path, "n": part.n, "part": part.name}
            if part.document is None:
                self.add("failed", [{**place, "code": part.code, "reason": part.reason}])
                continue
            self._read = True
            self.add("holds", [{**place, "document": part.document["id"], "owner": part.owner}])
            if part.document["id"] not in self._seen:
                self._seen.add(part.document["id"])
                self.add("document", [part.document])
                self.add("finding", part.findings)
        if scan.ended:
            row = {"path": path, "name": scan.task.name, "size": scan.task.size, "stamp": scan.task.stamp}
            self.add("source", [{**row, "sha256": scan.sha256, "status": "read" if self._read else "failed"}])
            self._read = False

    def close(self) -> None:
        """Write what is left and make the part visible, ``source`` last."""
        for table in self._rows:
            self._flush(table, always=True)
            self._writers[table].close()
            self._files[table].close()
        for table in (one for one in ORDER if one in self._files):
            self._files[table].commit()

    def discard(self) -> None:
        """Leave nothing behind."""
        for file in self._files.values():
            file.close()
            file.discard()

    def _flush(self, table: str, *, always: bool = False) -> None:
        rows = self._rows[table]
        if not (rows or always):
            return
        arrow = need("pyarrow", table)
        shape = _shape(table)
        if table not in self._writers:
            folder = f"{self._root}/{table}"
            self._system.makedirs(folder, exist_ok=True)
            self._files[table] = self._system.open(f"{folder}/{self._name}.parquet", "wb", autocommit=False)
            writer = need("pyarrow.parquet", table).ParquetWriter
            self._writers[table] = writer(self._files[table], shape, compression="zstd")
        self._writers[table].write_table(arrow.Table.from_pylist(rows, schema=shape))
        rows.clear()


@contextmanager
def part(where: str, name: str, tables: Iterable[str] = SCANS) -> Iterator[PartFile]:
    """Give a part to fill; it becomes visible when the block ends well, else it never does."""
    made = PartFile(where, name, tables)
    try:
        yield made
    except BaseException:
        made.discard()
        raise
    made.close()


def export(store: Store, where: str) -> None:
    """Write a whole store as one part; raises ``extra-missing`` without pyarrow and fsspec."""
    with part(where, "part-0", ORDER) as made:
        for table in ORDER:
            for row in store.each(f"select * from {table}"):
                made.add(table, [dict(row)])


def names(where: str, table: str = "source") -> list[str]:
    """Return the parts of a table, without suffix, in order."""
    system, root = filesystem(where)
    found = system.glob(f"{root}/{table}/*.parquet")
    return sorted(str(path).rsplit("/", 1)[-1].removesuffix(".parquet") for path in found)


def remove(where: str, name: str) -> None:
    """Remove a part, ``source`` first, so that no half of it counts."""
    system, root = filesystem(where)
    for table in reversed(ORDER):
        if system.exists(path := f"{root}/{table}/{name}.parquet"):
            system.rm(path)


def rows(where: str, table: str, name: str) -> Iterator[Row]:
    """Yield the rows of a table of one part; none when the part has no such table."""
    system, root = filesystem(where)
    path = f"{root}/{table}/{name}.parquet"
    if not system.exists(path):
        return
    with system.open(path, "rb") as file:
        for batch in need("pyarrow.parquet", table).ParquetFile(file).iter_batches(TOGETHER):
            yield from batch.to_pylist()


def load(where: str, store: Store) -> None:
    """Put all parts into a store; of a file that is in two parts the newer counts."""
    for name in names(where):
        sources = list(rows(where, "source", name))
        with Transaction(store.base):
            older = {row["path"] for row in sources if _newer(store, row)}
            for row in sources:
                if row["path"] not in older:
                    store.forget(row["path"])
            for table in SCANS:
                found = (row for row in rows(where, table, name) if row.get("path") not in older)
                store.base.executemany(insertion(table), found)
    for table in ("law", "category", "meta"):
        for name in names(where, table):
            store.base.executemany(insertion(table), rows(where, table, name))


def _newer(store: Store, row: Row) -> bool:
    """Return whether the store has a later version of the file."""
    return bool(store.rows("select 1 from source where path = ? and stamp > ?", row["path"], row["stamp"]))


def _shape(table: str) -> Any:
    arrow = need("pyarrow", table)
    kinds = {"text": arrow.string(), "integer": arrow.int64(), "blob": arrow.binary()}
    return arrow.schema([(name, kinds[kind.split()[0]]) for name, kind in TABLES[table].items()])
