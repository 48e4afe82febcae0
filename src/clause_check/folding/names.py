"""Find what an agreement calls its platform and its user, and where those names stand.

Reads flattened text. A name is taken only from a definition (XX公司(以下简称"YY")、甲方:XX公司、欢迎使用XX) or
from acting as the platform again and again (XX有权、XX不承担); generic words need no folding, rules know them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from clause_check.folding.marks import BLANK, GONE, MARKS
from clause_check.model import Names

SIDES = {"platform": "本平台", "user": "用户"}

_PLATFORM_WORD = re.compile(
    "本?(?:平台|公司|网站|站|网|店|软件|应用|服务|产品|商城|APP|App|app)|我们|我方|我司|官方|系统|客户端|卖家|平台方|"
    "运营方|运营商|经营者|服务商|服务方|服务提供[者商方]"
)
_USER_WORD = re.compile(
    "(?:注册|会员|个人|付费)?用户|用户方|您[方们]?|你们?|会员|消费者|客户|买家|顾客|本人|使用[者人]|服务使用人|注册人|"
    "服务接受方|个人|自然人|玩家|学员|乘客|读者|旅客|患者|申请人|持卡人|购买[者人]|下单人"
)
_THIRD = re.compile(
    "第三方|商家|卖家|商户|供应商|供货商|银行|保险|合作|代理|加盟|法院|机关|部门|机构|任何|[双一各]方|政府|法律|协议|条款|"
    "规则|政策|约定|信息|情形|行为|内容|费用|另一|该|此|其|他人|作者|人员|如果|员工|订单|商品|活动|说明|公告|规定|须知"
)
_USERLIKE = re.compile(
    "(?:用户|会员|您|你|方|人|者|学员|玩家|乘客|司机|客户|员|店铺|师|家|生|仅|后|时|前|均|等|也|而|但|且)$"
)
_COMPANY = re.compile("(?:公司|集团|工作室|事务所|中心)$")
_HOUSE = re.compile("(?:公司|集团|工作室|平台|网站|网|商城|APP|App|app|软件|系统|客户端|中心)$")
_LEADING = re.compile(
    ".*(?:欢迎使用|使用|访问|注册|与|和|及|由|系|是|经|向|用户|您|甲方|乙方|运营方|所有人|经营者|公司名称|为)(?=.{3})"
)
_QUOTED = re.compile("[“《【]([^“”《》【】]{1,20})[”》】]")
_DEFINED = re.compile(
    "(?P<who>[^\\s，。；：、！？（）()“”《》【】]{0,40})[”》】]?\\s?[（(]\\s?[^（）()，。：:]{0,8}?"
    "(?:简称|合称|统称|下称|以下称|称为|称作)(?P<called>[^（）()]{1,60})[）)]"
)
_PARTY = re.compile(
    "(?P<called>[甲乙]方)\\s?(?:[：:]|[（(]|为|是指|指)\\s?[“（(]?(?P<who>[^\\s，。；：:、！？（）()“”]{2,40})"
)
_WELCOME = re.compile(
    "欢迎(?:您|你)?(?:使用|来到|光临|加入|注册|访问)[“《【]?(?P<called>[^\\s，。；：、！？（）()“”《》【】的]{2,16})"
)
_ACTS = re.compile(
    "(?<![^\\s，。；：、！？（）()“”,;:.])[“【]?(?P<called>[^\\s，。；：、！？（）()“”《》【】,;:.0-9]{2,12}?)[”】]?"
    "(?:亦|也|均|将|可|并|同时|依法)?(?:有权|保留|不承担|概不|不负|无需|无须|不保证|不对|不予|不再)"
)
_OFTEN = 3


Side = dict[str, None]  # an ordered set of names


def resolve_names(text: str) -> Names:
    """Return the two sides' own names in flattened ``text``; empty where the text does not tell."""
    acting = Counter(match["called"] for match in _ACTS.finditer(text))
    platform: Side = {}
    user: Side = {}
    for who, called in _definitions(text):
        _define(who, called, acting, platform, user)
    _parties(text, platform, user)
    platform |= dict.fromkeys(_presented(text, acting))
    own = sorted(filter(_usable, platform), key=lambda name: not _COMPANY.search(name))
    return Names(tuple(own), tuple(name for name in user if _usable(name) and name not in platform))


