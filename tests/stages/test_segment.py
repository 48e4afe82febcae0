from __future__ import annotations

import pytest

from clause_check.model import Block, Clause, Document
from clause_check.stages.segment import segment


def clauses(text: str, blocks: tuple[Block, ...] = ()) -> tuple[Clause, ...]:
    return segment(Document("协议.txt", text, "0" * 64, blocks=blocks))


def numbers(text: str) -> list[str]:
    return [clause.number for clause in clauses(text)]


def kinds(text: str) -> str:
    return "".join(clause.kind[0] for clause in clauses(text))


def leads(text: str) -> list[int]:
    return [clause.lead for clause in clauses(text)]


def words(text: str) -> list[str]:
    return [text[clause.start : clause.end].strip() for clause in clauses(text)]


def blocks(text: str, kinds_of_lines: str) -> tuple[Block, ...]:
    names = {"p": "paragraph", "h": "heading", "i": "item", "c": "cell"}
    found, at = [], 0
    for line, kind in zip(text.splitlines(keepends=True), kinds_of_lines, strict=True):
        found.append(Block(at, at + len(line.rstrip("\n")), names[kind], f"第{len(found) + 1}段"))  # type: ignore[arg-type]
        at += len(line)
    return tuple(found)


def test_an_empty_text_has_no_clauses() -> None:
    assert clauses("") == ()


def test_blank_lines_belong_to_the_clause_above() -> None:
    text = "\n\n标题\n\n第一段。\n\n\n第二段。\n\n"
    assert [text[c.start : c.end] for c in clauses(text)] == ["\n\n标题\n\n", "第一段。\n\n\n", "第二段。\n\n"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第八条 退款\n1、充值后不退。\n2、余额清零。", ["第八条", "第八条第1款", "第八条第2款"]),
        ("第八条 退款\n（一）充值不退；\n（二）余额不退。", ["第八条", "第八条第（一）项", "第八条第（二）项"]),
        (
            "第 8 條 退款\n1、不退：\n（1）会员；\n（2）礼物。",
            ["第8條", *("第8條第1款" + n for n in ("", "第（1）项", "第（2）项"))],
        ),
        ("5.3 下列情况不退：\n(a) 会员；\n(b) 礼物；\n(c) 道具。", ["5.3", "5.3(a)", "5.3(b)", "5.3(c)"]),
        ("三、退款\n1、会员不退。\n2、礼物不退：\n①已送出；\n②已展示。", ["三", "三、1", "三、2", "三、2①", "三、2②"]),
        ("（一）会员不退。\n（二）礼物不退。", ["（一）", "（二）"]),
        (
            "第一章 总则\n第一条 定义\n本服务指会员服务。\n第二章 退款\n第二条 不退。",
            ["第一章", "第一条", "第一条", "第二章", "第二条"],
        ),
        ("1. 退款\n1.1 会员不退。\n1.2 礼物不退。\n2. 其他\n2.1 未尽事宜另行约定。", ["1", "1.1", "1.2", "2", "2.1"]),
        ("2.5 （1）会员不退；\n（2）礼物不退。", ["2.5（1）", "2.5（2）"]),
        ("1 总则\n本协议有效。\n2 退款\n充值不退。", ["1", "1", "2", "2"]),
    ],
)
def test_numbers_read_as_a_reader_would_quote_them(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "2024.5.1起充值不退。",
        "3.5元起充，概不退还。",
        "1.5倍赔付仅限会员。",
        "24小时内可以退款。",
        "7天内可以退款。",
        "1.0.2版本以上方可退款。",
        "010-12345678为客服电话。",
        "192.168.1.1为后台地址。",
        "第三方支付的费用不退。",
        "第八条规定的费用不退。",
        "一般情况下不予退款。",
        "-5元的优惠不退。",
    ],
)
def test_what_only_looks_like_a_number_is_none(line: str) -> None:
    assert numbers(line) == [""]


