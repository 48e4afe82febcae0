from __future__ import annotations

from clause_check import datafiles
from clause_check.catalogue import catalogue


def test_the_catalogue_is_current() -> None:
    root = datafiles.patterns()
    assert (root / "CATALOGUE.md").read_text(encoding="utf-8") == catalogue(root)
