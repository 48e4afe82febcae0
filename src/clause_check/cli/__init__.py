"""The command line: one file a command, loaded only when it is called."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from clause_check.errors import ClauseCheckError

COMMANDS = {
    "scan": ("clause_check.cli.scan:scan", "检查协议文本，给出引用法条的报告"),
    "batch": ("clause_check.cli.batch:batch", "批量检查整个文件夹、压缩包、网页存档"),
    "summary": ("clause_check.cli.results:summary", "汇总批量检查的结果：各类条款、各个平台"),
    "serve": ("clause_check.cli.serve:serve", "在本机开一个网页：粘贴或拖入协议，看报告，写投诉"),
    "prevalence": ("clause_check.cli.results:prevalence", "列出多个平台共有的条款，附出处和法条"),
    "diff": ("clause_check.cli.changes:diff", "比较两个版本：哪些条款新增、消失、改动"),
    "compare": ("clause_check.cli.changes:compare", "把几家平台的协议按类别并排比较"),
    "explain": ("clause_check.cli.explain:explain", "说明一段文字为什么命中或没有命中规则"),
    "rules": ("clause_check.cli.rules:rules", "查看、检查规则"),
    "laws": ("clause_check.cli.laws:laws", "查看收录的法条原文"),
    "complaint": ("clause_check.cli.complaint:complaint", "从体检报告到投诉：问情况、选渠道、写文书、记进度"),
    "evidence": ("clause_check.cli.evidence:evidence", "证据编号、哈希与核对"),
    "eval": ("clause_check.cli.measure:evaluate", "用标注过的文本衡量规则"),
}
FAILED = 2


class Lazy(click.Group):
    """A group that imports a command's module only when that command runs."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the command names in the order a reader should meet them."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the command, loading its module."""
        if name not in COMMANDS:
            return None
        module, attribute = COMMANDS[name][0].split(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("命令"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])


def _version(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        from clause_check import __version__

        click.echo(f"clause-check {__version__}")
        context.exit()


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="显示版本。")
def cli() -> None:
    """条款体检：找出用户协议、充值协议、售后规则里的霸王条款，逐条引用中国法律。全程离线。"""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; print errors of ours as one Chinese sentence and exit with 2."""
    try:
        result: Any = cli.main(args=arguments, standalone_mode=False)
    except ClauseCheckError as error:
        fail(str(error))
    except click.exceptions.Abort:
        fail("已中断。", 130)
    except click.ClickException as error:
        fail(chinese(error))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(FAILED)
    else:
        sys.exit(result if isinstance(result, int) else 0)


def fail(message: str, code: int = FAILED) -> None:
    """Print one sentence on standard error and exit."""
    click.echo(message, err=True)
    sys.exit(code)


def chinese(error: click.ClickException) -> str:
    """Return click's own message with its usage errors put into Chinese."""
    if isinstance(error, click.NoSuchOption):
        near = f"是不是想用 {'、'.join(error.possibilities)}?" if error.possibilities else ""
        return f"没有 {error.option_name} 这个选项。{near}加 --help 查看用法。"
    if isinstance(error, click.MissingParameter):
        return f"缺少参数 {error.param.human_readable_name if error.param else ''}。加 --help 查看用法。"
    if isinstance(error, click.BadParameter):
        return f"选项 {error.param.opts[0] if error.param else ''} 的值不对：{error.message} 加 --help 查看用法。"
    if isinstance(error, click.UsageError):
        return f"命令写法有误：{error.message} 加 --help 查看用法。"
    return error.format_message()
