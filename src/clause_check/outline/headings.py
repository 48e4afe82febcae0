"""Tell headings from sentences, by their words and by what stands around them."""

from __future__ import annotations

import re

from clause_check.outline.lists import Lists
from clause_check.outline.markers import RANKS, Marker
from clause_check.outline.numbering import Numbering
from clause_check.outline.pieces import Piece

_SENTENCE = re.compile("[。！？；，,;!?…@|\\t]|[：:].|://|\\d{7}")
_LETTER = re.compile("[^\\W_]")
_QUESTION = re.compile("如何|怎[么样]|什么|为何|哪[些个里]|是否|吗|多[久少]|谁")
# Words that enact something: a short line with one is a sentence, unless it ends as a title does.
_ENACTS = re.compile(
    "[仅只][支限能]|概不|[不恕][予退得再负可能会]|不承担|一律|视为|有权|归.{1,20}所有|为准|无效|应当|必须|自负|除非|须(?!知)|谢绝|"
    "^(?:您|你|我们|用户|会员|本公司|平台)(?:可|应|将|会|同意|承诺|保证)"
)
_TITLE = re.compile(
    "(?:情[形况]|说明|规则|范围|条件|责任|声明|条款|方式|义务|权利?|规定|标准|流程|期限|政策|约定|事项|行为|原则|处理|"
    "内容|限制|服务|信息|通知|规范|不可抗力|事由|例外|后果|承诺|保证|[?？])$"
)
_LISTS = re.compile("[不须需得应将会可有]|同意|禁止|保证|承诺|以下|下列|如下")
_ANNEX = re.compile("附[录件则表]|补充协议|.{2,20}(?:协议|条款|规则|声明|政策|须知|公告|规范|细则|办法)$")
_NAMED_ANNEX = re.compile("附[录件则表][一二三四五六七八九十\\d]{0,2}[：: ].{0,30}$")
_RUN_IN = re.compile("\\s*【([^【】]{2,20})】.")
_LIMIT = 80  # columns
_PLAIN_LIMIT = 50
_LONG = 30
_TRIM = " \t\r\n\u3000\xa0*_#]】|"


class Headings:
    """Judge which pieces of one document are headings."""

    def __init__(self, text: str, pieces: list[Piece]) -> None:
        self.text = text
        self.pieces = pieces
        self.short: dict[int, bool] = {}

    def holds(self, index: int, numbering: Numbering, lists: Lists) -> bool:
        """Return whether piece ``index`` is a heading, given the numbering and lists open before it."""
        piece = self.pieces[index]
        if piece.part or piece.line.kind in ("cell", "note"):
            return False
        words = self.words(index)
        ranked = piece.last is not None and piece.last.style in RANKS
        if piece.last is not None and (ranked or piece.last.style == "cn"):
            words = words.replace("，", "、", 1)  # 四、账号，密码和安全
        if piece.last is None and _NAMED_ANNEX.match(words.strip()):
            return True
        if not (_short(words, _LIMIT) or (piece.markers and _colon(words)) or (ranked and not words.strip(_TRIM))):
            return False
        if piece.line.kind == "heading" or ranked:
            return True
        if _ENACTS.search(words.strip(_TRIM)) and not _TITLE.search(words.strip(_TRIM)):
            return False
        if piece.last is None:
            return _short(words, _PLAIN_LIMIT) and self._stands_alone(index, words, lists)
        return piece.line.kind != "item" and self._opens_section(index, piece.last, numbering, lists)

    def words(self, index: int) -> str:
        """Return the text of piece ``index`` behind its markers."""
        return self.text[self.pieces[index].words : self.pieces[index].end]

    def title(self, index: int) -> str:
        """Return the words of heading ``index`` without blanks and decoration around them."""
        words = self.words(index).strip().strip(_TRIM + "：:")
        return " ".join((words[1:] if words.startswith("【") else words).split())

    def run_in(self, index: int) -> str:
        """Return the heading that opens the paragraph itself (二、【账号安全】您应当…), or nothing."""
        match = _RUN_IN.match(self.text, self.pieces[index].words, self.pieces[index].end)
        return match[1] if match else ""

    def annex(self, index: int) -> bool:
        """Return whether heading ``index``, without a number, begins a part of its own."""
        return index > 0 and bool(_ANNEX.match(self.title(index)))

    def _opens_section(self, index: int, own: Marker, numbering: Numbering, lists: Lists) -> bool:
        """Return whether what follows a short numbered line lies under it, not beside or above it."""
        after = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        if own.style == "bullet" or after is None:
            return False
        following = after.markers[0] if after.markers else None
        if following and following.style == "dotted" and following.path[: len(own.path)] == own.path != following.path:
            return True
        kin = numbering.sibling(self.pieces[index].markers[0])
        beside = kin is not None and not kin.titled and self.pieces[index - 1].last is kin.marker
        if own.style != "cn" and (lists.waiting or beside):
            return False
        return following is None or (following.value <= 1 and following.fine != own.fine)

    def _stands_alone(self, index: int, words: str, lists: Lists) -> bool:
        """Return whether a short unnumbered line is not one of several such lines, nor a sentence's end."""
        if index + 1 >= len(self.pieces):
            return False
        if index == 0 or (_ANNEX.match(words.strip(_TRIM)) and self.pieces[index - 1].stop):
            return True
        before = self.pieces[index - 1]
        if (
            lists.waiting
            or (not before.stop and (lists.listing or self._long(index - 1)))
            or before.stop in ("；", ";")
        ):
            return False
        above = next((step for step in range(3) if not self._shortish(index - step - 1)), 3)
        below = next((step for step in range(3) if not self._shortish(index + step + 1)), 3)
        return above + below < 2 and self._governs(index + below + 1)

    def _governs(self, index: int) -> bool:
        """Return whether piece ``index`` can stand under an unnumbered heading: it goes on with no outer list."""
        if index >= len(self.pieces):
            return False
        following = self.pieces[index].markers
        return not following or following[0].value <= 1 or following[0].style in RANKS

    def _long(self, index: int) -> bool:
        return self.pieces[index].end - self.pieces[index].words > _LONG

    def _shortish(self, index: int) -> bool:
        """Return whether piece ``index`` exists, has no number and is short."""
        if index not in self.short:
            inside = 0 <= index < len(self.pieces) and not self.pieces[index].markers
            self.short[index] = inside and _short(self.words(index), _PLAIN_LIMIT)
        return self.short[index]


def _short(text: str, limit: int) -> bool:
    """Return whether ``text`` has at most ``limit`` columns and no sentence punctuation, a question's mark aside."""
    words = text.strip(_TRIM) if len(text) <= 2 * limit else ""
    if words[:1] in ("（", "(") and words[-1:] in ("）", ")"):
        return False
    if words[-1:] in ("？", "?") and _QUESTION.search(words):
        words = words[:-1]
    if not 0 < len(words.encode("gb18030", "replace")) <= limit or words[-1] in "：:、":
        return False
    return bool(_LETTER.search(words)) and not _SENTENCE.search(words)


def _colon(text: str) -> bool:
    """Return whether ``text`` is a heading that ends with a colon (五、退款说明：), and no sentence."""
    words = text.strip(_TRIM) if len(text) < _LONG else ""
    return len(words) <= 16 and words[-1:] in ("：", ":") and _short(words[:-1], _LIMIT) and not _LISTS.search(words)
