"""Recognise what opens a clause, what closes a sentence, and how much Chinese a line holds."""

from __future__ import annotations

import re

from clause_check.outline.markers import read

HAN = "㐀-䶿一-鿿豈-﫿"  # inside a character class
END = re.compile(r"[。；;！!？?：:…][”’」』）)】\"']*\s*$")
LEGAL = re.compile(
    r"用户|用戶|您|会员|買家|买家|卖家|客户|消费者|本站|平台|我们|本公司|本店|甲方|乙方|协议|協議|条款|條款"
    r"|退款|退换|退还|责任|責任|解释权|不得|有权|有權|应当|須|须"
)
# Classes that name what may not stand there compile in a tenth of the time that the range of all Chinese takes.
TITLE = re.compile(
    r"[《【]?[^，。；：、！？,;:!?|<>《》\n]{2,30}"
    r"(?:协议|協議|条款|條款|政策|规则|规定|须知|声明|聲明|公约|合同|章程|办法)(?:[（(][^（）()]{1,20}[)）])?[》】]?\s*$"
)
_runs = re.compile(f"[{HAN}]+")


def han(text: str) -> int:
    """Return how many Chinese characters ``text`` holds."""
    return sum(map(len, _runs.findall(text)))


def numbered(line: str) -> bool:
    """Tell whether ``line`` opens with a clause number or bullet; ``3 月底前`` may not be one, so it is none."""
    markers = read(line, 0, len(line))
    return bool(markers) and markers[0].style != "bare"


def clause_like(line: str) -> bool:
    """Tell whether ``line`` may be part of an agreement: enough Chinese, its vocabulary, and a sentence or number."""
    return han(line) >= 8 and bool(LEGAL.search(line)) and bool(numbered(line) or END.search(line) or han(line) >= 25)
