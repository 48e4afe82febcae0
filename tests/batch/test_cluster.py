"""A batch on a real cluster of two worker processes gives what the local run gives, whatever befalls a worker."""

from __future__ import annotations

import os
import signal
import threading
import time
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from clause_check.batch import cluster, parquet
from clause_check.batch.run import Count, Options
from clause_check.batch.store import Store
from clause_check.cli.engine import run as run_engine
from clause_check.errors import ClauseCheckError
from clause_check.model import Facts

from .conftest import LAST_WORD, NO_REFUND, Scan, Write

distributed = pytest.importorskip("distributed")
pytest.importorskip("pyarrow")
pytestmark = pytest.mark.filterwarnings("ignore")  # what Dask says on its way out is not ours

Results = Callable[..., dict[str, list[tuple[object, ...]]]]
Spread = Callable[..., Count]


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """Return a client of a cluster of two processes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        options = {"threads_per_worker": 1, "dashboard_address": None, "silence_logs": 50}
        patience = pytest.importorskip("dask").config.set({"distributed.scheduler.allowed-failures": 1})
        with patience, distributed.LocalCluster(n_workers=2, **options) as made, distributed.Client(made) as found:
            yield found


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clause_check.batch.chunks.MEAN", 5)


@pytest.fixture
def pages(write: Write, tmp_path: Path) -> Path:
    """Return a folder of pages, a zip and an empty file."""
    for n in range(40):
        write(f"{n % 7}/{n}.txt", f"第{n}号{NO_REFUND}", LAST_WORD)
    with zipfile.ZipFile(tmp_path / "pages" / "z.zip", "w") as archive:
        for n in range(40):
            archive.write(tmp_path / "pages" / f"{n % 7}/{n}.txt", f"{n}.txt")
    (tmp_path / "pages" / "empty.txt").touch()
    return tmp_path / "pages"


@pytest.fixture
def spread(client: Any, rules: Path, pages: Path, tmp_path: Path) -> Spread:
    """Return a function that scans ``pages`` on the cluster and loads the parts into the store ``out``."""

    def run(out: str = "out", **more: Any) -> Count:
        count = cluster.distribute([str(pages)], str(tmp_path / out), Options(rules=rules, **more), client)
        with Store.create(tmp_path / out) as store:
            parquet.load(str(tmp_path / out), store)
            store.finish()
        return count

    return run


def test_the_findings_are_those_of_the_local_run(spread: Spread, scan: Scan, results: Results) -> None:
    count = spread()
    scan(out="local")
    assert results("out") == results("local")
    assert (count.read, count.failed, count.documents) == (41, 1, 80)


def test_going_on_scans_only_what_is_new_or_changed(spread: Spread, write: Write, scan: Scan, results: Results) -> None:
    spread()
    assert spread(resume=True).skipped == 42
    write("3/3.txt", LAST_WORD)
    write("3/new.txt", NO_REFUND)
    count = spread(resume=True)
    assert 0 < count.read < 41
    scan(out="local")
    assert results("out")["finding"] == results("local")["finding"]
    assert results("out")["holds"] == results("local")["holds"]


def test_other_facts_are_applied_to_the_kept_texts(
    spread: Spread, scan: Scan, results: Results, tmp_path: Path
) -> None:
    spread(facts=Facts(date="2024-01-01"))
    before = parquet.names(str(tmp_path / "out"))
    count = spread(resume=True)
    assert count.again >= 40
    assert count.read == 0
    after = parquet.names(str(tmp_path / "out"))
    assert not set(after) & set(before)
    assert len(after) == len(before)
    scan(out="local")
    assert results("out") == results("local")


def test_results_are_gone_on_with_only_when_asked(spread: Spread) -> None:
    spread()
    with pytest.raises(ClauseCheckError) as caught:
        spread()
    assert caught.value.code == "results-there"


def test_failed_files_are_read_again_when_asked(spread: Spread, pages: Path) -> None:
    spread()
    assert spread(resume=True).failed == 0
    assert spread(resume=True, retry=True).failed == 1


def test_a_worker_killed_in_the_middle_loses_nothing(client: Any, spread: Spread, scan: Scan, results: Results) -> None:
    victims = list(client.run(os.getpid).values())
    stop = threading.Event()

    def kill() -> None:
        while not stop.is_set():
            if any("part-" in key for keys in client.processing().values() for key in keys):
                os.kill(victims[0], signal.SIGKILL)
                return
            time.sleep(0.005)

    killer = threading.Thread(target=kill)
    killer.start()
    spread()
    stop.set()
    killer.join()
    scan(out="local")
    assert victims[0] not in client.run(os.getpid).values()
    assert results("out") == results("local")


def test_a_file_that_kills_its_workers_costs_that_file_only(
    client: Any, spread: Spread, pages: Path, tmp_path: Path, results: Results
) -> None:
    (pages / "3" / "killer.txt").write_text("x", encoding="utf-8")

    def murderous(dask_worker: Any) -> None:
        from clause_check.batch import work

        real = work.documents

        def documents(path: str, name: str, *, ocr: bool = False) -> Any:
            if name.endswith("killer.txt"):
                os._exit(1)
            return real(path, name, ocr=ocr)

        work.documents = documents  # type: ignore[assignment]

    client.register_plugin(_Setup(murderous), name="murderous")
    try:
        spread()
    finally:
        client.unregister_worker_plugin("murderous")
        client.restart()
    failed = {str(row[0]).rsplit("/", 1)[1]: row[3] for row in results("out")["failed"]}
    assert failed == {"empty.txt": "file-empty", "killer.txt": "page-crashed"}
    assert len(results("out")["source"]) == 43


class _Setup(distributed.WorkerPlugin):  # type: ignore[misc, name-defined]
    """Runs a function on every worker, also on those that come later."""

    def __init__(self, function: Callable[[Any], None]) -> None:
        self.function = function

    def setup(self, worker: Any) -> None:
        self.function(worker)


@pytest.mark.parametrize(("engine", "code"), [("spark", "engine-unknown"), ("dask=nowhere", "engine-gone")])
def test_engines_that_are_not_there(engine: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clause_check.cli.engine.PATIENCE", 0.2)
    with pytest.raises(ClauseCheckError) as caught:
        run_engine(engine, (), str(tmp_path), Options(), lambda _: None)
    assert caught.value.code == code
