"""``clause-check summary``: what a folder of results says in all."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from clause_check.batch import report, table
from clause_check.batch.clauses import clauses
from clause_check.batch.store import Store
from clause_check.batch.summary import Summary, summarise
from clause_check.cli.output import emit, file_for

SHAPES = ("text", "md", "html", "xlsx", "csv", "json")


@click.command()
@click.argument("folder", type=Path, metavar="结果目录")
@click.option("--format", "shape", type=click.Choice(SHAPES), default="text", help="格式,默认 text。")
@click.option("-o", "--output", type=Path, metavar="文件", help="写到这个文件;xlsx 必须写明。")
@click.option(
    "--by", type=click.Choice(["party", "folder"]), default="party", help="按协议自称的公司,或按文件夹归平台。"
)
@click.option("--table", "kind", type=click.Choice(report.KINDS), default="platforms", help="csv 输出哪一张表。")
def summary(folder: Path, shape: str, output: Path | None, by: Literal["party", "folder"], kind: str) -> None:
    """汇总批量检查的结果:各类条款有多少、各平台的疏密、没读成的文件。"""
    with Store.open(folder) as store:
        whole = summarise(store, by)
        if shape == "xlsx":
            _book(file_for(output, shape), whole, store)
        else:
            emit(_written(whole, store, shape, kind), output)


def _written(whole: Summary, store: Store, shape: str, kind: str) -> str:
    if shape == "html":
        from clause_check.batch.page import Page

        return Page(whole).render(clauses(store))
    if shape == "csv":
        return table.separated(report.table(whole, kind))
    return {"text": report.text, "md": report.markdown, "json": report.as_json}[shape](whole)


def _book(path: Path, whole: Summary, store: Store) -> None:
    from clause_check.batch.book import write

    found = report.clause_table(whole, clauses(store))
    tables = [report.table(whole, kind) for kind in report.KINDS]
    write(path, [*tables[:-1], found, tables[-1]], [report.overview(whole), *report.notes(whole)])
