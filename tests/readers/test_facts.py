from __future__ import annotations

import pytest

from clause_check.readers.facts import effective, party, state, title, version
from clause_check.stages.read import read

from .original import plain


def test_all_facts_of_one_agreement() -> None:
    (document,) = read(plain().encode(), "协议.txt")
    assert document.title == "云杉集市用户服务协议"
    assert document.party == "杭州云杉网络科技有限公司"
    assert document.version == "V3.2"
    assert document.effective == "2026-03-01"
    assert state(document) == document


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("本协议由您与杭州云杉网络科技有限公司（以下简称“本平台”）订立。", "杭州云杉网络科技有限公司"),
        ("北京云杉科技有限公司及其关联公司(以下统称“我们”)提供服务。", "北京云杉科技有限公司"),
        (
            "欢迎使用由云杉（上海）信息技术有限公司（下称本站，以下称“云杉”）运营的网站。",
            "云杉（上海）信息技术有限公司",
        ),
        ("甲方：广州云杉商贸有限公司\n乙方：用户", "广州云杉商贸有限公司"),
        ("运营主体：云杉工作室", "云杉工作室"),
        ("云杉集市是由深圳市云杉电子商务有限公司运营的平台。", "深圳市云杉电子商务有限公司"),
        ("用户和本公司（以下简称“公司”）之间", ""),
        ("您付款时的付款银行（以下简称“银行”）", ""),
        ("没有公司。", ""),
    ],
)
def test_party(text: str, name: str) -> None:
    assert party(text) == name


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("更新日期：2025年1月2日\n生效日期：2025年2月3日", "2025-02-03"),
        ("最近更新于2024.5.6", "2024-05-06"),
        ("本协议自2023年10月01日起生效。", "2023-10-01"),
        ("发布时间: 2022-3-4", "2022-03-04"),
        ("生效日期：【2021】年", ""),
        ("生效日期：2021年13月40日", ""),
        ("订单于2021年1月1日完成", ""),
    ],
)
def test_effective(text: str, date: str) -> None:
    assert effective(text) == date


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("版本号：V3.2", "V3.2"),
        ("【版本】2024年6月版", "2024年6月版"),
        ("用户协议（2023版）", "2023版"),
        ("协议 v1.0.2 ", "v1.0.2"),
        ("版本更新后", ""),
    ],
)
def test_version(text: str, words: str) -> None:
    assert version(text) == words


@pytest.mark.parametrize(
    ("text", "page", "words"),
    [
        ("\n# 《会员服务协议》\n正文", "", "会员服务协议"),
        ("首页\n退款规则（2026版）\n一、定义", "云杉集市", "退款规则（2026版）"),
        ("正文而已", "隐私政策 - 云杉集市", "隐私政策"),
        ("正文而已", "云杉集市", "云杉集市"),
        ("一、本协议条款\n正文", "", ""),
    ],
)
def test_title(text: str, page: str, words: str) -> None:
    assert title(text, page) == words
