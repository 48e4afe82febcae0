"""Read title, party, version and effective date where agreements state them: at the top, or at the very end."""

from __future__ import annotations

import re
from dataclasses import replace

from clause_check.model import Document
from clause_check.readers.marker import TITLE, numbered

TOP = 4000  # characters in which an agreement says who its parties are
ENDS = 1500  # characters at either end in which dates and versions stand
TITLE_LINES = 15
FIRM = r"(?:公司|集团|銀行|银行|工作室|商行|合作社|个体工商户|事务所|经营部|中心|协会)"
LETTER = r"[^\s，。；：、！？,.;:!?“”\"'‘’《》<>【】\[\]|]"
# Found by the words beside them and read backwards from there: a lazy name in front would be tried at every place.
CALLED = re.compile(r"以下(?:又|亦)?(?:简称|簡稱|统称|合称|称|稱)")
BEFORE = re.compile(
    rf"({LETTER}{{2,40}}{FIRM})(?:[^。；\n]{{0,12}}公司)?[，,、\s]{{0,2}}[（(【\[]?[^（）()。\n]{{0,30}}$"
)
LABELLED = re.compile(
    r"(?:甲方|平台方|运营方|运营主体|运营者|经营者|服务提供者?方?|公司名称|您(?:与|和|同)|(?<!自)由)\s*[:：为是]?\s*"
    rf"({LETTER}{{2,40}}?{FIRM})"
)
LEAD = re.compile(
    r".*(?:欢迎(?:您)?(?:使用|注册|来到|加入)?|(?<!自)由|(?:您|你|用户|客户|会员|甲方|乙方|[)）])(?:与|和|同)|是指|指的?是|(?:主体|均)为"
    r"|(?:协议|平台|网站|本站|APP|App|软件|服务|产品|商城|者|方)(?:是|系|指|为)|^[是指系为]|使用|访问|属于|归|所有者|提示)"
)
TRAIL = re.compile(r"(?:及其|及|和其?)(?:关联|附属|下属).*$")
NOBODY = re.compile(r"^[本该我贵与和在从各]|[的时意其并您]|用户|关联|控股|第三方|合作|及运营|付款")
DATE = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
DATED = r"\s*(?:[于为是]|[:：])?\s*[【\[(（]?\s*"
DATES = (
    re.compile(rf"(?:生效|施行|实施|启用|執行|执行)(?:日期|时间|日)?{DATED}{DATE.pattern}"),
    re.compile(rf"自\s*{DATE.pattern}\s*(?:起|开始)?(?:正式)?(?:生效|施行|实施|执行)"),
    re.compile(rf"(?:更新|修订|修改|修正)(?:日期|时间|日|于)?{DATED}{DATE.pattern}"),
    re.compile(rf"(?:发布|公布|颁布|签署)(?:日期|时间|日|于)?{DATED}{DATE.pattern}"),
)
VERSION = re.compile(
    r"(?:版本(?:号|编号)?|文件编号)\s*[】\]]?\s*[:：为是]?\s*([Vv]?\d[\w.\-]{0,20}|\d{4}年\d{1,2}月(?:\d{1,2}日)?版?)"
    r"|[（(\s]([Vv]\d+(?:\.\d+)*|\d{4}年?(?:第?[一二三四\d]+)?版)[)）\s]"
)


def state(document: Document) -> Document:
    """Fill in the facts that the reader could not know from the format."""
    text = document.text
    ends = f"{text[:ENDS]}\n{text[-ENDS:]}".replace("*", "")
    return replace(
        document,
        title=title(text, document.title),
        party=document.party or party(text),
        version=version(ends),
        effective=effective(ends),
    )


def title(text: str, page: str = "") -> str:
    """Return the agreement's own title, else the part of the page's title that names one, else the page's title."""
    lines = (line.strip("#* \ufeff\r\t\u3000") for line in text[:TOP].split("\n"))
    for line in [line for line in lines if line][:TITLE_LINES]:
        if TITLE.match(line) and not numbered(line):
            return line.strip("《》【】 ")
    parts = [part.strip() for part in re.split(r"[-_|—–·»>]", page)]
    return next((part for part in parts if TITLE.match(part)), page)


def party(text: str) -> str:
    """Return the company that the agreement defines as its platform, or an empty string."""
    top = text[:TOP].replace("*", "")
    befores = (BEFORE.search(top, max(0, called.start() - 80), called.start()) for called in CALLED.finditer(top))
    names = [_bare(found[1]) for found in befores if found] + [_bare(found[1]) for found in LABELLED.finditer(top)]
    return next((name for name in names if len(name) >= 4 and not NOBODY.search(name)), "")


def version(text: str) -> str:
    """Return the version as the agreement writes it, or an empty string."""
    found = VERSION.search(text)
    return (found[1] or found[2]) if found else ""


def effective(text: str) -> str:
    """Return the ISO date of taking effect, else of the last change, else of publication."""
    for pattern in DATES:
        for found in pattern.finditer(text):
            year, month, day = map(int, found.groups())
            if 1 <= month <= 12 and 1 <= day <= 31:
                return f"{year:04d}-{month:02d}-{day:02d}"
    return ""


def _bare(name: str) -> str:
    """Return a company's name without the words before and after it that the pattern took along."""
    for bracket, other in (("（(", "）)"), ("）)", "（(")):
        while sum(map(name.count, bracket)) > sum(map(name.count, other)):
            name = re.split(f"[{bracket}]", name, maxsplit=1)[1]
    lead = LEAD.match(name)
    return TRAIL.sub("", name[lead.end() :] if lead else name)
