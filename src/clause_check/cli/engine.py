"""Scan on a Dask cluster: one that runs already, or two processes of our own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from clause_check.batch import parquet
from clause_check.batch.cluster import distribute
from clause_check.batch.extras import need
from clause_check.batch.run import Count, Options
from clause_check.batch.sources import remote
from clause_check.batch.store import Store
from clause_check.errors import ClauseCheckError

WORKERS = 2
PATIENCE = 15  # seconds to wait for a cluster


def run(engine: str, named: tuple[str, ...], out: str, options: Options, tell: Callable[[Count], object]) -> Count:
    """Scan into Parquet below ``out``; where that is a folder of ours, into its store as well.

    Raises ``engine-unknown``, ``engine-gone``, ``extra-missing`` and what ``distribute`` raises.
    """
    kind, _, address = engine.partition("=")
    if kind != "dask":
        raise ClauseCheckError("engine-unknown", kind)
    with _client(address, options.workers or WORKERS) as client:
        count = distribute(named, out, options, client, tell)
    if not remote(out):
        with Store.create(Path(out)) as store:
            parquet.load(out, store)
            store.finish()
    return count


@contextmanager
def _client(address: str, workers: int) -> Iterator[Any]:
    distributed = need("distributed", address or "dask")
    if not address:
        quiet = {"dashboard_address": None, "silence_logs": logging.CRITICAL}
        cluster = distributed.LocalCluster(n_workers=workers, threads_per_worker=1, **quiet)
        with cluster, distributed.Client(cluster) as client:
            yield client
        return
    try:
        client = distributed.Client(address, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise ClauseCheckError("engine-gone", address, reason=type(error).__name__) from None
    with client:
        yield client
