"""Decode bytes of unknown encoding: BOM, strict UTF-8, the declared label, then the likeliest."""

from __future__ import annotations

import codecs
import re
from functools import cache

from clause_check.errors import ClauseCheckError

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CHINESE: dict[str, str] = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "hz-gb-2312", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "big5hkscs", "x-x-big5", "cp950"), "big5hkscs"),
}
CANDIDATES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.I)
COMMON = frozenset(
    "的一是不在有人我他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家"
    "十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从户务服协议本平台您条款"
    "责任应权使信息内容退费规或及由请任何如因果按照相关法律接受第商品站账号除提供"
    "這為來個們說國時出於後對裡過發經當與學進種將還分見從戶務協議臺條責應權資訊內費規請關係帳號該您無變更產"
)
SAMPLE = 8_000  # bytes
PLAIN = re.compile(r"[\t\n\r -~]+")
CREDIBLE = 0.2  # Chinese prose scores 0.4 to 0.8, a wrong decoding below 0
BROKEN = 0.02  # share of unreadable characters above which no decoding is credible


def decode(data: bytes, label: str = "", place: str = "") -> tuple[str, str]:
    """Return the text and the name of the encoding that read it; a BOM stays in UTF-8 text.

    Raises ``file-encoding``, naming ``place``, when nothing reads it credibly.
    """
    for bom, name in BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace"), name
    if b"\0" not in data:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    return _declared(data, label) or _likeliest(data, place)


def declared(data: bytes) -> str:
    """Return the charset that a page or XML file names in its first kilobytes, or an empty string."""
    found = DECLARED.search(data[:4096])
    return found[1].decode("ascii") if found else ""


def wide(data: bytes) -> str:
    """Return ``utf-16-le`` or ``utf-16-be`` when the bytes read as Chinese that way, else an empty string."""
    sample = data[: SAMPLE & ~1]
    scores = {name: _score(sample.decode(name, "replace")) for name in CANDIDATES[2:]}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > CREDIBLE else ""


def _declared(data: bytes, label: str) -> tuple[str, str] | None:
    name = CHINESE.get(label.strip().lower(), "")
    if not name:
        return None
    text = data.decode(name, "replace")
    return (text, name) if _score(text[: SAMPLE // 2]) > CREDIBLE else None


def _likeliest(data: bytes, place: str) -> tuple[str, str]:
    sample = data[:SAMPLE]
    names = CANDIDATES if len(data) % 2 == 0 else CANDIDATES[:2]
    scores = {name: _score(sample.decode(name, "replace")) for name in (*names, "utf-8")}
    best = max(scores, key=lambda name: scores[name])
    text = data.decode(best, "replace")
    if scores[best] <= 0 or text.count("\ufffd") > BROKEN * len(text) + 1:
        raise ClauseCheckError("file-encoding", place)
    return text, best


def _score(text: str) -> float:
    """Return how much ``text`` reads like Chinese prose: common characters, less the impossible ones."""
    if not text:
        return 0.0
    common = sum(map(COMMON.__contains__, text))
    plain = len(text) - len(PLAIN.sub("", text))
    strange = len(_strange().findall(text))
    return (common + 0.01 * plain - 4 * strange) / (max(1, len(text) - plain) + 0.01 * plain)


@cache
def _strange() -> re.Pattern[str]:
    """Return the pattern of what prose never holds: the unreadable, private signs, controls, Hangul."""
    return re.compile("[\ufffd\\0\ue000-\uf8ff\x80-\x9f\uac00-\ud7ff]")
