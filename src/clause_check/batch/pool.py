"""Worker processes with a limit on every page: a stuck or crashed one costs that page only."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from clause_check.batch.items import Scanned, Task
from clause_check.batch.patience import LIMIT, Work, advanced, allowed, lost
from clause_check.batch.work import Message
from clause_check.errors import ClauseCheckError

AHEAD = 4  # tasks a worker holds, so that it never waits for the next
STEP = 0.5  # seconds between looks at the clock
MEMORY = 4 << 30  # bytes of address space a worker may take
READY = -1

Setup = Callable[[], Work]


@dataclass(slots=True)
class Hand:
    """One worker process and the tasks it holds, the first of them in work."""

    process: BaseProcess
    pipe: Connection
    held: deque[Task] = field(default_factory=deque)
    part: int | None = None  # of the task in work: the one last begun
    since: float = 0.0
    ready: bool = False


@dataclass(slots=True)
class Pool:
    """Processes that are made by ``setup`` and allow ``limit`` seconds a page."""

    setup: Setup
    limit: float = LIMIT

    def run(self, tasks: Iterator[Task], workers: int) -> Iterator[list[Scanned]]:
        """Yield what is done, in the order it is done, at least every half second; draws on ``tasks`` as needed.

        Raises ``workers-broken`` when a worker dies before it is ready.
        """
        hands = [self._hire() for _ in range(workers)]
        try:
            _fill(hands, tasks)
            while busy := [hand for hand in hands if hand.held]:
                yield self._round(busy)
                _fill(hands, tasks)
        finally:
            for hand in hands:
                _dismiss(hand)

    def _round(self, busy: list[Hand]) -> list[Scanned]:
        ready = wait([hand.pipe for hand in busy], STEP)
        done: list[Scanned] = []
        for hand in busy:
            if hand.pipe in ready:
                done += self._receive(hand)
            elif hand.ready and time.monotonic() - hand.since > allowed(hand.held[0], hand.part, self.limit):
                done += self._lose(hand, "page-slow")
        return done

    def _receive(self, hand: Hand) -> list[Scanned]:
        try:
            message: Message = hand.pipe.recv()
        except (EOFError, ConnectionError):
            if not hand.ready:
                raise ClauseCheckError("workers-broken") from None
            return self._lose(hand, "page-crashed")
        hand.since, hand.ready = time.monotonic(), True
        if isinstance(message, int):
            hand.part = message if message != READY else None
            return []
        _advance(hand, message)
        return [message]

    def _lose(self, hand: Hand, code: str) -> list[Scanned]:
        """Put a new worker in the place of a lost one, hand it the rest, and say what is left out and why."""
        hand.process.kill()
        hand.process.join()
        hand.pipe.close()
        left = lost(hand.held.popleft(), hand.part, code, self.limit)
        if not isinstance(left, Scanned):
            hand.held.appendleft(left)
        fresh = self._hire()
        hand.process, hand.pipe, hand.part, hand.ready = fresh.process, fresh.pipe, None, False
        for held in hand.held:
            hand.pipe.send(held)
        return [left] if isinstance(left, Scanned) else []

    def _hire(self) -> Hand:
        ours, theirs = multiprocessing.Pipe()
        process = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs, self.setup), daemon=True)
        process.start()
        theirs.close()
        return Hand(process, ours)


def serve(pipe: Connection, setup: Setup) -> None:
    """Answer each task until None comes or the caller is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the caller, who ends us
    threading.Thread(target=_follow, daemon=True).start()
    _bound()
    work = setup()
    with suppress(EOFError, ConnectionError):
        pipe.send(READY)
        while (task := pipe.recv()) is not None:
            for message in work(task):
                pipe.send(message)


def _follow() -> None:
    """End this process when its caller is killed, whatever page it is stuck in."""
    caller = multiprocessing.parent_process()
    if caller is not None:
        caller.join()
        os._exit(1)


def _bound() -> None:
    """Keep one page from taking the machine's memory, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _fill(hands: list[Hand], tasks: Iterator[Task]) -> None:
    """Give everyone a first task before anyone gets a second."""
    for ahead in range(AHEAD):
        for hand in hands:
            if len(hand.held) <= ahead and (task := next(tasks, None)) is not None:
                _give(hand, task)


def _give(hand: Hand, task: Task) -> None:
    if not hand.held:
        hand.since = time.monotonic()
    hand.held.append(task)
    with suppress(ConnectionError):  # it just died: ``_receive`` finds out
        hand.pipe.send(task)


def _advance(hand: Hand, scanned: Scanned) -> None:
    hand.part = None if scanned.ended else hand.part
    if scanned.ended:
        hand.held.popleft()
    else:
        hand.held[0] = advanced(hand.held[0], scanned)


def _dismiss(hand: Hand) -> None:
    if hand.held:
        hand.process.kill()
    else:
        with suppress(ConnectionError):
            hand.pipe.send(None)
    hand.process.join()
    hand.pipe.close()
