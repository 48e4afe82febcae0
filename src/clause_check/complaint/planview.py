"""Write a plan as plain text for the person."""

from __future__ import annotations

from collections.abc import Iterator

from clause_check.complaint import data
from clause_check.complaint.casefile import Case
from clause_check.complaint.deadlines import Due
from clause_check.complaint.fees import court_notes
from clause_check.complaint.moment import written, yuan
from clause_check.complaint.plan import Plan, Road
from clause_check.complaint.quoting import Quoter, applicable, one_line

VERDICTS = {
    "first": "现在就走",
    "also": "同时走",
    "then": "上一步没结果再走",
    "optional": "可走可不走",
    "closed": "走不通",
}
CHECKED = {
    "two-sources": "两处来源一致",
    "one-official": "一份官方文本",
    "one-unofficial": "来源待核",
    "advice": "本工具建议",
}
UNSURE = "（当年的放假安排本工具未收录，按法定节日和周末估算，以公布为准）"
ROLES = {"self": "自用", "resale": "转卖", "merchant": "商户"}


def render(case: Case, plan: Plan, law: Quoter) -> str:
    """Return the plan as text with a final newline, every provision quoted once at the end."""
    lines = [
        *_head(case, plan),
        *_roads(plan, law),
        *_due(plan, law),
        *_wanting(plan),
        *_court(case, plan, law),
        *_law(plan, law),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _head(case: Case, plan: Plan) -> Iterator[str]:
    yield f"投诉计划（{written(plan.today)}）"
    parts = [
        data.kinds()[case.kind].name,
        f"对方：{case.respondent.name or '还不知道'}",
        f"金额：{yuan(case.order.amount) if case.order.amount else '还没写'}",
        f"用途：{ROLES[case.me.role]}",
    ]
    yield "；".join(parts)
    if "settled" in plan.flags:
        yield "案卷里记着已经解决：下面只供参考，还挂着的投诉请如实撤回。"
    if "not-consumer" in plan.flags:
        yield "您选的是转卖或商户：不是生活消费，走协商和诉讼，下面不用消费者的规定；违法线索仍可举报。"
    if "many" in plan.flags:
        yield (
            f"同类订单有 {case.order.count} 笔：请准备好说明为什么买这么多，"
            "购买的数量和频次会影响是否受理（令121第十七条第一项）。"
        )


def _roads(plan: Plan, law: Quoter) -> Iterator[str]:
    yield from ("", "一、先走哪条路")
    for number, road in enumerate(plan.roads, 1):
        yield from ("", f"{number}. {road.channel.name}——{VERDICTS[road.route.verdict]}")
        yield from (f"   {line}" for line in _road(road, law, plan.flags))


def _road(road: Road, law: Quoter, flags: frozenset[str]) -> Iterator[str]:
    channel = road.channel
    yield f"为什么：{road.route.why}"
    if applicable(road.route.cites, flags):
        yield f"依据：{'、'.join(law.name(cite) for cite in applicable(road.route.cites, flags))}"
    if road.route.verdict == "closed":
        return
    yield f"能给：{channel.can}"
    yield f"不能：{channel.cannot}"
    yield f"怎么走：{channel.where}"
    if road.place:
        yield f"归谁管：{road.place.text}（{'、'.join(law.name(cite) for cite in road.place.cites)}）"
    for due in road.due:
        yield f"如果今天提交：{due.length}，到{written(due.end)}，{due.row.what}{'' if due.sure else UNSURE}"
    if road.lacking:
        yield f"还缺：{'、'.join(road.lacking)}"
    yield f"核对：{channel.checked_on.isoformat()}，{CHECKED[channel.verified]}"


def _due(plan: Plan, law: Quoter) -> Iterator[str]:
    yield from ("", "二、期限")
    if not plan.due:
        yield "案卷里还没有能起算的日期。"
    for due in plan.due:
        yield from _one_due(due, plan, law)


def _one_due(due: Due, plan: Plan, law: Quoter) -> Iterator[str]:
    who = "您" if due.row.whose == "you" else "对方或机关"
    state = "【已过】" if due.end < plan.today else ""
    basis = law.name(due.row.cites[0]) if due.row.legal else "本工具建议，不是法定期限"
    yield (
        f"- {written(due.end)}{state}（{who}）：{due.row.what}。"
        f"自{written(due.start)}起{due.length}，当日不计；{basis}{'' if due.sure else UNSURE}"
    )


def _wanting(plan: Plan) -> Iterator[str]:
    yield from ("", "三、还缺的证据")
    if not plan.wanting:
        yield "清单上的都有了。用 evidence verify 再核一遍。"
    for proof in plan.wanting:
        yield f"- {proof.what}：证明{proof.proves}。留法：{proof.keep}。"


def _court(case: Case, plan: Plan, law: Quoter) -> Iterator[str]:
    if any(road.channel.id == "court" and road.route.verdict != "closed" for road in plan.roads):
        yield from ("", "四、如果起诉")
        yield from (f"- {note}" for note in court_notes(case, law))


def _law(plan: Plan, law: Quoter) -> Iterator[str]:
    cites = [cite for road in plan.roads for cite in (*road.route.cites, *(road.place.cites if road.place else ()))]
    cites += [cite for due in plan.due if due.row.legal for cite in due.row.cites]
    yield from ("", "五、上面引的法条原文")
    for cite in dict.fromkeys(applicable(cites, plan.flags)):
        quoted = law.quote(cite)
        yield f"- {quoted.name}：「{one_line(quoted.text)}」"
    yield from ("", "这份计划由程序按决策表生成，不是法律意见。金额大、事实复杂的，请问律师或当地法律援助机构。")
