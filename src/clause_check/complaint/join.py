"""Put several people's cases about one platform side by side, each with consent, as an annex. Nothing is sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from clause_check.complaint import data
from clause_check.complaint.blocks import Block, Letter
from clause_check.complaint.casefile import Case
from clause_check.complaint.choose import unique
from clause_check.complaint.moment import written, yuan
from clause_check.complaint.quoting import Quoter, one_line
from clause_check.complaint.report import Clue
from clause_check.errors import ClauseCheckError

SHARED = ("令121/17/1/4",)
JOINT = ("令121/12/1", "令121/12/2")


@dataclass(frozen=True, slots=True)
class Member:
    """One person's case and the file it came from."""

    path: Path
    case: Case


def join(members: Sequence[Member], clues: Sequence[Clue], law: Quoter, today: date) -> Letter:
    """Return the annex of at least two cases with consent about one respondent.

    Raises ``join-consent``, ``join-too-few``, ``join-platforms`` or ``join-shared`` (令121 17(1)(4)).
    """
    for member in members:
        if not (member.case.consent.join and member.case.consent.at):
            raise ClauseCheckError("join-consent", str(member.path))
    if len(members) < 2:
        raise ClauseCheckError("join-too-few", count=len(members))
    _one_respondent(members)
    _own_contacts(members, law)
    blocks = [*_head(members, today), *_people(members), *_pattern(members), *_clauses(members, clues), *_foot(law)]
    return Letter("join", "联名附表", tuple(blocks), notes=_notes())


def _one_respondent(members: Sequence[Member]) -> None:
    first = members[0].case.respondent.name
    for member in members:
        name = member.case.respondent.name
        if not name or name != first:
            raise ClauseCheckError("join-platforms", str(member.path), name=name or "(没写)", first=first or "(没写)")


def _own_contacts(members: Sequence[Member], law: Quoter) -> None:
    for what, entry in (("电话", "phone"), ("通讯地址", "address"), ("订单号", "number")):
        seen: set[str] = set()
        for member in members:
            value = getattr(member.case.order if entry == "number" else member.case.me, entry)
            if value and value in seen:
                raise ClauseCheckError("join-shared", str(member.path), what=what, law=law.because(SHARED))
            seen.add(value)


def _head(members: Sequence[Member], today: date) -> Iterator[Block]:
    case = members[0].case
    total = sum((member.case.demand.refund or Decimal(0) for member in members), Decimal(0))
    yield Block("heading", "概况")
    rows = (
        ("被反映的经营者", case.respondent.name),
        ("地址", case.respondent.address or "【待补：地址】"),
        ("人数", f"{len(members)}人，均为本人同意并入"),
        ("请求退还合计", yuan(total) if total else "【待补：要求退还的金额】"),
        ("制表日期", written(today)),
    )
    yield Block("fields", rows=rows)


def _people(members: Sequence[Member]) -> Iterator[Block]:
    header = ("序号", "姓名", "付款时间", "商品或服务", "付款", "请求退还", "同意日期")
    rows: list[tuple[str, ...]] = [header]
    for number, member in enumerate(sorted(members, key=_when), 1):
        order, consent = member.case.order, member.case.consent
        paid = str(order.paid) if order.paid else "【待补】"
        sums = [yuan(sum_) if sum_ else "【待补】" for sum_ in (order.amount, member.case.demand.refund)]
        agreed = written(consent.at) if consent.at else ""
        rows.append((str(number), veiled(member.case), paid, order.title or "【待补】", *sums, agreed))
    yield Block("heading", "各人情况（姓名已遮住，原件由各人保存）")
    yield Block("table", rows=tuple(rows))


def veiled(case: Case) -> str:
    """Return the surname and 某."""
    return f"{case.me.name[:1]}某" if case.me.name else "【待补：姓名】"


def _when(member: Member) -> tuple[bool, str]:
    paid = member.case.order.paid
    return (paid is None, paid.iso if paid else "")


def _pattern(members: Sequence[Member]) -> Iterator[Block]:
    yield Block("heading", "同样的经过")
    for kind in dict.fromkeys(member.case.kind for member in members):
        same = [member for member in members if member.case.kind == kind]
        yield Block("item", f"{data.kinds()[kind].name}：{len(same)}人。")
        for member in sorted(same, key=_when):
            yield Block("quote", f"{veiled(member.case)}：{member.case.story.gist or '【待补：发生了什么】'}")


def _clauses(members: Sequence[Member], clues: Sequence[Clue]) -> Iterator[Block]:
    wanted = {choice.fingerprint for member in members for choice in member.case.clauses}
    shown = [clue for clue in unique(clues) if clue.grade != "conditional" or _chosen(clue, wanted)]
    if not shown:
        return
    told: set[str] = set()
    yield Block("heading", "共同涉及的条款")
    for number, clue in enumerate(shown, 1):
        where = f"《{clue.page.name}》{clue.clause or clue.heading}"
        yield Block("item", f"{number}. {where}（条款指纹{clue.fingerprint}）：")
        yield Block("quote", f"「{clue.quote.strip()}」")
        for basis in [basis for basis in clue.basis if basis.role == "basis" and not basis.later][:1]:
            words = "（原文见上）" if basis.cite in told else f"：「{one_line(basis.text)}」"
            told.add(basis.cite)
            yield Block("quote", f"涉及的规定：{basis.law}{basis.article}{words}")


def _chosen(clue: Clue, wanted: set[str]) -> bool:
    return any(clue.fingerprint.startswith(fingerprint) for fingerprint in wanted if fingerprint)


def _foot(law: Quoter) -> Iterator[Block]:
    yield Block("heading", "说明")
    yield Block("para", "每人的订单和损失都是各自的真实情况，原始材料由各人保存，可随时提供核对。")
    for cite in JOINT:
        quoted = law.quote(cite)
        yield Block("quote", f"{quoted.name}：「{one_line(quoted.text)}」")


def _notes() -> tuple[str, ...]:
    return (
        "附表用于向消费者协会反映或联名信，本工具不替任何人发送。",
        "每个人的 12315 投诉仍要各自提交；不同订单是不同的争议，不能合成一份共同投诉。",
        "不要串通、不要共用电话地址、不要替没有同意的人填写。",
    )
