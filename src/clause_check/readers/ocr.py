"""Ask Debian's tesseract what a picture says; nothing leaves the machine."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache

from clause_check.errors import ClauseCheckError
from clause_check.readers.dom import TIGHT

COMMAND = "tesseract"
LANGUAGES = "chi_sim+eng"
SECONDS = 180  # for one picture
SPACED = re.compile(rf"(?<=[{TIGHT}]) +(?=[{TIGHT}])")


def recognise(picture: bytes, place: str) -> list[str]:
    """Return the lines of text in ``picture``, blank ones between paragraphs.

    Raises ``ocr-missing`` or ``ocr-failed``.
    """
    command = (_program(), "stdin", "stdout", "-l", LANGUAGES, "--psm", "4", "-c", "preserve_interword_spaces=1")
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise ClauseCheckError("ocr-failed", place, reason=f"{SECONDS} 秒内没有完成") from None
    if done.returncode:
        raise ClauseCheckError("ocr-failed", place, reason=_reason(done.stderr))
    lines = done.stdout.decode("utf-8", "replace").replace("\f", "").split("\n")
    return [SPACED.sub("", line).strip() for line in lines]


@cache
def _program() -> str:
    """Return the program's path once it is known to have the Chinese data."""
    program = shutil.which(COMMAND)
    if program is None:
        raise ClauseCheckError("ocr-missing")
    listed = subprocess.run((program, "--list-langs"), capture_output=True, timeout=SECONDS, check=False)
    if b"chi_sim" not in listed.stdout:
        raise ClauseCheckError("ocr-missing")
    return program


def _reason(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:80] if lines else "无说明"
