"""``clause-check serve``: the same on a page of this computer."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from clause_check.cli.checker import load
from clause_check.errors import ClauseCheckError


def _two(_: click.Context, __: click.Parameter, folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """Refuse more than two folders, and what holds no results before anybody looks."""
    from clause_check.batch.store import Store

    if len(folders) > 2:
        raise click.BadParameter("最多写两次:先旧后新。")
    for folder in folders:
        with Store.open(folder):
            continue
    return folders


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="端口;不写由系统挑一个空的。")
@click.option("--no-browser", is_flag=True, help="不自动打开浏览器。")
@click.option("--rules", "folder", type=Path, help="改用这个目录里的规则。")
@click.option(
    "--results", type=Path, multiple=True, callback=_two, help="也看这个批量检查的结果;写两次(先旧后新)可比较。"
)
def serve(port: int, no_browser: bool, folder: Path | None, results: tuple[Path, ...]) -> None:
    """在本机开一个网页:粘贴或拖入协议,看报告,写投诉。只有本机能打开;按 Ctrl-C 结束。"""
    try:
        from clause_check.web.server import serve as run
    except ModuleNotFoundError as error:
        raise ClauseCheckError("extra-missing", "本机网页", module=error.name, extra="web") from None

    def tell(address: str) -> None:
        click.echo(address)
        click.echo("按 Ctrl-C 结束。", err=True)
        if not no_browser:
            webbrowser.open(address)

    run(load(folder), port, tell, results)
