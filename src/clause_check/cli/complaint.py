"""``clause-check complaint``: from a report to the right door, with a letter for each."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clause_check.errors import ClauseCheckError

if TYPE_CHECKING:
    from clause_check.complaint.blocks import Letter
    from clause_check.complaint.casefile import Case
    from clause_check.complaint.report import Clue

CASE = click.argument("case_file", metavar="案卷", type=click.Path(path_type=Path))
REPORTS = click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="文件",
    type=click.Path(path_type=Path),
    help="体检报告（json 或 jsonl），可多个。",
)
TODAY = click.option("--today", "today_", default="", metavar="YYYY-MM-DD", help="按这一天计算；不写是今天。")
FORMAT = click.option("--format", "form", type=click.Choice(["txt", "md", "docx"]), default="txt", help="输出格式。")
OUTPUT = click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="写到文件。")


@click.group()
def complaint() -> None:
    """从体检报告到投诉：记事实、选渠道、写信、跟进。不替您发送任何东西。"""


@complaint.command()
@click.option("--file", "case_file", default="我的投诉.toml", type=click.Path(path_type=Path), help="案卷文件。")
@TODAY
def new(case_file: Path, today_: str) -> None:
    """一问一答记下发生了什么，写成案卷。每答一题就存一次，中断了再运行会接着问。"""
    from clause_check.complaint.asking import interview

    def ask(prompt: str) -> str:
        return str(click.prompt(prompt, default="", show_default=False, prompt_suffix=" > "))

    try:
        interview(case_file, ask, click.echo, today(today_))
    except (click.Abort, EOFError, KeyboardInterrupt):
        raise ClauseCheckError("answers-ended", str(case_file)) from None
    click.echo(f"都问完了，存在 {case_file}。下一步:clause-check complaint plan {case_file}")


@complaint.command()
@CASE
@REPORTS
@TODAY
def plan(case_file: Path, reports: tuple[Path, ...], today_: str) -> None:
    """先走哪条路、为什么、能给什么不能给什么、期限到哪天、还缺什么。"""
    from clause_check.complaint import planview
    from clause_check.complaint.plan import plan as make
    from clause_check.complaint.quoting import quoter

    day = today(today_)
    case, clues = opened(case_file, reports, day)
    click.echo(planview.render(case, make(case, clues, day), quoter()), nl=False)


@complaint.command()
@click.argument("case_files", metavar="案卷", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--to",
    "channel",
    required=True,
    metavar="渠道",
    help="platform、12315-complaint、12315-report、xiaoxie、heimao 或 court。",
)
@REPORTS
@FORMAT
@OUTPUT
@click.option("--max-chars", default=300, show_default=True, type=int, help="短文本最多几个字（建议值）。")
@TODAY
def write(
    case_files: tuple[Path, ...],
    channel: str,
    reports: tuple[Path, ...],
    form: str,
    output: Path | None,
    max_chars: int,
    today_: str,
) -> None:
    """写给一个渠道的信：只写案卷里有的事实，缺的标【待补】。"""
    from clause_check.complaint.check import check_exhibits
    from clause_check.complaint.letter import write as make
    from clause_check.complaint.quoting import quoter
    from clause_check.complaint.refuse import refuse_many

    if len(case_files) > 1:
        raise refuse_many(quoter())
    day = today(today_)
    case, clues = opened(case_files[0], reports, day)
    check_exhibits(case, case_files[0].resolve().parent)
    put_out(make(case, clues, channel, quoter(), day, max_chars), form, output, day)


@complaint.command()
@CASE
@click.option("--channel", default="", metavar="渠道", help="哪个渠道，如 12315-complaint。")
@click.option("--event", default="", metavar="进展", help="sent、accepted、refused、answered、ended 或 settled。")
@click.option("--date", "at", default="", metavar="YYYY-MM-DD", help="进展发生的日期；不写是今天。")
@click.option("--number", default="", metavar="编号", help="受理编号。")
@click.option("--note", default="", metavar="文字", help="对方怎么说的。")
@TODAY
def follow(case_file: Path, channel: str, event: str, at: str, number: str, note: str, today_: str) -> None:
    """记一笔进展，给出下一步、日期和跟进的话；不带选项就只看现状。"""
    from clause_check.complaint.casefile import Entry
    from clause_check.complaint.follow import log, next_steps
    from clause_check.complaint.quoting import quoter

    day = today(today_)
    opened(case_file, (), day)
    if channel or event:
        when = today(at) if at else day
        if when > day:
            raise ClauseCheckError("date-future", at)
        log(case_file, Entry(at=when, channel=channel, event=event, number=number, note=note))
    case, _ = opened(case_file, (), day)
    click.echo(next_steps(case, quoter(), day), nl=False)


@complaint.command()
@click.argument("case_files", metavar="案卷...", nargs=-1, required=True, type=click.Path(path_type=Path))
@REPORTS
@FORMAT
@OUTPUT
@TODAY
def join(case_files: tuple[Path, ...], reports: tuple[Path, ...], form: str, output: Path | None, today_: str) -> None:
    """把几个人对同一家的案卷并成联名附表，每人都要写明同意。"""
    from clause_check.complaint.join import Member
    from clause_check.complaint.join import join as make
    from clause_check.complaint.quoting import quoter
    from clause_check.complaint.report import read_reports

    day = today(today_)
    members = [Member(path, opened(path, (), day)[0]) for path in case_files]
    put_out(make(members, read_reports(reports), quoter(), day), form, output, day)


def today(text: str) -> date:
    """Return the day a command counts from; raises ``date-malformed``."""
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError:
        raise ClauseCheckError("date-malformed", text) from None


def opened(path: Path, reports: tuple[Path, ...], day: date) -> tuple[Case, tuple[Clue, ...]]:
    """Return a case that holds together and the findings of its reports, saying which pages are gone."""
    from clause_check.complaint.check import check
    from clause_check.complaint.report import check_pages, read_reports
    from clause_check.complaint.store import load

    case, clues = load(path), read_reports(reports)
    check(case, path, day)
    for lost in check_pages(clues, [path.resolve().parent, *(report.resolve().parent for report in reports)]):
        click.echo(f"注意：找不到报告所说的页面 {lost},没法核对它变了没有。", err=True)
    return case, clues


def put_out(letter: Letter, form: str, output: Path | None, day: date) -> None:
    """Write a letter to a file or the screen, and what the person must know to standard error."""
    from clause_check.complaint import plaintext
    from clause_check.complaint.store import write_whole
    from clause_check.complaint.worddoc import as_word

    if form == "docx":
        if output is None:
            raise ClauseCheckError("docx-needs-file")
        write_whole(output, as_word(letter, day))
    else:
        text = plaintext.as_text(letter) if form == "txt" else plaintext.as_markdown(letter)
        if output is None:
            click.echo(text, nl=False)
        else:
            write_whole(output, text)
    sys.stdout.flush()
    for name in letter.missing:
        click.echo(f"待补：{name}", err=True)
    for note in letter.notes:
        click.echo(f"提醒：{note}", err=True)
