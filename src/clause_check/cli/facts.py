"""The options that state which law applies, shared by every command that checks a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Day
from typing import Any, TypeVar

import click

from clause_check.errors import ClauseCheckError
from clause_check.model import Facts

Command = TypeVar("Command", bound=Callable[..., Any])


def options(command: Command) -> Command:
    """Add ``--as``, ``--operator`` and ``--date`` to a command."""
    for add in (
        click.option("--date", default="", metavar="YYYY-MM-DD", help="合同订立的日期；不写则按今天的法律。"),
        click.option("--operator", type=click.Choice(["platform", "shop", "unknown"]), help="对方是平台还是独立店铺。"),
        click.option("--as", "user", type=click.Choice(["consumer", "merchant"]), help="您是消费者还是商户。"),
    ):
        command = add(command)
    return command


def facts(user: str | None, operator: str | None, date: str) -> Facts:
    """Return the facts as stated, with which of them were assumed.

    Raises ``ClauseCheckError('date-malformed')``.
    """
    if date:
        try:
            Day.fromisoformat(date)
        except ValueError:
            raise ClauseCheckError("date-malformed", date) from None
    given = {"as": user, "operator": operator, "date": date}
    assumed = tuple(name for name, value in given.items() if not value)
    return Facts(user or "consumer", operator or "unknown", date, assumed)  # type: ignore[arg-type]
