"""Find what an agreement calls its platform and its user.

Reads flattened text. A name is taken only from a definition (XX公司（以下简称“YY”）、甲方：XX公司、“YY”由XX公司运营、
欢迎使用YY) or from acting as the platform again and again (YY有权、YY不承担). Generic words need no folding: the
rules know them. Merchants and other third parties stay what they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from clause_check.model import Names

_Side = dict[str, None]  # an ordered set of names
_OFTEN = 3
_NAME = '[^\\s，。；：、！？（）“”《》【】,;:()"]'
_CALLED = re.compile("[简合统下称][称为作之]为?(?P<called>[^（）()，。；]{1,50})")
_BRACKET = re.compile("[（(，,][^（）()，,。；：:]{0,10}$")
_WHO = re.compile(f'(?:{_NAME}|[（(][\\u4e00-\\u9fff]{{2,4}}[)）](?=[^（）()]{{0,16}}公司)){{1,40}}[”》】"]?\\s?$')
_OWNER = re.compile("公司(?=合法|拥有|所有|运营|开发|提供|推出|旗下|自主|及其|[，。；\\s])")
_OWNED = re.compile(
    f'(?:^|[\\n，。；：、“【"])(?P<called>{_NAME}{{2,12}}?)[”】"]?[，：]?(?:是指|指|是由|系由|由|系|是)(?P<who>{_NAME}{{2,30}}公司)$'
)
_PARTY = re.compile(f"(?P<called>[甲乙]方)\\s?(?:[：:（(]|为|是指|指)\\s?[“（(]?(?P<who>{_NAME}{{2,40}})")
_WELCOME = re.compile(
    f"(?:欢迎[您你]?(?:使用|来到|光临|加入|注册|访问)|感谢[您你]?(?:选择|使用|信任))[“《【]?(?P<called>{_NAME}{{2,16}}?)"
    f"(?=服务|平台|网站|软件|客户端|产品|APP|的|(?!{_NAME}))"
)
_ACT = re.compile("有权|保留|不承担|概不|不负|无需|无须|不保证|不对|不予|不再")
_SUBJECT = re.compile(f'{_NAME}+[”】"]?$')
_ADVERB = re.compile('(?:亦|也|均|将|可|并|仍|则|即|都|同时|依法|对此|[”】"])+$')
_BEFORE_SUBJECT = re.compile(
    "^(?:.*(?:同意|理解|知悉|确认|认可|明白|接受|承认|授权|声明|知晓|约定|规定|说明)|"
    "(?:但是?|若|如果?|且|而且?|否?则|因此?|故|并且?|或者?|以及|同时|此外|所以|其中|届时|此时|除非|为此|鉴于|必要时|由于|对此))"
)
_BEFORE_COMPANY = re.compile(
    "[与和由系是指为向即及的于者]|提示|协议|称|使用|运营方?|拥有|公司名称|用户|您|[甲乙]方|访问|注册"
)
_AFFILIATES = re.compile("(?:[及和与]其?)?(?:全球)?(?:的?企业)?(?:关联|附属|下属)公司$")
_COMPANY = re.compile("(?:(?:有限|责任|股份)*公司|集团|工作室)$")
_HOUSE = re.compile("(?:公司|集团|工作室|事务所|企业|平台|网站|网|商城|APP|App|app|软件|系统|客户端|中心)$")

_PLATFORM_WORD = re.compile(
    "本?(?:平台|公司|网站|站|网|店|软件|应用|服务|产品|商城|APP|App|app|系统)|我们的?|我方|我司|官方|官网|客户端|卖家|"
    "平台方|运营方|运营商|经营者|服务商|服务方|服务提供[者商方]|关联公司"
)
_USER_WORD = re.compile(
    "(?:注册|会员|个人|付费)?用户|用户方|您[方们]?|你们?|会员|消费者|客户|买家|顾客|本人|(?:服务)?使用[者人]|注册人|"
    "服务接受方|个人|自然人|玩家|学员|乘客|读者|旅客|患者|申请人|持卡人|购买[者人]|下单人"
)
_USER_PARTY = re.compile("^(?:用户|会员|客户|自然人|消费者|个人|您)|用户$|购买|使用|付款|承租|消费")
_HOUSE_PARTY = re.compile("平台|运营|服务提供|经营|销售|出租")
_THIRD = re.compile(
    "第三方|商家|卖家|商户|供应商|供货商|银行|保险公司|合作|代理|加盟|法院|机关|部门|机构|任何|[双一各]方|政府|法律|协议|"
    "条款|规则|政策|约定|信息|情形|行为|内容|费用|另一|其他|他人|作者|人员|如果|员工|订单|商品|活动|说明|公告|规定|须知|注册资料"
)
# What a name found only by its acts may not be: somebody else, or half a sentence.
_NO_NAME = re.compile(
    "(?:用户|会员|[您你方人者员师家生仅后时前等]|玩家|乘客|司机|客户|店铺|服务)$|[的了不则并而若因被把之及或就]|在(?!线)|"
    "^[该此其贵指]|^使用|^服务|/|保证|免除|限制|^本(?!.{0,4}(?:行|团队|中心|[所院校馆社]|商店|小程序|机构)$)"
)

_NEVER = re.compile("^[该此其贵指是]|[的您我;]|服务$|本公司")


def resolve_names(text: str) -> Names:
    """Return the two sides' own names in flattened ``text``; empty where the text does not tell."""
    acting = Counter(_subjects(text))
    platform: _Side = {}
    user: _Side = {}
    for who, called in _definitions(text):
        _define(who, called, acting, platform, user)
    _parties(text, platform, user)
    platform |= dict.fromkeys(match["called"] for match in _WELCOME.finditer(text) if _present(match["called"], text))
    platform |= dict.fromkeys(name for name, count in acting.items() if _acts(name, count, text))
    own = sorted(filter(_usable, platform), key=lambda name: not _COMPANY.search(name))
    return Names(
        tuple(own), tuple(name for name in user if _usable(name) and not name.endswith("用户") and name not in platform)
    )


