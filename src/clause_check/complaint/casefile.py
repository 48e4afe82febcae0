"""The shape of a case file: what one person says happened, in TOML that the person can also edit.

``Field(title=…)`` is the Chinese name of an entry: messages, questions and 【待补】 marks use it.
An empty text means "not known (yet)"; it is never filled in by the program.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from clause_check.complaint.moment import Moment, parse_day, parse_moment, parse_money

SCHEMA = "clause-check/case/1"


def _unless_empty(parse: Any) -> Any:
    return lambda value: None if value in ("", None) else parse(value)


When = Annotated[Moment | None, BeforeValidator(_unless_empty(parse_moment))]
Day = Annotated[date | None, BeforeValidator(_unless_empty(parse_day))]
Money = Annotated[Decimal | None, BeforeValidator(_unless_empty(parse_money))]
YesNo = Annotated[bool | None, BeforeValidator(_unless_empty(lambda value: value))]
Role = Literal["self", "resale", "merchant"]
Kind = Literal["dead-code", "wrong-topup", "banned-balance", "auto-renewal", "minor-topup", "other"]
Goods = Literal["code", "topup", "account", "physical", "membership", "service"]


class Shape(BaseModel):
    """Refuse unknown entries and keep what was read unchanged."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, arbitrary_types_allowed=True)


class Person(Shape):
    """The person who complains; gender and below are only for a statement of claim (民诉法 124)."""

    name: str = Field(default="", title="您的姓名")
    phone: str = Field(default="", title="您的电话")
    address: str = Field(default="", title="您的通讯地址")
    role: Role = Field(default="self", title="自用、转卖还是商户")
    report_by_name: YesNo = Field(default=None, title="是否实名举报")
    gender: str = Field(default="", title="您的性别")
    born: Day = Field(default=None, title="您的出生日期")
    ethnicity: str = Field(default="", title="您的民族")
    job: str = Field(default="", title="您的职业和工作单位")
    domicile: str = Field(default="", title="您的住所（户籍地或经常居住地）")


class Minor(Shape):
    """The child who paid, where the case is a child's payment."""

    name: str = Field(default="", title="孩子的姓名")
    born: Day = Field(default=None, title="孩子的出生日期")
    gender: str = Field(default="", title="孩子的性别")
    ethnicity: str = Field(default="", title="孩子的民族")
    relation: str = Field(default="", title="您与孩子的关系（如父亲、母亲）")
    account: str = Field(default="", title="付款时登录的账号是谁实名的")
    consent: YesNo = Field(default=None, title="监护人事前同意过或事后追认过这笔付款吗")
    signs: str = Field(default="", title="能说明是孩子操作的事实（时间、设备、聊天等）")


class Operator(Shape):
    """A platform or a seller, as its licence names it."""

    name: str = Field(default="", title="营业执照上的名称")
    site: str = Field(default="", title="网址或 App 名称")
    address: str = Field(default="", title="住所地")
    code: str = Field(default="", title="统一社会信用代码")
    head: str = Field(default="", title="法定代表人或负责人")
    phone: str = Field(default="", title="联系电话")
    found: str = Field(default="", title="这些信息从哪里查到")


class Platform(Operator):
    """Where the person bought; ``own`` is a site that sells its own goods."""

    type: Literal["marketplace", "own", ""] = Field(default="", title="自己卖货的网站还是平台")
    content: YesNo = Field(default=None, title="提供的是新闻、音视频、出版等内容服务或金融服务吗")
    licence_shown: YesNo = Field(default=None, title="首页是否公示营业执照")


class Order(Shape):
    """What was bought; ``count`` is how many orders of the kind there were."""

    number: str = Field(default="", title="订单号")
    goods: Goods | Literal[""] = Field(default="", title="买的是什么")
    title: str = Field(default="", title="商品或服务名称")
    paid: When = Field(default=None, title="付款时间")
    amount: Money = Field(default=None, title="付款金额")
    method: str = Field(default="", title="支付方式")
    payee: str = Field(default="", title="收款方名称")
    received: Day = Field(default=None, title="收到商品的日期")
    count: int = Field(default=1, ge=1, le=100000, title="这类订单一共有几笔")


