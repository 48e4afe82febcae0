"""Build the pack that ``Rulebook`` loads from a folder of rule files."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from clause_check import anchors
from clause_check.errors import ClauseCheckError
from clause_check.lawlibrary import LawLibrary
from clause_check.macros import UnknownBlock, expand
from clause_check.packindex import index
from clause_check.regextree import parse
from clause_check.rulefile import (
    BasisEntry,
    CaseEntry,
    Duty,
    ExceptionEntry,
    Folder,
    PatternEntry,
    RuleFile,
    SharedException,
)

Pack = dict[str, Any]
NEVER = "(?!)"


def build(root: Path) -> tuple[Pack, Folder]:
    """Return the pack of a folder and the folder with its faults; faulty rules are left out.

    Raises ``ClauseCheckError('rules-missing')`` when there are no rules at that place.
    """
    if not (root / "rules").is_dir():
        raise ClauseCheckError("rules-missing", str(root))
    folder = Folder(root)
    pack: Pack = {"sources": {}, "sets": {}, "rules": [], "patterns": []}
    for path, rule in folder.rules:
        _add_rule(pack, folder, path, rule)
    pack["categories"] = [{"id": c.id, "name": c.name, "group": c.group} for c in folder.categories]
    pack["precedence"] = [[p.winner, p.loser, p.because] for p in folder.precedence]
    pack["duties"] = [_duty(pack, folder, one) for one in folder.duties]
    pack["laws"] = _laws(root, folder)
    pack["digest"] = folder.digest.hexdigest()
    pack["sources"] = list(pack["sources"])
    pack["sets"] = [list(literals) for literals in pack["sets"]]
    index(pack)
    return pack, folder


def _add_rule(pack: Pack, folder: Folder, path: Path, rule: RuleFile) -> None:
    number = len(pack["rules"])
    first = len(pack["patterns"])
    patterns = [_pattern(pack, folder, path, number, n, one) for n, one in enumerate(rule.pattern)]
    pack["patterns"] += patterns
    pack["rules"].append(
        {
            "id": rule.id,
            "title": rule.title,
            "category": rule.category,
            "grade": rule.grade,
            "status": rule.status,
            **rule.explain.model_dump(),
            "bases": _bases(folder, path, rule.basis),
            "exemptions": [_exemption(pack, folder, path, e) for e in (*rule.exception, *_shared(folder, path, rule))],
            "patterns": list(range(first, first + len(patterns))),
            "cases": [_case(folder.cases[c]) for c in rule.cases if _known_case(folder, path, c)],
            "was": rule.was,
        }
    )


def _pattern(pack: Pack, folder: Folder, path: Path, rule: int, number: int, one: PatternEntry) -> Pack:
    place = f"第{number + 1}个 pattern"
    expanded = expanded_regex(folder, path, place, one.regex)
    needs = set(anchors.required(expanded))
    present = [expanded_regex(folder, path, place, source) for source in one.present]
    absent = [expanded_regex(folder, path, place, source) for source in one.absent]
    needs.update(literals for source in present for literals in anchors.required(source))
    return {
        "rule": rule,
        "number": number,
        "regex": _number(pack, expanded),
        "with": [_number(pack, source) for source in present],
        "without": [_number(pack, source) for source in absent],
        "needs": [_set(pack, literals) for literals in sorted(needs, key=anchors.rarity)],
    }


def _set(pack: Pack, literals: frozenset[str]) -> int:
    """Return the place of a literal set in the pack's list, adding it when it is new."""
    return int(pack["sets"].setdefault(tuple(sorted(literals)), len(pack["sets"])))


def _number(pack: Pack, source: str) -> int:
    """Return the place of a regex in the pack's list, adding it when it is new."""
    return int(pack["sources"].setdefault(source, len(pack["sources"])))


def expanded_regex(folder: Folder, path: Path, place: str, source: str) -> str:
    """Return the regex with its blocks written out, or one that never matches after noting the fault."""
    try:
        full = expand(source, folder.blocks)
    except UnknownBlock as error:
        folder.fault("unknown-block", path, place, f"没有名为 {{{error.args[0]}}} 的词块")
        return NEVER
    if flaw := _flaw(full):
        folder.fault("bad-regex", path, place, f"正则写法有误：{flaw}")
        return NEVER
    return full


@lru_cache(None)  # the same conditions stand in many patterns
def _flaw(source: str) -> str:
    try:
        parse(source)
    except re.error as error:
        return str(error)
    return ""


def _exemption(pack: Pack, folder: Folder, path: Path, one: ExceptionEntry) -> Pack:
    full = expanded_regex(folder, path, f"例外「{one.name}」", one.regex)
    return {**one.model_dump(exclude={"everywhere"}), "regex": _number(pack, full)}


def _shared(folder: Folder, path: Path, rule: RuleFile) -> list[SharedException]:
    for name in rule.use:
        if name not in folder.exceptions:
            folder.fault("unknown-exception", path, "use", f"exceptions.toml 里没有名为「{name}」的例外")
    used = [folder.exceptions[name] for name in rule.use if name in folder.exceptions]
    return [*used, *(one for one in folder.exceptions.values() if one.everywhere and one.name not in rule.use)]


def _bases(folder: Folder, path: Path, entries: list[BasisEntry]) -> list[Pack]:
    found: list[Pack] = []
    for one in entries:
        if bool(one.cite) == bool(one.set):
            folder.fault("bad-basis", path, "basis", "每个 basis 要么写 cite，要么写 set，二者写一个")
        elif one.set and one.set not in folder.bases:
            folder.fault("unknown-set", path, "basis", f"bases.toml 里没有名为「{one.set}」的依据组")
    for basis in folder.bases_of(entries):
        entry = {**basis.applies.model_dump(), "cite": basis.cite, "role": basis.role, "voids": basis.voids}
        if all(entry["cite"] != other["cite"] for other in found):
            found.append(entry)
    return found


def _known_case(folder: Folder, path: Path, name: str) -> bool:
    if name not in folder.cases:
        folder.fault("unknown-case", path, "cases", f"cases.toml 里没有 {name}")
    return name in folder.cases


def _case(case: CaseEntry) -> str:
    head = {"for": "类似条款", "against": "相反的例子", "mixed": "结果有分歧的例子"}[case.direction]
    return f"{head}：{case.publisher}（{case.date}）「{case.title}」，{case.says}"


def _duty(pack: Pack, folder: Folder, duty: Duty) -> Pack:
    path = folder.root / "duties.toml"
    seen, *when = (
        _number(pack, expanded_regex(folder, path, duty.id, source)) for source in ("|".join(duty.seen), *duty.when)
    )
    return {**duty.model_dump(), "seen": seen, "when": when}


def _laws(root: Path, folder: Folder) -> list[Pack]:
    for path in sorted((root / "laws").glob("*.toml")):
        folder.digest.update(path.name.encode() + b"\0" + path.read_bytes())
    try:
        return LawLibrary.load(root / "laws").to_data()
    except ClauseCheckError as error:
        folder.fault(error.code, root / "laws", "", str(error))
        return []
