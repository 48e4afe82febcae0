"""Check rule and law files the way their author needs it: every fault at once, with its place.

Examples run through the whole pipeline, not through the bare pattern.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from clause_check import anchors
from clause_check.lawlibrary import LawLibrary, Standing
from clause_check.model import GRADES, Document, Fault
from clause_check.packfile import Store
from clause_check.pipeline import Checker, fold
from clause_check.regexlint import BROAD, lint
from clause_check.rulebook import Rulebook
from clause_check.rulefile import Example, Folder, RuleFile
from clause_check.rulepack import build
from clause_check.stages.judge import weigh
from clause_check.stages.match import match

LEAST = 3  # examples of each kind that a rule must bring
COSTLY = 1.0  # anchors.cost above which a pattern is tried on nearly every sentence


def check(root: Path) -> tuple[list[Fault], list[str]]:
    """Return every fault of a pattern folder, and notes on patterns that cost time."""
    from clause_check.lawfile import check_laws

    pack, folder = build(root)
    faults = [*folder.faults, *check_laws(root / "laws")]
    rulebook = Rulebook(pack, Store(pack["sources"]))
    laws = LawLibrary.from_data(rulebook.laws)
    for path, rule in folder.rules:
        faults += _identity(folder, path, rule)
        faults += _twice(folder, path, rule)
        faults += _standing(folder, path, "basis", [basis.cite for basis in folder.bases_of(rule.basis)], laws)
    for duty in folder.duties:
        faults += _standing(folder, root / "duties.toml", duty.id, duty.cite, laws)
    if not faults:
        checker = Checker(rulebook)
        for path, rule in folder.rules:
            faults += _examples(folder, path, rule, checker)
    faults += _slow(rulebook)
    return faults, list(_costs(rulebook))


def _identity(folder: Folder, path: Path, rule: RuleFile) -> Iterator[Fault]:
    expected = f"{path.parent.name}.{path.stem}"
    if rule.id != expected:
        yield folder.about("id-path", path, "id", f"编号应与路径一致：{expected}")
    if rule.category != path.parent.name:
        yield folder.about("category-path", path, "category", f"类别应与文件夹一致：{path.parent.name}")
    if rule.category not in {c.id for c in folder.categories}:
        yield folder.about("unknown-category", path, "category", f"categories.toml 里没有类别 {rule.category}")
    others = [r.id for p, r in folder.rules if p != path for r in [r] if rule.id in (r.id, *r.was)]
    if others:
        yield folder.about("id-twice", path, "id", f"编号与 {others[0]} 重复")
    if rule.grade == "void" and not any(basis.voids for basis in folder.bases_of(rule.basis)):
        yield folder.about("void-unbacked", path, "basis", "grade = void 须有一条 voids = true 的依据")


def _twice(folder: Folder, path: Path, rule: RuleFile) -> Iterator[Fault]:
    known: dict[tuple[str, ...], int] = {}
    for number, one in enumerate(rule.pattern, 1):
        first = known.setdefault((one.regex, *one.present, "", *one.absent), number)
        if first != number:
            yield folder.about(
                "pattern-twice", path, f"第{number}个 pattern", f"与第{first}个 pattern 完全相同，请删去一个"
            )


def _standing(folder: Folder, path: Path, place: str, cites: list[str], laws: LawLibrary) -> Iterator[Fault]:
    for cite in cites:
        status = laws.status(cite, laws.as_of)
        if status.word != "in-force":
            yield folder.about(f"cite-{status.word}", path, place, f"{cite}：{standing(status)}")


def standing(status: Standing) -> str:
    """Return in Chinese why a place cannot be cited, and its successor where there is one."""
    word = {"not-yet": "尚未施行", "repealed": "已废止", "renumbered": "已改条号", "unknown": "法条库里没有"}[
        status.word
    ]
    after = f",现为 {status.successor}" if status.successor else ""
    return f"{word}{after}。{status.reason}"


def _examples(folder: Folder, path: Path, rule: RuleFile, checker: Checker) -> Iterator[Fault]:
    if rule.status == "retired":
        return
    bad = [e for e in rule.example if e.expect != "none"]
    good = [e for e in rule.example if e.expect == "none"]
    if len(bad) < LEAST or len(good) < LEAST:
        yield folder.about("few-examples", path, "example", f"至少要 {LEAST} 条应标出、{LEAST} 条不应标出的例子")
    used: set[str] = set()
    for number, example in enumerate(rule.example, 1):
        got, names, patterns = outcome(checker, rule.id, example.text)
        used |= names | patterns
        if problem := _differs(example, got, names):
            yield folder.about("example", path, f"第{number}个 example", f"「{example.text[:40]}」{problem}")
    for name in [e.name for e in rule.exception if e.name not in used]:
        yield folder.about("exception-unused", path, f"例外「{name}」", "没有例子用到这个例外")
    for number in range(1, len(rule.pattern) + 1):
        if f"#{number}" not in used:
            yield folder.about("pattern-unused", path, f"第{number}个 pattern", "没有例子用到这个 pattern")


def _differs(example: Example, got: str, names: set[str]) -> str:
    if got != example.expect:
        return f"应为 {example.expect},实为 {got}"
    if example.by and example.by not in names:
        return f"应由例外「{example.by}」起作用，实际没有"
    return ""


def outcome(checker: Checker, rule: str, text: str) -> tuple[str, set[str], set[str]]:
    """Return the strongest grade a rule gives a text (or none), the exceptions and patterns that took part."""
    plain, clauses, _ = fold(Document("example", text, ""))
    hits = [h for h in match(plain, clauses, checker.matcher)[0] if h.rule == rule]
    weighed = [weigh(plain, h, checker.rulebook) for h in hits]
    grades = [j.grade for j in weighed if j.grade]
    names = {s.name for j in weighed for s in j.softened}
    return min(grades, key=GRADES.index, default="none"), names, {f"#{h.pattern + 1}" for h in hits}


def _slow(rulebook: Rulebook) -> Iterator[Fault]:
    for pattern in rulebook.patterns:
        for one in (pattern.regex, *pattern.present, *pattern.absent):
            yield from _lint(rulebook, pattern.rule, f"第{pattern.number + 1}个 pattern", one.source)
    for number, rule in enumerate(rulebook.rules):
        for exemption in rule.exemptions:
            place = f"例外「{exemption.name}」"
            # 「句中没有…」 needs (?!.*…); searched once a hit and under a deadline, it cannot stall.
            yield from (f for f in _lint(rulebook, number, place, exemption.regex.source) if f.message != BROAD)


def _lint(rulebook: Rulebook, rule: int, place: str, source: str) -> Iterator[Fault]:
    file = f"rules/{rulebook.rules[rule].id.replace('.', '/')}.toml"
    for reason in lint(source):
        yield Fault("unbounded", file, place, reason)


def _costs(rulebook: Rulebook) -> Iterator[str]:
    for pattern in rulebook.patterns:
        cost = min(map(anchors.cost, rulebook.literals(pattern)), default=float("inf"))
        if cost > COSTLY:
            rule = rulebook.rules[pattern.rule].id
            yield f"{rule} 第{pattern.number + 1}个 pattern 没有够少见的必含文字，几乎每句都要试"
