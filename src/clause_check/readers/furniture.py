"""Tell the page's furniture from the agreement; in doubt a line stays, for a lost clause is worse."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from clause_check.readers.dom import Found
from clause_check.readers.marker import END, HAN, clause_like, han, numbered
from clause_check.readers.spot import Zone

WHOLE = 100  # Chinese characters that make a hidden part worth keeping whole
NUMBERED = 3  # numbered sentences that make any part worth keeping whole
LINK = 30  # characters; a longer line is text, though it be all link
SMALL_PRINT = re.compile(
    r"©|copyright|版权所有|ICP\s*[备证]|公网安备|上一[篇页条]|下一[篇页条]|返回(?:顶部|首页|上一页)|当前位置|您(?:现在)?的位置|浏览(?:次数|量)?[:：]"
    r"|阅读(?:次数|量)?[:：]|点击(?:次数|数)?[:：]|分享到|打印本页|关闭窗口|字体[:：]|扫一扫|下载\s*APP|(?:登录|登陆)\s*[|/]?\s*(?:免费)?注册"
    r"|请(?:先)?启用\s*javascript|^\s*(?:同意|不同意|我已阅读|确定|取消|关闭|首页|登录|注册|搜索|菜单|更多|收起|展开)[^。]{0,12}$",
    re.I,
)
TITLE = re.compile(rf"^[《【]?[{HAN}A-Za-z0-9·“”\"\s（）()]{{2,30}}(?:协议|条款|政策|规则|须知|声明|公约|说明|合同|章程|办法)[》】]?$")


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
    """Tell copyright notices, breadcrumbs, page turners and buttons from sentences."""
    return len(line) <= 80 and bool(SMALL_PRINT.search(line)) and not (clause_like(line) and END.search(line))


def _whole(zone: Zone, lines: Sequence[Found], everything: int) -> bool:
    texts = [one.line.text for one in lines]
    if zone.why in ("hidden", "script"):
        return sum(map(han, texts)) >= WHOLE or any(map(clause_like, texts))
    sentences = sum(numbered(text) and clause_like(text) for text in texts)
    return sentences >= NUMBERED or (zone.why != "furniture" and len(lines) * 2 > everything)


def _stays(one: Found, whole: set[Zone]) -> bool:
    text = one.line.text
    if one.zone is None or one.zone in whole:
        return not _link(one) and not small_print(text)
    if one.zone.why == "comments":
        return False
    if clause_like(text):
        return not _link(one) and not small_print(text)
    return one.zone.why == "border" and not _link(one) and (one.line.kind == "heading" or bool(TITLE.match(text)))


def _link(one: Found) -> bool:
    """Tell a bare link, such as an entry of a menu or of a table of contents."""
    text = one.line.text
    if one.line.kind == "heading" or one.linked * 10 < len(text.strip()) * 9:
        return False
    return len(text) <= LINK and not END.search(text) and "《" not in text


def _again(one: Found, seen: set[str]) -> bool:
    """Tell a hidden copy of a line that stands on the page already."""
    return one.zone is not None and one.zone.why in ("hidden", "script") and one.line.text in seen
