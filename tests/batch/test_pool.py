from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clause_check.batch.items import Found, Scanned
from clause_check.batch.pool import Pool
from clause_check.errors import ClauseCheckError

from . import hands

LIMIT = 0.7


def run(*names: str, workers: int = 2, setup: object = hands.obedient) -> dict[str, list[str]]:
    """Return the reasons that came for every task, in order."""
    said: dict[str, list[str]] = {}
    pool = Pool(setup, LIMIT)  # type: ignore[arg-type]
    for scans in pool.run(iter([Found(f"/{name}", name) for name in names]), workers):
        for scan in scans:
            assert isinstance(scan, Scanned)
            assert isinstance(scan.task, Found)
            said.setdefault(scan.task.name, []).extend(part.code or part.reason for part in scan.parts)
    return said


def test_every_task_is_answered_once() -> None:
    names = [f"n{number}" for number in range(60)]
    assert run(*names) == {name: [name] for name in names}


def test_nothing_to_do_ends() -> None:
    assert run() == {}


def test_a_slow_page_is_cut_off_and_those_behind_it_are_read() -> None:
    names = [f"n{number}" for number in range(12)]
    said = run("slow", *names)
    assert said == {"slow": ["page-slow"]} | {name: [name] for name in names}


def test_a_crash_costs_the_page_in_work_only() -> None:
    names = [f"n{number}" for number in range(12)]
    assert run("n", "crash", *names) == {"n": ["n"], "crash": ["page-crashed"]} | {name: [name] for name in names}


@pytest.mark.parametrize("how", ["slow", "crash"])
def test_a_bad_page_of_an_archive_costs_that_page_only(how: str) -> None:
    [said] = run(f"archive {how} 0 3").values()
    assert [len(one) > 4 for one in said] == [True, False, False, True, False, False]
    assert all(word in said[0] for word in ("第 1 页", "已跳过"))


def test_an_archive_of_bad_pages_is_given_up() -> None:
    [said] = run("archive crash 0 1 2 3 4 5").values()
    assert [one for one in said if one == "page-crashed"] == ["page-crashed"]
    assert len(said) == 4


def test_workers_that_cannot_start_are_an_error() -> None:
    with pytest.raises(ClauseCheckError) as caught:
        run("n", setup=hands.stillborn)
    assert caught.value.code == "workers-broken"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
def test_workers_end_when_their_caller_is_killed(tmp_path: Path) -> None:
    program = (
        "from batch import hands\nfrom clause_check.batch.items import Found\n"
        "from clause_check.batch.pool import Pool\n"
        f"list(Pool(hands.telltale).run(iter([Found({str(tmp_path / 'pid')!r}, 'n')]), 1))"
    )
    path = os.pathsep.join([str(Path(__file__).parent.parent), *sys.path])
    caller = subprocess.Popen([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": path})
    worker = _wait_for(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text(encoding="utf-8"))
    caller.kill()
    caller.wait()
    assert _wait_for(lambda: not _alive(int(worker)))


def _wait_for(truth: object) -> str:
    for _ in range(300):
        if found := truth():  # type: ignore[operator]
            return str(found)
        time.sleep(0.1)
    return ""


def _alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
