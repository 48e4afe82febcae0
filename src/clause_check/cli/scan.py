"""``clause-check scan``: the main job."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from clause_check import render
from clause_check.cli.facts import facts, options
from clause_check.errors import ClauseCheckError
from clause_check.model import GRADES, Document, Facts, Report
from clause_check.pipeline import Checker, load
from clause_check.stages.read import load as load_bytes
from clause_check.stages.read import read

FORMATS = ("text", "md", "json", "jsonl", "sarif", "html")
PROMPT = "请粘贴协议全文,粘贴完按回车再按 Ctrl-D(Windows 为 Ctrl-Z 回车):"
FOUND, FAILED = 1, 2


@click.command()
@click.argument("paths", nargs=-1, metavar="[文件]...")
@click.option("--format", "shape", type=click.Choice(FORMATS), default="text", help="报告格式,默认 text。")
@options
@click.option("--fail-on", type=click.Choice(GRADES), help="有这一级或更重的发现时退出码为 1。")
@click.option("--show-cleared", is_flag=True, help="列出因例外而没有报告的条款。")
@click.option("--rules", "folder", type=Path, help="改用这个目录里的规则。")
@click.option("--ocr", is_flag=True, help="对图片和扫描件做文字识别(需要 tesseract 和 chi_sim)。")
@click.option("--dump-text", type=Path, metavar="文件", help="把提取出的正文写到这个文件。")
def scan(
    paths: tuple[str, ...],
    shape: str,
    user: str | None,
    operator: str | None,
    date: str,
    fail_on: str | None,
    show_cleared: bool,
    folder: Path | None,
    ocr: bool,
    dump_text: Path | None,
) -> int:
    """检查协议文本。可给多个文件;不给文件则读粘贴或管道里的文字。"""
    stated = facts(user, operator, date)
    checker = load(folder)
    broken: list[str] = []
    reports = _reports(paths, checker, stated, ocr, broken)
    worst = 9
    for report in render.stream(reports, shape, show_cleared=show_cleared, write=click.echo):
        worst = min([worst, *(GRADES.index(f.grade) for f in report.findings)])
        if dump_text:
            dump_text.write_text(report.document.text, encoding="utf-8", newline="")
    for message in broken:
        click.echo(message, err=True)
    if broken:
        return FAILED
    return FOUND if fail_on and worst <= GRADES.index(fail_on) else 0


def _reports(paths: tuple[str, ...], checker: Checker, stated: Facts, ocr: bool, broken: list[str]) -> Iterator[Report]:
    for path in paths or ("-",):
        try:
            for document in _documents(path, ocr):
                yield checker.check(document, stated)
        except ClauseCheckError as error:
            broken.append(str(error))


def _documents(path: str, ocr: bool) -> tuple[Document, ...]:
    if path != "-":
        return read(load_bytes(Path(path)), path, ocr=ocr)
    if sys.stdin.isatty():
        click.echo(PROMPT, err=True)
    return read(sys.stdin.buffer.read(), "(粘贴的文字)")
