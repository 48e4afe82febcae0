"""Ask Debian's tesseract what a picture says; nothing leaves the machine."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby
from statistics import median

from clause_check.errors import ClauseCheckError
from clause_check.readers.dom import TIGHT
from clause_check.readers.rows import Row

COMMAND = "tesseract"
OPTIONS = ("-l", "chi_sim+eng", "--psm", "4", "-c", "preserve_interword_spaces=1", "tsv")
SECONDS = 180  # for one picture
WORD = "5"  # tesseract's level of single words
LINE = ("block_num", "par_num", "line_num")
ALIKE = (0.6, 1.5)  # times the usual height
DASHES = re.compile(r"[(（]\s*([—–=-])\s*[)）]")
SPACED = re.compile(rf"(?<=[{TIGHT}]) +(?=[{TIGHT}])")


def recognise(picture: bytes, place: str, page: int) -> list[Row]:
    """Return the lines of text in ``picture`` with their places, in pixels from its upper left corner, ``y`` negative.

    Raises ``ocr-missing`` or ``ocr-failed``.
    """
    command = (_program(), "stdin", "stdout", *OPTIONS)
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise ClauseCheckError("ocr-failed", place, reason=f"{SECONDS} 秒内没有完成") from None
    if done.returncode:
        raise ClauseCheckError("ocr-failed", place, reason=_reason(done.stderr))
    rows = list(_rows(done.stdout.decode("utf-8", "replace"), page))
    return _evened(rows)


def _evened(rows: list[Row]) -> list[Row]:
    """Give lines of one size the same height, which tesseract measures by the tallest sign, and the same edge."""
    if not rows:
        return []
    edge, usual = max(row.right for row in rows), median(row.height for row in rows)
    even: list[Row] = []
    last = ""
    for row in rows:
        half = (usual if ALIKE[0] < row.height / usual < ALIKE[1] else row.height) / 2
        middle = (row.top + row.bottom) / 2
        words = _repaired(row.text, last)
        last = words[1:2] if words[:1] in "(（" else last
        even.append(replace(row, text=words, bottom=middle - half, top=middle + half, edge=edge))
    return even


def _repaired(words: str, last: str) -> str:
    """Return （一）（二）（三） for the dashes that tesseract takes them for; ``last`` is the number before."""
    found = DASHES.match(words)
    if found is None:
        return words
    digit = "一" if found[1] != "=" else "二" if last == "一" else "三"
    return f"（{digit}）{words[found.end() :].lstrip()}"


def _rows(table: str, page: int) -> Iterator[Row]:
    """Yield tesseract's lines from its table of words."""
    words = [word for word in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE) if _seen(word)]
    for _, group in groupby(words, key=lambda word: [word[name] for name in LINE]):
        line = list(group)
        boxes = [tuple(int(word[name]) for name in ("left", "top", "width", "height")) for word in line]
        text = SPACED.sub("", " ".join(word["text"] for word in line))
        left, right = min(box[0] for box in boxes), max(box[0] + box[2] for box in boxes)
        top, bottom = min(box[1] for box in boxes), max(box[1] + box[3] for box in boxes)
        yield Row(text, left, right, -bottom, -top, page)


def _seen(word: dict[str, str]) -> bool:
    return word["level"] == WORD and bool((word["text"] or "").strip())


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
