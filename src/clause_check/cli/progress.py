"""Show on a terminal how far a batch is: files, pages a second, time left once all files are counted."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from clause_check.batch.gather import STANDARD_INPUT, Walk
from clause_check.batch.run import Count
from clause_check.batch.sources import remote
from clause_check.errors import ClauseCheckError


@contextmanager
def watch(named: tuple[str, ...], out: Path) -> Iterator[Callable[[Count], object]]:
    """Give the function to call with what is done so far."""
    columns = [
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:.0f}/{task.fields[known]} 个文件"),
        TextColumn("{task.fields[rate]}"),
        TextColumn("已用"),
        TimeElapsedColumn(),
        TextColumn("还要"),
        TimeRemainingColumn(),
    ]
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("检查中", total=None, known="?", rate="")
        counting = threading.Thread(target=_count, args=(named, out, lambda n: bar.update(task, total=n, known=n)))
        counting.daemon = True
        counting.start()

        def tell(count: Count) -> None:
            spent = bar.tasks[0].elapsed or 1.0
            rate = (count.documents + count.again) / max(spent, 0.1)
            bar.update(task, completed=count.files, rate=f"每秒 {rate:.0f} 份，{count.failed} 个没读成")

        yield tell


def _count(named: tuple[str, ...], out: Path, tell: Callable[[int], object]) -> None:
    """Count the files in a second walk; lists and addresses can be walked only once, so they stay unknown."""
    if any(name == STANDARD_INPUT or remote(name) for name in named):
        return
    with suppress(ClauseCheckError):  # the first walk will say so
        tell(sum(1 for _ in Walk(out.resolve()).run(named)))
