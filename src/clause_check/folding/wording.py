"""Judge by its words what a name may stand for: a company, a generic word, somebody else, or no name at all."""

from __future__ import annotations

import re

COMPANY = re.compile("(?:(?:有限|责任|股份)*公司|集团|工作室)$")
HOUSE = re.compile("(?:公司|集团|工作室|事务所|企业|平台|网站|网|商城|APP|App|app|软件|系统|客户端|中心)$")
PLATFORM_WORD = re.compile(
    "本?(?:平台|公司|网站|站|网|店|软件|应用|服务|产品|商城|APP|App|app|系统)|我们的?|我方|我司|官方|官网|客户端|卖家|"
    "平台方|运营方|运营商|经营者|服务商|服务方|服务提供[者商方]|关联公司"
)
USER_WORD = re.compile(
    "(?:注册|会员|个人|付费)?用户|用户方|您[方们]?|你们?|会员|消费者|客户|买家|顾客|本人|(?:服务)?使用[者人]|注册人|"
    "服务接受方|个人|自然人|玩家|学员|乘客|读者|旅客|患者|申请人|持卡人|购买[者人]|下单人"
)
USER_PARTY = re.compile("^(?:用户|会员|客户|自然人|消费者|个人|您)|用户$|购买|使用|付款|承租|消费")
HOUSE_PARTY = re.compile("平台|运营|服务提供|经营|销售|出租")
_THIRD = re.compile(
    "第三方|商家|卖家|商户|供应商|供货商|银行|保险公司|合作|代理|加盟|法院|机关|部门|机构|任何|[双一各]方|政府|法律|协议|"
    "条款|规则|政策|约定|信息|情形|行为|内容|费用|另一|其他|他人|作者|人员|如果|员工|订单|商品|活动|说明|公告|规定|须知|注册资料"
)
# What a name found only by its acts may not be: somebody else, or half a sentence.
NO_NAME = re.compile(
    "(?:用户|会员|[您你方人者员师家生仅后时前等]|玩家|乘客|司机|客户|店铺|服务)$|[的了不则并而若因被把之及或就]|在(?!线)|"
    "^[该此其贵指]|^使用|^服务|/|保证|免除|限制|^本(?!.{0,4}(?:行|团队|中心|[所院校馆社]|商店|小程序|机构)$)"
)
_OTHER_COMPANY = re.compile("第三方|银行|保险|支付|合作|关联|附属|任何|其他|代理")
_NEVER = re.compile("^[该此其贵指是]|[的您我;]|服务$|本公司|^(?:管理|运营|经营|科技|网络|开发)(?:有限)?公司$")


def is_company(name: str) -> bool:
    """Return whether the name is a company's."""
    return COMPANY.sub("", name) not in ("", name)


def is_other(name: str) -> bool:
    """Return whether the name is that of a third party, or of no party at all."""
    return bool((_OTHER_COMPANY if is_company(name) else _THIRD).search(name))


def usable(name: str) -> bool:
    """Return whether the name may be folded: no generic word, no third party's, no half sentence."""
    if not 2 <= len(name) <= 30 or name.isdigit() or _NEVER.search(name):
        return False
    if PLATFORM_WORD.fullmatch(name) or USER_WORD.fullmatch(name):
        return False
    return name in ("甲方", "乙方") or not is_other(name)
