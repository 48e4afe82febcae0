"""Open results wherever they lie: a folder with a store, or Parquet there or at an address."""

from __future__ import annotations

from pathlib import Path

from clause_check.batch.schema import FILE
from clause_check.batch.sources import remote
from clause_check.batch.store import Store
from clause_check.errors import ClauseCheckError


def opened(where: str) -> Store:
    """Return the results as a store; Parquet is read into one that ends with its connection.

    Raises ``results-missing`` and what ``Store.open`` raises.
    """
    if not remote(where) and ((Path(where) / FILE).is_file() or not (Path(where) / "source").is_dir()):
        return Store.open(Path(where))
    from clause_check.batch import parquet

    if not parquet.names(where):
        raise ClauseCheckError("results-missing", where)
    store = Store.passing()
    parquet.load(where, store)
    return store
