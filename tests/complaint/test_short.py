from __future__ import annotations

import pytest

from clause_check.complaint.letter import write
from clause_check.complaint.quoting import quoter
from clause_check.complaint.short import shorten
from clause_check.complaint.templates import Brief
from clause_check.errors import ClauseCheckError

from .worked import CHANNELS, NAMES, TODAY, case, clues

BRIEFS = [
    Brief(keep=2, text="我在某站买了卡密，付款88元。"),
    Brief(keep=3, text="卡密不能用，商家说「概不退换，概不负责」，平台没有答复。"),
    Brief(keep=5, text="订单号A1。"),
    Brief(keep=4, text="客服不理。"),
    Brief(keep=1, text="请求退款。"),
]
ALL = sum(len(brief.text) for brief in BRIEFS)


def test_all_is_said_where_there_is_room():
    assert shorten(BRIEFS, {}, ALL) == "".join(brief.text for brief in BRIEFS)


def test_what_matters_least_goes_first():
    assert "订单号" not in shorten(BRIEFS, {}, ALL - 1)
    assert "客服不理" in shorten(BRIEFS, {}, ALL - 6)
    assert "客服不理" not in shorten(BRIEFS, {}, ALL - 7)


def test_the_story_is_cut_between_phrases_and_never_inside_a_quotation():
    text = shorten(BRIEFS, {}, 45)
    assert len(text) <= 45
    assert text.startswith("我在某站买了卡密，付款88元。卡密不能用")
    assert text.endswith("请求退款。")
    assert text.count("「") == text.count("」")


def test_too_little_room_says_how_much_would_do():
    with pytest.raises(ClauseCheckError, match="至少要 41 字") as caught:
        shorten(BRIEFS, {}, 20)
    assert caught.value.code == "short-too-small"


@pytest.mark.parametrize("limit", [160, 200, 300, 500])
@pytest.mark.parametrize("name", NAMES)
def test_the_short_versions_keep_their_length(name, limit):
    for channel in CHANNELS:
        short = write(case(name), clues(name), channel, quoter(), TODAY[name], limit).short
        assert len(short) <= limit
        assert short.count("「") == short.count("」")
