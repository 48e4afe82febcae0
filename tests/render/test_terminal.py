"""The terminal report fits the window and says what the plain one says."""

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from clause_check.model import Report
from clause_check.render import terminal, text

BLANK = re.compile(r"\s+|─+")


@pytest.mark.parametrize("width", [40, 72, 120])
def test_no_line_is_wider_than_the_window(report: Report, width: int) -> None:
    said = terminal.render([report], width=width, color=False, show_cleared=True)
    assert max(map(cell_len, said.splitlines())) <= width


def test_every_sentence_of_the_plain_report_is_there(report: Report) -> None:
    said = BLANK.sub("", terminal.render([report], width=200, color=False, show_cleared=True))
    for line in text.render([report], show_cleared=True).splitlines():
        words = BLANK.sub("", line.split("：", 1)[-1])
        assert words in said


def test_colour_is_only_there_when_it_is_asked_for(report: Report) -> None:
    plain = terminal.render([report], width=80, color=False)
    coloured = terminal.render([report], width=80, color=True)
    assert "\x1b" not in plain
    assert "\x1b[1;4;35m最终解释权归商城所有" in coloured


def test_markup_and_escape_codes_of_the_agreement_are_shown_not_obeyed(report: Report) -> None:
    hostile = "[bold red]余额[/]\x1b[31m:smile:"
    first = replace(report.findings[0], quote=hostile, sentence=f"{hostile}没有了。", title=hostile)
    said = terminal.render([replace(report, findings=(first,))], width=100, color=False)
    assert said.count("[bold red]余额[/]␛[31m:smile:") == 3


def test_nothing_found_is_never_called_clean(silent: Report) -> None:
    assert "未命中规则，不等于没有问题。" in terminal.render([silent], width=80, color=False)
