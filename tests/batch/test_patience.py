from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from clause_check.batch.items import Found, Part, Scanned, Task
from clause_check.batch.patience import allowed, patiently
from clause_check.batch.work import Message

MEGABYTE = 1 << 20


class Slow:
    """Work that waits on some parts of six until it is let go."""

    def __init__(self, *where: int, unpacking: bool = False) -> None:
        self.where = where
        self.unpacking = unpacking
        self.go = threading.Event()

    def __call__(self, task: Task) -> Iterator[Message]:
        assert isinstance(task, Found)
        if self.unpacking:
            self.go.wait()
        left_out = {n for n, *_ in task.bad}
        for n in range(task.start, 6):
            yield n
            if n in self.where and n not in left_out:
                self.go.wait()
            code = "page-slow" if n in left_out else ""
            yield Scanned(replace(task, start=n), (Part(n, "", code=code),), ended=n == 5)


def codes(work: Slow) -> list[tuple[int, str]]:
    try:
        return [(p.n, p.code) for scan in patiently(work, Found("/a.zip", "a.zip"), 0.2) for p in scan.parts]
    finally:
        work.go.set()


def test_without_a_slow_page_all_comes_as_it_is() -> None:
    assert codes(Slow()) == [(n, "") for n in range(6)]


def test_slow_pages_are_left_behind() -> None:
    assert codes(Slow(0, 4)) == [(n, "page-slow" if n in (0, 4) else "") for n in range(6)]


def test_too_many_slow_pages_end_the_file() -> None:
    assert codes(Slow(0, 1, 2, 3)) == [(0, "page-slow"), (1, "page-slow"), (2, "page-slow"), (3, "page-slow")]


def test_a_file_that_does_not_open_is_given_up() -> None:
    assert codes(Slow(unpacking=True)) == [(0, "page-slow")]


@pytest.mark.parametrize(
    ("name", "part", "seconds"), [("a.zip", None, 4), ("a.zip", 3, 1), ("a.html", None, 1), ("a.html.gz", None, 4)]
)
def test_archives_have_longer_to_unpack(name: str, part: int | None, seconds: float) -> None:
    assert allowed(Found(f"/{name}", name, "", 3 * MEGABYTE), part, 1) == seconds
