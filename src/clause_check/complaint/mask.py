"""Hide what identifies a person in texts for public places."""

from __future__ import annotations

import re

from clause_check.complaint.blocks import Block
from clause_check.complaint.casefile import Case

_NUMBERS = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9}|\d{3,4}-\d{7,8}|1[3-9]\d[- ]\d{4}[- ]\d{4}|\d{12,19})(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CHAT = re.compile(r"((?:QQ|微信|VX|WX|Telegram|TG)号?[:：]?\s*)[A-Za-z0-9_-]{5,}", re.IGNORECASE)
_CODE = re.compile(
    r"(?<![A-Za-z0-9.])(?=[A-Za-z0-9-]*\d)(?=[A-Za-z0-9-]*[A-Za-z])[A-Za-z0-9]{3,8}(?:-[A-Za-z0-9]{3,8}){1,5}"
)
_LONG_CODE = re.compile(r"(?<![A-Za-z0-9./])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{10,}(?![A-Za-z0-9.])")
_CAPITALS = re.compile(r"(?<![A-Za-z0-9])[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){2,}(?![A-Za-z0-9])")
_AGENT = re.compile(r"(客服|工号)(?:小)?[\w一-龥]{0,4}?(?:工号)?[:：]?\s*\d{2,}")
HIDDEN = "（已遮住）"


def mask_block(block: Block, case: Case) -> Block:
    """Return a block with every text and cell masked."""
    rows = tuple(tuple(mask(cell, case) for cell in row) for row in block.rows)
    return Block(block.kind, mask(block.text, case), rows)


def mask(text: str, case: Case) -> str:
    """Return ``text`` without names, numbers, addresses, codes and order numbers of the case."""
    for private in sorted(_private(case), key=len, reverse=True):
        text = text.replace(private, HIDDEN)
    text = _CHAT.sub(rf"\1{HIDDEN}", _MAIL.sub(HIDDEN, text))
    text = _AGENT.sub(rf"\1{HIDDEN}", text)
    for pattern in (_NUMBERS, _CODE, _CAPITALS, _LONG_CODE):
        text = pattern.sub(HIDDEN, text)
    return text


def _private(case: Case) -> set[str]:
    me, minor = case.me, case.minor
    words = {me.name, me.phone, me.address, me.domicile, me.job, minor.name, case.order.number, case.order.payee}
    if case.order.payee in (case.platform.name, case.seller.name):
        words.discard(case.order.payee)
    words |= {entry.number for entry in case.log}
    return {word for word in words if len(word) >= 2}
