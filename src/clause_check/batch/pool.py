"""Worker processes with a limit on every file: a stuck or crashed one costs that file only."""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from clause_check.batch.gather import Found
from clause_check.batch.store import Scanned
from clause_check.batch.work import Worker

AHEAD = 8  # files a worker holds, so that it never waits for the next
LIMIT = 60.0  # seconds one file may take
STEP = 0.5  # seconds between looks at the clock

Setup = Callable[[], Worker]
SLOW = "检查 {name} 超过 {limit:.0f} 秒,已跳过。可单独检查这个文件,或先另存为 .txt。"
CRASHED = "检查 {name} 时工作进程意外退出,已跳过。请把这个文件发给开发者。"


@dataclass(slots=True)
class Hand:
    """One worker process and the files it holds, the first of them in work."""

    process: BaseProcess
    pipe: Connection
    held: deque[Found] = field(default_factory=deque)
    since: float = 0.0


def serve(pipe: Connection, setup: Setup) -> None:
    """Answer each file with its rows until None comes."""
    worker = setup()
    while (found := pipe.recv()) is not None:
        pipe.send(worker.scan(found))


def scan(files: Iterator[Found], setup: Setup, workers: int, limit: float = LIMIT) -> Iterator[Scanned]:
    """Yield the rows of every file in the order they are done; ``files`` is drawn from as needed."""
    hands = [_hire(setup) for _ in range(workers)]
    try:
        for hand in hands:
            _fill(hand, files)
        while busy := [hand for hand in hands if hand.held]:
            ready = wait([hand.pipe for hand in busy], STEP)
            for hand in busy:
                if hand.pipe in ready:
                    yield _receive(hand, setup)
                elif time.monotonic() - hand.since > limit:
                    yield _give_up(hand, setup, SLOW.format(name=hand.held[0].name, limit=limit))
                _fill(hand, files)
    finally:
        for hand in hands:
            _dismiss(hand)


def _hire(setup: Setup) -> Hand:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs, setup), daemon=True)
    process.start()
    theirs.close()
    return Hand(process, ours)


def _fill(hand: Hand, files: Iterator[Found]) -> None:
    while len(hand.held) < AHEAD and (found := next(files, None)) is not None:
        if not hand.held:
            hand.since = time.monotonic()
        hand.held.append(found)
        hand.pipe.send(found)


def _receive(hand: Hand, setup: Setup) -> Scanned:
    try:
        scanned: Scanned = hand.pipe.recv()
    except (EOFError, ConnectionError):
        return _give_up(hand, setup, CRASHED.format(name=hand.held[0].name))
    hand.held.popleft()
    hand.since = time.monotonic()
    return scanned


def _give_up(hand: Hand, setup: Setup, reason: str) -> Scanned:
    """Replace the worker, hand the new one what the old one had not begun, and say why."""
    hand.process.kill()
    lost, *rest = hand.held
    fresh = _hire(setup)
    hand.process, hand.pipe = fresh.process, fresh.pipe
    hand.held, hand.since = deque(rest), time.monotonic()
    for found in rest:
        hand.pipe.send(found)
    return replace(Scanned(lost.name, lost.size, lost.stamp), reason=reason)


def _dismiss(hand: Hand) -> None:
    if hand.held:
        hand.process.kill()
    else:
        hand.pipe.send(None)
    hand.process.join()
