"""Find the data that ships with the package: in the wheel, or in the tree beside ``src``."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent


def clauses() -> Path:
    """Return the folder of the corpus's clauses."""
    inside = HERE / "corpus"
    return inside if inside.is_dir() else HERE.parent.parent / "corpus" / "clauses"


def patterns() -> Path:
    """Return the folder of rules, laws and other authored data."""
    inside = HERE / "patterns"
    return inside if inside.is_dir() else HERE.parent.parent / "patterns"
