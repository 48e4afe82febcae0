"""Render reports, one file a format; a format is imported when it is asked for."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

from clause_check.model import Report

WHOLE = ("json", "sarif", "html")  # formats that hold all reports in one piece


def stream(
    reports: Iterable[Report], shape: str, *, show_cleared: bool = False, write: Callable[[str], object]
) -> Iterator[Report]:
    """Write the reports in ``shape`` and pass each one on, as soon as the format allows.

    ``write`` gets text without its last newline. ``text`` is coloured and wrapped when standard output is a terminal.
    """
    kept: list[Report] = []
    for report in reports:
        if shape in WHOLE:
            kept.append(report)
        else:
            for part in _parts(report, shape, show_cleared):
                write(part)
        yield report
    if kept:
        write(render(kept, shape, show_cleared=show_cleared).removesuffix("\n"))


def _parts(report: Report, shape: str, show_cleared: bool) -> Iterator[str]:
    """Yield a report without its last newline: a large one as plain text is never held in one piece."""
    if shape == "text" and not sys.stdout.isatty():
        from clause_check.render import text

        yield from text.parts(report, show_cleared)
    else:
        yield render([report], shape, show_cleared=show_cleared).removesuffix("\n")


def render(reports: Sequence[Report], shape: str, *, show_cleared: bool = False) -> str:
    """Return the reports in ``shape``: text, md, json, jsonl, sarif or html."""
    if shape == "text":
        return _text(reports, show_cleared)
    if shape == "md":
        from clause_check.render import markdown

        return markdown.render(reports, show_cleared=show_cleared)
    if shape in ("json", "jsonl"):
        from clause_check.render import jsonout

        return jsonout.render(reports) if shape == "json" else "".join(map(jsonout.line, reports))
    return _page(reports) if shape == "html" else _log(reports)


def _text(reports: Sequence[Report], show_cleared: bool) -> str:
    if not sys.stdout.isatty():
        from clause_check.render import text

        return text.render(reports, show_cleared=show_cleared)
    from clause_check.render import terminal

    width, color = shutil.get_terminal_size().columns, "NO_COLOR" not in os.environ
    return terminal.render(reports, width=width, color=color, show_cleared=show_cleared)


def _page(reports: Sequence[Report]) -> str:
    from clause_check.render import html

    return html.render(reports)


def _log(reports: Sequence[Report]) -> str:
    from clause_check.render import sarif

    return sarif.render(reports)
