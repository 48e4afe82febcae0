"""Write what a command made: on standard output, or to the file that was named."""

from __future__ import annotations

from pathlib import Path

import click

from clause_check.errors import ClauseCheckError


def emit(text: str, path: Path | None) -> None:
    """Print text, or write it to ``path`` as UTF-8; raises ``file-unwritable``."""
    if path is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise ClauseCheckError("file-unwritable", str(path), reason=error.strerror or str(error)) from None
    click.echo(f"写好了：{path}", err=True)


def file_for(path: Path | None, shape: str) -> Path:
    """Return the file for a format that no terminal shows; raises ``output-needed``."""
    if path is None:
        raise ClauseCheckError("output-needed", shape)
    return path