def test_a_list_that_restarts_in_its_item_is_nested() -> None:
    text = "五、账号\n1. 账号归用户。\n2. 用户不得：\n1. 出租账号；\n2. 出售账号。\n3. 违者封号。"
    assert numbers(text) == ["五", "五、1", "五、2", "五、2、1", "五、2、2", "五、3"]
    assert leads(text) == [-1, -1, -1, 2, 2, -1]


def test_a_paragraph_between_items_keeps_the_number_it_stands_in() -> None:
    text = "三、退款\n1、会员不退。\n会员期内同样不退。\n2、礼物不退。\n以上各项由平台解释。"
    assert numbers(text) == ["三", "三、1", "三、1", "三、2", "三"]


def test_headings_are_told_from_sentences() -> None:
    text = "用户协议\n欢迎使用。\n一、退款\n充值后概不退还。\n1、会员\n会员费不退。\n2、礼物\n礼物不退。\n"
    text += "最终解释权归平台所有\n谢谢。"
    assert kinds(text) == "hbhbhbhbbb"
    assert clauses(text)[5].heading == "会员"
    assert clauses(text)[3].heading == "退款"


def test_a_run_of_short_lines_is_a_list_not_headings() -> None:
    assert kinds("支付方式\n可以使用。\n微信\n支付宝\n银行卡\n请任选一种。") == "hbbbbb"


def test_a_heading_without_a_number_leaves_the_number_open() -> None:
    found = clauses("一、退款\n充值不退。\n特别提示\n请理性消费。\n附录一\n1、积分清零。")
    assert [c.number for c in found] == ["一", "一", "", "", "", "1"]
    assert found[3].heading == "特别提示"


def test_a_title_in_the_paragraph_is_its_heading() -> None:
    assert clauses("二、【账号安全】账号被盗的损失由您承担。")[0].heading == "账号安全"


def test_items_carry_the_sentence_that_introduces_them() -> None:
    text = "有下列情形之一的，平台不承担责任：\n1、系统故障；\n2、数据丢失：\n（1）全部丢失；\n（2）部分丢失；\n"
    text += "3、其他情形。\n本条不影响您的权利。"
    assert leads(text) == [-1, 0, 0, 2, 2, 0, -1]


def test_a_list_goes_on_behind_a_paragraph_only_with_its_next_number() -> None:
    text = "平台不承担：\n1、故障损失。\n故障由平台判断。\n2、误工损失。\n另有说明。\n• 请联系客服。"
    assert leads(text) == [-1, 0, -1, 0, -1, -1]


def test_unmarked_lines_behind_a_colon_are_items() -> None:
    text = "您不得：\n出租账号\n出售账号\n外挂作弊\n违者封号。"
    assert leads(text) == [-1, 0, 0, 0, 0]
    sentence = "本平台是信息平台，交易由双方自行完成，平台不对交易的过程和结果承担任何形式的责任，"
    text = f"温馨提示：\n{sentence}请您知悉上述内容并且自行判断和承担交易风险。\n谢谢。"
    assert leads(text) == [-1, -1, -1]


def test_a_sentence_with_以下_introduces_unfinished_lines_only() -> None:
    assert leads("有以下行为的，平台封号且不退款。\n发送垃圾邮件\n出售账号\n") == [-1, 0, 0]
    assert leads("请阅读以下内容。\n平台不退款。\n谢谢。") == [-1, -1, -1]
    assert leads("某某公司（以下简称平台）\n平台不退款\n谢谢惠顾\n") == [-1, -1, -1]


def test_an_empty_lead_in_takes_no_sibling() -> None:
    assert leads("1、联系方式如下：\n2、充值不退。") == [-1, -1]


def test_bullets_are_items_under_the_number_above() -> None:
    found = clauses("5.3 下列情况不退：\n• 会员；\n• 礼物；\n- 道具。")
    assert [c.number for c in found] == ["5.3"] * 4
    assert [c.lead for c in found] == [-1, 0, 0, 0]
    assert {c.kind for c in found[1:]} == {"item"}


