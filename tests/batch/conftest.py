"""Rules, pages and results that the tests of batches share; every sentence is our own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clause_check.batch.items import Found
from clause_check.batch.run import Count, Options, batch
from clause_check.batch.store import Store

FILLER = "用户注册账号时应当提供真实的信息,并妥善保管账号;平台按照约定向用户提供服务。"
NO_REFUND = "虚拟商品一经售出,概不退款。"
LAST_WORD = "本平台对活动规则拥有最终解释权。"
LONG = "\n".join(f"{n}. {FILLER}" for n in range(1, 40))

Write = Callable[..., Path]
Scan = Callable[..., Count]


@pytest.fixture
def rules(folder: Path, rule: Callable[..., Path]) -> Path:
    """Return a rule folder that knows two faults."""
    void = {"grade": "void", "basis": [{"cite": "测试法/1/1", "voids": True}]}
    rule("refund-exclusion.blanket", patterns=[{"regex": "概不退款"}], title="概不退款", **void)
    rule("final-interpretation.platform", patterns=[{"regex": "最终解释权"}], title="最终解释权归平台")
    return folder


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes an agreement below ``pages``: its name, then its clauses."""

    def make(name: str, *clauses: str, long: bool = True) -> Path:
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        numbered = [f"第{n}条 {clause}" for n, clause in enumerate(clauses, 1)]
        path.write_text("\n".join(["用户服务协议", *numbered, LONG if long else ""]), encoding="utf-8")
        return path

    return make


@pytest.fixture
def scan(rules: Path, tmp_path: Path) -> Scan:
    """Return a function that scans ``pages``, or what it is given, into ``out`` with one worker."""

    def run(*named: object, out: str = "out", **options: object) -> Count:
        chosen = Options(**{"rules": rules, "workers": 1, **options})  # type: ignore[arg-type]
        return batch([str(one) for one in named or (tmp_path / "pages",)], tmp_path / out, chosen)

    return run


@pytest.fixture
def results(tmp_path: Path) -> Callable[..., dict[str, list[tuple[object, ...]]]]:
    """Return a function that gives all rows of the results, sorted, paths below ``pages``."""

    def read(out: str = "out") -> dict[str, list[tuple[object, ...]]]:
        return contents(tmp_path / out)

    return read


def contents(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of a store, sorted."""
    tables = ("source", "holds", "failed", "document", "finding", "law", "category", "meta")
    with Store.open(folder) as store:
        return {table: sorted(tuple(row) for row in store.rows(f"select * from {table}")) for table in tables}


def found(path: Path, **more: object) -> Found:
    """Return a file as the walk would."""
    status = path.stat()
    return Found(str(path), path.name, "", status.st_size, status.st_mtime_ns, **more)  # type: ignore[arg-type]
