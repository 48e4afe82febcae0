"""Is this an agreement? Decide from structure and vocabulary, say why, stay calm."""

from __future__ import annotations

import re

from clause_check.model import Concern, Document
from clause_check.readers.marker import LEGAL, han, numbered

SHORT = 100  # Chinese characters
PAGE = 800  # Chinese characters; login, error and cookie pages stay below
LONG = 2000
THIN = 0.2  # share of Chinese among letters
SPARSE = 4.0  # words of an agreement per thousand Chinese characters; real ones have 20 to 90
MESSAGES: dict[str, str] = {
    "too-short": "只有 {han} 个汉字,不像一份完整的协议。请确认复制了全文。",
    "little-chinese": "中文只占 {share}%,规则只懂中文,外文部分没有检查。",
    "login-page": "这像是登录或注册页面({words}),不是协议本身。请登录后打开协议再保存。",
    "error-page": "这像是出错页面({words}),不是协议。请重新打开协议再保存。",
    "cookie-notice": "这像是 Cookie 提示({words}),不是完整的协议。",
    "app-store-page": "这像是应用商店的介绍页({words}),不是协议本身。请打开其中的协议链接再保存。",
    "novel": "这像是小说或文章(对话和叙述多,协议用语少),不是协议。",
    "not-agreement": "每千字只有 {rate} 个协议常用词(用户、平台、责任……),可能不是协议。",
    "no-structure": "没有看到条款编号、标题或列表,只能按段落检查。",
    "characters-lost": "有 {count} 处文字编码损坏,读不出来。请另存为 UTF-8 再查,或对照原文。",
    "comments-glued": "文中夹有网友评论({words}),评论里的话不是条款,请自行分辨。",
}
TOKENS: dict[str, tuple[int, re.Pattern[str]]] = {
    "login-page": (3, re.compile(r"验证码|密码|忘记密码|扫码登录|手机号|账号登录|立即注册|微信登录|登录")),
    "error-page": (
        1,
        re.compile(
            r"\b(?:404|403|500|502|503)\b|页面(?:不存在|找不到)|找不到(?:该|您|你)?.{0,6}页面|Not Found"
            r"|服务器错误|访问被拒绝|内容已被?删除"
        ),
    ),
    "cookie-notice": (2, re.compile(r"接受(?:全部|所有)|拒绝(?:全部|所有)|[Cc]ookie|管理偏好")),
    "app-store-page": (
        4,
        re.compile(r"评分及评论|兼容性|年龄分级|开发者|App Store|下载量|次安装|版本记录|应用权限|新功能|包大小|供应商"),
    ),
}
COMMENT = re.compile(
    r"^\s*(?:\d+\s*楼|楼主|沙发|板凳)|(?:回复|举报|点赞|赞)\s*[(（]?\d*[)）]?\s*$"
    r"|发表于\s*\d{4}|\d+\s*(?:分钟|小时|天)前"
)
SPEECH = re.compile(r"[道说问答喊叫笑][:：,，]?\s*[“「\"]|[”」\"]\s*[他她它].{0,6}[道说问]")


def doubts(document: Document) -> tuple[Concern, ...]:
    """Return the reasons to distrust that the document is one whole agreement; none for an ordinary one."""
    text = document.text
    count = han(text)
    found = _size(text, count) or _kinds(text, count)
    if not found and count >= SHORT:
        found = _vocabulary(text, count) or _structure(document, count)
    return tuple(found + _comments(text) + _lost(text))


def _say(code: str, **words: object) -> Concern:
    return Concern(code, MESSAGES[code].format(**words))


def _size(text: str, count: int) -> list[Concern]:
    letters = sum(map(str.isalpha, text)) or 1
    if count < THIN * letters:
        return [_say("little-chinese", share=round(100 * count / letters))]
    return []


def _kinds(text: str, count: int) -> list[Concern]:
    for code, (least, pattern) in TOKENS.items():
        if count >= (LONG if code == "app-store-page" else PAGE):
            continue
        words = list(dict.fromkeys(match[0] for match in pattern.finditer(text)))
        if len(words) >= least and _clauses(text) < 3:
            return [_say(code, words="、".join(words[:4]))]
    return [_say("too-short", han=count)] if count < SHORT else []


def _vocabulary(text: str, count: int) -> list[Concern]:
    rate = 1000 * len(LEGAL.findall(text)) / count
    if rate >= SPARSE:
        return []
    if count >= LONG and len(SPEECH.findall(text)) >= 5:
        return [_say("novel")]
    return [_say("not-agreement", rate=f"{rate:.1f}")]


def _structure(document: Document, count: int) -> list[Concern]:
    laid_out = any(block.kind in ("heading", "item", "cell") for block in document.blocks)
    if count < PAGE or laid_out or any(map(numbered, document.text.split("\n"))):
        return []
    return [_say("no-structure")]


def _comments(text: str) -> list[Concern]:
    words = [match[0].strip() for line in text.split("\n") if len(line) < 60 and (match := COMMENT.search(line))]
    return [_say("comments-glued", words="、".join(words[:3]))] if len(words) >= 4 else []


def _lost(text: str) -> list[Concern]:
    count = text.count("\ufffd")
    return [_say("characters-lost", count=count)] if count else []


def _clauses(text: str) -> int:
    """Count the numbered lines that say something."""
    return sum(numbered(line) and han(line) >= 10 for line in text.split("\n"))
