"""What becomes of a file when one of its pages took too long or took its worker along."""

from __future__ import annotations

import queue
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

from clause_check.batch.items import Found, Part, Scanned, Task
from clause_check.batch.work import Message
from clause_check.errors import ClauseCheckError

LIMIT = 60.0  # seconds one page may take
TRIES = 3  # pages of one archive that may be lost before the rest of it is
ARCHIVE = re.compile(r"\.(?:zip|gz)$", re.I)  # read whole before its first page is begun

Work = Callable[[Task], Iterator[Message]]


def allowed(task: Task, part: int | None, limit: float) -> float:
    """Return the seconds allowed: while an archive is being unpacked, as many limits as it has megabytes."""
    if part is None and isinstance(task, Found) and ARCHIVE.search(task.path):
        return limit * (1 + (task.size >> 20))
    return limit


def lost(task: Task, part: int | None, code: str, limit: float) -> Task | Scanned:
    """Return the task without the part that was lost, or what to say of it all when no more can be saved."""
    reason = str(ClauseCheckError(code, _place(task, part), limit=f"{limit:g}"))
    if part is None or not isinstance(task, Found) or len(task.bad) == TRIES:
        n = task.start if isinstance(task, Found) else 0
        return Scanned(task, (Part(n, "", code=code, reason=reason),))
    return replace(task, bad=(*task.bad, (part, code, reason)))


def advanced(task: Task, scanned: Scanned) -> Task:
    """Return the task from behind the stretch that was scanned."""
    return replace(task, start=scanned.parts[-1].n + 1) if isinstance(task, Found) else task


def patiently(work: Work, task: Task, limit: float) -> Iterator[Scanned]:
    """Yield what ``work`` gives for one task, leaving behind each page that exceeds the limit.

    For engines whose workers may have no processes of their own: a page is given up, its thread is not ended.
    """
    while True:
        messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
        threading.Thread(target=_drain, args=(work, task, messages), daemon=True).start()
        part: int | None = None
        while True:
            try:
                message = messages.get(timeout=allowed(task, part, limit))
            except queue.Empty:
                break
            if isinstance(message, int):
                part = message
                continue
            yield message
            if message.ended:
                return
            task = advanced(task, message)
        left = lost(task, part, "page-slow", limit)
        if isinstance(left, Scanned):
            yield left
            return
        task = left


def _drain(work: Work, task: Task, messages: queue.SimpleQueue[Message]) -> None:
    for message in work(task):
        messages.put(message)


def _place(task: Task, part: int | None) -> str:
    if not isinstance(task, Found):
        return task.id
    return task.name if part is None else f"{task.name} 的第 {part + 1} 页"
