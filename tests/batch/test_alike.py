from __future__ import annotations

import pytest

from clause_check.batch.alike import likeness, shingles, together

pytest.importorskip("rensa")

CLAUSE = "甲有权根据经营需要随时单方修改本协议的内容并在公布后立即生效"
NEAR = "甲有权根据经营的需要随时单方修改本协议的内容并在公布后立即生效"
FAR = "乙有权在收到商品之日起七日内退货且无需说明理由"


def groups(*wordings: str, near: float = 0.7) -> dict[str, str]:
    return dict(together(wordings, near))


def test_likeness_is_the_share_of_common_shingles() -> None:
    assert shingles("一二三四") == {"一二三", "二三四"}
    assert shingles("一二") == {"一二"}
    assert likeness(shingles("一二三四"), shingles("二三四五")) == pytest.approx(1 / 3)


def test_near_wordings_go_with_the_first_of_them() -> None:
    assert groups(CLAUSE, NEAR, FAR) == {CLAUSE: CLAUSE, NEAR: CLAUSE, FAR: FAR}
    assert groups(NEAR, CLAUSE) == {NEAR: NEAR, CLAUSE: NEAR}


def test_how_near_is_the_callers_choice() -> None:
    assert groups(CLAUSE, NEAR, near=0.95) == {CLAUSE: CLAUSE, NEAR: NEAR}


def test_a_word_turned_round_keeps_short_clauses_apart() -> None:
    assert groups("甲不退款", "甲可退款") == {"甲不退款": "甲不退款", "甲可退款": "甲可退款"}


def test_all_pairs_as_near_as_asked_are_found_among_many() -> None:
    wordings = [f"{CLAUSE[:n]}{chr(0x4E00 + 37 * n)}{CLAUSE[n + 1 :]}" for n in range(len(CLAUSE))]
    near = {one for one in wordings if likeness(shingles(one), shingles(CLAUSE)) >= 0.7}
    assert {bare for bare, lead in groups(CLAUSE, *wordings).items() if lead == CLAUSE} >= {CLAUSE, *near}
    assert len(near) > 20
