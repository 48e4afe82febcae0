"""Tell the page's furniture from the agreement; in doubt a line stays, for a lost clause is worse."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from clause_check.readers.dom import Found
from clause_check.readers.marker import END, TITLE, clause_like, han, numbered
from clause_check.readers.spot import Zone

SENTENCE = 8  # Chinese characters; one sentence makes a hidden part worth keeping whole
NUMBERED = 3  # numbered sentences that make any part worth keeping whole
LINK = 30  # characters; a longer line is text, though it be all link
SMALL_PRINT = re.compile(
    r"©|copyright|版权所有|ICP\s*[备证]|公网安备|上一[篇页条]|下一[篇页条]|返回(?:顶部|首页|上一页)|当前位置|您(?:现在)?的位置|浏览(?:次数|量)?[:：]"
    r"|阅读(?:次数|量)?[:：]|点击(?:次数|数)?[:：]|分享到|打印本页|关闭窗口|字体[:：]|扫一扫|下载\s*APP|(?:登录|登陆)\s*[|/]?\s*(?:免费)?注册"
    r"|请(?:先)?启用\s*javascript|^\s*(?:不同意|同意(?:并继续)?|我已阅读(?:并同意)?|确定|取消|关闭|首页|登录|注册|搜索|菜单|更多|收起|展开)\s*$",
    re.I,
)
CONTROL = re.compile(r"(?:\{+[^{}\u4e00-\u9fff]*\}+\s*)+")  # {if x} {else} {{ body }}: a template's own signs


def agreement(found: Sequence[Found]) -> list[Found]:
    """Return the lines that may belong to an agreement, in order."""
    zones: dict[Zone, list[Found]] = defaultdict(list)
    for one in found:
        if one.zone:
            zones[one.zone].append(one)
    whole = {zone for zone, lines in zones.items() if _whole(zone, lines, len(found))}
    seen = {one.line.text for one in found if one.zone is None or one.zone.why not in ("hidden", "script")}
    return [one for one in found if _stays(one, whole) and not _again(one, seen)]


def small_print(line: str) -> bool:
    """Tell copyright notices, breadcrumbs, page turners, buttons and template signs from sentences."""
    if CONTROL.fullmatch(line):
        return True
    return len(line) <= 80 and bool(SMALL_PRINT.search(line)) and not (clause_like(line) and END.search(line))


def _whole(zone: Zone, lines: Sequence[Found], everything: int) -> bool:
    texts = [one.line.text for one in lines]
    if zone.why in ("hidden", "script"):
        return any(map(_sentence, texts))
    sentences = sum(numbered(text) and clause_like(text) for text in texts)
    return sentences >= NUMBERED or (zone.why != "furniture" and len(lines) * 2 > everything)


def _sentence(text: str) -> bool:
    return clause_like(text) or (han(text) >= SENTENCE and (bool(END.search(text)) or numbered(text)))


def _stays(one: Found, whole: set[Zone]) -> bool:
    line, zone = one.line, one.zone
    if _link(one) or (line.kind in ("paragraph", "item") and small_print(line.text)):
        return False
    if zone is None or zone in whole or (zone.why != "comments" and clause_like(line.text)):
        return True
    return zone.why == "head" and (line.kind == "heading" or bool(TITLE.match(line.text)))


def _link(one: Found) -> bool:
    """Tell a bare link, such as an entry of a menu or of a table of contents."""
    text = one.line.text
    if one.line.kind == "heading" or one.linked * 10 < len(text.strip()) * 9:
        return False
    return len(text) <= LINK and not END.search(text) and "《" not in text


def _again(one: Found, seen: set[str]) -> bool:
    """Tell a hidden copy of a line that stands on the page already."""
    return one.zone is not None and one.zone.why in ("hidden", "script") and one.line.text in seen
