"""Recognise what opens a clause, what closes a sentence, and how much Chinese a line holds."""

from __future__ import annotations

import re

HAN = "㐀-䶿一-鿿豈-﫿"
DIGITS = "〇零一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾"
MARK = re.compile(
    rf"\s*(?:第\s*[{DIGITS}\d０-９]+\s*[条條章节節款项項编編部篇]"
    rf"|[（(]\s*(?:[{DIGITS}]+|[\d０-９]{{1,3}}|[a-zA-Z]|[ivxIVX]{{1,5}})\s*[）)]"
    rf"|[{DIGITS}]+\s*[、.．)）]|[\d０-９]{{1,3}}(?:[.．][\d０-９]{{1,3}})+[、.．)）]?(?![\d%％元])"
    rf"|[\d０-９]{{1,3}}\s*(?:[、)）]|[.．](?!\d))|[a-zA-Z]\s*[、)）.．](?![a-zA-Z])"
    rf"|[ivxIVX]{{2,5}}\s*[、)）.．]|[①-⑳⑴-⒇㈠-㈩]|[●•■◆·※▪◎○★☆►▶-]\s*(?=[{HAN}]))"
)
END = re.compile(r"[。；;！!？?：:…][”’」』）)】\"']*\s*$")
LEGAL = re.compile(
    r"用户|用戶|您|会员|買家|买家|卖家|客户|消费者|本站|平台|我们|本公司|本店|甲方|乙方|协议|協議|条款|條款"
    r"|退款|退换|退还|责任|責任|解释权|不得|有权|有權|应当|須|须"
)
_han = re.compile(f"[{HAN}]")


def han(text: str) -> int:
    """Return how many Chinese characters ``text`` holds."""
    return len(_han.findall(text))


def numbered(line: str) -> bool:
    """Tell whether ``line`` opens with a clause number or bullet."""
    return bool(MARK.match(line))


def clause_like(line: str) -> bool:
    """Tell whether ``line`` may be part of an agreement: enough Chinese, its vocabulary, and a sentence or number."""
    return han(line) >= 8 and bool(LEGAL.search(line)) and bool(numbered(line) or END.search(line) or han(line) >= 25)
