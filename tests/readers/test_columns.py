from __future__ import annotations

from clause_check.readers.columns import gutter, ordered
from clause_check.readers.rows import Row

from .test_rows import row, texts


def test_columns_are_read_one_after_the_other() -> None:
    pieces = [
        piece
        for line in range(8)
        for piece in (
            row(f"左{line}", 700 - 20 * line, right=180),
            row(f"右{line}", 700 - 20 * line, left=220),
        )
    ]
    title = row("横贯两栏", 740, left=100, right=300)
    (rows,) = ordered([[title, *pieces]])
    assert [one.text for one in rows] == [
        *("横贯两栏", *(f"左{line}" for line in range(8)), *(f"右{line}" for line in range(8)))
    ]


def test_a_table_is_no_pair_of_columns() -> None:
    pieces = [
        piece
        for line in range(8)
        for piece in (row("项目", 700 - 20 * line, right=40), row("不退", 700 - 20 * line, left=220, right=260))
    ]
    assert gutter(pieces) is None
    (rows,) = ordered([pieces])
    assert [one.text for one in rows] == ["项目 不退"] * 8
    assert texts(rows) == ["项目 不退"] * 8


def test_the_last_page_goes_by_the_gutter_of_the_others() -> None:
    full = [
        piece
        for line in range(8)
        for piece in (row("左", 700 - 20 * line, right=180), row("右", 700 - 20 * line, left=220))
    ]
    last = [row("末左", 700, right=180), row("末左二", 680, right=100), row("末右", 700, left=220)]
    _, rows = ordered([full, last])
    assert [one.text for one in rows] == ["末左", "末左二", "末右"]
    assert {one.edge for one in rows} == {180, 400}


def test_pieces_of_one_line_are_joined_with_a_blank_where_one_shows() -> None:
    near, far = Row("第一条", 0, 30, 0, 10, 0), Row("余额", 30, 50, 1, 10, 0)
    ((joined,),) = ordered([[far, near, row("不退", 0, left=90, right=110)]])
    assert (joined.text, joined.cells) == ("第一条余额 不退", 3)
