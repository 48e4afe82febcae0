from __future__ import annotations

from clause_check.readers.unwrap import columns, glue, lead, unwrap

from .original import clauses, cut


def test_wrapped_prose_is_joined() -> None:
    lines = [line for clause in clauses() for line in cut(clause, 56)]
    assert unwrap(lines) == clauses()


def test_one_clause_a_line_stays() -> None:
    assert unwrap(clauses()) == clauses()


def test_short_lists_stay() -> None:
    goods = ["手机充值卡", "游戏点卡券", "影视会员卡", "加油优惠券"]
    assert unwrap(goods) == goods


def test_blank_lines_part_paragraphs() -> None:
    half = "用户在使用本服务过程中应当遵守国家法律法规的规定并且"
    assert unwrap([half, half, "到此为止", "", "另起一段的文字"]) == [half * 2 + "到此为止", "另起一段的文字"]


def test_glue() -> None:
    assert glue("不予退", "款") == "不予退款"
    assert glue("Terms of", "Service") == "Terms of Service"
    assert glue("邮箱 ", "help@x") == "邮箱 help@x"


def test_columns() -> None:
    assert columns("第1条。") == 7
    assert lead("abc 条") == 3
    assert lead("条款") == 2
    assert lead("") == 0