class Event(Shape):
    """One fact on the time line."""

    at: When = Field(default=None, title="时间")
    what: str = Field(default="", title="发生了什么")


class Contact(Shape):
    """One contact with the platform or the seller."""

    at: When = Field(default=None, title="联系时间")
    via: str = Field(default="", title="通过什么联系")
    said: str = Field(default="", title="您说了什么")
    answer: str = Field(default="", title="对方怎么答")


class Story(Shape):
    """What was promised and what happened."""

    promised: str = Field(default="", title="付款前页面或客服怎么说的")
    gist: str = Field(default="", title="用一两句话说发生了什么")
    known: Day = Field(default=None, title="哪天发现权益受损")
    signs: tuple[Literal["vanished", "personal-payee", "pyramid", "stolen", "withdrawable"], ...] = Field(
        default=(), title="有没有这些迹象"
    )


class Loss(Shape):
    """A loss besides the price."""

    what: str = Field(default="", title="损失项目")
    amount: Money = Field(default=None, title="损失金额")


class Demand(Shape):
    """What is asked for; ``fraud`` is the fact that makes 消保法 55 apply, empty when there is none."""

    refund: Money = Field(default=None, title="要求退还的金额")
    other: str = Field(default="", title="其他要求")
    losses: tuple[Loss, ...] = Field(default=(), title="其他损失")
    triple: bool = Field(default=False, title="是否主张增加赔偿（消保法第五十五条）")
    fraud: str = Field(default="", title="对方故意告知虚假情况或隐瞒真实情况的事实")


class Exhibit(Shape):
    """A numbered piece of evidence; ``sha256`` is that of the file when it was added."""

    number: int = Field(ge=1, title="证据编号")
    title: str = Field(default="", title="证据名称")
    proves: str = Field(default="", title="证明什么")
    source: str = Field(default="", title="来源")
    taken: When = Field(default=None, title="取得时间")
    file: str = Field(default="", title="文件")
    sha256: str = Field(default="", title="SHA-256")


class Choice(Shape):
    """A clause the person wants in the letters; ``fact`` is what must hold for a conditional one."""

    fingerprint: str = Field(title="条款指纹")
    fact: str = Field(default="", title="使这一条成立的事实")
    exhibits: tuple[int, ...] = Field(default=(), title="证据编号")


class Entry(Shape):
    """One line of the log that ``complaint follow`` keeps."""

    at: Annotated[date, BeforeValidator(parse_day)] = Field(title="日期")
    channel: str = Field(title="渠道")
    event: str = Field(title="进展")
    number: str = Field(default="", title="受理编号")
    note: str = Field(default="", title="内容")


class Consent(Shape):
    """Whether the person lets the case stand in a joint annex."""

    join: bool = Field(default=False, title="是否同意并入联名附表")
    at: Day = Field(default=None, title="同意日期")


class Interview(Shape):
    """Which lists ``complaint new`` has been told are complete."""

    done: tuple[str, ...] = Field(default=(), title="已经写完的清单")


class Case(Shape):
    """One dispute of one person with one operator."""

    schema_: Literal["clause-check/case/1"] = Field(alias="schema", title="文件格式")
    kind: Kind = Field(default="other", title="案型")
    me: Person = Person()
    minor: Minor = Minor()
    platform: Platform = Platform()
    seller: Operator = Operator()
    order: Order = Order()
    story: Story = Story()
    events: tuple[Event, ...] = ()
    contacts: tuple[Contact, ...] = ()
    demand: Demand = Demand()
    exhibits: tuple[Exhibit, ...] = ()
    clauses: tuple[Choice, ...] = ()
    log: tuple[Entry, ...] = ()
    consent: Consent = Consent()
    interview: Interview = Interview()

    @property
    def respondent(self) -> Operator:
        """Return whom the claim is against: the seller where one is named, else the platform."""
        return self.seller if self.seller.name else self.platform
