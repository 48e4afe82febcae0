"""``clause-check eval``: precision and recall of the rules."""

from __future__ import annotations

from pathlib import Path

import click

from clause_check import measure
from clause_check.cli.checker import load
from clause_check.measure import Score, Tally


@click.command("eval")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="目录")
@click.option("--misses", type=int, default=0, help="列出多少条漏报和误报。")
def evaluate(folder: Path, misses: int) -> None:
    """用标注过的文本衡量规则：目录里是 text/ 与 labels/,或是成对条款的 *.toml。"""
    checker = load()
    tally = (measure.labelled if (folder / "labels").is_dir() else measure.twins)(checker, folder)
    click.echo(f"{'类别':26} 精确率（95%区间）      召回率（95%区间）      F1   标注 误报")
    for name in checker.rulebook.categories:
        if name in tally.scores:
            click.echo(row(name, tally.scores[name]))
    click.echo(row("合计", tally.total()))
    _examples(tally, misses)


def row(name: str, score: Score) -> str:
    """Return one line of the table."""
    p = _share(score.precision, *measure.interval(score.right, score.right + score.wrong))
    r = _share(score.recall, *measure.interval(score.found, score.labels))
    return f"{name:26} {p}  {r}  {score.f1:.2f} {score.labels:5} {score.wrong:4}"


def _share(value: float, low: float, high: float) -> str:
    return f"{value:.2f}({low:.2f}–{high:.2f})"


def _examples(tally: Tally, most: int) -> None:
    for head, rows in (("漏报", tally.missed), ("误报", tally.wrong)):
        for name, category, words in rows[:most]:
            click.echo(f"{head} {name} {category} | {words[:90]}")
