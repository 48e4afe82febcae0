"""``clause-check rules``: list, show and check rules."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click

from clause_check import datafiles
from clause_check.errors import ClauseCheckError
from clause_check.model import GRADE_WORDS
from clause_check.pipeline import load


@click.group()
def rules() -> None:
    """查看、检查规则。"""


@rules.command("list")
@click.option("--category", help="只列这一类。")
def list_rules(category: str | None) -> None:
    """列出全部规则：编号、定性、名称。"""
    book = load().rulebook
    for rule in book.rules:
        if category in (None, rule.category):
            click.echo(f"{rule.id}\t{GRADE_WORDS[rule.grade]}\t{rule.title}")


@rules.command()
@click.argument("name", metavar="编号")
def show(name: str) -> None:
    """显示一条规则的说明、依据和例外。"""
    checker = load()
    rule = checker.rulebook.find(name)
    if rule is None:
        raise unknown(name, list(checker.rulebook.names))
    click.echo(f"{rule.id}  {rule.title}\n类别：{checker.rulebook.categories[rule.category].name}")
    click.echo(f"定性：{GRADE_WORDS[rule.grade]}({rule.grade})")
    for label, words in (("做什么", rule.what), ("为什么", rule.why), ("平台会说", rule.defence), ("可要求", rule.ask)):
        click.echo(f"{label}:{words}")
    for basis in rule.bases:
        found = checker.laws.resolve(basis.cite)
        click.echo(f"依据：{found.name}{found.label}({basis.cite})\n    {found.text}")
    for one in rule.exemptions:
        click.echo(f"例外「{one.name}」（{one.effect}）：{one.because}")
    for case in rule.cases:
        click.echo(case)


def unknown(name: str, known: list[str]) -> ClauseCheckError:
    """Return the error for an unknown rule id, with near misses."""
    near = get_close_matches(name, known, 3)
    return ClauseCheckError("rule-unknown", name, near=f"相近的有 {'、'.join(near)}。" if near else "")


@rules.command()
@click.argument("folder", required=False, type=Path, metavar="[目录]")
def check(folder: Path | None) -> int:
    """检查规则目录，一次列出全部问题；有问题时退出码为 1。"""
    from clause_check.rulecheck import check as check_folder

    root = folder or datafiles.patterns()
    faults, notes = check_folder(root)
    for fault in faults:
        click.echo(f"{fault.file}{' ' + fault.place if fault.place else ''}:{fault.message} [{fault.code}]")
    for note in notes:
        click.echo(f"提示：{note}")
    click.echo(f"{root}:{len(faults)} 处问题" if faults else f"{root}:没有发现问题")
    return 1 if faults else 0


@rules.command()
def catalogue() -> None:
    """输出全部规则的目录（Markdown），即 patterns/CATALOGUE.md。"""
    from clause_check.catalogue import catalogue as write

    click.echo(write(datafiles.patterns()), nl=False)
