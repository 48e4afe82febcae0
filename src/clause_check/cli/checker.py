"""The checker as commands get it: whoever waits for the rules to be packed is told so."""

from __future__ import annotations

from pathlib import Path

import click

from clause_check import pipeline
from clause_check.pipeline import Checker

PACKING = "第一次使用，或规则、版本有变化：正在整理规则，约需十几秒，以后不再需要。"


def load(folder: Path | None = None) -> Checker:
    """Return a checker for the shipped rules or those of ``folder``; raises what ``pipeline.load`` raises."""
    return pipeline.load(folder, lambda: click.echo(PACKING, err=True))
