"""The OCR option, with a stand-in for tesseract that prints what it is told."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clause_check.errors import ClauseCheckError
from clause_check.readers import ocr
from clause_check.readers.picture import merged
from clause_check.readers.rows import Row
from clause_check.stages.read import read, read_pictures

PNG = b"\x89PNG\r\n\x1a\n"
COLUMNS = (
    "level",
    "page_num",
    "block_num",
    "par_num",
    "line_num",
    "word_num",
    "left",
    "top",
    "width",
    "height",
    "conf",
    "text",
)
Install = Callable[..., None]


def table(*lines: str) -> str:
    """Return tesseract's table for lines of words parted by blanks, 20 pixels a sign, 40 a line."""
    rows = ["\t".join(COLUMNS), "1\t1\t0\t0\t0\t0\t0\t0\t800\t900\t-1\t"]
    for number, line in enumerate(lines, 1):
        left = 40
        for word in line.split():
            width = 20 * len(word)
            rows.append(f"5\t1\t1\t1\t{number}\t1\t{left}\t{number * 40}\t{width}\t20\t96\t{word}")
            left += width
    return "\n".join(rows) + "\n"


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Put a tesseract on the path that prints the table whose number ends the picture."""

    def put(*tables: str, languages: str = "chi_sim", status: int = 0) -> None:
        for number, content in enumerate(tables):
            (tmp_path / f"{number}.tsv").write_text(content, "utf-8")
        program = tmp_path / "tesseract"
        program.write_text(
            "#!/bin/sh\n"
            f'if [ "$1" = --list-langs ]; then echo {languages}; exit 0; fi\n'
            f"echo 坏图片 >&2\nnumber=$(tail -c 1)\ncat {tmp_path}/$number.tsv\nexit {status}\n",
            "utf-8",
        )
        program.chmod(program.stat().st_mode | stat.S_IEXEC)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    ocr._program.cache_clear()
    yield put
    ocr._program.cache_clear()


def test_a_screenshot(install: Install) -> None:
    install(table("用户 服务协议", "第一条 虚拟商品 一经售出，概 不", "退换。", "(—) 甲；", "(=) 乙；", "( =) 丙。"))
    (document,) = read(PNG + b"0", "截图.png", ocr=True)
    lines = document.text.split("\n")
    assert lines == ["用户服务协议", "第一条虚拟商品一经售出，概不退换。", "（一）甲；", "（二）乙；", "（三）丙。"]
    assert document.blocks[0].origin == "第1张图"
    assert document.media == "image/png"
    assert "ocr-text" in [concern.code for concern in document.concerns]


def test_screenshots_overlap(install: Install) -> None:
    install(table("第一条 甲甲甲甲", "第二条 乙乙乙乙"), table("第二条 乙乙己乙", "第三条 丙丙丙丙"))
    (document,) = read_pictures([(PNG + b"0", "1.png"), (PNG + b"1", "2.png")])
    assert document.text.split("\n") == ["第一条甲甲甲甲", "第二条乙乙乙乙", "第三条丙丙丙丙"]
    assert document.blocks[-1].origin == "第2张图"
    assert document.path == "1.png"


def test_pictures_that_share_nothing() -> None:
    one, other = Row("余额不退", 0, 9, 0, 9, 1), Row("解释权归平台", 0, 9, 0, 9, 2)
    assert merged([one], [other]) == [one, other]


def test_without_the_option_it_is_named() -> None:
    with pytest.raises(ClauseCheckError, match="--ocr"):
        read(PNG, "截图.png")


def test_without_chinese_the_install_line_is_named(install: Install) -> None:
    install(languages="eng")
    with pytest.raises(ClauseCheckError, match="tesseract-ocr-chi-sim"):
        read(PNG + b"0", "截图.png", ocr=True)


def test_without_tesseract_the_install_line_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    ocr._program.cache_clear()
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ClauseCheckError, match="apt install"):
        read(PNG, "截图.png", ocr=True)


def test_a_picture_that_fails(install: Install) -> None:
    install(table("甲"), status=1)
    with pytest.raises(ClauseCheckError, match="坏图片"):
        read(PNG + b"0", "截图.png", ocr=True)


def test_an_empty_picture(install: Install) -> None:
    install(table())
    with pytest.raises(ClauseCheckError) as caught:
        read(PNG + b"0", "截图.png", ocr=True)
    assert caught.value.code == "page-no-text"
