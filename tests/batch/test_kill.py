"""Kill a batch at random moments, go on, and end with what an undisturbed run gives."""

from __future__ import annotations

import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from clause_check.batch.store import Store
from clause_check.errors import ClauseCheckError

from .conftest import LAST_WORD, NO_REFUND, Scan, Write

KILLS = 10
PAGES = 400


@pytest.fixture
def pages(write: Write, tmp_path: Path) -> Path:
    """Return a folder of pages and a zip, so that a kill falls between and inside files."""
    for n in range(PAGES):
        write(f"{n % 7}/{n}.txt", f"第{n}号{NO_REFUND}", LAST_WORD)
    with zipfile.ZipFile(tmp_path / "pages" / "z.zip", "w") as archive:
        for n in range(PAGES):
            archive.write(tmp_path / "pages" / f"{n % 7}/{n}.txt", f"{n}.txt")
    (tmp_path / "pages" / "empty.txt").touch()
    return tmp_path / "pages"


def start(pages: Path, out: Path, rules: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", "from clause_check.cli import main; main()", "batch", str(pages)]
    options = ["--out", str(out), "--resume", "--rules", str(rules), "--workers", "2"]
    return subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_kills_at_random_moments_change_nothing(
    pages: Path, rules: Path, scan: Scan, results: Callable[..., object], tmp_path: Path
) -> None:
    scan(out="undisturbed")
    chance, out = random.Random(20261122), tmp_path / "out"
    halfway = 0
    for _ in range(KILLS):
        run, before = start(pages, out, rules), stored(out)
        if chance.random() < 0.6:  # else anywhere from start-up on
            _wait(run, out, before)
        time.sleep(chance.uniform(0, 0.2))
        run.kill()
        halfway += run.wait() < 0 and before < stored(out) < 2 * PAGES
    assert halfway
    assert start(pages, out, rules).wait() == 2  # one page is empty
    assert results("out") == results("undisturbed")


def stored(out: Path) -> int:
    """Return how many documents the store holds."""
    try:
        with Store.open(out) as store:
            return int(store.rows("select count(*) from holds")[0][0])
    except ClauseCheckError:
        return 0


def _wait(run: subprocess.Popen[bytes], out: Path, before: int) -> None:
    """Wait until the run has stored something, or is over."""
    for _ in range(1000):
        if stored(out) > before or run.poll() is not None:
            return
        time.sleep(0.02)
    raise AssertionError
