"""An agreement and findings in it, written by hand, that every renderer is tried on."""

from dataclasses import replace

from clause_check.model import Citation, Finding

TEXT = """虚构卡券商城用户协议
第三条 退款
3.1 卡密一经发出，概不退换，最终解释权归商城所有。
3.2 余额用完即止。
3.3 商城保证质量。
"""

UNFAIR_TERMS = Citation(
    cite="消保法/26/2",
    law="《中华人民共和国消费者权益保护法》",
    article="第二十六条第二款",
    text="经营者不得以格式条款作出对消费者不公平、不合理的规定。",
    number="主席令第七号",
    in_force_from="2014-03-15",
    applies="自用的消费者",
)
INTERPRETATION = Citation(
    cite="网消规定/1/1/3",
    law="《网络消费规定》",
    article="第一条第三项",
    text="电子商务经营者享有单方解释权或者最终解释权",
    number="法释〔2022〕8号",
    in_force_from="2022-03-15",
    applies="电子商务经营者",
    later=True,
    verified="来源待核",
)
PENALTY = Citation(
    cite="消保条例/50/1",
    law="《消保条例》",
    article="第五十条第一款",
    text="由市场监督管理部门责令改正，可以并处罚款。",
    number="国务院令第778号",
    in_force_from="2024-07-01",
    applies="",
    role="penalty",
)


def finding(quote: str, **words: object) -> Finding:
    """Return a finding on ``quote`` where it first stands in ``TEXT``."""
    start = TEXT.index(quote)
    line_start = TEXT.rindex("\n", 0, start) + 1
    base = Finding(
        rule="refund-exclusion.blanket",
        category="refund-exclusion",
        category_name="排除退换退款",
        grade="unfair",
        title="一概不退不换",
        quote=quote,
        start=start,
        end=start + len(quote),
        line=TEXT.count("\n", 0, start) + 1,
        column=start - line_start + 1,
        clause="3.1",
        heading="退款",
        sentence="卡密一经发出，概不退换，最终解释权归商城所有。",
        basis=(UNFAIR_TERMS, PENALTY),
        what="卡密无效、错发也不退。",
        why="排除了商品不符时退货的权利。",
        defence="商城会说数字商品不退；但无效的卡密是没有履行。",
        ask="退还货款。",
        fingerprint="a1b2c3",
    )
    return replace(base, **words)  # type: ignore[arg-type]
