"""Name what is missing instead of inventing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from clause_check.complaint.casefile import Shape
from clause_check.complaint.moment import Moment, written, yuan

Note = Callable[[str], None]


class Missing:
    """An entry nobody filled in: false in a condition, 【待补：…】 where a template prints it."""

    def __init__(self, name: str, note: Note) -> None:
        self._name, self._note = name, note

    def __str__(self) -> str:
        self._note(self._name)
        return f"【待补：{self._name}】"

    def __bool__(self) -> bool:
        return False

    @property
    def day(self) -> Missing:
        """Return itself: the day of an unknown moment is unknown."""
        return self


class Clock:
    """A moment as templates print it, its day apart."""

    def __init__(self, moment: Moment) -> None:
        self._moment = moment
        self.day = written(moment.day)

    def __str__(self) -> str:
        return str(self._moment)


def view(shape: Shape, note: Note) -> dict[str, Any]:
    """Return the entries of a shape as templates see them: sums and dates in Chinese, gaps as ``Missing``."""
    fields = type(shape).model_fields
    return {name: _shown(getattr(shape, name), field.title or name, note) for name, field in fields.items()}


def _shown(value: object, name: str, note: Note) -> Any:
    match value:
        case None | "":
            return Missing(name, note)
        case Decimal():
            return yuan(value)
        case Moment():
            return Clock(value)
        case date():
            return written(value)
        case Shape():
            return view(value, note)
        case tuple():
            return [_shown(one, name, note) for one in value]
    return value
