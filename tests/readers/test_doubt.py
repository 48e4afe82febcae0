"""Calm words about input that may be no agreement, and silence about agreements."""

from __future__ import annotations

import pytest

from clause_check.model import Concern
from clause_check.stages.read import read

from .original import plain, wrapped
from .webpages import PAGES, page

LOGIN = (
    "欢迎回来\n手机号\n请输入验证码\n忘记密码\n立即注册\n登录即表示您同意《用户协议》和《隐私政策》\n微信登录\n扫码登录"
)
ERROR = "404 Not Found\n抱歉，您访问的页面不存在。\n您可以返回首页，或者联系客服。"
COOKIE = "我们使用 Cookie 改善您的体验。\n接受全部\n拒绝全部\n管理偏好"
STORE = (
    "云杉集市\n购物\n4.8 分 2.3 万个评分\n下载量 一千万\n新功能\n修复了一些问题。\n评分及评论\n好用\n信息\n"
    "供应商 云杉网络\n兼容性 需要 iOS 13\n年龄分级 4+\n开发者网站\nApp Store 预览"
)
NOVEL = (
    "夜色渐深，山路上只剩下风声。老人停下脚步，回头道：“你真的要走？”少年点点头，说：“非走不可。”"
    "老人叹了口气，问：“带上它吧。”少年接过那柄旧剑，低声说：“我会回来的。”远处的灯火一盏一盏地熄灭，像是有人在送别。"
)
SHORT = "虚拟商品一经售出，概不退换。"
ENGLISH = "The user agrees to these terms of service in full and without reservation. " * 30 + "用户同意"
RECIPE = "先把土豆洗净去皮，切成滚刀块，再用清水泡上十分钟去掉淀粉，锅里放油烧到七成热，下葱姜爆香。" * 12


def concerns(text: str, path: str = "文.txt") -> list[Concern]:
    (document,) = read(text.encode(), path)
    return list(document.concerns)


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        (LOGIN, "login-page", "验证码"),
        (ERROR, "error-page", "404"),
        (COOKIE, "cookie-notice", "接受全部"),
        (STORE, "app-store-page", "评分及评论"),
        (NOVEL * 30, "novel", "小说"),
        (SHORT, "too-short", "12 个汉字"),
        (ENGLISH, "little-chinese", "中文只占"),
        (RECIPE, "not-agreement", "协议常用词"),
        ("用户应当遵守本平台的规定，平台有权处理。" * 60, "no-structure", "段落"),
        (plain().replace("充值", "充\ufffd"), "characters-lost", "编码损坏"),
    ],
)
def test_the_reason_is_given(text: str, code: str, word: str) -> None:
    (concern,) = concerns(text)
    assert concern.code == code
    assert word in concern.message


def test_an_agreement_with_its_readers_comments() -> None:
    comments = "\n1楼 发表于 2026-01-02\n太坑了\n回复(3)\n2楼\n同感\n赞(12)\n举报\n3 小时前\n"
    (concern,) = concerns(plain() + comments)
    assert concern.code == "comments-glued"


@pytest.mark.parametrize("text", [plain(), wrapped()])
def test_an_agreement_gives_no_concern(text: str) -> None:
    assert concerns(text) == []


@pytest.mark.parametrize("name", PAGES)
def test_an_agreement_page_gives_no_concern(name: str) -> None:
    assert concerns(page(PAGES[name]()), "页.html") == []
