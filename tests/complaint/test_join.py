from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clause_check.complaint.join import Member, join
from clause_check.complaint.plaintext import as_text
from clause_check.complaint.quoting import quoter
from clause_check.errors import ClauseCheckError

from .worked import changed, clues

TODAY = date(2026, 10, 20)
CONSENT = {"join": True, "at": "2026-10-18"}
OTHER = {
    "me": {"name": "林晓舟", "phone": "13900000006", "address": "安澜市北苑路3号"},
    "order": {"number": "ML20261005110000001", "amount": "88.50", "paid": "2026-10-01 11:00"},
    "demand": {"refund": "88.50"},
    "story": {"gist": "兑换码也显示已被使用"},
}


def member(path="甲.toml", **changes):
    return Member(Path(path), changed("dead-code", **({"consent": CONSENT} | changes)))


def other(**changes):
    return member("乙.toml", **(OTHER | changes))


def annex(*members):
    return as_text(join(members or (member(), other()), clues("dead-code"), quoter(), TODAY))


def refused(*members):
    with pytest.raises(ClauseCheckError) as caught:
        annex(*members)
    return caught.value


def test_cases_stand_side_by_side_with_sums_dates_and_consent():
    text = annex()
    assert "人数：2人，均为本人同意并入" in text
    assert "请求退还合计：176.50元" in text
    assert text.index("林某") < text.index("周某")
    assert "同意日期：2026年10月18日" in text
    assert "卡密无效、不符或没有发货：2人" in text


def test_the_common_clause_is_quoted_with_its_law():
    text = annex()
    assert "「一经售出，概不退换」" in text
    assert text.count("《中华人民共和国消费者权益保护法》第二十六条第二款：「") == 1


def test_nobody_is_named_in_full():
    text = annex()
    for private in ("周晓岚", "林晓舟", "13900000001", "柳荫路", "ML2026"):
        assert private not in text


def test_without_consent_nobody_is_put_in():
    assert refused(member(), other(consent={"join": False})).code == "join-consent"
    assert refused(member(), other(consent={"join": True, "at": ""})).code == "join-consent"


def test_one_person_is_no_joint_letter():
    assert refused(member()).code == "join-too-few"


def test_two_platforms_are_no_joint_letter():
    assert refused(member(), other(seller={"name": "别家"})).code == "join-platforms"


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"me": OTHER["me"] | {"phone": "13900000001"}}, "电话"),
        ({"me": OTHER["me"] | {"address": "安澜市河东区柳荫路8号2栋301室"}}, "通讯地址"),
        ({"order": OTHER["order"] | {"number": "ML20261003201500871"}}, "订单号"),
    ],
)
def test_shared_contacts_are_refused_with_the_law(changes, what):
    error = refused(member(), other(**changes))
    assert error.code == "join-shared"
    assert what in str(error)
    assert "第十七条第一款第（四）项" in str(error)


def test_nothing_is_sent_and_that_is_said():
    notes = join((member(), other()), (), quoter(), TODAY).notes
    assert any("不替任何人发送" in note for note in notes)
