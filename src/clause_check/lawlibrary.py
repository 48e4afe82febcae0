"""The statutes that rules cite: what a place in them says, and whether it is in force on a day.

The files are taken as they are: ``lawfile.check_laws`` is what finds their faults.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Literal

from clause_check.errors import ClauseCheckError
from clause_check.lawcite import Cite, parse_cite, plain_name
from clause_check.statute import Law, Provision, Table

Word = Literal["in-force", "not-yet", "repealed", "renumbered", "unknown"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a place may be cited on a day; ``successor`` (a cite or law) and ``reason`` may be empty."""

    word: Word
    successor: str = ""
    reason: str = ""  # Chinese


class LawLibrary:
    """All statutes of one folder, by short name."""

    def __init__(self, laws: Iterable[Law]) -> None:
        self._laws = {law.id: law for law in laws}
        self._resolved: dict[Cite | str, Provision] = {}

    @classmethod
    def load(cls, folder: Path) -> LawLibrary:
        """Read every ``*.toml`` of ``folder``; raises ``laws-missing`` or ``laws-broken``."""
        files = sorted(folder.glob("*.toml"))
        if not files:
            raise ClauseCheckError("laws-missing", str(folder))
        return cls(_read(file) for file in files)

    @classmethod
    def from_data(cls, tables: Iterable[Table]) -> LawLibrary:
        """Make a library of plain tables, as ``to_data`` gives them and JSON keeps them."""
        return cls(Law(**table) for table in tables)

    def to_data(self) -> list[Table]:
        """Return the statutes as plain tables of strings, numbers and lists."""
        return [{key: value for key in Law.__slots__ if (value := getattr(law, key))} for law in self]

    def __iter__(self) -> Iterator[Law]:
        return iter(self._laws.values())

    def __len__(self) -> int:
        return len(self._laws)

    @property
    def as_of(self) -> str:
        """Return the newest day on which any text was checked, an ISO date."""
        return max((law.checked_on for law in self), default="")

    def law(self, name: str) -> Law:
        """Return a statute by short name, full title or alias; raises ``law-unknown`` with near misses."""
        law = self._laws.get(name) or self._names.get(plain_name(name))
        if law is None:
            raise ClauseCheckError("law-unknown", name, near=_near(plain_name(name), self._names))
        return law

    def cite(self, text: Cite | str) -> Cite:
        """Return ``text`` as a citation under the law's short name; raises as ``parse_cite`` and ``law`` do."""
        cite = parse_cite(text) if isinstance(text, str) else text
        return Cite(self.law(cite.law).id, cite.article, cite.paragraph, cite.item)

    def resolve(self, text: Cite | str) -> Provision:
        """Return what the law says there.

        Raises ``cite-malformed``, ``law-unknown`` (not held: with near misses) or ``law-moved`` (repealed or
        renumbered: with the successor).
        """
        if text not in self._resolved:
            self._resolved[text] = self._provision(self.cite(text))
        return self._resolved[text]

    def _provision(self, cite: Cite) -> Provision:
        law = self._laws[cite.law]
        provision = law.provision(cite)
        if provision is None:
            raise self._absence(law, cite)
        return provision

    def status(self, text: Cite | str, on: date | str) -> Standing:
        """Say whether the words held at a place are law on a day (ISO).

        A place under ``moved`` is ``renumbered`` or ``repealed`` on every day: its old words are not held.
        What cannot be read or is not held is ``unknown``; nothing is raised.
        """
        try:
            cite = self.cite(text)
        except ClauseCheckError as error:
            return Standing("unknown", reason=str(error))
        law, day = self._laws[cite.law], str(on)
        provision = law.provision(cite)
        if provision is None or (law.until and day >= law.until):
            return _gone(law, cite, day)
        if day < provision.in_force_from:
            return Standing("not-yet", reason=f"自{provision.in_force_from}起施行。")
        return Standing("in-force")

    @cached_property
    def _names(self) -> dict[str, Law]:
        return {plain_name(name): law for law in self for name in law.names}

    def _absence(self, law: Law, cite: Cite) -> ClauseCheckError:
        gone = _gone(law, cite, law.until)
        if gone.word in ("repealed", "renumbered"):
            return ClauseCheckError("law-moved", str(cite), reason=gone.reason, successor=gone.successor)
        return ClauseCheckError("law-unknown", str(cite), near=gone.reason or _beside(law, cite))


def _read(file: Path) -> Law:
    import tomllib  # an ordinary scan has its laws from the pack

    try:
        return Law(**tomllib.loads(file.read_text(encoding="utf-8")))
    except TypeError as error:
        reason = "缺少 id 或 title，或有不认识的字段"
        raise ClauseCheckError("laws-broken", str(file), reason=reason) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ClauseCheckError("laws-broken", str(file), reason=error) from error


def _gone(law: Law, cite: Cite, day: str) -> Standing:
    entry = law.departure(cite)
    if entry is not None:
        word: Word = "unknown" if entry["kind"] == "absent" else entry["kind"]
        return Standing(word, entry.get("successor", ""), entry["reason"])
    if law.until and day >= law.until:
        return Standing("repealed", law.repealed_by, f"{law.title}自{law.until}起失效。")
    return Standing("unknown")


def _near(name: str, known: Iterable[str]) -> str:
    return _suggestion(get_close_matches(name, list(known), n=3, cutoff=0.5))


def _beside(law: Law, cite: Cite) -> str:
    held = sorted(law.cites(), key=lambda held: abs(parse_cite(held).article - cite.article))
    return _suggestion(held[:3])


def _suggestion(matches: list[str]) -> str:
    return f"最接近的是 {'、'.join(matches)}。" if matches else ""
