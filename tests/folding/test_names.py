from __future__ import annotations

import pytest

from clause_check.folding.names import resolve_names


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("本协议由您与江城米粒信息有限公司（以下简称“米粒”或“本平台”）订立。", ("江城米粒信息有限公司", "米粒")),
        ("江城米粒(北京)信息有限公司及其关联公司（下称“我们”）依法提供服务。", ("江城米粒(北京)信息有限公司",)),
        ("您与江城米粒信息有限公司（“本公司”或“米粒”）约定如下。", ("江城米粒信息有限公司", "米粒")),
        ("“米粒”由江城米粒信息有限公司运营，是综合平台。", ("江城米粒信息有限公司", "米粒")),
        ("甲方：江城米粒信息有限公司\n乙方：用户", ("江城米粒信息有限公司", "甲方")),
        ("甲方（平台运营方）与乙方（购买会员的用户）约定如下。", ("甲方",)),
        ("米粒有权封号。米粒不承担责任。您同意米粒保留解释权。", ("米粒",)),
        ("欢迎使用米粒服务！米粒很好，米粒真好。", ("米粒",)),
        ("感谢您选择米粒。米粒是平台，米粒会员可享优惠。", ("米粒",)),
        ("Little Rice（以下简称为：LR）LR有权修改。", ("LR",)),
    ],
)
def test_the_platform_is_learnt_from_definitions_and_acts(text: str, platform: tuple[str, ...]) -> None:
    assert resolve_names(text).platform == platform


@pytest.mark.parametrize(
    ("text", "user"),
    [
        ("用户（以下简称“您”或“饭友”）应当遵守本协议。", ("饭友",)),
        ("注册人（以下称“甲方”）与平台（以下称“乙方”）订立本协议。", ("甲方",)),
        ("甲方：江城米粒信息有限公司\n乙方：用户", ("乙方",)),
        ("乙方为购买会员服务的自然人。", ("乙方",)),
    ],
)
def test_the_user_is_learnt_from_definitions(text: str, user: tuple[str, ...]) -> None:
    assert resolve_names(text).user == user


@pytest.mark.parametrize(
    "text",
    [
        "本平台有权修改。本平台不承担责任。本平台保留权利。",
        "我们有权修改，公司不承担责任，网站保留权利，公司有权，公司不予退款。",
        "商家有权拒绝。商家不承担运费。商家保留权利。",
        "任何一方有权解除。任何一方不承担责任。任何一方有权起诉。",
        "用户无权转让。会员有权退款，会员有权注销，会员有权申诉。",
        "人民法院有权判决，人民法院有权执行，人民法院不予受理。",
        "《用户服务协议》（以下简称“本协议”）由双方订立。",
        "第三方支付公司（以下简称“支付方”）收取手续费。",
        "商家（以下简称“商户”）自行发货。",
        "甲方：__________ 乙方：__________",
        "甲方：江城米粒信息有限公司\n乙方：河口稻香贸易有限公司",
        "米粒有权封号一次。",
    ],
)
def test_nobody_else_is_taken_for_either_side(text: str) -> None:
    names = resolve_names(text)
    assert not {name for name in names.platform if "公司" not in name}
    assert names.user == ()


def test_no_name_is_on_both_sides() -> None:
    names = resolve_names("用户（以下简称“甲方”）。江城米粒信息有限公司（以下简称“甲方”）。")
    assert "甲方" in names.platform
    assert "甲方" not in names.user


def test_the_company_comes_first() -> None:
    text = "米粒有权修改，米粒不承担责任，米粒不予退款。米粒由江城米粒信息有限公司运营。"
    assert resolve_names(text).platform == ("江城米粒信息有限公司", "米粒")