def _subjects(text: str) -> Iterator[str]:
    """Yield who acts as a platform does, once for every act."""
    for act in _ACT.finditer(text):
        match = _SUBJECT.search(text, max(0, act.start() - 24), act.start())
        name = _ADVERB.sub("", match[0]) if match else ""
        name = _BEFORE_SUBJECT.sub("", name).strip('“”【】"')
        if 2 <= len(name) <= 12:
            yield name


def _definitions(text: str) -> Iterator[tuple[str, list[str]]]:
    for match in _CALLED.finditer(text):
        bracket = _BRACKET.search(text, max(0, match.start() - 12), match.start())
        if bracket:
            before = _WHO.search(text, max(0, bracket.start() - 50), bracket.start())
            yield _who(before[0]) if before else "", _called(match["called"])
    for match in _OWNER.finditer(text):
        owned = _OWNED.search(text, max(0, match.start() - 50), match.end())
        if owned:
            yield _who(owned["who"]), [owned["called"]]


def _called(words: str) -> list[str]:
    quoted = re.findall('[“《【"]([^“”《》【】"]{1,20})[”》】"]', words)
    return [name.strip() for name in quoted or re.split("[或、/\\s]+", words.strip('为作：: “”"'))]


def _who(words: str) -> str:
    """Return the name that ``words`` end with: behind the last word that may stand before a name."""
    words = _AFFILIATES.sub("", words.strip('“”《》【】" '))
    core = len(_COMPANY.sub("", words))
    least = 4 if words.endswith("有限公司") else 2
    cuts = [match.end() for match in _BEFORE_COMPANY.finditer(words) if core - match.end() >= least]
    return words[cuts[-1] :] if cuts else words


def _define(who: str, called: list[str], acting: Counter[str], platform: _Side, user: _Side) -> None:
    names = [who, *called]
    company = _COMPANY.sub("", who) not in ("", who)
    house = not _THIRD.search(who) and (company or bool(acting[who] and not _NO_NAME.search(who)))
    if any(map(_USER_WORD.fullmatch, names)) or who.endswith("用户"):
        user |= dict.fromkeys(called)
    elif any(map(_PLATFORM_WORD.fullmatch, called)):
        named = house or bool(_HOUSE.search(who) and not _NO_NAME.search(who))
        platform |= dict.fromkeys(names if named else called)
    elif house and (not platform or any(acting[name] >= _OFTEN for name in names)):
        platform |= dict.fromkeys(names)
    else:
        platform |= dict.fromkeys(name for name in called if acting[name] and not _NO_NAME.search(name))


def _parties(text: str, platform: _Side, user: _Side) -> None:
    """Give 甲方 and 乙方 to the sides, unless the text gives both to one side."""
    found: dict[str, set[str]] = {"platform": set(), "user": set()}
    for match in _PARTY.finditer(text):
        words, who = match["who"], _who(match["who"])
        if _USER_PARTY.search(words):
            found["user"].add(match["called"])
        elif not _THIRD.search(words) and (_HOUSE.search(who) or _HOUSE_PARTY.search(words) or who in platform):
            found["platform"].add(match["called"])
            platform |= dict.fromkeys([who] if _COMPANY.search(who) else [])
    if len(found["platform"]) == 1:
        platform |= dict.fromkeys(found["platform"] - found["user"])
    if len(found["user"]) == 1:
        user |= dict.fromkeys(found["user"] - found["platform"])


def _present(name: str, text: str) -> bool:
    return not _NO_NAME.search(name) and text.count(name) >= _OFTEN


def _acts(name: str, count: int, text: str) -> bool:
    """Return whether one who acts ``count`` times as a platform does is the platform."""
    often = count >= _OFTEN or (bool(_HOUSE.search(name)) and text.count(name) > _OFTEN)
    return often and not _NO_NAME.search(name)


def _usable(name: str) -> bool:
    if not 2 <= len(name) <= 30 or name.isdigit() or _NEVER.search(name):
        return False
    if _PLATFORM_WORD.fullmatch(name) or _USER_WORD.fullmatch(name):
        return False
    return name in ("甲方", "乙方") or _COMPANY.sub("", name) not in ("", name) or not _THIRD.search(name)