def test_an_enumeration_inside_a_paragraph_is_cut() -> None:
    text = "3.2 平台不承担责任的情形：（1）系统故障；（2）黑客攻击；（3）其他原因。用户应自行备份。"
    assert words(text) == [
        "3.2 平台不承担责任的情形：",
        "（1）系统故障；",
        "（2）黑客攻击；",
        "（3）其他原因。",
        "用户应自行备份。",
    ]
    assert leads(text) == [-1, 0, 0, 0, -1]
    assert numbers(text) == ["3.2", "3.2（1）", "3.2（2）", "3.2（3）", "3.2"]


@pytest.mark.parametrize("text", ["不退：1、会员；2、礼物。", "不退①会员②礼物。", "不退，包括(a)会员，(b)礼物。"])
def test_all_styles_of_inline_enumeration_are_cut(text: str) -> None:
    assert len(clauses(text)) == 3
    assert leads(text) == [-1, 0, 0]


@pytest.mark.parametrize(
    "text", ["依第（1）、（2）项处理。", "参见（1）款和（2）款。", "共1、2、3号楼。", "于10:00、12:00退款。"]
)
def test_references_are_not_enumerations(text: str) -> None:
    assert len(clauses(text)) == 1


def test_an_enumeration_that_goes_on_in_the_next_line_is_cut() -> None:
    text = "释义：（1）余额：充值所得。\n（2）积分：赠送所得。"
    assert words(text) == ["释义：", "（1）余额：充值所得。", "（2）积分：赠送所得。"]


def test_hard_wrapped_lines_are_joined() -> None:
    sentence = (
        "本平台有权根据经营需要随时修改本协议的任何条款而无需另行通知您继续使用本平台的服务即视为您接受修改后的协议"
    )
    text = "\n".join([sentence[:40], sentence[:40], sentence[:40], "并同意。", "1、充值不退。", "2、余额清零。"])
    assert numbers(text) == ["", "1", "2"]
    assert words(text)[0].count("\n") == 3


def test_a_wrapped_line_that_begins_with_a_reference_is_joined() -> None:
    line = "用户违反本协议的平台有权采取措施包括但不限于封停账号没收余额并要求用户按照本协议"
    text = "\n".join(
        [
            line,
            "第八条规定的标准支付违约金" + line[:27],
            "第九条规定的标准赔偿平台损失" + line[:26],
            "的全部费用。",
            "第十条 其他",
        ]
    )
    assert numbers(text) == ["", "第十条"]


def test_a_list_of_short_lines_is_not_taken_for_wrapped_text() -> None:
    assert len(clauses("微信\n支付宝\n银行卡\n网银\n")) == 4


def test_a_marker_alone_on_its_line_joins_its_text() -> None:
    text = "平台不承担：\n（1）\n系统故障；\n•\n数据丢失。"
    assert words(text) == ["平台不承担：", "（1）\n系统故障；", "•\n数据丢失。"]


def test_blocks_are_lines_and_keep_their_origin() -> None:
    text = "退款\n以下费用不退：\n会员费\n礼物费。\n金额\n100元"
    found = clauses(text, blocks(text, "hpiicc"))
    assert [c.kind for c in found] == ["heading", "body", "item", "item", "body", "body"]
    assert [c.lead for c in found] == [-1, -1, 1, 1, -1, -1]
    assert [c.origin for c in found] == [f"第{n}段" for n in range(1, 7)]
    assert "".join(text[c.start : c.end] for c in found) == text


def test_a_table_cell_is_no_bullet() -> None:
    text = "下表列明：\n金额\n-\n1."
    assert [c.lead for c in clauses(text, blocks(text, "pccc"))] == [-1, 0, 0, 0]


def test_numbers_reach_deep_without_end() -> None:
    text = "".join("1、不得：\n" for _ in range(50))
    assert max(number.count("、") for number in numbers(text)) < 20
