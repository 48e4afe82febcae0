"""Shared clauses as an annex for a consumers' association: clause, platforms, sources and the law, word for word."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from clause_check.batch.law import Law
from clause_check.batch.prevalence import Common
from clause_check.batch.table import Table, Value, markdown
from clause_check.model import GRADE_WORDS, GRADES
from clause_check.render.markdown import escape
from clause_check.render.wording import ADVICE_NOTE, visible

SCHEMA = "https://clause-check.invalid/schema/prevalence/1"
TITLE = "多个平台共有的条款"
NOTE = (
    "字句相近的条款归为一条：平台和用户的名称、数字、标点不计，三字片段有{near:.0%}以上相同。"
    "一条之下各平台的原文见出处；归在一起只说明字句相近，是否成立要逐家看全文和履行情况。"
)


class Annex:
    """Writes shared clauses; ``names`` are those of the categories."""

    def __init__(self, found: Sequence[Common], law: Law, names: dict[str, str], near: float) -> None:
        self.found = found
        self.law = law
        self.names = names
        self.notes = [NOTE.format(near=near), ADVICE_NOTE]

    def text(self, limit: int) -> str:
        """Return the clauses with their platforms and law, sources left out."""
        shown = self.found[:limit] if limit else self.found
        parts = ["\n".join(self._lines(number, one)) for number, one in enumerate(shown, 1)]
        left = len(self.found) - len(shown)
        parts += [f"……另有 {left} 条，用 --top 0 看全部。"] if left else []
        head = f"{TITLE}：{len(self.found)} 条"
        law = [f"{name}\n「{words}」" for name, words in self.articles(shown).rows]
        return visible("\n\n".join([head, *parts, "【法条原文】", *law, "\n".join(self.notes)])) + "\n"

    def _lines(self, number: int, one: Common) -> Iterator[str]:
        yield f"{number}. {self._head(one)}"
        yield f"   「{one.clause}」"
        yield f"   {self._kinds(one)}"
        yield f"   平台：{'、'.join(one.platforms)}"
        yield f"   依据：{'；'.join(self._law(one))}"

    def markdown(self, limit: int) -> str:
        """Return the annex with every source and the articles in full."""
        shown = self.found[:limit] if limit else self.found
        parts = [f"# {TITLE}", *self.notes]
        for number, one in enumerate(shown, 1):
            parts += [f"## {number}. {self._head(one)}", f"> {escape(one.clause)}", escape(self._kinds(one))]
            parts += [
                f"依据：{escape('；'.join(self._law(one)))}",
                markdown(self._sources(number, one)).split("\n\n", 1)[1],
            ]
        return "\n\n".join([*parts, markdown(self.articles(shown))]) + "\n"

    def tables(self) -> list[Table]:
        """Return clauses, sources and articles as tables."""
        heads = ("序号", "条款", "平台数", "文本数", "类别", "定性", "平台", "法律依据")
        rows = [self._row(number, one) for number, one in enumerate(self.found, 1)]
        every = [row for n, one in enumerate(self.found, 1) for row in self._sources(n, one).rows]
        sources = Table("出处", ("条款序号", "平台", "协议", "条号", "行", "文件", "定性", "原文"), every)
        return [Table("共有条款", heads, rows), sources, self.articles(self.found)]

    def json(self) -> str:
        """Return everything as JSON."""
        whole = {"schema": SCHEMA, "notes": self.notes, "clauses": [self._object(one) for one in self.found]}
        return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"

    def articles(self, found: Sequence[Common]) -> Table:
        """Return every article that the clauses lean on, once, in full."""
        cites = dict.fromkeys(cite for one in found for cite in one.cites)
        return Table("法条原文", ("条文", "原文"), [(self.law.name(cite), self.law.words(cite)) for cite in cites])

    def _object(self, one: Common) -> dict[str, object]:
        return {
            "clause": one.clause,
            "platforms": one.platforms,
            "documents": one.documents,
            "categories": self._categories(one),
            "grades": dict(one.grades),
            "cites": list(one.cites),
            "law": self._law(one),
            "sources": [asdict(spot) for spot in sorted(one.spots)],
        }

    def _row(self, number: int, one: Common) -> tuple[Value, ...]:
        counts = (len(one.platforms), one.documents)
        words = ("、".join(self._categories(one)), self._grades(one), "、".join(one.platforms))
        return (number, one.clause, *counts, *words, "；".join(self._law(one)))

    def _sources(self, number: int, one: Common) -> Table:
        heads = ("条款序号", "平台", "协议", "条号", "行", "文件", "定性", "原文")
        spots = sorted(one.spots)
        rows = [
            (number, s.platform, s.agreement, s.clause, s.line, s.file, GRADE_WORDS[s.grade], s.sentence) for s in spots
        ]
        return Table("出处", heads, rows)

    def _head(self, one: Common) -> str:
        return f"{len(one.platforms)} 个平台、{one.documents} 份文本"

    def _kinds(self, one: Common) -> str:
        return f"{'、'.join(self._categories(one))}（{self._grades(one)}）"

    def _grades(self, one: Common) -> str:
        """Return the grade, or all of them with their numbers where exceptions weigh differently."""
        found = [(GRADE_WORDS[grade], one.grades[grade]) for grade in GRADES if one.grades[grade]]
        return found[0][0] if len(found) == 1 else "、".join(f"{word} {count} 处" for word, count in found)

    def _categories(self, one: Common) -> list[str]:
        return [name for key, name in self.names.items() if key in one.categories]

    def _law(self, one: Common) -> list[str]:
        return list(self.law.names(one.cites))
