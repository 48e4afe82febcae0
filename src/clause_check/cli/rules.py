"""``clause-check rules``: list, show and check rules."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clause_check import datafiles
from clause_check.cli.checker import load
from clause_check.errors import ClauseCheckError
from clause_check.model import GRADE_WORDS

if TYPE_CHECKING:
    from clause_check.mine import Phrase


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


def unknown(name: str, known: list[str], code: str = "rule-unknown") -> ClauseCheckError:
    """Return the error for an unknown id, with near misses."""
    near = get_close_matches(name, known, 3)
    return ClauseCheckError(code, name, near=f"相近的有 {'、'.join(near)}。" if near else "")


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


@rules.command()
@click.argument("paths", nargs=-1, required=True, metavar="文件或目录...")
@click.option("--category", help="只列这一类。")
@click.option("--limit", default=10, show_default=True, metavar="个数", help="每类最多列几个说法。")
def mine(paths: tuple[str, ...], category: str | None, limit: int) -> int:
    """给写规则的人：从没有命中的句子里找出与某一类已知条款相近的常见说法。

    结果只是线索，要逐句看过再写规则；不是检查结论。
    """
    from clause_check.cli.sources import documents
    from clause_check.mine import mine as phrases
    from clause_check.suggest import Corpus

    checker, broken = load(), list[str]()
    names = {one.id: one.name for one in checker.rulebook.categories.values()}
    if category and category not in names:
        raise unknown(category, list(names), "category-unknown")
    files = tuple(str(file) for path in paths for file in _files(Path(path)))
    found = documents(files, ocr=False, clipboard=False, together=False, broken=broken)
    told = phrases((checker.check(document) for document in found), Corpus(datafiles.clauses(), names))
    for number, name in names.items():
        if category in (None, number):
            _tell(f"{name}（{number}）", [one for one in told if one.category == name][:limit])
    for message in broken:
        click.echo(message, err=True)
    return 2 if broken else 0


def _files(path: Path) -> list[Path]:
    return sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]


def _tell(title: str, told: list[Phrase]) -> None:
    if told:
        click.echo(title)
    for one in told:
        click.echo(f"  {one.words}：{one.documents} 份，显著度 {one.keyness:.0f}")
        click.echo(f"    {one.example.path} 第 {one.example.line} 行「{one.example.text}」")
        click.echo(f"    相近的已知条款「{one.example.like}」")
