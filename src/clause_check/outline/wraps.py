"""Join the lines of plain text that a sentence runs across."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from clause_check.outline.line import Line, stopped
from clause_check.outline.markers import read

_SLACK = 8  # columns a wrapped line may fall short: kinsoku, a Latin word
_LEAST = 40  # columns; narrower "wraps" are lists of short lines
_WIDE = 100  # columns; no list of short lines is so wide
_FEW = 3
# A word cut in two by the line end, whatever the width: 概不 | 退款 may be two lines, 退 | 款 may not.
_CUT_WORDS = """
不退 退款 退货 退换 退还 退费 返还 概不 恕不 不予 不得 不可 不能 不会 不再 有权 无权 修改 变更 更改
调整 解释 最终 承担 责任 赔偿 损失 损害 协议 条款 规则 平台 公司 用户 会员 账户 账号 帐号 帐户 余额
清零 作废 终止 中止 停止 中断 通知 告知 公告 同意 视为 接受 管辖 法院 仲裁 放弃 投诉 举报 起诉 诉讼
扣除 扣费 没收 冻结 续费 充值 支付 付款 服务 权利 权益 义务 一切 任何 一律 一经 随时 无需 无须 另行
自行 单方 保留 所有 归属 售出 商品 质量 问题 使用 继续 信息 个人 隐私 授权 许可 永久 撤销 内容 删除
封号 封停 封禁 注销 取消 限制 禁止 拒绝 违约 违反 规定 法律 费用 金额 虚拟 道具 积分 押金 定金 订金
预付 期限 逾期 签收 合格 异议 确认 未成 成年 监护 抗力 故障 黑客 系统 数据 丢失 故意 过失 人身 伤害
第三 三方 商家 卖家 买家 消费 费者 自动 默认 开通 提现 手续 发票 证据 记录 为准 判定 认定 负责
"""
_WORDS = frozenset(_CUT_WORDS.split())
_DANGLING = re.compile("(?:[，、,]|[（(]\\d{1,2}[)）])\\s*$")


def joined(text: str, physical: list[Line]) -> Iterator[Line]:
    """Yield the logical lines of ``text``, given those that stand in it."""
    width = _wrap_width(text, physical)
    start = -1
    for line, after in pairwise([*physical, None]):
        if line is None:
            return
        start = line.start if start < 0 else start
        if after is None or not _continues(text, line, after, stopped(text, *line.span), width):
            yield Line(start, line.end)
            start = -1


def _continues(text: str, line: Line, after: Line, stop: str, width: int) -> bool:
    """Return whether the sentence of ``line``, which ends with ``stop``, plainly goes on in the line ``after``."""
    written = text[line.start : line.end]
    columns = _columns(written)
    if columns <= _SLACK * 2 and _bare(text, line):
        goes_on = True
    elif stop:
        goes_on = False
    else:
        cut = written.rstrip()[-1:] + text[after.start : after.end].lstrip()[:1]
        goes_on = 0 <= width - columns <= _SLACK or cut in _WORDS or bool(_DANGLING.search(written[-12:]))
    return goes_on and written.count("\n") < 2 and not _begins(text, after)


def _bare(text: str, line: Line) -> bool:
    """Return whether the line holds a marker and nothing else: its text stands on the next line."""
    markers = read(text, *line.span)
    return bool(markers) and not text[markers[-1].end : line.end].strip()


def _begins(text: str, line: Line) -> bool:
    """Return whether a paragraph begins here: it is numbered or indented."""
    if text.startswith(("\u3000\u3000", "    "), line.start):
        return True
    markers = read(text, *line.span)
    return bool(markers) and markers[0].style != "bare"


def _wrap_width(text: str, physical: list[Line]) -> int:
    """Return the widest column at which lines of the text were wrapped, 0 when they were not.

    Wrapped lines stop in mid-sentence, all within a few columns, and hardly any line is longer.
    """
    widths = sorted(
        columns
        for line, after in pairwise(physical)
        if (columns := _columns(text[line.start : line.end])) >= _LEAST
        and not stopped(text, *line.span)
        and not _begins(text, after)
    )
    if len(widths) < _FEW:
        return 0
    near, width = max((bisect_right(widths, low + _SLACK) - at, low + _SLACK) for at, low in enumerate(widths))
    longer = sum(
        1 for line in physical if line.end - line.start > _LEAST / 2 and _columns(text[line.start : line.end]) > width
    )
    rare = longer * 20 <= len(physical)
    return width if near >= _FEW and rare and (width >= _WIDE or near * 2 > len(widths)) else 0


def _columns(line: str) -> int:
    return len(line.rstrip().encode("gb18030", "replace"))
