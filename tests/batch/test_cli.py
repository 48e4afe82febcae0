from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clause_check.cli.checker import PACKING

from .conftest import LAST_WORD, NO_REFUND, Write

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def scanned(run: Run, rules: Path, write: Write, tmp_path: Path) -> Run:
    """Return a function that scans ``pages`` into ``out``; three pages lie there."""
    write("甲/a.txt", NO_REFUND, LAST_WORD)
    write("乙/b.txt", LAST_WORD)
    write("丙/c.txt", NO_REFUND, long=False)

    def call(*more: object, named: object = tmp_path / "pages") -> tuple[int, str, str]:
        return run("batch", named, "--out", tmp_path / "out", "--rules", rules, "--workers", 1, *more)

    return call


def test_a_batch_says_what_it_did_and_what_next(scanned: Run, tmp_path: Path) -> None:
    code, out, err = scanned()
    assert (code, err.strip()) == (0, PACKING)
    assert "读了 3 个文件，得到 3 份文本。" in out
    assert f"clause-check summary {tmp_path / 'out'}" in out


def test_unreadable_files_are_listed_with_reasons_and_in_the_exit_code(scanned: Run, tmp_path: Path) -> None:
    (tmp_path / "pages" / "empty.txt").touch()
    code, out, err = scanned()
    assert code == 2
    assert "1 个文件读不了" in out
    assert "empty.txt：empty.txt 是空的" in err
    assert scanned("--resume")[0] == 2


