"""The pages of a complaint: questions, evidence, roads, letter."""

from __future__ import annotations

from clause_check.complaint import data
from clause_check.complaint.blocks import Letter
from clause_check.complaint.moment import written
from clause_check.complaint.plaintext import as_text
from clause_check.complaint.plan import Plan, Road, covers
from clause_check.complaint.planview import VERDICTS
from clause_check.complaint.quoting import Quoter
from clause_check.render.markup import attributes, escape, listing, pairs, tag
from clause_check.web.casebook import STEPS, Casebook
from clause_check.web.questions import ask, no_commands
from clause_check.web.shell import alert, form, page

PRIVATE = "您写的只在本机内存里，关掉服务就没有了。要留底请下载案卷。"


def questions(base: str, here: str, book: Casebook, step: int, faults: list[str]) -> str:
    """Return the form of one step; what could not be taken stands above it."""
    fields = "".join(ask(one, book.case, asked=one.key in book.asked) for one in book.questions(step))
    entry = form(f"{here}/case/{step}", fields, "保存并继续", class_="sheet entry", autocomplete="off")
    body = (
        tag("h1", f"写投诉：{STEPS[step][0]}") + _steps(here, book, f"case/{step}") + tag("p", PRIVATE, class_="note")
    )
    return page(base, f"写投诉：{STEPS[step][0]}", body + "".join(map(alert, faults)) + entry, _crumbs(here))


def evidence(base: str, here: str, book: Casebook) -> str:
    """Return the checklist of evidence, ticked where an exhibit of the case covers an item."""
    case, boxes = book.case, []
    for proof in data.checklist():
        if proof.kinds and case.kind not in proof.kinds:
            continue
        ticked = " checked" if any(covers(proof, one) for one in case.exhibits) else ""
        box = attributes(type="checkbox", name="have", value=proof.id, id=f"have-{proof.id}") + ticked
        about = f"证明{proof.proves}。留法：{proof.keep}。"
        label = tag("label", f"<input{box}> {escape(proof.what)}", for_=f"have-{proof.id}")
        boxes.append(tag("div", label + tag("p", escape(no_commands(about)), class_="note"), class_="field"))
    fields = tag("fieldset", tag("legend", "手里已经有的打勾") + "".join(boxes))
    body = tag("h1", "写投诉：证据") + _steps(here, book, "evidence")
    return page(
        base, "写投诉：证据", body + form(f"{here}/evidence", fields, "保存并继续", class_="sheet entry"), _crumbs(here)
    )


def roads(base: str, here: str, book: Casebook, plan: Plan, whole: str, law: Quoter) -> str:
    """Return the roads in the order to take them, each with the way to its letter; ``whole`` is the plan as text."""
    cards = "".join(_road(here, road, law) for road in plan.roads)
    text = tag("pre", escape(no_commands(whole)))
    full = tag("details", tag("summary", "完整计划（期限、还缺的证据、法条原文）") + text, class_="sheet")
    body = tag("h1", "写投诉：走哪条路") + _steps(here, book, "roads") + cards + full
    return page(base, "写投诉：走哪条路", body, _crumbs(here))


def letter(base: str, here: str, book: Casebook, made: Letter) -> str:
    """Return a letter with its downloads, what is missing in it and what only the person must know."""
    where = f"{here}/letter/{made.channel}"
    names = (("下载 Word（.docx）", "docx"), ("下载文本（.txt）", "txt"))
    links = [tag("a", words, href=f"{where}/{form_}", download=True, class_="button") for words, form_ in names]
    for_you = [(f"待补：{name}") for name in made.missing] + list(made.notes)
    notes = tag("section", tag("h2", "寄出前请看") + listing(map(escape, for_you)), class_="sheet") if for_you else ""
    text = tag("pre", escape(as_text(made)), class_="letter", tabindex="0", role="region", aria_label=made.title)
    body = tag("h1", escape(made.title)) + _steps(here, book, "roads") + tag("p", "".join(links), class_="send")
    return page(base, made.title, body + notes + tag("section", text, class_="sheet"), _crumbs(here))


def refused(base: str, here: str, book: Casebook, message: str) -> str:
    """Return the page that says why a letter is not written."""
    body = tag("h1", "没有写") + _steps(here, book, "roads") + alert(message)
    return page(base, "没有写", body + tag("p", tag("a", "回到走哪条路", href=f"{here}/roads")), _crumbs(here))


def _road(here: str, road: Road, law: Quoter) -> str:
    rows = [("为什么", no_commands(road.route.why))]
    if road.route.verdict != "closed":
        rows += [("能给", road.channel.can), ("不能", road.channel.cannot), ("怎么走", road.channel.where)]
    if road.place:
        rows.append(("归谁管", f"{road.place.text}（{'、'.join(law.name(cite) for cite in road.place.cites)}）"))
    rows += [("如果今天提交", f"{due.length}，到{written(due.end)}，{due.row.what}") for due in road.due]
    if road.lacking:
        rows.append(("还缺", "、".join(road.lacking)))
    open_ = road.route.verdict != "closed" and road.channel.id in data.templates()
    write = tag("a", "写信", href=f"{here}/letter/{road.channel.id}", class_="button") if open_ else ""
    head = tag("h2", f"{escape(road.channel.name)} {tag('span', VERDICTS[road.route.verdict], class_='verdict')}")
    return tag("section", head + pairs((name, escape(text)) for name, text in rows) + tag("p", write), class_="sheet")


def _steps(here: str, book: Casebook, now: str) -> str:
    steps = [(f"case/{number}", name) for number, name in book.steps()]
    links = [
        tag("a", escape(name), href=f"{here}/{path}", **({"aria_current": "step"} if path == now else {}))
        for path, name in [*steps, ("evidence", "证据"), ("roads", "走哪条路")]
    ]
    return tag("nav", listing(links), class_="steps", aria_label="投诉步骤")


def _crumbs(here: str) -> str:
    links = tag("a", "回到报告", href=here) + tag("a", "下载案卷", href=f"{here}/case.toml", download=True)
    return tag("nav", links, aria_label="本页")
