"""Say which statements that the law requires were not seen in this text; never as a breach."""

from __future__ import annotations

import re

from clause_check.model import Facts, Plain
from clause_check.rulebook import Rulebook


def missing(plain: Plain, rulebook: Rulebook, facts: Facts) -> tuple[str, ...]:
    """Return a Chinese line for each duty that nothing in the text speaks about."""
    return tuple(
        f"{duty['title']}(参见 {'、'.join(duty['cite'])}):{duty['ask']}"
        for duty in rulebook.duties
        if facts.operator in ("unknown", duty["operator"]) or duty["operator"] == "any"
        if all(re.search(r, plain.text) for r in duty["when"])
        if not any(re.search(r, plain.text) for r in duty["seen"])
    )
