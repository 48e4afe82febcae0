"""Where a scan's text comes from: files, a paste, the clipboard, or several pictures of one agreement."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import click

from clause_check.errors import ClauseCheckError
from clause_check.model import Document
from clause_check.stages.read import load, read, read_pictures

PROMPT = "请粘贴协议全文，粘贴完按回车再按 Ctrl-D（Windows 为 Ctrl-Z 回车）："
PASTED, CLIPPED = "（粘贴的文字）", "（剪贴板）"
CLIPBOARDS = (
    ("pbpaste",),
    ("wl-paste", "--no-newline"),
    ("xclip", "-selection", "clipboard", "-o"),
    ("xsel", "--clipboard", "--output"),
    ("powershell", "-NoProfile", "-Command", "[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Raw"),
)


def documents(
    paths: tuple[str, ...], *, ocr: bool, clipboard: bool, together: bool, broken: list[str]
) -> Iterator[Document]:
    """Yield every document; a source that fails adds its sentence to ``broken`` and the rest goes on."""
    if clipboard:
        yield from _safely(lambda: read(_clipboard(), CLIPPED), broken)
    elif together:
        yield from _safely(lambda: read_pictures([(load(Path(path)), path) for path in paths]), broken)
    else:
        for path in paths or ("-",):
            yield from _safely(partial(_file, path, ocr), broken)


def _safely(source: Callable[[], tuple[Document, ...]], broken: list[str]) -> Iterator[Document]:
    try:
        yield from source()
    except ClauseCheckError as error:
        broken.append(str(error))


def _file(path: str, ocr: bool) -> tuple[Document, ...]:
    if path != "-":
        return read(load(Path(path)), path, ocr=ocr)
    if sys.stdin.isatty():
        click.echo(PROMPT, err=True)
    return read(sys.stdin.buffer.read(), PASTED)


def _clipboard() -> bytes:
    """Return what the platform's clipboard holds.

    Raises ``ClauseCheckError('clipboard-missing')`` when no program can read one.
    """
    for command in CLIPBOARDS:
        if shutil.which(command[0]):
            run = subprocess.run(command, capture_output=True, timeout=10, check=False)
            if run.returncode == 0:
                return run.stdout
    raise ClauseCheckError("clipboard-missing", CLIPPED)
