from __future__ import annotations

from clause_check.readers.rows import Row, paragraphs, text, without_margins

EDGE = 400.0
HEIGHT = 800.0


def row(words: str, y: float, *, left: float = 0.0, right: float = EDGE, page: int = 0) -> Row:
    return Row(words, left, right, y, y + 10, page, edge=EDGE)


def texts(rows: list[Row]) -> list[str]:
    return [text(group) for group in paragraphs(rows)]


def test_full_rows_go_on() -> None:
    assert texts([row("余额概不", 700), row("退还。", 680, right=30)]) == ["余额概不退还。"]


def test_a_short_row_ends_a_paragraph() -> None:
    assert texts([row("余额说明", 700, right=200), row("概不退还", 680)]) == ["余额说明", "概不退还"]


def test_a_number_begins_a_paragraph() -> None:
    assert texts([row("余额概不退还", 700), row("第二条 解释权", 680)]) == ["余额概不退还", "第二条 解释权"]


def test_an_indent_begins_a_paragraph_after_a_full_stop_only() -> None:
    assert texts([row("概不退还。", 700), row("用户同意", 680, left=24)]) == ["概不退还。", "用户同意"]
    assert texts([row("1. 概不", 700), row("退还", 680, left=24)]) == ["1. 概不退还"]


def test_a_wide_blank_begins_a_paragraph() -> None:
    rows = [row("甲", 700), row("乙", 680), row("丙", 660), row("丁", 600)]
    assert texts(rows) == ["甲乙丙", "丁"]


def test_a_paragraph_runs_over_the_page() -> None:
    assert texts([row("余额概不", 100), row("退还。", 700, page=1)]) == ["余额概不退还。"]


def test_larger_letters_are_another_paragraph() -> None:
    heading = Row("用户协议", 0, EDGE, 700, 720, 0, edge=EDGE)
    assert texts([heading, row("正文", 680)]) == ["用户协议", "正文"]


def test_running_heads_and_page_numbers_go() -> None:
    pages = [
        [row("云杉网络 2026", 780), row(f"第{number}条 正文", 400), row(f"- {number} -", 20)] for number in (1, 2, 3)
    ]
    kept = without_margins(pages, [HEIGHT] * 3)
    assert [[one.text for one in rows] for rows in kept] == [["第1条 正文"], ["第2条 正文"], ["第3条 正文"]]


def test_a_clause_in_the_margin_stays() -> None:
    pages = [[row("余额不退还。", 780)], [row("平台有权修改。", 20)]]
    assert without_margins(pages, [HEIGHT] * 2) == pages
