"""``clause-check explain``: why a text hit, or did not hit, the rules."""

from __future__ import annotations

import click

from clause_check.cli.checker import load
from clause_check.cli.rules import unknown
from clause_check.explain import trace, why_not
from clause_check.model import GRADE_WORDS

EFFECTS = {"clear": "不再报告", "lower": "降级", "note": "备注"}


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="条款文字")
@click.option("--rule", "name", metavar="编号", help="只问这一条规则：为什么没有命中。")
def explain(words: tuple[str, ...], name: str | None) -> None:
    """说明一段条款文字命中了哪些规则、被什么减弱;--rule 说明某条规则为何没有命中。"""
    checker, text = load(), " ".join(words)
    rule = checker.rulebook.find(name) if name else None
    if name and rule is None:
        raise unknown(name, list(checker.rulebook.names))
    told = [t for t in trace(checker, text) if rule is None or t.rule.id == rule.id]
    for one in told:
        click.echo(f"命中 {one.rule.id}({one.rule.title}),文字「{one.quote}」，第{one.pattern + 1}个 pattern")
        for soft in one.softened:
            click.echo(f"  {EFFECTS[soft.effect]}:例外「{soft.name}」，因「{soft.quote}」：{soft.because}")
        click.echo(f"  结果：{GRADE_WORDS[one.grade] if one.grade else '不报告'}")
    if rule is not None and not told:
        for line in why_not(checker, text, rule):
            click.echo(line)
    elif not told:
        click.echo("没有命中任何规则。这不等于条款没有问题；可用 --rule 编号 查看某条规则缺了什么。")
