"""Read the numbering in front of a line: 第十二条, 12.3, （二）, 1、, ①, a), bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass

CN = "〇零一二三四五六七八九十百"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_LISTS = (_CIRCLED, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑", "❶❷❸❹❺❻❼❽❾❿", "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩")
RINGS = "".join(_LISTS)
_RING_VALUES = {sign: value for signs in _LISTS for value, sign in enumerate(signs, 1)}
RANKS = {"编": 0, "編": 0, "部分": 0, "章": 1, "节": 2, "節": 2, "条": 3, "條": 3}
_BLANKS = "[^\\S\\r\\n]{0,4}"

_HEAD = re.compile(f"[\\s\\u200b-\\u200f\\u2060\\ufeff\\xad#>*_\\[|]*(?=[第\\d（(A-Za-z{CN}{RINGS}])")
_BULLET = re.compile("[\\s\\u200b\\ufeff]*([•·●◆◇■□▪▫○★☆➢►▶❖※\\ue000-\\uf8ff]|[-–*+](?=\\s|[\\u4e00-\\u9fff“【《]))")
_UNITS = (
    "元|倍|%|％|折|万|亿|公里|千米|厘米|小时|分钟|秒|[GMK]B|[GM]\\b|版|℃|美元|人民币|港币|"
    "[天年日](?=[内后前以起，。、的至期])|个(?:月|工作日|自然日|小时)"
)
_REFERENCE = (
    "条|条款|款|项|目|规定|约定|之规定|所述|所列|所称|所指|项下|中(?![国华文介止断])|的|至|到|和|及|与|或|以及|"
    f"第[{CN}\\d]{{1,4}}[款项条]|、第"
)
_WORDS = "(?=[^\\W\\d_a-zA-Z]\\S|[“《【])"
_TAIL = "[、.．:：]?"
_STYLES = {
    "ranked": f"第{_BLANKS}(?:[{CN}]{{1,6}}|\\d{{1,3}}){_BLANKS}(?:{'|'.join(RANKS)})(?!{_REFERENCE})",
    "dec": f"\\d{{1,3}}{_BLANKS}\\\\?(?:、(?!\\d{{1,3}}[、项款条])|[.．:：，,](?!\\d))",
    "dotted": f"\\d{{1,2}}(?:[.．]\\d{{1,3}}){{1,4}}(?![\\d-]|{_BLANKS}(?:{_UNITS})|[条款项]|所[述列]){_BLANKS}{_TAIL}",
    "pdotted": "[（(]\\d{1,2}(?:[.．]\\d{1,2}){1,4}[)）]",
    "pdec": f"[（(]{_BLANKS}\\d{{1,3}}{_BLANKS}[)）](?![项款条]){_TAIL}",
    "rdec": f"\\d{{1,3}}{_BLANKS}[)）](?![项款条]){_TAIL}",
    "cn": f"[{CN}]{{1,4}}{_BLANKS}[、.．:：，,]",
    "pcn": f"[（(]{_BLANKS}[{CN}]{{1,4}}{_BLANKS}[)）](?![项款条]){_TAIL}",
    "rcn": f"[{CN}]{{1,4}}[)）]{_TAIL}",
    "ring": f"[{RINGS}][、.．)）]?",
    "plat": f"[（(]{_BLANKS}(?:[ivxIVX]{{2,5}}|[A-Za-z]){_BLANKS}[)）]",
    "lat": "(?:[ivx]{2,5}|[A-Za-z])[)）、.．](?![A-Za-z.])",
    "ordinal": f"第[{CN}]{{1,3}}[、，,：: ]",
    "bare": f"(?:\\d{{1,2}}|[{CN}]{{1,2}})[^\\S\\r\\n]{{1,4}}(?!{_UNITS}|[天日年月个次张人位件至到条款项]){_WORDS}",
}
_MARKER = re.compile("|".join(f"(?P<{style}>{pattern})" for style, pattern in _STYLES.items()))
_WORD = re.compile(f"\\d+(?:[.．]\\d+)*|[{CN}]+|[{RINGS}]|[A-Za-z]+")
_LARGEST = 199
_SIGNS = "、.．:：，,"


@dataclass(frozen=True, slots=True)
class Marker:
    """One number as it stands: ``style`` tells which list it may belong to, ``fine`` its exact dress."""

    style: str
    fine: str
    path: tuple[int, ...]
    label: str
    end: int

    @property
    def value(self) -> int:
        """Return the last number of the path, 0 for a bullet."""
        return self.path[-1] if self.path else 0


def read(text: str, start: int, end: int) -> tuple[Marker, ...]:
    """Return the markers at the head of ``text[start:end]``: mostly one or none, two in ``2.5（1）``."""
    found: list[Marker] = []
    at = start
    while len(found) < 3:
        marker = _one(text, at, end, bool(found))
        if marker is None or (found and marker.style in ("bullet", "bare", "ranked", found[-1].style)):
            break
        found.append(marker)
        at = marker.end
    return tuple(found)


def number(word: str) -> int:
    """Return the value of 12, １２, 十二, 一百零三, ③, c or iv."""
    if word.isdecimal():
        return int(word)
    if word in _RING_VALUES:
        return _RING_VALUES[word]
    if word[0] in CN:
        return _chinese(word)
    return _roman(word.lower()) if len(word) > 1 else ord(word.lower()) - ord("a") + 1


def _one(text: str, start: int, end: int, nested: bool) -> Marker | None:
    bullet = None if nested else _BULLET.match(text, start, end)
    if bullet:
        fine = bullet[1] if bullet[1] < "\ue000" else "\ue000"  # private use: whatever the font draws
        return Marker("bullet", fine, (), "", bullet.end())
    head = _HEAD.match(text, start, end)
    match = _MARKER.match(text, head.end(), end) if head else None
    return _marker(match) if match else None


def _marker(match: re.Match[str]) -> Marker | None:
    style, words = match.lastgroup or "", "".join(match[0].split())
    found = _WORD.search(words)
    word = found[0] if found else ""
    path = tuple(map(int, re.split("[.．]", word))) if "dotted" in style else (number(word),)
    if 0 in path or max(path) > _LARGEST:
        return None
    label = words.rstrip(_SIGNS + "\\")
    if style == "ranked":
        style = next(rank for rank in RANKS if label.endswith(rank))
    elif style in ("lat", "plat") and word.isupper():
        style = style.upper()
    sign = words[-1] if style in ("dec", "cn") else ""
    return Marker(style, style + sign.replace("．", "."), path, label, match.end())


def _chinese(word: str) -> int:
    total, digit = 0, 0
    for sign in word:
        if sign == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif sign == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = CN.index(sign) - 1 if sign not in "〇零" else 0
    return total + digit


def _roman(word: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[sign] for sign in word]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
