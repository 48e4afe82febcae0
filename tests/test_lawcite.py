"""Citations are read in every notation a lawyer types, and written in one."""

from __future__ import annotations

import pytest

from clause_check.errors import ClauseCheckError
from clause_check.lawcite import Cite, chinese, item_number, parse_cite, plain_name


@pytest.mark.parametrize(
    ("text", "cite"),
    [
        ("消保法/26/2", Cite("消保法", 26, 2)),
        ("消保法/26", Cite("消保法", 26)),
        ("令116/30/1/4", Cite("令116", 30, 1, 4)),
        ("令116/30/1/(四)", Cite("令116", 30, 1, 4)),
        ("令116/30/1/（四）", Cite("令116", 30, 1, 4)),
        ("令116/30/1/四", Cite("令116", 30, 1, 4)),
        (" 令116／30／1／４ ", Cite("令116", 30, 1, 4)),
        ("消保法第二十六条第二款", Cite("消保法", 26, 2)),
        ("《中华人民共和国消费者权益保护法》第二十六条第二款", Cite("消费者权益保护法", 26, 2)),
        ("令116第30条第（四）项", Cite("令116", 30, 1, 4)),
        ("民法典第一千零一十九条第一款", Cite("民法典", 1019, 1)),
        ("网络消费规定(一)/1/1/3", Cite("网络消费规定(一)", 1, 1, 3)),
        ("网络消费规定（一）第一条第（三）项", Cite("网络消费规定(一)", 1, 1, 3)),
    ],
)
def test_notations(text: str, cite: Cite) -> None:
    assert parse_cite(text) == cite


@pytest.mark.parametrize(
    "text", ["", "消保法", "消保法26", "消保法/", "/26/2", "消保法/二六/x", "消保法/0/1", "消保法/26/2/1/1"]
)
def test_malformed(text: str) -> None:
    with pytest.raises(ClauseCheckError) as error:
        parse_cite(text)
    assert error.value.code == "cite-malformed"
    assert "消保法/26/2" in str(error.value)


def test_a_citation_reads_back() -> None:
    for cite in (Cite("消保法", 26), Cite("消保法", 26, 2), Cite("令116", 30, 1, 4)):
        assert parse_cite(str(cite)) == cite


def test_labels() -> None:
    assert Cite("消保法", 26, 2).label() == "第二十六条第二款"
    assert Cite("令116", 30, 1, 4).label() == "第三十条第一款第（四）项"
    assert Cite("令116", 30, 1, 4).label(sole_paragraph=True) == "第三十条第（四）项"
    assert Cite("民法典", 1019).label() == "第一千零一十九条"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (2, "二"),
        (10, "十"),
        (18, "十八"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (497, "四百九十七"),
        (1000, "一千"),
        (1003, "一千零三"),
        (1019, "一千零一十九"),
    ],
)
def test_numerals(number: int, words: str) -> None:
    assert chinese(number) == words


def test_item_number() -> None:
    assert item_number("（十二）其他") == 12
    assert item_number("其他（一）") == 0


def test_plain_name() -> None:
    assert plain_name("《中华人民共和国 电子商务法》") == "电子商务法"
    assert plain_name("规定（一）") == plain_name("规定(一)")
