"""Formats that can are written report by report; the others in one piece at the end."""

import json
import sys
from collections.abc import Iterator

import pytest

from clause_check.model import Report
from clause_check.render import render, stream


def told(reports: list[Report], written: list[str], sizes: list[int]) -> Iterator[Report]:
    for report in reports:
        sizes.append(len(written))
        yield report


@pytest.mark.parametrize(("shape", "sizes", "pieces"), [("jsonl", [0, 1], 2), ("md", [0, 1], 2), ("json", [0, 0], 1)])
def test_reports_are_written_as_soon_as_the_format_allows(
    report: Report, silent: Report, shape: str, sizes: list[int], pieces: int
) -> None:
    written: list[str] = []
    seen: list[int] = []
    passed = list(stream(told([report, silent], written, seen), shape, write=written.append))
    assert passed == [report, silent]
    assert seen == sizes
    assert len(written) == pieces


def test_without_a_report_nothing_is_written() -> None:
    written: list[str] = []
    assert list(stream([], "json", write=written.append)) == []
    assert not written


def test_every_shape_has_its_renderer(report: Report) -> None:
    starts = {
        "text": "条款体检报告",
        "md": "# 条款体检报告",
        "json": "{",
        "jsonl": "{",
        "sarif": "{",
        "html": "<!doctype",
    }
    assert {shape: render([report], shape)[: len(start)] for shape, start in starts.items()} == starts
    assert "runs" in json.loads(render([report], "sarif"))


def test_text_is_wrapped_on_a_terminal_and_plain_when_piped(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = render([report], "text")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    coloured = render([report], "text")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in piped
    assert "\x1b" in coloured
    assert "\x1b" not in render([report], "text")
