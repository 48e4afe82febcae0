"""Hold the Chinese that a page contains against what was kept, and name where the rest lies."""

from __future__ import annotations

import html
import re
from typing import Any

from clause_check.model import Concern
from clause_check.readers.marker import HAN, han
from clause_check.readers.script import unescape

ENOUGH = 0.6
FEW = 300  # Chinese characters; below, a menu outweighs any text
COMMENT = re.compile(r"<!--.*?-->", re.S)
RUN = re.compile(f"[{HAN}]+")


def uncovered(markup: str, tree: Any, kept: str, read: str) -> tuple[Concern, ...]:
    """Return a concern when under 60 % of the page's Chinese characters were kept.

    ``kept`` is the document's text, ``read`` what was walked before furniture was taken out. What a page
    says twice (in its markup and in the state of its scripts) counts once.
    """
    wide = (len(markup.encode("utf-8", "replace")) - len(markup)) // 2  # no fewer than its Chinese characters
    if han(kept) >= ENOUGH * max(wide, FEW) and "\\u" not in markup and "&#" not in markup:
        return ()
    lost = _lost(_plain(markup), kept)
    total = han(kept) + lost
    if total < FEW or lost <= (1 - ENOUGH) * total:
        return ()
    share = round(100 * (total - lost) / total)
    message = f"网页里有 {total} 个汉字,只读出 {total - lost} 个({share}%),其余在{_places(markup, tree, kept, read)}。"
    return (Concern("coverage-low", message + "可能漏了条款,请在浏览器里全选协议复制成 .txt 再查一次。"),)


def _places(markup: str, tree: Any, kept: str, read: str) -> str:
    places = {
        "脚本": "\n".join(unescape(node.text()) for node in tree.css("script")),
        "模板": "\n".join(node.inner_html or "" for node in tree.css("template")),
        "标签属性": "\n".join(value for node in tree.css("*") for value in node.attributes.values() if value),
        "注释": "\n".join(COMMENT.findall(markup)),
        "导航、页脚、评论等页面框架": read,
    }
    lost = sorted(((_lost(text, kept), place) for place, text in places.items()), reverse=True)
    return "、".join(f"{place} {count} 字" for count, place in lost if count) or "别处"


def _lost(text: str, kept: str) -> int:
    return sum(len(run) for run in RUN.findall(text) if run not in kept)


def _plain(markup: str) -> str:
    text = html.unescape(markup) if "&#" in markup else markup
    return unescape(text) if "\\u" in text else text
