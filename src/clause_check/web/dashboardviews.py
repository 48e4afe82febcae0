"""The pages of a batch: ranking, one platform, shared clauses, two runs side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from urllib.parse import quote

from clause_check.batch import report
from clause_check.batch.changes import KINDS, Change
from clause_check.batch.clauses import ClauseRow
from clause_check.batch.frame import number, table
from clause_check.batch.law import Law
from clause_check.batch.prevalence import Common
from clause_check.batch.summary import PlatformRow, Summary
from clause_check.batch.versions import PlatformChanges
from clause_check.model import GRADE_WORDS, GRADES
from clause_check.render.markup import escape, listing, pairs, tag
from clause_check.web.shell import page

SHOWN = 300  # rows or clauses on a page; files hold all
RANKING = "平台排名"
DENSITY = "分数只表示文字的疏密，不是对平台的评价，也不是法律结论。"
ALIKE = "字句相近的条款归为一条；归在一起只说明字句相近，是否成立要逐家看全文和履行情况。"
NO_CHANGE = "只改了编号、日期、空白或标点的不算改动。变重最多的平台在前；没有差别的平台不列。"
OTHER_RULES = "两次检查用的规则或设定的情况不同，下面的差别不一定是协议改了。"
NO_SCORE = "无"  # not there, or not comparable
RUNS = ("旧", "新")


class Frame:
    """Writes pages with links between them; ``runs`` is 1, or 2 for an older and a newer."""

    def __init__(self, base: str, runs: int) -> None:
        self._base, self._runs = base, runs

    def entry(self) -> str:
        """Return the link from the first page."""
        return tag("nav", tag("a", "批量检查的结果", href=f"{self._base}/results/{self._runs - 1}"), aria_label="结果")

    def ranking(self, run: int, summary: Summary) -> str:
        """Return the platforms, the densest first."""
        heads = ("名次", "平台", "每万字分数", *report.GRADE_HEADS, "合计", "文本", "不可比的文本")
        ranked = report.ranked(summary)
        rows = [self._ranked(run, rank, row) for rank, row in ranked[:SHOWN]]
        body = tag("p", escape(report.overview(summary))) + tag("p", DENSITY, class_="note") + table(heads, rows)
        notes = tag("details", tag("summary", "怎样看这些数字") + listing(map(escape, report.notes(summary))))
        return self._page(RANKING, body + _rest(len(ranked) - SHOWN) + notes, run)

    def platform(self, run: int, row: PlatformRow, names: dict[str, str], said: Iterable[ClauseRow]) -> str:
        """Return the clauses of one platform, which come by category."""
        parts = [tag("p", f"{row.documents} 份文本，{sum(row.counts.values())} 处。")]
        for category, found in groupby(said, lambda one: one.category):
            parts += [tag("h2", escape(names[category])), *map(_clause, found)]
        return self._page(row.name, "".join(parts), run)

    def shared(self, run: int, found: Sequence[Common], law: Law) -> str:
        """Return the clauses that several platforms share, the widest first."""
        parts = [tag("p", f"{len(found)} 条。") + tag("p", ALIKE, class_="note")]
        for one in found[:SHOWN]:
            count = f"{len(one.platforms)} 个平台、{one.documents} 份文本"
            said = tag("h2", count) + tag("blockquote", escape(one.clause))
            links = [self._link(run, name) for name in one.platforms]
            basis = tag("p", escape("；".join(law.names(one.cites))), class_="note")
            parts.append(tag("section", said + listing(links) + basis, class_="sheet"))
        return self._page("多个平台共有的条款", "".join(parts) + _rest(len(found) - SHOWN), run)

    def diff(self, found: Sequence[PlatformChanges], *, same_rules: bool) -> str:
        """Return scores and counts before and after, then every change, platform by platform."""
        note = tag("p", NO_CHANGE if same_rules else OTHER_RULES + NO_CHANGE, class_="note")
        heads = ("平台", "旧分数", "新分数", *KINDS.values())
        rows = [_counted(number, one) for number, one in enumerate(found, 1)]
        parts = [note, table(heads, rows[:SHOWN]) if rows else tag("p", "没有差别。"), _rest(len(rows) - SHOWN)]
        parts += [_changed(number, one) for number, one in enumerate(found[:SHOWN], 1)]
        return self._page("两次检查的差别", "".join(parts), None)

    def _ranked(self, run: int, rank: str, row: PlatformRow) -> str:
        why = "、".join(f"{reason} {count} 份" for reason, count in row.unfit.items())
        cells = [tag("td", rank), tag("th", self._link(run, row.name), scope="row"), tag("td", _score(row.score))]
        counts = (*(row.counts[grade] for grade in GRADES), sum(row.counts.values()))
        cells += [number(count, escape(self._at(run, row.name))) for count in counts]
        return "".join([*cells, tag("td", str(row.documents), class_="number"), tag("td", escape(why))])

    def _at(self, run: int, platform: str) -> str:
        return f"{self._base}/results/{run}/platform?name={quote(platform, safe='')}"

    def _link(self, run: int, platform: str) -> str:
        return tag("a", escape(platform), href=self._at(run, platform))

    def _page(self, title: str, body: str, run: int | None) -> str:
        runs = range(self._runs) if run is None else (run,)
        links = [link for one in runs for link in self._links(one)]
        if self._runs == 2:
            links += [(f"看{RUNS[1 - run]}的一次", f"{1 - run}")] if run is not None else []
            links.append(("两次的差别", "diff"))
        crumbs = [tag("a", words, href=f"{self._base}/results/{place}") for words, place in links]
        return page(self._base, title, tag("h1", escape(title)) + body, tag("nav", "".join(crumbs), aria_label="结果"))

    def _links(self, run: int) -> list[tuple[str, str]]:
        which = f"（{RUNS[run]}）" if self._runs == 2 else ""
        places = ((RANKING, ""), ("热力图和汇总", "/page"), ("共有条款", "/shared"))
        return [(words + which, f"{run}{place}") for words, place in places]


def _score(score: float | None) -> str:
    return report.INCOMPARABLE if score is None else f"{score:.1f}"


def _counted(n: int, one: PlatformChanges) -> str:
    """Return the row of a platform, its name leading to its changes."""
    counts = Counter(change.kind for _, change in one.changes)
    scores = (NO_SCORE if score is None else _score(score) for score in (one.before, one.after))
    cells = [tag("td", score, class_="number") for score in scores]
    cells += [number(counts[kind], f"#v{n}") for kind in KINDS]
    return tag("th", tag("a", escape(one.platform), href=f"#v{n}"), scope="row") + "".join(cells)


def _changed(n: int, one: PlatformChanges) -> str:
    files = [f"新增的文本：{file}" for file in one.added] + [f"不再有的文本：{file}" for file in one.removed]
    changes = "".join(_change(file, change) for file, change in one.changes[:SHOWN])
    head = tag("h2", escape(one.platform), id=f"v{n}") + listing(map(escape, files))
    return head + changes + _rest(len(one.changes) - SHOWN)


def _change(file: str, change: Change) -> str:
    said = change.either
    badge = tag("span", GRADE_WORDS[said.grade], class_=f"badge {said.grade}")
    wordings = [("旧", change.old), ("新", change.new)]
    rows = [(word, escape(one.sentence)) for word, one in wordings if one]
    notes = (f"{said.clause}，{file}" if said.clause else file, "；".join(said.law))
    lines = "".join(tag("p", escape(note), class_="note") for note in notes)
    return tag(
        "section", tag("p", f"{KINDS[change.kind]} {badge} {escape(said.title)}") + pairs(rows) + lines, class_="sheet"
    )


def _rest(left: int) -> str:
    return tag("p", f"另有 {left} 项没有列出。", class_="note") if left > 0 else ""


def _clause(one: ClauseRow) -> str:
    """Return one wording with where it stands and what law it touches."""
    badge = tag("span", GRADE_WORDS[one.grade], class_=f"badge {one.grade}")
    before, mark, after = one.sentence.partition(one.quote)
    words = escape(before) + tag("mark", escape(mark), class_=one.grade) + escape(after)
    place = [one.agreement, one.clause, f"第 {one.line} 行", one.place]
    notes = ("，".join(filter(None, place)), "；".join(one.law))
    lines = "".join(tag("p", escape(note), class_="note") for note in notes)
    return tag("section", tag("p", f"{badge} {escape(one.title)}") + tag("blockquote", words) + lines, class_="sheet")
