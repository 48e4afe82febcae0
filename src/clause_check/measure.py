"""Measure the rules: on the corpus's twins and agreements, or on any labelled folder.

A labelled folder holds ``text/<id>.txt`` and ``labels/<id>.json`` with ``{"labels": [{"start", "end",
"category", "grade", "sure"}]}``; offsets are code points, ends exclusive. A finding is right when it
overlaps a sure label of its category, set aside when it only overlaps an unsure one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from typing import Any

from clause_check.model import Document, Finding
from clause_check.pipeline import Checker
from clause_check.samples import clauses

Label = dict[str, Any]
Z = 1.96  # 95 %


@dataclass(slots=True)
class Score:
    """Counts of one category."""

    labels: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0

    @property
    def precision(self) -> float:
        """Return the share of findings that are right, NaN without findings."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Return the share of labels that were found, NaN without labels."""
        return _share(self.found, self.labels)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r > 0 else 0.0


@dataclass(slots=True)
class Tally:
    """Scores by category, and what went wrong, as (where, category, words)."""

    scores: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)

    def total(self) -> Score:
        """Return the sum over all categories."""
        rows = self.scores.values()
        return Score(*(sum(getattr(row, name) for row in rows) for name in ("labels", "found", "right", "wrong")))


def interval(part: int, whole: int) -> tuple[float, float]:
    """Return the 95 % Wilson score interval of a share; (0, 1) when ``whole`` is 0."""
    if not whole:
        return 0.0, 1.0
    share = part / whole
    middle = (share + Z * Z / (2 * whole)) / (1 + Z * Z / whole)
    half = Z * sqrt(share * (1 - share) / whole + Z * Z / (4 * whole * whole)) / (1 + Z * Z / whole)
    return max(0.0, middle - half), min(1.0, middle + half)


def labelled(checker: Checker, folder: Path) -> Tally:
    """Return the tally on a labelled folder."""
    tally = Tally()
    for path in sorted((folder / "labels").glob("*.json")):
        text = (folder / "text" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        labels = json.loads(path.read_text(encoding="utf-8"))["labels"]
        count(tally, path.stem, text, checker.check(Document(path.stem, text, "")).findings, labels)
    return tally


def count(tally: Tally, name: str, text: str, findings: Iterable[Finding], labels: list[Label]) -> None:
    """Add one document to the tally."""
    found = list(findings)
    for finding in found:
        same = [one for one in labels if one["category"] == finding.category and _overlap(finding, one)]
        if any(one.get("sure", True) for one in same):
            tally.scores[finding.category].right += 1
        elif not same:
            tally.scores[finding.category].wrong += 1
            tally.wrong.append((name, finding.category, finding.quote))
    for label in (one for one in labels if one.get("sure", True)):
        score = tally.scores[label["category"]]
        score.labels += 1
        if any(f.category == label["category"] and _overlap(f, label) for f in found):
            score.found += 1
        else:
            tally.missed.append((name, label["category"], text[label["start"] : label["end"]]))


def twins(checker: Checker, folder: Path) -> Tally:
    """Return the tally on ``<category>.toml`` files of twins and traps.

    An unfair twin is found by a finding of its category or one of ``also``; a fair twin or a trap
    counts against its category for each finding made in it.
    """
    tally = Tally()
    for one in clauses(folder):
        score = tally.scores[one.category]
        findings = checker.check(Document(one.name, one.text, "")).findings
        if not one.unfair:
            score.wrong += len(findings)
            tally.wrong += [(one.name, f.category, one.text) for f in findings]
            continue
        score.labels += 1
        hit = any(f.category in (one.category, *one.also) for f in findings)
        score.found += hit
        score.right += hit
        if not hit:
            tally.missed.append((one.name, one.category, one.text))
    return tally


def _overlap(finding: Finding, label: Label) -> bool:
    return min(finding.end, int(label["end"])) > max(finding.start, int(label["start"]))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
