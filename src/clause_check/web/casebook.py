"""A case file that lives in memory: the same TOML that ``complaint new`` writes, never on disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from clause_check.complaint import data
from clause_check.complaint.casefile import SCHEMA, Case
from clause_check.complaint.check import faults
from clause_check.complaint.flags import flags
from clause_check.complaint.rows import Question
from clause_check.complaint.store import HEAD, append, parse, put

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

PLACE = "本页的案卷"
STEPS = (
    ("事情", ("kind", "me.role", "order.goods")),
    ("对方", ("platform", "seller")),
    ("付款", ("order",)),
    ("孩子", ("minor",)),
    ("经过", ("story", "events", "contacts")),
    ("要求", ("demand",)),
    ("您自己", ("me",)),
)


class Casebook:
    """The text of a case file, the case it says, and which questions have been put."""

    def __init__(self) -> None:
        self.text = "\n".join((*HEAD, f'schema = "{SCHEMA}"', ""))
        self.asked: set[str] = set()

    @property
    def case(self) -> Case:
        """Return the case as it stands."""
        return parse(self.text, PLACE)

    def steps(self) -> list[tuple[int, str]]:
        """Return number and name of the steps that have a question for this case."""
        return [(number, name) for number, (name, _) in enumerate(STEPS) if self.questions(number)]

    def questions(self, step: int) -> list[Question]:
        """Return the questions of a step that hold for this case."""
        held = flags(self.case, (), date.today())
        return [row for row in data.questions() if _step(row.key) == step and row.holds(held)]

    def write(self, values: Mapping[str, object], rows: Mapping[str, Sequence[Mapping[str, object]]]) -> list[str]:
        """Write the answers of a step, but none that contradicts the rest; return the contradictions, in Chinese."""
        found = [fault for key, value in values.items() for fault in self._write(key, put, value)]
        return found + [fault for key, listed in rows.items() for fault in self._write(key, _replace, listed)]

    def _write(self, key: str, change: Callable[[TOMLDocument, str, Any], None], value: object) -> list[str]:
        import tomlkit

        document = tomlkit.parse(self.text)
        change(document, key, value)
        text = tomlkit.dumps(document)
        before = faults(self.case, date.today())
        if found := [one for one in faults(parse(text, PLACE), date.today()) if one not in before]:
            return found
        self.text = text
        self.asked.add(key)
        return []


def _step(key: str) -> int:
    """Return the step of a question: the one that names it in full, else the one that names its table."""
    whole = next((n for n, (_, keys) in enumerate(STEPS) if key in keys), None)
    table = key.partition(".")[0]
    return next(n for n, (_, keys) in enumerate(STEPS) if table in keys) if whole is None else whole


def _replace(document: TOMLDocument, key: str, rows: Sequence[Mapping[str, object]]) -> None:
    table: Any = document
    if key in table:
        del table[key]
    for row in rows:
        append(document, key, row)
