"""``clause-check summary`` and ``prevalence``: what a folder of results says in all."""

from __future__ import annotations

from pathlib import Path

import click

from clause_check.batch import report, table
from clause_check.batch.alike import NEAR
from clause_check.batch.clauses import clauses
from clause_check.batch.held import By
from clause_check.batch.law import Law
from clause_check.batch.results import opened
from clause_check.batch.store import Store
from clause_check.batch.summary import Summary, summarise
from clause_check.cli.output import emit, file_for
from clause_check.errors import ClauseCheckError

ANNEXES = ("text", "md", "xlsx", "csv", "json")
SHAPES = ("text", "md", "html", "xlsx", "csv", "json", "parquet")


@click.command()
@click.argument("folder", metavar="结果目录")
@click.option("--format", "shape", type=click.Choice(SHAPES), default="text", help="格式，默认 text。")
@click.option("-o", "--output", metavar="文件", help="写到这个文件；xlsx、parquet（文件夹或地址）必须写明。")
@click.option(
    "--by", type=click.Choice(["party", "folder"]), default="party", help="按协议自称的公司，或按文件夹归平台。"
)
@click.option("--table", "kind", type=click.Choice(report.KINDS), default="platforms", help="csv 输出哪一张表。")
def summary(folder: str, shape: str, output: str | None, by: By, kind: str) -> None:
    """汇总批量检查的结果：各类条款有多少、各平台的疏密、没读成的文件。"""
    with opened(folder) as store:
        if shape == "parquet":
            _export(store, output)
            return
        whole = summarise(store, by)
        path = Path(output) if output else None
        if shape == "xlsx":
            _book(file_for(path, shape), whole, store)
        else:
            emit(_written(whole, store, shape, kind), path)


def _export(store: Store, output: str | None) -> None:
    from clause_check.batch.parquet import export

    if output is None:
        raise ClauseCheckError("output-needed", "parquet")
    export(store, output)


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


@click.command()
@click.argument("folder", metavar="结果目录")
@click.option("--format", "shape", type=click.Choice(ANNEXES), default="text", help="格式，默认 text。")
@click.option("-o", "--output", type=Path, metavar="文件", help="写到这个文件；xlsx 必须写明。")
@click.option(
    "--by", type=click.Choice(["party", "folder"]), default="party", help="按协议自称的公司，或按文件夹归平台。"
)
@click.option("--least", type=click.IntRange(1), default=2, help="至少出现在几个平台，默认 2。")
@click.option("--similar", type=click.FloatRange(0.1, 1), default=NEAR, help="字句相近到多少算同一条，默认 0.7。")
@click.option("--top", type=click.IntRange(0), default=50, help="text 和 md 最多列几条，默认 50；0 为全部。")
def prevalence(folder: str, shape: str, output: Path | None, by: By, least: int, similar: float, top: int) -> None:
    """列出多个平台共有的（字句相近的）条款，最普遍的在前，附出处和法条，可作消协的附件。"""
    from clause_check.batch.annex import Annex
    from clause_check.batch.prevalence import prevalence as shared

    with opened(folder) as store:
        found = shared(store, least=least, near=similar, by=by)
        names = {row["id"]: row["name"] for row in store.rows("select id, name from category order by place")}
        annex = Annex(found, Law(store), names, similar)
    if shape == "xlsx":
        from clause_check.batch.book import write

        write(file_for(output, shape), annex.tables(), annex.notes)
    elif shape in ("text", "md"):
        emit(annex.text(top) if shape == "text" else annex.markdown(top), output)
    else:
        emit(annex.json() if shape == "json" else table.separated(annex.tables()[0]), output)