def _definitions(text: str) -> Iterator[tuple[str, list[str]]]:
    for match in _DEFINED.finditer(text):
        quoted = _QUOTED.findall(match["called"])
        called = quoted or re.split("[或、，/\\s]+", match["called"].strip("为作：: “”"))
        yield _LEADING.sub("", match["who"]), [name.strip() for name in called]


def _define(who: str, called: list[str], acting: Counter[str], platform: Side, user: Side) -> None:
    names = [who, *called]
    ours, theirs = any(map(_PLATFORM_WORD.fullmatch, called)), any(map(_USER_WORD.fullmatch, names))
    if ours and not theirs:
        platform |= dict.fromkeys(called if not _is_house(who, acting) else names)
    elif theirs or who.endswith("用户"):
        user |= dict.fromkeys(called if len(who) > 6 else names)
    elif _is_house(who, acting) and (not platform or any(acting[name] >= _OFTEN for name in called)):
        platform |= dict.fromkeys(names)
    elif any(acting[name] for name in called):
        platform |= dict.fromkeys(name for name in called if acting[name])


def _is_house(who: str, acting: Counter[str]) -> bool:
    return "的" not in who and not _THIRD.search(who) and bool(_HOUSE.search(who) or acting[who])


def _parties(text: str, platform: Side, user: Side) -> None:
    """Give 甲方 and 乙方 to a side where the text says who they are."""
    for match in _PARTY.finditer(text):
        who, party = _LEADING.sub("", match["who"]), match["called"]
        if _USER_WORD.fullmatch(who) or who.endswith("用户"):
            user.setdefault(party)
        elif _PLATFORM_WORD.fullmatch(who) or _is_house(who, Counter()):
            platform |= dict.fromkeys([party, who])
    for party, other in ("甲方", "乙方"), ("乙方", "甲方"):
        if party in platform and other in user:
            continue
        platform.pop(party, None) if party in user else None


def _presented(text: str, acting: Counter[str]) -> Iterator[str]:
    for match in _WELCOME.finditer(text):
        if acting[match["called"]] or text.count(match["called"]) >= _OFTEN:
            yield match["called"]
    yield from (name for name, count in acting.items() if count >= _OFTEN)


def _usable(name: str) -> bool:
    if not 2 <= len(name) <= 30 or name.isdigit() or _PLATFORM_WORD.fullmatch(name) or _USER_WORD.fullmatch(name):
        return False
    return name in ("甲方", "乙方") or not (_THIRD.search(name) or _USERLIKE.search(name))


def hits(names: Names) -> re.Pattern[str]:
    """Compile one pattern for runs of marks and for both sides' names (groups ``platform`` and ``user``).

    It begins with one class of characters: that is what makes ``re`` scan fast.
    """
    branches = [
        f"(?P<{side}>(?:{'|'.join(_spelled(name) for name in sorted(own, key=len, reverse=True))}){more})"
        for side, own, more in (("platform", names.platform, "(?:平台|网站|公司|官方)?"), ("user", names.user, ""))
        if own
    ]
    first = "".join(sorted({re.escape(name[0]) for name in names.platform + names.user}))
    return re.compile(f"[{first}{MARKS}](?:{'|'.join([*branches, f'(?<=[{MARKS}])[{MARKS}]*'])})")


def _spelled(name: str) -> str:
    """Return a pattern for the name's rest, its first character just read; blanks inside do not matter."""
    left = "(?<![A-Za-z0-9].)" if name[0].isascii() else ""
    right = "(?![A-Za-z0-9])" if name[-1].isascii() else ""
    rest = "".join(f"[{GONE}{BLANK}]*{re.escape(sign)}" for sign in name[1:])
    return f"(?<={re.escape(name[0])}){left}{rest}{right}"
