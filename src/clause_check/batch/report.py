"""The summary for readers: what it says in words, its tables, and as JSON, text, Markdown and CSV."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from clause_check.batch import table as tables
from clause_check.batch.clauses import ClauseRow
from clause_check.batch.score import LIMITS, formula
from clause_check.batch.summary import Counts, PlatformRow, Summary
from clause_check.batch.table import Table, Value
from clause_check.model import GRADE_WORDS, GRADES
from clause_check.render.wording import ADVICE_NOTE, LAW_NOTE

SCHEMA = "https://clause-check.invalid/schema/summary/1"
TITLE = "条款体检汇总"
INCOMPARABLE = "不可比"
SHOWN = 30  # rows of a table in text
GRADE_HEADS = tuple(GRADE_WORDS[grade] for grade in GRADES)
KINDS = ("platforms", "categories", "cells", "failed")


def overview(summary: Summary) -> str:
    """Return the first sentence."""
    counts = "、".join(f"{GRADE_WORDS[grade]} {summary.counts[grade]} 处" for grade in GRADES)
    return (
        f"{len(summary.platforms)} 个平台的 {summary.documents} 份文本，{summary.han} 个汉字，"
        f"发现 {sum(summary.counts.values())} 处（{counts}）。"
    )


def notes(summary: Summary) -> list[str]:
    """Return what a reader must know before using a number."""
    law = [LAW_NOTE.format(date=summary.meta["law_as_of"])] if summary.meta["law_as_of"] else []
    return [formula(summary.names), LIMITS, *law, ADVICE_NOTE]


def platforms(summary: Summary) -> Table:
    """Return one row a platform, the densest first."""
    heads = ("名次", "平台", "每万字分数", *GRADE_HEADS, "合计", "文本", "可比文本", "可比汉字", "不可比的文本")
    rows = [_platform(rank, row) for rank, row in ranked(summary)]
    return Table("平台", heads, rows, "分数只比较文字的疏密，不是对平台的评价。")


def ranked(summary: Summary) -> list[tuple[str, PlatformRow]]:
    """Return every platform with its rank; equal scores share one, those without a score have none."""
    found: list[tuple[str, PlatformRow]] = []
    for n, row in enumerate(summary.platforms, 1):
        same = found and found[-1][1].score == row.score
        found.append(("" if row.score is None else found[-1][0] if same else str(n), row))
    return found


def _platform(rank: str, row: PlatformRow) -> tuple[Value, ...]:
    number = INCOMPARABLE if row.score is None else f"{row.score:.1f}"
    why = "、".join(f"{reason} {count} 份" for reason, count in row.unfit.items())
    return (rank, row.name, number, *_graded(row.counts), row.documents, row.comparable, row.han, why)


def categories(summary: Summary) -> Table:
    """Return one row a category with findings, in report order."""
    heads = ("类别", "组", *GRADE_HEADS, "合计", "文本", "平台")
    rows = [(one.name, one.family, *_graded(one.counts), one.documents, one.platforms) for one in summary.found]
    return Table("类别", heads, rows)


def cells(summary: Summary) -> Table:
    """Return the number of findings of every platform in every category."""
    rows: list[tuple[Value, ...]] = [
        (one.name, *(sum(one.categories.get(found.id, {}).values()) for found in summary.found))
        for one in summary.platforms
    ]
    return Table("平台×类别", ("平台", *(found.name for found in summary.found)), rows)


def failed(summary: Summary) -> Table:
    """Return what could not be read or checked."""
    rows = [(f"{name}{part}", code, reason) for name, part, code, reason in summary.failed]
    return Table("没读成", ("文件", "代码", "原因"), rows)


def clause_table(summary: Summary, clauses: Iterable[ClauseRow]) -> Table:
    """Return one row a wording and platform; the rows can be taken once."""
    heads = ("类别", "平台", "定性", "问题", "原文", "条号", "协议", "文件", "行", "份数", "法律依据")
    return Table("条款", heads, (_clause(summary.names[one.category], one) for one in clauses))


def _clause(category: str, one: ClauseRow) -> tuple[Value, ...]:
    said = (one.sentence, one.clause, one.agreement, one.place, one.line, one.times)
    return (category, one.platform, GRADE_WORDS[one.grade], one.title, *said, "；".join(one.law))


def table(summary: Summary, kind: str) -> Table:
    """Return one of the tables by its name in ``KINDS``."""
    return {"platforms": platforms, "categories": categories, "cells": cells, "failed": failed}[kind](summary)


def _graded(counts: Counts) -> tuple[Value, ...]:
    return (*(counts[grade] for grade in GRADES), sum(counts.values()))


def text(summary: Summary) -> str:
    """Return the summary as plain text."""
    parts = [f"{TITLE}\n{overview(summary)}", tables.text(categories(summary)), tables.text(platforms(summary), SHOWN)]
    parts += [tables.text(failed(summary), SHOWN)] if summary.failed else []
    return "\n\n".join([*parts, "\n".join(notes(summary))]) + "\n"


def markdown(summary: Summary) -> str:
    """Return the summary as Markdown."""
    wanted = [categories(summary), platforms(summary)]
    wanted += [failed(summary)] if summary.failed else []
    parts = [f"# {TITLE}", overview(summary), *map(tables.markdown, wanted)]
    return "\n\n".join([*parts, "## 说明", *notes(summary)]) + "\n"


def as_json(summary: Summary) -> str:
    """Return the summary as JSON; it holds no time and no path of the run."""
    whole = {
        "schema": SCHEMA,
        "meta": summary.meta,
        "documents": summary.documents,
        "files": summary.files,
        "han": summary.han,
        "counts": summary.counts,
        "categories": [asdict(one) for one in summary.categories],
        "platforms": [{**asdict(row), "rank": int(rank) if rank else None} for rank, row in ranked(summary)],
        "failed": [dict(zip(("name", "part", "code", "reason"), one, strict=True)) for one in summary.failed],
        "notes": notes(summary),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
