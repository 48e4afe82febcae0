"""A small rule folder of our own, so that tests of the engine do not move with the shipped rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clause_check import pipeline
from clause_check.cli import main
from clause_check.model import Document, Facts, Report
from clause_check.packfile import Store
from clause_check.pipeline import Checker
from clause_check.rulebook import Rulebook
from clause_check.rulepack import build
from clause_check.suggest import Corpus

TWIN = """
[[twin]]
id = "refund-exclusion-1"
unfair = "虚拟商品一经售出概不退换，用户不得要求退款。"
fair = "虚拟商品未使用的可以退款。"
grade = "unfair"
differs = "能不能退"
"""
CATEGORIES = """
[[category]]
id = "final-interpretation"
name = "最终解释权"
group = "单方权力"
[[category]]
id = "refund-exclusion"
name = "排除退换退款"
group = "退换与质量"
[[category]]
id = "balance-forfeiture"
name = "余额不退或清零"
group = "预付"
[[precedence]]
winner = "balance-forfeiture"
loser = "refund-exclusion"
because = "说的是余额"
"""
BLOCKS = """
[block]
"平台" = '本平台|平台'
"有权" = '(?<!所)有权'
"""
LAW = """
id = "测试法"
title = "中华人民共和国测试法"
issuer = "测试机关"
number = "测试令第1号"
in_force_from = "2020-01-01"
version = "测试文本"
verified = "two-sources"
source_note = "为测试而写"
checked_on = "2026-11-22"
[[article]]
number = 1
paragraph_count = 1
[[article.paragraph]]
number = 1
text = '经营者不得如此约定。'
[[article]]
number = 2
paragraph_count = 1
in_force_from = "2026-02-01"
[[article.paragraph]]
number = 1
text = '平台经营者不得如此约定。'
"""
EXPLAIN = {
    "what": "条款写了这样的内容。",
    "why": "消费者可能因此失去权利。",
    "defence": "平台会说已经提示过。",
    "ask": "请求改正这一条。",
}

WriteRule = Callable[..., Path]


def toml(value: object) -> str:
    """Return a value as TOML; JSON strings, lists and numbers are TOML already."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(inner)}" for key, inner in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "patterns"
    for name, words in (("categories.toml", CATEGORIES), ("blocks/a.toml", BLOCKS), ("laws/测试法.toml", LAW)):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    (root / "rules").mkdir()
    return root


@pytest.fixture
def rule(folder: Path) -> WriteRule:
    """Return a function that writes a rule file: ``rule("a.b", patterns=[...], **other keys)``."""

    def write(name: str, patterns: list[dict[str, object]], **keys: object) -> Path:
        category, stem = name.split(".")
        tables = {"basis": [{"cite": "测试法/1/1"}], "exception": [], "example": [], **keys}
        head = {"id": name, "title": "测试规则", "category": category, "grade": "unfair"}
        head |= {key: value for key, value in tables.items() if key not in ("basis", "exception", "example")}
        lines = [f"{key} = {toml(value)}" for key, value in (*head.items(), ("explain", EXPLAIN))]
        for table in ("basis", "exception", "example"):
            lines.append(f"{table} = [{', '.join(toml(one) for one in tables[table])}]")  # type: ignore[attr-defined]
        lines.append(f"pattern = [{', '.join(toml(one) for one in patterns)}]")
        path = folder / "rules" / category / f"{stem}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


@pytest.fixture
def checker(folder: Path) -> Callable[[], Checker]:
    """Return a function that builds a checker from the folder as it is then."""

    def make() -> Checker:
        pack, read = build(folder)
        assert read.faults == []
        return Checker(Rulebook(pack, Store(pack["sources"])))

    return make


@pytest.fixture
def check(checker: Callable[[], Checker]) -> Callable[..., Report]:
    """Return a function that checks a bare text with the folder's rules."""

    def run(text: str, **facts: str) -> Report:
        return checker().check(Document("a.txt", text, ""), Facts(**facts))  # type: ignore[arg-type]

    return run


@pytest.fixture(scope="session")
def packed() -> None:
    """Pack the shipped rules, so that no command says that it does."""
    pipeline.load()


@pytest.fixture
def run(packed: None, capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Return a function that runs the command line: exit code, standard output, standard error."""

    def call(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main([str(one) for one in arguments])
        out, err = capfd.readouterr()
        code = stop.value.code
        return code if isinstance(code, int) else 0, out, err

    return call


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """Return a corpus of one unfair clause and its fair twin."""
    (tmp_path / "refund-exclusion.toml").write_text(TWIN, encoding="utf-8")
    return Corpus(tmp_path, {"refund-exclusion": "排除退换退款"})
