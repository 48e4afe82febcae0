from __future__ import annotations

import pytest

from clause_check.batch.bare import Bare
from clause_check.model import Document

STAR = Document("a", "星河商城(以下简称“星河”)欢迎您。星河有权修改规则。星河不承担责任。星河有权终止。", "")
OTHER = Document("b", "甲方:用户。我们提供服务。", "")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("星河有权在3日内删除您的账号。", "我们有权在 15 日内删除用户的账号!"),
        ("1.2 本平台概不退款,", "本公司概不退款"),
        ("違約金為人民幣一百元", "违约金为人民币200元"),
    ],
)
def test_names_numbers_and_punctuation_go(ours: str, theirs: str) -> None:
    assert Bare(STAR)(ours) == Bare(OTHER)(theirs)


def test_what_a_clause_says_stays() -> None:
    bare = Bare(OTHER)
    assert bare("平台不承担责任") != bare("平台承担责任")
    assert bare("平台向用户退款") != bare("用户向平台退款")
    assert bare("一切后果") == "一切后果"