def test_many_unreadable_files_are_counted(scanned: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clause_check.cli.batch.LISTED", 2)
    for n in range(5):
        (tmp_path / "pages" / f"{n}.txt").touch()
    err = scanned()[2]
    assert "有 5 处没读成" in err
    assert "另有 3 处" in err


def test_results_are_gone_on_with_only_when_asked(scanned: Run) -> None:
    scanned()
    code, _, err = scanned()
    assert (code, "--resume" in err) == (2, True)
    assert "3 个没有变化，跳过" in scanned("--resume")[1]


def test_a_run_that_is_broken_off_says_how_to_go_on(scanned: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("clause_check.cli.batch.scan_all", stop)
    code, _, err = scanned()
    assert (code, "--resume" in err) == (130, True)


def test_results_at_an_address_need_an_engine(run: Run, tmp_path: Path) -> None:
    code, _, err = run("batch", tmp_path, "--out", "s3://bucket/out")
    assert (code, "--engine dask" in err) == (2, True)


def test_files_come_from_a_list_too(scanned: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{tmp_path}/pages/甲/a.txt\n{tmp_path}/pages/gone.txt\n"))
    code, out, err = scanned(named="-")
    assert (code, "读了 1 个文件" in out, "找不到文件" in err) == (2, True, True)


def test_a_plain_batch_loads_no_terminal_library(write: Write, rules: Path, tmp_path: Path) -> None:
    write("a.txt", NO_REFUND)
    program = (
        "import sys\nfrom clause_check.cli import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "print('LOADED', *sorted({n.split('.')[0] for n in sys.modules}))"
    )
    options = ["--out", tmp_path / "out", "--rules", rules, "--workers", "1"]
    command = [sys.executable, "-c", program, "batch", tmp_path / "pages", *options]
    for _ in range(2):  # the first run may have to build the rules
        run = subprocess.run([*map(str, command), "--resume"], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.rsplit("LOADED", 1)[1].split())
    assert not loaded & {"rich", "pydantic", "rensa", "xlsxwriter", "numpy", "fsspec", "dask", "pyarrow", "jieba"}


@pytest.mark.parametrize(
    ("shape", "mark"), [("text", "条款体检汇总"), ("md", "# 条款体检汇总"), ("html", "<!doctype html>")]
)
def test_a_summary_is_printed_or_written(scanned: Run, run: Run, tmp_path: Path, shape: str, mark: str) -> None:
    scanned()
    code, out, _ = run("summary", tmp_path / "out", "--format", shape)
    assert (code, out.startswith(mark)) == (0, True)
    run("summary", tmp_path / "out", "--format", shape, "-o", tmp_path / "s")
    assert (tmp_path / "s").read_text(encoding="utf-8") == out


def test_a_summary_as_csv_and_json_and_workbook(scanned: Run, run: Run, tmp_path: Path) -> None:
    scanned()
    out = tmp_path / "out"
    assert run("summary", out, "--format", "csv", "--table", "categories")[1].startswith("\ufeff类别,")
    assert json.loads(run("summary", out, "--format", "json", "--by", "folder")[1])["documents"] == 3
    pytest.importorskip("xlsxwriter")
    code, _, err = run("summary", out, "--format", "xlsx")
    assert (code, "-o" in err) == (2, True)
    assert run("summary", out, "--format", "xlsx", "-o", tmp_path / "s.xlsx")[0] == 0
    assert (tmp_path / "s.xlsx").read_bytes().startswith(b"PK")


def test_a_cluster_gives_the_same_summary_and_parquet(scanned: Run, run: Run, rules: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    pytest.importorskip("pyarrow")
    scanned()
    spread, lake = tmp_path / "spread", tmp_path / "lake"
    code, out, _ = run("batch", tmp_path / "pages", "--out", spread, "--rules", rules, "--engine", "dask")
    assert (code, "得到 3 份文本" in out) == (0, True)
    run("summary", tmp_path / "out", "--format", "parquet", "-o", lake)
    made = [run("summary", one, "--format", "json")[1] for one in (tmp_path / "out", spread, lake)]
    assert made[0] == made[1] == made[2]
    assert run("summary", spread, "--format", "parquet")[0] == 2


@pytest.mark.parametrize("command", ["summary", "prevalence"])
def test_without_results_the_way_to_them_is_named(run: Run, tmp_path: Path, command: str) -> None:
    code, _, err = run(command, tmp_path)
    assert (code, "请先运行 clause-check batch" in err) == (2, True)


@pytest.mark.parametrize("shape", ["text", "md", "csv", "json"])
def test_shared_clauses(scanned: Run, run: Run, tmp_path: Path, shape: str) -> None:
    pytest.importorskip("rensa")
    scanned()
    code, out, _ = run("prevalence", tmp_path / "out", "--format", shape)
    assert code == 0
    assert "虚拟商品一经售出" in out
    assert "测试法" in out
    assert "虚拟" not in run("prevalence", tmp_path / "out", "--format", shape, "--least", 3)[1]


@pytest.mark.parametrize("shape", ["text", "md", "csv", "json"])
def test_two_versions_of_a_file(run: Run, write: Write, rules: Path, shape: str) -> None:
    old, new = write("old.txt", LAST_WORD), write("new.txt", "前言。", LAST_WORD, NO_REFUND)
    code, out, _ = run("diff", old, new, "--rules", rules, "--format", shape)
    assert code == 0
    assert "虚拟商品一经售出" in out
    assert "活动规则" not in out
    if shape != "csv":
        assert "应当至少在实施前七日予以公示" in out


def test_the_duties_of_platforms_are_left_out_for_a_shop(run: Run, write: Write, rules: Path) -> None:
    old, new = write("old.txt", LAST_WORD), write("new.txt", NO_REFUND)
    out = run("diff", old, new, "--rules", rules, "--operator", "shop")[1]
    assert "电子商务平台经营者修改" not in out


def test_two_results(scanned: Run, run: Run, write: Write, rules: Path, tmp_path: Path) -> None:
    scanned()
    write("乙/b.txt", LAST_WORD, NO_REFUND)
    run("batch", tmp_path / "pages", "--out", tmp_path / "new", "--rules", rules, "--workers", 1)
    code, out, _ = run("diff", tmp_path / "out", tmp_path / "new")
    assert (code, "乙：新增 1 处" in out) == (0, True)
    code, _, err = run("diff", tmp_path / "out", tmp_path / "pages" / "乙" / "b.txt")
    assert (code, "不是同一种" in err) == (2, True)


@pytest.mark.parametrize("shape", ["text", "md", "csv", "json"])
def test_platforms_side_by_side(run: Run, write: Write, rules: Path, shape: str) -> None:
    one, other = write("甲.txt", LAST_WORD), write("乙.txt", NO_REFUND)
    code, out, _ = run("compare", one, other, "--rules", rules, "--format", shape)
    assert (code, "甲" in out, "乙" in out, "虚拟商品" in out) == (0, True, True, True)
    assert run("compare", one, "--rules", rules)[0] == 2


@pytest.mark.parametrize("command", ["batch", "summary", "prevalence", "diff", "compare"])
def test_help_is_in_chinese(run: Run, command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0
    assert sum("一" <= sign <= "鿿" for sign in out) > 50
