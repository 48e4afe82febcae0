"""The summary as one page for publication: bars, a heat map, tables that sort, every number leading to its clauses.

It holds everything it needs; the policy in its head lets only its own style and script act.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from clause_check.batch import report
from clause_check.batch.clauses import ClauseRow
from clause_check.batch.figures import bar, heat
from clause_check.batch.frame import OWN, number, table
from clause_check.batch.summary import CategoryRow, Counts, PlatformRow, Summary
from clause_check.model import GRADE_WORDS, GRADES
from clause_check.render.markup import escape, listing, tag

PLATFORMS = 200  # shown on the page; a spreadsheet holds all
WORDINGS = 6000  # of clauses on the page
CLAUSES = "条款"
Ids = Mapping[str, int]


class Page:
    """One page over a summary and the clauses behind it."""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary
        self.platforms = summary.platforms[:PLATFORMS]
        self.categories = summary.found
        self._platform: Ids = {row.name: n for n, row in enumerate(self.platforms, 1)}
        self._category: Ids = {row.id: n for n, row in enumerate(self.categories, 1)}

    def render(self, clauses: Iterable[ClauseRow]) -> str:
        """Return the page; ``clauses`` come by category in report order, then by platform."""
        left = len(self.summary.platforms) - len(self.platforms)
        more = [tag("p", f"另有 {left} 个平台没有列在这一页，见表格文件。")] if left > 0 else []
        body = [
            tag("header", tag("h1", report.TITLE) + tag("p", escape(report.overview(self.summary)), class_="lead")),
            tag("main", "".join([self._about(), self._by_category(), self._by_platform(), *more, self._map()])),
            tag("section", tag("h2", CLAUSES) + "".join(self._clauses(clauses)), class_="clauses"),
            tag("section", tag("h2", "各平台的条款在哪里") + "".join(map(self._index, self.platforms))),
            self._failed(),
        ]
        return OWN.page(report.TITLE, "".join(body))

    def _about(self) -> str:
        return tag(
            "section", tag("h2", "怎样看这些数字") + listing(map(escape, report.notes(self.summary))), class_="about"
        )

    def _by_category(self) -> str:
        most = max((sum(row.counts.values()) for row in self.categories), default=1)
        rows = [self._category_row(row, most) for row in self.categories]
        heads = ("类别", "", *report.GRADE_HEADS, "合计", "文本", "平台")
        legend = "".join(tag("span", GRADE_WORDS[grade], class_=f"badge {grade}") for grade in GRADES)
        return tag("section", tag("h2", "哪一类最多") + tag("p", legend, class_="legend") + table(heads, rows))

    def _category_row(self, row: CategoryRow, most: int) -> str:
        place = f"#cat-{self._category[row.id]}"
        cells = [tag("th", escape(row.name), scope="row"), tag("td", bar(row.counts, most))]
        return "".join([*cells, *(number(n, place) for n in (*_graded(row.counts), row.documents, row.platforms))])

    def _by_platform(self) -> str:
        most = max((row.score or 0 for row in self.platforms), default=1)
        rows = [self._platform_row(rank, row, most) for rank, row in report.ranked(self.summary)[:PLATFORMS]]
        heads = ("名次", "平台", "每万字分数", "", *report.GRADE_HEADS, "合计", "文本", "可比汉字", "不可比的文本")
        note = tag("p", "分数只表示文字的疏密，不是对平台的评价，也不是法律结论。", class_="note")
        return tag("section", tag("h2", "哪些平台的文本更密") + note + table(heads, rows))

    def _platform_row(self, rank: str, row: PlatformRow, most: float) -> str:
        place = f"#p-{self._platform[row.name]}"
        why = "、".join(f"{reason} {count} 份" for reason, count in row.unfit.items())
        dense = number(row.score, place) if row.score is not None else tag("td", report.INCOMPARABLE)
        cells = [tag("td", rank, class_="number"), tag("th", escape(row.name), scope="row"), dense]
        cells.append(tag("td", bar({"score": row.score or 0}, most or 1)))
        cells += [number(n, place) for n in (*_graded(row.counts), row.documents)]
        return "".join([*cells, tag("td", f"{row.han}", class_="number"), tag("td", escape(why))])

    def _map(self) -> str:
        most = max((sum(counts.values()) for row in self.platforms for counts in row.categories.values()), default=1)
        heads = ("平台", *(row.name for row in self.categories))
        rows = [tag("th", escape(row.name), scope="row") + "".join(self._cells(row, most)) for row in self.platforms]
        note = tag("p", "格内是这个平台这一类的处数，颜色越深越多；文本多的平台处数自然多。", class_="note")
        return tag("section", tag("h2", "平台 × 类别") + note + table(heads, rows, "heat"))

    def _cells(self, row: PlatformRow, most: int) -> Iterator[str]:
        for category in self.categories:
            count = sum(row.categories.get(category.id, {}).values())
            yield number(count, self._cell(row.name, category.id), heat(count, most))

    def _cell(self, platform: str, category: str) -> str:
        return f"#c-{self._platform[platform]}-{self._category[category]}"

    def _clauses(self, clauses: Iterable[ClauseRow]) -> Iterator[str]:
        """Yield the clauses under their category and platform, a share of the page for each."""
        filled = sum(len(row.categories) for row in self.platforms) or 1
        share = max(3, WORDINGS // filled)
        cells: dict[str, dict[str, list[ClauseRow]]] = defaultdict(lambda: defaultdict(list))
        left: dict[tuple[str, str], int] = defaultdict(int)
        for one in clauses:
            if one.platform not in self._platform:
                continue
            if len(cells[one.category][one.platform]) < share:
                cells[one.category][one.platform].append(one)
            else:
                left[one.category, one.platform] += 1
        for category, platforms in cells.items():
            name = self.summary.names[category]
            yield tag("h3", escape(name), id=f"cat-{self._category[category]}")
            for platform, found in platforms.items():
                yield self._clause_list(platform, category, found, left[category, platform])

    def _clause_list(self, platform: str, category: str, found: list[ClauseRow], left: int) -> str:
        more = [tag("p", f"另有 {left} 种写法，见表格文件。", class_="note")] if left else []
        head = tag("h4", escape(platform), id=self._cell(platform, category)[1:])
        return head + "".join([*map(_clause, found), *more])

    def _index(self, row: PlatformRow) -> str:
        places = [
            f'<a href="{self._cell(row.name, category.id)}">{escape(category.name)} {sum(counts.values())} 处</a>'
            for category in self.categories
            if (counts := row.categories.get(category.id))
        ]
        return tag("h3", escape(row.name), id=f"p-{self._platform[row.name]}") + listing(places)

    def _failed(self) -> str:
        rows = [f"{escape(name + part)}：{escape(reason)}" for name, part, _, reason in self.summary.failed[:PLATFORMS]]
        left = len(self.summary.failed) - len(rows)
        rows += [f"另有 {left} 处，见表格文件。"] if left else []
        return tag("section", tag("h2", "没读成的") + listing(rows)) if rows else ""


def _clause(one: ClauseRow) -> str:
    """Return one wording with where it stands and what law it touches."""
    place = [f"《{one.agreement.strip('《》')}》" if one.agreement else "", one.clause, f"第 {one.line} 行", one.place]
    place += [f"见于 {one.times} 份文本"] if one.times > 1 else []
    badge = tag("span", GRADE_WORDS[one.grade], class_=f"badge {one.grade}")
    before, mark, after = one.sentence.partition(one.quote)
    words = f"{escape(before)}{tag('mark', escape(mark))}{escape(after)}"
    parts = [
        tag("p", f"{badge} {escape(one.title)}"),
        tag("blockquote", words),
        tag("p", escape("，".join(word for word in place if word)), class_="note"),
        tag("p", escape("；".join(one.law)), class_="note"),
    ]
    return tag("div", "".join(parts), class_="clause")


def _graded(counts: Counts) -> tuple[int, ...]:
    return (*(counts[grade] for grade in GRADES), sum(counts.values()))
