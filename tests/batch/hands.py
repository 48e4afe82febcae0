"""Workers that misbehave on demand; here so that a spawned process can import them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from clause_check.batch.items import Found, Part, Scanned, Task
from clause_check.batch.work import Message


def obedient() -> object:
    """Return a worker that does what a file's name says: ``slow``, ``crash``, ``archive slow 2``, anything else."""
    return act


def stillborn() -> object:
    """Die before the first task."""
    os._exit(3)


def act(task: Task) -> Iterator[Message]:
    assert isinstance(task, Found)
    words = task.name.split()
    if words[0] == "archive":
        yield from _archive(task, words[1], {int(n) for n in words[2:]})
        return
    _misbehave(words[0])
    yield Scanned(task, (Part(0, "", reason=words[0]),))


def _archive(task: Found, how: str, where: set[int]) -> Iterator[Message]:
    left_out = {n: reason for n, _, reason in task.bad}
    for n in range(task.start, 6):
        yield n
        if n in where and n not in left_out:
            _misbehave(how)
        yield Scanned(replace(task, start=n), (Part(n, f"!/{n}", reason=left_out.get(n, "read")),), ended=n == 5)


def _misbehave(how: str) -> None:
    if how == "slow":
        time.sleep(600)
    elif how == "crash":
        os.kill(os.getpid(), signal.SIGKILL)


def pid(task: Task) -> Iterator[Message]:
    """Write the process id into the file named, then sleep."""
    assert isinstance(task, Found)
    Path(task.path).write_text(str(os.getpid()), encoding="utf-8")
    time.sleep(600)
    yield 0


def telltale() -> object:
    """Return the worker that tells its process id."""
    return pid
