"""``clause-check diff`` and ``compare``: two versions, or several platforms, side by side."""

from __future__ import annotations

from pathlib import Path

import click

from clause_check import datafiles
from clause_check.batch import changelog, table
from clause_check.batch import compare as comparing
from clause_check.batch.changelog import Changelog
from clause_check.batch.changes import changes, finding_said
from clause_check.batch.held import By
from clause_check.batch.score import LIMITS, formula
from clause_check.batch.store import Store
from clause_check.batch.table import Table
from clause_check.batch.versions import PlatformChanges, Versions
from clause_check.cli.checker import load
from clause_check.cli.facts import facts, options
from clause_check.cli.output import emit, file_for
from clause_check.errors import ClauseCheckError
from clause_check.lawlibrary import LawLibrary
from clause_check.model import Facts, Report
from clause_check.pipeline import Checker
from clause_check.render.wording import ADVICE_NOTE
from clause_check.stages.read import load as load_file
from clause_check.stages.read import read

SHAPES = ("text", "md", "json", "csv", "xlsx")


@click.command()
@click.argument("old", type=Path, metavar="旧")
@click.argument("new", type=Path, metavar="新")
@click.option("--format", "shape", type=click.Choice(SHAPES), default="text", help="格式，默认 text。")
@click.option("-o", "--output", type=Path, metavar="文件", help="写到这个文件；xlsx 必须写明。")
@options
@click.option("--rules", "folder", type=Path, help="改用这个目录里的规则（比较两个文件时）。")
@click.option(
    "--by", type=click.Choice(["party", "folder"]), default="party", help="按公司或按文件夹归平台（比较结果时）。"
)
def diff(
    old: Path,
    new: Path,
    shape: str,
    output: Path | None,
    user: str | None,
    operator: str | None,
    date: str,
    folder: Path | None,
    by: By,
) -> None:
    """比较一份协议的两个版本，或两次批量检查的结果：哪些条款新增、消失、改动、移动。"""
    if old.is_dir() != new.is_dir():
        raise ClauseCheckError("diff-unlike", str(old), other=str(new))
    found = _results(old, new, by) if old.is_dir() else _files(old, new, load(folder), facts(user, operator, date))
    if shape in ("csv", "xlsx"):
        _write(found.tables, found.notes, shape, output)
    else:
        emit({"text": found.text, "md": found.markdown, "json": found.json}[shape](), output)


def _files(old: Path, new: Path, checker: Checker, stated: Facts) -> Changelog:
    before, after = _reports(old, checker, stated), _reports(new, checker, stated)
    mine, theirs = ([finding_said(one) for report in side for one in report.findings] for side in (before, after))
    document = after[0].document
    found = PlatformChanges(document.party or document.title or new.name)
    found.changes = [(str(new), change) for change in changes(mine, theirs)]
    notes = [changelog.ONLY_FINDINGS, *(_duties() if stated.operator != "shop" else [])]
    head = changelog.versions(before[0].document, document)
    return Changelog([found] if found.changes else [], _names(checker), head, notes)


def _results(old: Path, new: Path, by: By) -> Changelog:
    with Store.open(old) as before, Store.open(new) as after:
        both = Versions(before, after, by)
        notes = [*([] if both.same_rules else [changelog.OTHER_RULES]), changelog.ONLY_FINDINGS, *_duties()]
        names = {row["id"]: row["name"] for row in after.rows("select id, name from category")}
        return Changelog(both.compare(), names, f"旧：{old}\n新：{new}", notes)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=Path, metavar="文件...")
@click.option("--format", "shape", type=click.Choice(SHAPES), default="text", help="格式，默认 text。")
@click.option("-o", "--output", type=Path, metavar="文件", help="写到这个文件；xlsx 必须写明。")
@options
@click.option("--rules", "folder", type=Path, help="改用这个目录里的规则。")
def compare(
    paths: tuple[Path, ...],
    shape: str,
    output: Path | None,
    user: str | None,
    operator: str | None,
    date: str,
    folder: Path | None,
) -> None:
    """把几家平台的协议按类别并排比较。"""
    checker, stated = load(folder), facts(user, operator, date)
    sides = comparing.sides([report for path in paths for report in _reports(path, checker, stated)])
    if len(sides) < 2:
        raise ClauseCheckError("compare-too-few")
    names = _names(checker)
    if shape == "json":
        emit(comparing.as_json(sides, names), output)
        return
    tables = [comparing.counts(sides, names), comparing.wordings(sides, names)]
    _write(tables, [formula(names), LIMITS, ADVICE_NOTE], shape, output)


def _write(tables: list[Table], notes: list[str], shape: str, output: Path | None) -> None:
    if shape == "xlsx":
        from clause_check.batch.book import write

        write(file_for(output, shape), tables, notes)
    elif shape == "csv":
        emit(table.separated(tables[-1]), output)
    else:
        parts = map(table.text if shape == "text" else table.markdown, tables)
        emit("\n\n".join([*parts, *notes]) + "\n", output)


def _reports(path: Path, checker: Checker, stated: Facts) -> list[Report]:
    return [checker.check(document, stated) for document in read(load_file(path), str(path))]


def _names(checker: Checker) -> dict[str, str]:
    return {one.id: one.name for one in checker.rulebook.categories.values()}


def _duties() -> list[str]:
    return changelog.duties(LawLibrary.load(datafiles.patterns() / "laws"))
