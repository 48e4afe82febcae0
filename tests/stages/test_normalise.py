from __future__ import annotations

import pytest

from clause_check.model import Clause, Document, Names, Plain
from clause_check.stages.normalise import normalise, resolve_names

NOBODY = Names()


def fold(text: str, names: Names = NOBODY) -> Plain:
    """Fold ``text``, every line a clause."""
    clauses, at = [], 0
    for line in text.splitlines(keepends=True):
        clauses.append(Clause(at, at + len(line)))
        at += len(line)
    return normalise(Document("", text, ""), tuple(clauses), names)


def quote(text: str, plain: Plain, words: str) -> str:
    """Return what the first ``words`` of the folded text are in the original."""
    at = plain.text.index(words)
    start, end = plain.original(at, at + len(words))
    return text[start:end]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＶＩＰ会员满１００％不退", "VIP会员满100%不退"),
        ("帳戶餘額概不退還，最終解釋權歸本網站所有", "账户余额概不退还，最终解释权归本网站所有"),
        ("著作權歸平台，隨著時間而變，瞭解後徵得同意", "著作权归平台，随着时间而变，了解后征得同意"),
        ("⾦額㊤限⼋折", "金额上限八折"),
        ("概 不\u3000退\u00a0款", "概不退款"),
        ("概\u200b不\ufeff退\u00ad款", "概不退款"),
        ("充值 100 元，24 小时内 VIP 会员可退", "充值100元，24小时内VIP会员可退"),
        ("QQ  Music 会员", "QQ Music会员"),
        ("一经售出,概不退款;特殊情况除外!", "一经售出，概不退款；特殊情况除外！"),
        ("费用(含税):100元,详见https://example.com/a?b=1,2", "费用（含税）：100元，详见https://example.com/a?b=1,2"),
        ("概不退款.如有疑问,请联系客服.", "概不退款。如有疑问，请联系客服。"),
        ("一. 总则", "一.总则"),
        ("版本1.5,共1,000份", "版本1.5，共1,000份"),
        ('本"平台"与「用户」及『会员』', "本“平台”与“用户”及“会员”"),
        ("其它帐号", "其他账号"),
        ("不*退 不|退 不.退.款 恕·不·退·换", "不退不退不退款恕不退换"),
        ("不 * 退、概 . 不 . 退", "不退、概不退"),
        ("省/市/区、年/月", "省/市/区、年/月"),
        ("周一~周五、姓名|电话、托尔斯泰·列夫", "周一~周五、姓名|电话、托尔斯泰·列夫"),
        ("", ""),
    ],
)
def test_text_is_folded(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_clauses_stand_one_a_line() -> None:
    plain = fold("第一 段，\r\n 第二段。\n\u3000\u3000第三\tline two\n")
    assert plain.text == "第一段，\n第二段。\n第三line two"
    assert [plain.text[at:].split("\n")[0] for at in plain.lines] == ["第一段，", "第二段。", "第三line two"]


def test_line_ends_inside_a_clause_go() -> None:
    text = "本平台有权随时\n修改本协议 and other\r\nrules。"
    plain = normalise(Document("", text, ""), (Clause(0, len(text)),), NOBODY)
    assert plain.text == "本平台有权随时修改本协议and other rules。"
    assert quote(text, plain, "随时修改") == "随时\n修改"


def test_the_quote_is_the_original() -> None:
    text = "（3）您的 帳 戶餘額，\n一經售出,概不退*款。"
    plain = fold(text)
    assert quote(text, plain, "账户余额") == "帳 戶餘額"
    assert quote(text, plain, "一经售出，概不退款。") == "一經售出,概不退*款。"
    assert quote(text, plain, "余额，") == "餘額，"
    assert quote(text, plain, "，概") == ",概"


def test_both_sides_names_are_folded() -> None:
    text = "“米粒”有权封停乙方账号，米 粒平台不退款，小米粒不受影响。"
    plain = fold(text, Names(("江城米粒信息有限公司", "米粒"), ("乙方",)))
    assert plain.text == "本平台有权封停用户账号，本平台不退款，小本平台不受影响。"
    assert quote(text, plain, "本平台") == "“米粒”"
    assert quote(text, plain, "平台有权") == "“米粒”有权"
    assert quote(text, plain, "用户账") == "乙方账"


def test_a_latin_name_is_a_whole_word() -> None:
    assert (
        fold("DC有权，DCX无权，adc也无权。DC 平台可以。", Names(("DC",))).text
        == "本平台有权，DCX无权，adc也无权。本平台可以。"
    )


def test_the_longest_name_is_taken() -> None:
    assert fold("米粒科技公司与米粒有权", Names(("米粒", "米粒科技公司"))).text == "本平台与本平台有权"


def test_names_are_found_in_a_document() -> None:
    text = "欢迎使用。江城米粒信息有限公司（以下简称“米粒”）與用戶（以下简称“乙方”）订立本协议。"
    assert resolve_names(Document("", text, "")) == Names(("江城米粒信息有限公司", "米粒"), ("乙方",))
