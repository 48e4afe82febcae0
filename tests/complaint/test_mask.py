from __future__ import annotations

import pytest

from clause_check.complaint.mask import HIDDEN, mask
from clause_check.complaint.plaintext import as_text

from .worked import NAMES, case, changed, letter

CASE = case("dead-code")


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("我是周晓岚", "周晓岚"),
        ("电话13900000001", "13900000001"),
        ("电话139 0000 0001", "139 0000 0001"),
        ("身份证110101199003074518", "110101199003074518"),
        ("身份证11010119900307451X", "11010119900307451X"),
        ("卡号6222020200011112222", "6222020200011112222"),
        ("座机010-88886666", "010-88886666"),
        ("邮箱a.b@mail.example", "a.b@mail.example"),
        ("微信号：xiaolan_88", "xiaolan_88"),
        ("卡密ABCD-1234-EFGH-5678", "ABCD-1234-EFGH-5678"),
        ("卡密A1B2C3D4E5F6", "A1B2C3D4E5F6"),
        ("卡密ABCD-EFGH-IJKL", "ABCD-EFGH-IJKL"),
        ("订单ML20261003201500871", "ML20261003201500871"),
        ("客服小李工号10086说", "10086"),
        ("住安澜市河东区柳荫路8号2栋301室", "柳荫路8号"),
    ],
)
def test_what_identifies_a_person_is_hidden(text, hidden):
    masked = mask(text, CASE)
    assert hidden not in masked
    assert HIDDEN in masked


@pytest.mark.parametrize("text", ["2026年10月3日20:15付款1260元", "网站mili.example", "《协议》3.1条", "拨打12315"])
def test_what_a_reader_needs_stays(text):
    assert mask(text, CASE) == text


@pytest.mark.parametrize("name", NAMES)
def test_a_public_letter_names_nobody(name):
    text = as_text(letter(name, "heimao"))
    held = case(name)
    for private in (held.me.name, held.me.phone, held.me.address, held.order.number, held.minor.name):
        assert not private or private not in text


def test_a_public_letter_hides_what_the_person_typed_into_the_story():
    typed = {"gist": "周晓岚买的码ABCD-1234-EFGH-5678不能用，客服微信号：kefu_001"}
    text = as_text(letter("dead-code", "heimao", story=typed))
    assert "不能用" in text
    for private in ("周晓岚", "ABCD-1234", "kefu_001"):
        assert private not in text


def test_the_company_that_took_the_money_is_no_private_person():
    assert "江城米粒信息技术有限公司" in mask("收款方江城米粒信息技术有限公司", CASE)
    private = changed("dead-code", order={"payee": "张某某"})
    assert mask("收款方张某某", private) == f"收款方{HIDDEN}"
