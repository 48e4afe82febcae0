"""``clause-check evidence``: numbered exhibits, their digests, and a check before anything is sent."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from clause_check.cli.complaint import CASE, REPORTS, TODAY, today
from clause_check.errors import ClauseCheckError

MARKS = {True: "对得上", False: "对不上", None: "没核"}


@click.group()
def evidence() -> None:
    """证据：编号、登记 SHA-256、寄出之前再核一遍。"""


@evidence.command()
@CASE
@click.argument("path", metavar="文件", type=click.Path(path_type=Path))
@click.option("--title", default="", metavar="名称", help="证据名称；不写用文件名。")
@click.option("--proves", default="", metavar="文字", help="证明什么。")
@click.option("--source", default="", metavar="文字", help="从哪里来，如“微信聊天导出”。")
@click.option("--taken", default="", metavar="时间", help="取得时间；不写用文件的修改时间。")
def add(case_file: Path, path: Path, title: str, proves: str, source: str, taken: str) -> None:
    """把一个文件登记为下一号证据。"""
    from clause_check.complaint import exhibits
    from clause_check.complaint.moment import parse_moment

    try:
        when = parse_moment(taken) if taken else None
    except ValueError:
        raise ClauseCheckError("date-malformed", taken) from None
    number = exhibits.add(case_file, path, title=title, proves=proves, source=source, taken=when)
    click.echo(f"已登记为证据{number}。")


@evidence.command("list")
@CASE
def list_exhibits(case_file: Path) -> None:
    """列出证据，和清单上还缺的。"""
    from clause_check.complaint.exhibits import listing
    from clause_check.complaint.store import load

    click.echo(listing(load(case_file)), nl=False)


@evidence.command()
@CASE
@REPORTS
@TODAY
@click.pass_context
def verify(context: click.Context, case_file: Path, reports: tuple[Path, ...], today_: str) -> None:
    """重新核对每个文件、每句条款、每条法律；有对不上的以 1 结束。"""
    from clause_check.complaint.check import check
    from clause_check.complaint.exhibits import NOT_PROVEN
    from clause_check.complaint.exhibits import verify as run
    from clause_check.complaint.quoting import quoter
    from clause_check.complaint.report import read_reports
    from clause_check.complaint.store import load

    case = load(case_file)
    check(case, case_file, today(today_))
    results = run(case, read_reports(reports), case_file.resolve().parent, texts, quoter())
    for result in results:
        click.echo(f"{MARKS[result.ok]}　{result.what}")
    click.echo("\n哈希能说明什么、不能说明什么:")
    for line in NOT_PROVEN:
        click.echo(f"- {line}")
    context.exit(int(any(result.ok is False for result in results)))


def texts(path: Path) -> Sequence[str]:
    """Return the texts of a saved page, read the way ``scan`` reads it."""
    from clause_check.stages.read import load, read

    return [document.text for document in read(load(path), str(path))]
