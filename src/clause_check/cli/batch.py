"""``clause-check batch``: scan many files into a folder of results."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from clause_check.batch.patience import LIMIT
from clause_check.batch.results import opened
from clause_check.batch.run import Count, Options
from clause_check.batch.run import batch as scan_all
from clause_check.batch.sources import remote
from clause_check.batch.store import Store
from clause_check.cli.checker import load
from clause_check.cli.facts import facts, options
from clause_check.errors import ClauseCheckError

FAILED, STOPPED = 2, 130
LISTED = 50  # unreadable files that are printed; the store has all


@click.command()
@click.argument("named", nargs=-1, required=True, metavar="文件或文件夹...")
@click.option("--out", required=True, metavar="目录", help="结果放在这个目录；用集群时也可以是 s3:// 等地址。")
@click.option("--resume", is_flag=True, help="接着已有的结果做，只读新的和改过的；规则变了就用存下的正文重查。")
@click.option("--retry", is_flag=True, help="接着做时，把上次没读成的也再读一遍。")
@click.option("--workers", type=click.IntRange(1), metavar="个数", help="工作进程数，默认用上全部处理器。")
@click.option("--limit", type=click.FloatRange(0, min_open=True), default=LIMIT, help="一页最多检查几秒，默认 60。")
@options
@click.option("--rules", "folder", type=Path, help="改用这个目录里的规则。")
@click.option("--ocr", is_flag=True, help="对图片和扫描件做文字识别。")
@click.option("--engine", metavar="dask[=地址]", help="用 Dask 集群检查；不写地址则在本机开两个进程的集群。")
def batch(
    named: tuple[str, ...],
    out: str,
    resume: bool,
    retry: bool,
    workers: int | None,
    limit: float,
    user: str | None,
    operator: str | None,
    date: str,
    folder: Path | None,
    ocr: bool,
    engine: str | None,
) -> int:
    """批量检查：文件、文件夹、zip、WARC、s3:// 等地址；写 - 则从标准输入读文件名单。"""
    chosen = Options(facts(user, operator, date), folder, workers or 0, limit, ocr, resume, retry)
    load(folder)  # packs the rules, should they have changed, before any worker asks for them
    try:
        with _progress(named, Path(out)) as tell:
            count = _run(engine, named, out, chosen, tell)
    except KeyboardInterrupt:
        click.echo("已中断，做完的都存下了。加 --resume 再运行一次就接着做。", err=True)
        return STOPPED
    click.echo(_said(count))
    with opened(out) as store:
        failed = _list_failed(store)
    click.echo(f"结果在 {out}。用 clause-check summary {out} 查看。")
    return FAILED if failed else 0


def _run(
    engine: str | None, named: tuple[str, ...], out: str, chosen: Options, tell: Callable[[Count], object]
) -> Count:
    if engine is None:
        if remote(out):
            raise ClauseCheckError("engine-needed", out)
        return scan_all(named, Path(out), chosen, tell)
    from clause_check.cli import engine as engines

    return engines.run(engine, named, out, chosen, tell)


def _said(count: Count) -> str:
    """Return what the run did, in one line."""
    parts = [
        (count.read, "读了 {} 个文件"),
        (count.documents, "得到 {} 份文本"),
        (count.failed, "{} 个文件读不了"),
        (count.skipped, "{} 个没有变化，跳过"),
        (count.again, "{} 份按现在的规则重查"),
        (count.passed, "{} 个样式、脚本、字体等没有读"),
    ]
    return "，".join(words.format(number) for number, words in parts if number or words.startswith("读了")) + "。"


def _list_failed(store: Store) -> int:
    """Print what could not be read, with reasons; return how much that is."""
    total = int(store.rows("select count(*) from failed")[0][0])
    if not total:
        return 0
    click.echo(f"有 {total} 处没读成：", err=True)
    query = "select name, part, reason from failed join source using (path) order by name, n limit ?"
    for row in store.rows(query, LISTED):
        click.echo(f"  {row['name']}{row['part']}：{row['reason']}", err=True)
    if total > LISTED:
        click.echo(f"  ……另有 {total - LISTED} 处，用 clause-check summary --format xlsx 可看到全部。", err=True)
    return total


@contextmanager
def _progress(named: tuple[str, ...], out: Path) -> Iterator[Callable[[Count], object]]:
    """Show how far the run is, where somebody watches."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from clause_check.cli.progress import watch

    with watch(named, out) as tell:
        yield tell
