"""Find what an agreement calls its platform and its user.

Reads flattened text. A name is taken only from a definition (XX公司（以下简称“YY”）、甲方：XX公司、“YY”由XX公司运营、
欢迎使用YY) or from acting as the platform again and again (YY有权、YY不承担). Generic words need no folding: the
rules know them. Merchants and other third parties stay what they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from clause_check.folding.wording import (
    COMPANY,
    HOUSE,
    HOUSE_PARTY,
    NO_NAME,
    PLATFORM_WORD,
    USER_PARTY,
    USER_WORD,
    is_company,
    is_other,
    usable,
)
from clause_check.model import Names

_Side = dict[str, None]  # an ordered set of names
_OFTEN = 3
_NAME = '[^\\s，。；：、！？（）“”《》【】,;:()"]'
_CALLED = re.compile("[简合统下称][称为作之]为?(?P<called>[^（）()，。；]{1,50})")
_ALIAS = re.compile('公司\\s?[（(]\\s?(?P<called>[“"][^（）()，。；]{2,40}[”"])\\s?[）)]')
_BRACKET = re.compile("[（(，,][^（）()，,。；：:]{0,10}$")
_WHO = re.compile(f'(?:{_NAME}|[（(][^\\W\\d_a-zA-Z]{{2,4}}[)）](?=[^（）()]{{0,16}}公司)){{1,40}}[”》】"]?\\s?$')
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
_BEFORE_COMPANY = re.compile(
    "[与和由系是指为向即及的于者]|提示|协议|称|使用|运营方?|拥有|公司名称|用户|您|[甲乙]方|访问|注册"
)
_AFFILIATES = re.compile("(?:[及和与]其?)?(?:全球)?(?:的?企业)?(?:关联|附属|下属)公司$")
_ADVERB = re.compile('(?:亦|也|均|将|可|并|仍|则|即|都|同时|依法|对此|[”】"])+$')
_BEFORE_SUBJECT = re.compile(
    "^(?:.*(?:同意|理解|知悉|确认|认可|明白|接受|承认|授权|声明|知晓|约定|规定|说明)|"
    "(?:但是?|若|如果?|且|而且?|否?则|因此?|故|并且?|或者?|以及|同时|此外|所以|其中|届时|此时|除非|为此|鉴于|必要时|由于|对此))"
)


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
    own = sorted(filter(usable, platform), key=lambda name: not COMPANY.search(name))
    theirs = (name for name in user if usable(name) and not name.endswith("用户") and name not in platform)
    return Names(tuple(own), tuple(theirs))


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
    for match in _ALIAS.finditer(text):
        before = _WHO.search(text, max(0, match.start() - 50), match.start() + len("公司"))
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
    core = len(COMPANY.sub("", words))
    least = 4 if words.endswith("有限公司") else 2
    cuts = [match.end() for match in _BEFORE_COMPANY.finditer(words) if core - match.end() >= least]
    return words[cuts[-1] :] if cuts else words


def _define(who: str, called: list[str], acting: Counter[str], platform: _Side, user: _Side) -> None:
    names = [who, *called]
    house = not is_other(who) and (is_company(who) or bool(acting[who] and not NO_NAME.search(who)))
    if any(map(USER_WORD.fullmatch, names)) or who.endswith("用户"):
        user |= dict.fromkeys(called)
    elif any(map(PLATFORM_WORD.fullmatch, called)):
        named = house or bool(HOUSE.search(who) and not NO_NAME.search(who))
        platform |= dict.fromkeys(names if named else called)
    elif house and (not platform or any(acting[name] >= _OFTEN for name in names)):
        platform |= dict.fromkeys(names)
    else:
        platform |= dict.fromkeys(name for name in called if acting[name] and not NO_NAME.search(name))


def _parties(text: str, platform: _Side, user: _Side) -> None:
    """Give 甲方 and 乙方 to the sides, unless the text gives both to one side."""
    ours: dict[str, str] = {}
    theirs: set[str] = set()
    for match in _PARTY.finditer(text):
        words, who = match["who"], _who(match["who"])
        if USER_PARTY.search(words):
            theirs.add(match["called"])
        elif not is_other(who) and (HOUSE.search(who) or HOUSE_PARTY.search(words) or who in platform):
            ours[match["called"]] = who if is_company(who) else ours.get(match["called"], "")
    if len(ours) == 1 and not theirs.intersection(ours):
        platform |= dict.fromkeys([*ours, *ours.values()])
    if len(theirs) == 1 and not theirs.intersection(ours):
        user |= dict.fromkeys(theirs)


def _present(name: str, text: str) -> bool:
    return not NO_NAME.search(name) and text.count(name) >= _OFTEN


def _acts(name: str, count: int, text: str) -> bool:
    """Return whether one who acts ``count`` times as a platform does is the platform."""
    often = count >= _OFTEN or (bool(HOUSE.search(name)) and text.count(name) > _OFTEN)
    return often and not NO_NAME.search(name)
