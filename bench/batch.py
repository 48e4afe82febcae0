"""Print what a batch costs: pages a second, memory, the store, going on, other facts, the cluster.

``python bench/batch.py`` makes 20,000 agreements of our own (``bench/pages.py``) in a temporary folder and
scans them with the shipped rules; ``python bench/batch.py 5000`` makes fewer. Linux only: memory is read from /proc.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from clause_check.batch.gather import Walk
from clause_check.batch.items import Scanned
from clause_check.batch.run import Options, make
from clause_check.batch.schema import FILE
from clause_check.batch.store import Store
from clause_check.datafiles import patterns
from pages import A_PLATFORM, write

FEW = 1_000
COMMAND = [sys.executable, "-c", "from clause_check.cli import main; main()"]
QUESTIONS = (["summary", "--format", "json"], ["summary", "--format", "html"], ["prevalence", "--format", "json"])


def main(arguments: list[str]) -> None:
    """Print all figures."""
    many = int(arguments[0]) if arguments else 20_000
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root / "few", FEW)
        write(root / "many", many)
        size = sum(path.stat().st_size for path in (root / "many").rglob("*.*"))
        print(f"{many} pages of {size / many / 1000:.1f} kB, {many // A_PLATFORM} platforms", flush=True)
        shutil.copytree(patterns(), root / "rules")  # whoever edits rules meanwhile changes nothing here
        make(Options(rules=root / "rules"))  # packs them
        scans(root, many)
        store(root)
        resume(root, many)
        answers(root)
        cluster(root, many)


def scans(root: Path, many: int) -> None:
    """Print pages a second and peak memory of few and many pages, with one process and two."""
    for name, count, workers in (("few", FEW, 1), ("few", FEW, 2), ("many", many, 1), ("many", many, 2)):
        spent, own, worker = batch(root / name, root / f"{name}{workers}", "--workers", str(workers))
        print(f"{count} pages, {workers} process(es): {line(count, spent)}, peak {own} MB + {worker} MB a worker")


def store(root: Path) -> None:
    """Print what writing costs beside scanning, and the size on disk."""
    worker = make(Options(rules=root / "rules"))
    with clock() as scanning:
        found = [one for file in Walk().run([str(root / "few")]) for one in worker(file) if isinstance(one, Scanned)]
    with Store.create(root / "store") as made, clock() as writing:
        for at in range(0, len(found), 64):
            made.write(found[at : at + 64])
        made.finish()
    size = (root / "store" / FILE).stat().st_size
    findings = sum(len(part.findings) for one in found for part in one.parts)
    costs = 1000 * writing[0] / FEW, 1000 * scanning[0] / FEW
    print(f"store: {costs[0]:.2f} ms a page beside {costs[1]:.1f} ms of scanning, {size / FEW / 1000:.1f} kB a page")
    print(f"       with {findings / FEW:.1f} findings a page; text and layout are kept for new rules")


def resume(root: Path, many: int) -> None:
    """Print what going on costs when nothing, or one page in a hundred, is new, and when the facts are others."""
    out = root / "many2"
    spent, *_ = batch(root / "many", out, "--resume")
    print(f"resume, nothing new: {spent:.1f} s, {1e6 * spent / many:.0f} us a file")
    write(root / "many", many // 100, first=many)
    spent, *_ = batch(root / "many", out, "--resume")
    print(f"resume, {many // 100} new pages: {spent:.1f} s")
    spent, *_ = batch(root / "many", out, "--resume", "--date", "2025-06-01")
    print(f"other facts, from the kept text: {line(many, spent)}")


def answers(root: Path) -> None:
    """Print how long the questions to the store take."""
    for command, *options in QUESTIONS:
        with clock() as spent:
            subprocess.run([*COMMAND, command, root / "many2", *options], check=True, stdout=subprocess.DEVNULL)
        print(f"{command} {options[1]}: {spent[0]:.1f} s")


def cluster(root: Path, many: int) -> None:
    """Print the same scan on a local cluster of two worker processes."""
    for name, count in (("few", FEW), ("many", many)):
        spent, own, worker = batch(root / name, root / f"cluster-{name}", "--engine", "dask")
        print(f"dask, two workers, {count} pages: {line(count, spent)}, peak {own} MB + {worker} MB a worker")
    parts = sum(path.stat().st_size for path in (root / "cluster-many").rglob("*.parquet"))
    print(
        f"      start of the cluster and import into the store included; Parquet: {parts / many / 1000:.1f} kB a page"
    )


def batch(pages: Path, out: Path, *options: str) -> tuple[float, int, int]:
    """Return seconds, and the peak memory in MB of the caller and of the largest process below it."""
    command = [*COMMAND, "batch", str(pages), "--out", str(out), "--rules", str(out.parent / "rules"), *options]
    with clock() as spent:
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        own, worker = watch(run)
    return spent[0], own, worker


def watch(run: subprocess.Popen[bytes]) -> tuple[int, int]:
    """Return the peak memory of a process and of the largest below it, in MB, once it is over."""
    own = worker = 0
    while run.poll() is None:
        own = max(own, peak(run.pid))
        worker = max([worker, *map(peak, below(run.pid))])
        time.sleep(0.1)
    if run.returncode:
        raise SystemExit(run.returncode)
    return own, worker


def below(pid: int) -> Iterator[int]:
    """Yield the processes below one."""
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, task.read_text(encoding="utf-8").split()):
                yield child
                yield from below(child)


def peak(pid: int) -> int:
    """Return the peak resident memory of a process in MB, 0 when it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    return next((int(row.split()[1]) // 1024 for row in status.splitlines() if row.startswith("VmHWM")), 0)


def line(count: int, spent: float) -> str:
    """Return pages a second with the time they took."""
    return f"{count / spent:.0f} pages/s ({spent:.1f} s)"


@contextmanager
def clock() -> Iterator[list[float]]:
    """Give a list that holds the seconds spent once the block is over."""
    spent = [0.0]
    start = time.perf_counter()
    yield spent
    spent[0] = time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1:])
