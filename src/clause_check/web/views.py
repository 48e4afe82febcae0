"""The first page, and the report with its assumptions."""

from __future__ import annotations

from clause_check.model import Facts
from clause_check.render import html
from clause_check.render.markup import attributes, escape, listing, tag
from clause_check.web.desk import Sitting
from clause_check.web.shell import alert, field, form, page, radios

USERS = {"consumer": "消费者（自己用）", "merchant": "商户（做生意用）"}
OPERATORS = {"platform": "平台（有别的商家开店）", "shop": "独立店铺（自己卖货）", "unknown": "不清楚"}
ACCEPTED = ".txt,.md,.html,.htm,.mht,.mhtml,.docx,.pdf,.zip,.gz,.warc,.webarchive,.png,.jpg,.jpeg,.webp"
LEAD = "把用户协议、充值协议或售后规则贴进来，看看哪些条款可能对您不公平、依据是哪一条法律、可以要求什么。"
HINT = "粘贴后马上出报告。也可以选择或拖入文件：网页、Word、PDF、文本、截图，或装着它们的压缩包。"


def start(base: str, message: str = "", text: str = "", crumbs: str = "") -> str:
    """Return the page where an agreement is pasted or dropped, after a failure with its sentence and the text."""
    facts = Facts(assumed=("as", "operator", "date"))
    hint = tag("p", escape(HINT), class_="note", id="hint")
    area = tag("textarea", escape(text), id="text", name="text", rows="12", aria_describedby="hint", spellcheck="false")
    pick = f"<input{attributes(id='file', name='file', type='file', accept=ACCEPTED)}>"
    inner = (
        tag("div", tag("label", "协议全文", for_="text") + hint + area, class_="field")
        + tag("div", tag("label", "或者选一个文件", for_="file") + pick, class_="field")
        + tag("details", tag("summary", "先说明情况（可以以后再改）") + assumptions(facts))
    )
    entry = form(f"{base}/", inner, "体检", enctype="multipart/form-data", class_="sheet entry")
    return page(base, "贴上协议", tag("h1", "看看这份协议公不公平") + tag("p", LEAD) + alert(message) + entry, crumbs)


def assumptions(facts: Facts) -> str:
    """Return the fields of the facts that decide which law applies; nothing is chosen that nobody stated."""
    user = "" if "as" in facts.assumed else facts.user
    operator = "unknown" if "operator" in facts.assumed else facts.operator
    return (
        radios("as", "您是（不选按消费者）", USERS, user)
        + radios("operator", "对方是", OPERATORS, operator)
        + field("date", "合同订立日期", facts.date, "不填就按现行法律。", type="date")
    )


def report(base: str, key: str, sitting: Sitting, message: str = "") -> str:
    """Return the report page: assumptions to change, then every document's report."""
    here = f"{base}/r/{key}"
    change = form(f"{here}/facts", assumptions(sitting.facts), "按这些情况重新体检", class_="facts")
    names = [html.name(one) for one in sitting.reports]
    links = [tag("a", escape(name), href=f"#r{number}") for number, name in enumerate(names, 1)]
    contents = tag("nav", listing(links), aria_label="文件") if len(names) > 1 else ""
    body = (
        tag("h1", "条款体检报告")
        + alert(message)
        + tag("section", tag("h2", "换个情况看") + change, class_="sheet", aria_label="换个情况看")
        + contents
        + "".join(html.fragment(one, f"r{number}") for number, one in enumerate(sitting.reports, 1))
    )
    drop = tag("button", "清除这份内容", type="submit")
    crumbs = tag(
        "nav",
        tag("a", "换一份协议", href=f"{base}/")
        + tag("a", "写投诉", href=f"{here}/case/0", class_="go")
        + tag("form", drop, method="post", action=f"{here}/forget"),
        aria_label="本页",
    )
    return page(base, "、".join(names), body, crumbs)
