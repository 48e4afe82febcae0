"""Differences for readers: both wordings, the law, and what the law asks of a platform that changes its rules."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from difflib import SequenceMatcher

from clause_check.batch import table
from clause_check.batch.changes import KINDS, Change, Said
from clause_check.batch.table import Table, Value
from clause_check.batch.versions import PlatformChanges
from clause_check.lawlibrary import LawLibrary
from clause_check.model import GRADE_WORDS, Document
from clause_check.render.markdown import escape
from clause_check.render.wording import ADVICE_NOTE, visible

TITLE = "两版之间的变化"
SCHEMA = "https://clause-check.invalid/schema/diff/1"
CITES = ("电商法/34/1", "令116/12/1", "令116/12/2", "令116/15/1")
DUTIES = "对方如果是平台经营者，改规则要提前公示、征求意见，并保存此前三年的全部版本供查阅下载，可以据此索要旧版本："
ONLY_FINDINGS = "只比较规则认出的条款；编号、日期、空白的变化不算改动。没有列出的改动不等于没有问题。"
OTHER_RULES = (
    "两次结果用的规则或前提不同，差别可能来自规则而不是条款。"
    "请用现在的规则对两份结果各运行一次 clause-check batch … --resume 再比较。"
)
NOTHING = "没有发现条款的新增、消失、改动或移动。"


def duties(laws: LawLibrary) -> list[str]:
    """Return what the law asks of a platform that changes its rules, word for word."""
    found = [laws.resolve(cite) for cite in CITES]
    return [DUTIES, *(f"{one.name}{one.label}（{one.in_force_from}起施行）：「{one.text}」" for one in found)]


def versions(old: Document, new: Document) -> str:
    """Return which two versions are compared, as far as they say."""
    return f"旧：{_version(old)}\n新：{_version(new)}"


class Changelog:
    """Writes differences; ``names`` are those of the categories, ``head`` tells what is compared."""

    def __init__(self, found: Sequence[PlatformChanges], names: dict[str, str], head: str, notes: list[str]) -> None:
        self.found = found
        self.names = names
        self.head = head
        self.notes = [*notes, ADVICE_NOTE]

    @property
    def tables(self) -> list[Table]:
        """Return one row a platform, then one row a difference."""
        return [overview(self.found), details(self.found, self.names)]

    def text(self) -> str:
        """Return the differences as plain text."""
        parts = [f"{TITLE}\n{self.head}", *([table.text(self.tables[0])] if len(self.found) > 1 else [])]
        for one in self.found:
            parts += [f"{one.platform}：{counted(one)}", *("\n".join(self._lines(change)) for change in _sorted(one))]
        parts += [] if self.found else [NOTHING]
        return visible("\n\n".join([*parts, "\n".join(self.notes)])) + "\n"

    def markdown(self) -> str:
        """Return the differences as Markdown."""
        parts = [f"# {TITLE}", *map(escape, self.head.split("\n"))]
        parts += [table.markdown(self.tables[0])] if len(self.found) > 1 else []
        for one in self.found:
            parts.append(f"## {escape(one.platform)}：{counted(one)}")
            for change in _sorted(one):
                first, *rest = self._lines(change)
                parts += [f"### {escape(first)}", "\n".join(f"- {escape(line)}" for line in rest)]
        parts += [] if self.found else [NOTHING]
        return "\n\n".join([*parts, "## 说明", *map(escape, self.notes)]) + "\n"

    def json(self) -> str:
        """Return the differences as JSON."""
        whole = {"schema": SCHEMA, "platforms": [_object(one) for one in self.found], "notes": self.notes}
        return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"

    def _lines(self, change: Change) -> Iterator[str]:
        """Yield what became of one clause, its wordings and the law."""
        old, new, said = change.old, change.new, change.either
        grades = "→".join(dict.fromkeys(GRADE_WORDS[one.grade] for one in (old, new) if one))
        yield f"【{KINDS[change.kind]}】{self.names.get(said.category, said.category)}（{grades}）{said.title}"
        if old:
            yield f"旧 {old.clause}：「{old.sentence}」"
        if new:
            yield f"新 {new.clause}：「{new.sentence}」"
        if old and new and change.kind == "changed" and old.sentence != new.sentence:
            spots = edits(old.sentence, new.sentence)
            yield "改处：" + "；".join(f"「{before}」→「{after}」" for before, after in spots)
        yield f"依据：{'；'.join(said.law)}"


def counted(one: PlatformChanges) -> str:
    """Return how many differences there are, by kind."""
    kinds = [change.kind for _, change in one.changes]
    files = [(len(one.added), "新增 {} 份文本"), (len(one.removed), "撤下 {} 份文本")]
    parts = [f"{word} {kinds.count(kind)} 处" for kind, word in KINDS.items() if kind in kinds]
    return "、".join([*parts, *(words.format(count) for count, words in files if count)])


def _sorted(one: PlatformChanges) -> list[Change]:
    kinds = list(KINDS)
    return sorted((change for _, change in one.changes), key=lambda change: kinds.index(change.kind))


def overview(found: Sequence[PlatformChanges]) -> Table:
    """Return one row a platform, what got worst first."""
    heads = ("平台", *KINDS.values(), "加重", "每万字分数", "新文本", "撤下文本")
    rows: list[tuple[Value, ...]] = [
        (
            one.platform,
            *(len([1 for _, change in one.changes if change.kind == kind]) for kind in KINDS),
            round(one.worse, 1),
            f"{_score(one.before)} → {_score(one.after)}",
            len(one.added),
            len(one.removed),
        )
        for one in found
    ]
    return Table("各平台的变化", heads, rows, "「加重」是新旧条款权重之差，正数为变多变重；不是对平台的评价。")


def details(found: Sequence[PlatformChanges], names: dict[str, str]) -> Table:
    """Return one row a difference."""
    heads = ("平台", "文件", "变化", "类别", "旧定性", "新定性", "旧条号", "新条号", "旧条款", "新条款", "法律依据")
    rows = [
        (one.platform, file, KINDS[change.kind], names.get(change.either.category, ""), *_both(change))
        for one in found
        for file, change in one.changes
    ]
    return Table("条款的变化", heads, rows)


def edits(old: str, new: str) -> list[tuple[str, str]]:
    """Return the stretches of two wordings that differ."""
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(old[a:b], new[c:d]) for tag, a, b, c, d in found if tag != "equal"]


def _both(change: Change) -> tuple[str, ...]:
    sides: tuple[Said | None, Said | None] = (change.old, change.new)
    grades = (GRADE_WORDS[one.grade] if one else "" for one in sides)
    clauses = (one.clause if one else "" for one in sides)
    return (*grades, *clauses, *(one.sentence if one else "" for one in sides), "；".join(change.either.law))


def _object(one: PlatformChanges) -> dict[str, object]:
    return {
        "platform": one.platform,
        "score": [one.before, one.after],
        "worse": one.worse,
        "added": one.added,
        "removed": one.removed,
        "changes": [
            {"file": file, "kind": change.kind, "old": _said(change.old), "new": _said(change.new)}
            for file, change in one.changes
        ],
    }


def _said(said: Said | None) -> dict[str, object] | None:
    return asdict(said) if said else None


def _version(document: Document) -> str:
    parts = [document.title, document.version, f"{document.effective} 生效" if document.effective else ""]
    return "，".join([document.path, *filter(None, parts)])


def _score(value: float | None) -> str:
    return "不可比" if value is None else f"{value:.1f}"
