"""Read the reports that ``clause-check scan --format json|jsonl`` wrote.

Only what letters need is kept. A report is refused when the page it speaks of has changed since.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

from clause_check.errors import ClauseCheckError

SCHEMA_END = "/report/1"
PART = re.compile(r"#\d+$")


@dataclass(frozen=True, slots=True)
class Basis:
    """One citation of a finding, with its words as the report carries them."""

    cite: str
    law: str
    article: str
    text: str
    number: str
    applies: str
    later: bool
    verified: str
    role: str


@dataclass(frozen=True, slots=True)
class Page:
    """The document a report speaks of."""

    path: str
    sha256: str
    title: str
    party: str
    user: str  # consumer | merchant
    date: str

    @property
    def name(self) -> str:
        """Return what letters call it: its title, else its file name."""
        return (self.title or Path(self.path).stem).strip("《》")


@dataclass(frozen=True, slots=True)
class Clue:
    """One finding of a report."""

    page: Page
    rule: str
    category: str
    category_name: str
    grade: str
    title: str
    quote: str
    start: int
    end: int
    line: int
    clause: str
    heading: str
    sentence: str
    fingerprint: str
    basis: tuple[Basis, ...]


def read_reports(paths: Iterable[Path]) -> tuple[Clue, ...]:
    """Return the findings of several reports; raises ``report-…`` errors that name the file."""
    return tuple(clue for path in paths for table in _tables(path) for clue in _clues(table, path))


def _tables(path: Path) -> list[dict[str, Any]]:
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise ClauseCheckError("file-missing", str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ClauseCheckError("file-unreadable", str(path), reason=type(error).__name__) from None
    try:
        found = json.loads(text)
    except json.JSONDecodeError:
        found = _lines(text, path)
    tables = found if isinstance(found, list) else [found]
    if not tables or not all(isinstance(t, dict) and str(t.get("schema", "")).endswith(SCHEMA_END) for t in tables):
        raise ClauseCheckError("report-schema", str(path))
    return tables


def _lines(text: str, path: Path) -> list[Any]:
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except json.JSONDecodeError:
        raise ClauseCheckError("report-not-json", str(path)) from None


def _clues(table: dict[str, Any], path: Path) -> list[Clue]:
    try:
        page = _page(table)
        return [_clue(finding, page) for finding in table["findings"]]
    except (KeyError, TypeError) as error:
        raise ClauseCheckError("report-incomplete", str(path), entry=str(error)) from None


def _page(table: dict[str, Any]) -> Page:
    document, facts = table["document"], table["assumptions"]
    return Page(
        document["path"],
        document["sha256"],
        document.get("title", ""),
        document.get("party", ""),
        facts.get("as", "consumer"),
        facts.get("date", ""),
    )


def _clue(finding: dict[str, Any], page: Page) -> Clue:
    names = Clue.__slots__
    kept = {name: finding[name] for name in names if name not in ("page", "basis", "heading")}
    basis = tuple(_basis(one) for one in finding["basis"])
    return Clue(page=page, basis=basis, heading=finding.get("heading", ""), **kept)


def _basis(one: dict[str, Any]) -> Basis:
    return Basis(
        one["cite"],
        one["law"],
        one["article"],
        one["text"],
        one.get("number", ""),
        one["applies"],
        one.get("later", False),
        one.get("verified", ""),
        one.get("role", "basis"),
    )


def check_pages(clues: Iterable[Clue], beside: Iterable[Path]) -> list[str]:
    """Return the pages that are no longer found; raises ``report-page-changed`` when one has another digest.

    A page is looked for at the path the report names, then by its name in the folders ``beside``.
    """
    folders = list(beside)
    lost = []
    for page in dict.fromkeys(clue.page for clue in clues):
        found = find_page(page, folders)
        if found is None:
            lost.append(page.path)
        elif digest(found) != page.sha256:
            raise ClauseCheckError("report-page-changed", str(found))
    return sorted(lost)


def find_page(page: Page, beside: Iterable[Path]) -> Path | None:
    """Return where the page lies now, if it does; one agreement of several in a file is named ``file#2``."""
    named = Path(PART.sub("", page.path))
    places = [named, *(folder / named.name for folder in beside)]
    return next((place for place in places if place.is_file()), None)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, 64 hex digits."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
