"""``clause-check laws``: what the library holds, and the exact words of one place."""

from __future__ import annotations

import click

from clause_check import datafiles
from clause_check.lawlibrary import LawLibrary


@click.group()
def laws() -> None:
    """查看收录的法条原文。"""


@laws.command("list")
def list_laws() -> None:
    """列出收录的法律、法规、规章和司法解释。"""
    library = LawLibrary.load(datafiles.patterns() / "laws")
    for law in library:
        doubt = "\t来源待核" if law.verified == "one-unofficial" else ""
        click.echo(f"{law.id}\t《{law.title}》\t{law.number}\t自 {law.in_force_from} 起施行{doubt}")
    click.echo(f"核对日期：{library.as_of}")


@laws.command()
@click.argument("cite", metavar="引用")
def show(cite: str) -> None:
    """显示一处法条的原文，如 消保法/26/2、令116/30/1/4。"""
    found = LawLibrary.load(datafiles.patterns() / "laws").resolve(cite)
    click.echo(f"{found.name}{found.label}\n{found.issuer} {found.number},自 {found.in_force_from} 起施行")
    click.echo(f"{found.text}")
    for words in (found.doubt, found.caution, found.note):
        if words:
            click.echo(f"注意：{words}")
    click.echo(f"核对日期：{found.checked_on}")
