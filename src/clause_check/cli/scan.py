"""``clause-check scan``: the main job."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from clause_check import datafiles, render
from clause_check.cli.checker import load
from clause_check.cli.facts import facts, options
from clause_check.cli.sources import documents
from clause_check.model import GRADES, Report

FORMATS = ("text", "md", "json", "jsonl", "sarif", "html")
FOUND, FAILED = 1, 2


@click.command()
@click.argument("paths", nargs=-1, metavar="[文件]...")
@click.option("--format", "shape", type=click.Choice(FORMATS), default="text", help="报告格式，默认 text。")
@options
@click.option("--fail-on", type=click.Choice(GRADES), help="有这一级或更重的发现时退出码为 1。")
@click.option("--show-cleared", is_flag=True, help="列出因例外而没有报告的条款。")
@click.option("--suggest", is_flag=True, help="另列出措辞与已知问题条款相近的句子，供人工查看。")
@click.option("--rules", "folder", type=Path, help="改用这个目录里的规则。")
@click.option("--ocr", is_flag=True, help="对图片和扫描件做文字识别（需要 tesseract 和 chi_sim）。")
@click.option("--one", "together", is_flag=True, help="所给图片是同一份协议的连续截图，识别后按顺序合并。")
@click.option("--clipboard", is_flag=True, help="检查剪贴板里的文字。")
@click.option("--dump-text", type=Path, metavar="文件", help="把提取出的正文写到这个文件。")
def scan(
    paths: tuple[str, ...],
    shape: str,
    user: str | None,
    operator: str | None,
    date: str,
    fail_on: str | None,
    show_cleared: bool,
    suggest: bool,
    folder: Path | None,
    ocr: bool,
    together: bool,
    clipboard: bool,
    dump_text: Path | None,
) -> int:
    """检查协议文本。可给多个文件；不给文件则读粘贴或管道里的文字。"""
    stated = facts(user, operator, date)
    checker = load(folder)
    broken: list[str] = []
    found = documents(paths, ocr=ocr, clipboard=clipboard, together=together, broken=broken)
    reports: Iterator[Report] = (checker.check(document, stated) for document in found)
    if suggest:
        reports = _suggesting(reports, {c.id: c.name for c in checker.rulebook.categories.values()})
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


def _suggesting(reports: Iterator[Report], names: dict[str, str]) -> Iterator[Report]:
    from clause_check.suggest import Corpus, suggestions

    corpus = Corpus(datafiles.clauses(), names)
    for report in reports:
        yield replace(report, suggestions=suggestions(report, corpus))
