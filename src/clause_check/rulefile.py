"""The shape of rule files, and the way from a folder of them to a pack.

Only loaded when rules are checked or have changed: pydantic is slow to import. Every fault of a
folder is gathered; nothing stops at the first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from clause_check.filefaults import Shape, Strict, read_shape
from clause_check.model import Fault, Grade


class Explain(Strict):
    what: str = Field(min_length=8)
    why: str = Field(min_length=8)
    defence: str = Field(min_length=8)
    ask: str = Field(min_length=6)


class Applies(Strict):
    user: Literal["consumer", "merchant", "any"] = "consumer"
    operator: Literal["platform", "shop", "any"] = "any"


class BasisEntry(Strict):
    cite: str = ""
    set: str = ""
    applies: Applies = Applies()
    role: Literal["basis", "penalty"] = "basis"
    voids: bool = False


class PatternEntry(Strict):
    regex: str
    present: list[str] = Field(default_factory=list, alias="with")
    absent: list[str] = Field(default_factory=list, alias="without")


class ExceptionEntry(Strict):
    name: str = Field(min_length=2)
    regex: str
    within: Literal["match", "segment", "sentence", "asked", "quoted", "next", "clause", "document"] = "sentence"
    effect: Literal["clear", "lower", "note"]
    to: Grade = "conditional"
    because: str = Field(min_length=6)


class Example(Strict):
    text: str
    expect: Literal["void", "unfair", "conditional", "none"]
    by: str = ""


class RuleFile(Strict):
    """One rule file; see patterns/README.md."""

    id: str
    title: str = Field(min_length=2)
    category: str
    grade: Grade
    status: Literal["draft", "stable", "retired"] = "stable"
    was: list[str] = Field(default_factory=list)
    use: list[str] = Field(default_factory=list)
    cases: list[str] = Field(default_factory=list)
    explain: Explain
    basis: list[BasisEntry] = Field(min_length=1)
    pattern: list[PatternEntry] = Field(min_length=1)
    exception: list[ExceptionEntry] = Field(default_factory=list)
    example: list[Example] = Field(default_factory=list)


class SharedException(ExceptionEntry):
    everywhere: bool = False  # holds for every rule, not only for those that use it


class ExceptionsFile(Strict):
    exception: list[SharedException]


class BasesFile(Strict):
    set: dict[str, list[BasisEntry]]


class BlocksFile(Strict):
    block: dict[str, str]


class CaseEntry(Strict):
    id: str
    publisher: str
    date: str
    title: str
    direction: Literal["for", "against", "mixed"]
    says: str


class CasesFile(Strict):
    case: list[CaseEntry]


class Duty(Strict):
    """What the law requires an agreement to say; reported as 「本文本中未见」 when nothing says it."""

    id: str
    title: str
    seen: list[str] = Field(min_length=1)
    when: list[str] = Field(default_factory=list)
    operator: Literal["platform", "shop", "any"] = "any"
    cite: list[str] = Field(min_length=1)
    ask: str


class DutiesFile(Strict):
    duty: list[Duty]


class CategoryEntry(Strict):
    id: str
    name: str
    group: str
    counts: str = ""
    excludes: str = Field(default="", alias="not")


class Precedence(Strict):
    winner: str
    loser: str
    because: str


class CategoriesFile(Strict):
    category: list[CategoryEntry]
    precedence: list[Precedence] = Field(default_factory=list)


class Folder:
    """Everything read from a pattern folder, and every fault met on the way."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.faults: list[Fault] = []
        self.digest = hashlib.sha256()
        self.blocks: dict[str, str] = {}
        for path in sorted((root / "blocks").glob("*.toml")):
            self._blocks(path)
        self.exceptions = {e.name: e for e in self._entries("exceptions.toml", ExceptionsFile, "exception")}
        self.cases = {c.id: c for c in self._entries("cases.toml", CasesFile, "case")}
        self.duties: list[Duty] = self._entries("duties.toml", DutiesFile, "duty")
        bases = self.read(root / "bases.toml", BasesFile)
        self.bases: dict[str, list[BasisEntry]] = bases.set if bases else {}
        categories = self.read(root / "categories.toml", CategoriesFile)
        self.categories = categories.category if categories else []
        self.precedence = categories.precedence if categories else []
        self.rules: list[tuple[Path, RuleFile]] = []
        for path in sorted((root / "rules").glob("*/*.toml")):
            if rule := self.read(path, RuleFile):
                self.rules.append((path, rule))

    def about(self, code: str, path: Path, place: str, message: str) -> Fault:
        """Return a fault of a file in this folder."""
        return Fault(code, path.relative_to(self.root).as_posix(), place, message)

    def fault(self, code: str, path: Path, place: str, message: str) -> None:
        """Note one fault."""
        self.faults.append(self.about(code, path, place, message))

    def bases_of(self, entries: Iterable[BasisEntry]) -> Iterator[BasisEntry]:
        """Yield the citations of a rule, those of its sets written out; an unknown set gives none."""
        for one in entries:
            yield from self.bases.get(one.set, ()) if one.set else (one,)

    def read(self, path: Path, shape: type[Shape]) -> Shape | None:
        """Return the file in its shape, or None after noting what is wrong with it."""
        if not path.exists():
            return None
        self.digest.update(path.name.encode() + b"\0" + path.read_bytes())
        found, faults = read_shape(path, shape)
        self.faults += [replace(one, file=path.relative_to(self.root).as_posix()) for one in faults]
        return found

    def _entries(self, name: str, shape: Any, key: str) -> list[Any]:
        read = self.read(self.root / name, shape)
        return list(getattr(read, key)) if read else []

    def _blocks(self, path: Path) -> None:
        read = self.read(path, BlocksFile)
        for name, regex in (read.block if read else {}).items():
            if name in self.blocks:
                self.fault("block-twice", path, name, f"词块 {name} 在别处已经定义过")
            self.blocks[name] = regex
