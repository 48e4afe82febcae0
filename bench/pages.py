"""Make any number of varied agreements of our own, as the pages people save.

``python bench/pages.py 1000 folder`` writes them: the clauses of ``corpus/clauses`` and plain sentences, under
changing names, amounts, orders, numberings, layouts and encodings. Page ``n`` is the same on every run.
"""

from __future__ import annotations

import random
import sys
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
A_PLATFORM = 25  # pages of one platform
WORDS = (
    "星河",
    "云帆",
    "青禾",
    "远山",
    "白鹭",
    "松果",
    "极光",
    "拾光",
    "南风",
    "小满",
    "千帆",
    "知夏",
    "木棉",
    "海棠",
    "晨曦",
)
TRADES = (
    "商城",
    "出行",
    "外卖",
    "影音",
    "阅读",
    "游戏",
    "健身",
    "课堂",
    "租房",
    "票务",
    "充值",
    "社区",
    "云盘",
    "家政",
    "生鲜",
)
FIRMS = ("科技有限公司", "网络科技有限公司", "信息技术股份有限公司", "电子商务有限公司")
KINDS = ("用户服务协议", "充值服务协议", "会员规则", "售后服务规则", "隐私政策", "账号使用协议", "预付卡章程")
TOPICS = (
    "总则",
    "账号",
    "服务内容",
    "收费与退款",
    "用户行为",
    "知识产权",
    "个人信息",
    "责任",
    "变更与终止",
    "争议解决",
    "其他",
)
PLAIN = (
    "{名}按照本协议的约定向用户提供{业}服务,具体内容以页面展示为准。",
    "用户应当使用真实、有效的手机号码注册账号,并妥善保管密码。",
    "{名}采取技术措施保障账号和交易的安全,发现异常时及时提示用户。",
    "用户可以在下单后{数}日内申请开具发票,{名}在收到申请后{数}日内开具。",
    "用户对收费有异议的,可以联系客服核对,{名}在{数}个工作日内答复。",
    "双方因履行本协议发生争议的,可以协商解决,协商不成的,任何一方都可以依法起诉。",
    "{名}修改本协议的,提前{数}日在首页公示,用户不同意的可以停止使用并申请退还余额。",
    "用户可以随时在设置里查阅、更正、删除自己的个人信息,也可以注销账号。",
    "会员费为每月{数}元,到期前{数}日{名}以短信提醒用户是否续订。",
    "因{名}的原因造成服务中断的,{名}按照中断的时间顺延服务期限或者退还相应费用。",
)
LAYOUTS = ("sections", "list", "table", "breaks", "divs", "text", "markdown")
STYLE = "<style>body{font:16px/1.8 sans-serif}.nav a{margin:0 8px}</style>"
MENU = '<div class="nav"><a href="/">首页</a><a href="/help">帮助中心</a><a href="/login">登录</a></div>'
FOOT = '<div class="footer"><a href="/about">关于我们</a> <a href="/jobs">招聘</a> 客服电话 400-000-0000</div>'


def page(n: int) -> tuple[str, bytes]:
    """Return the name (folder of the platform, file) and the bytes of page ``n``."""
    chance = random.Random(n)
    owner = n // A_PLATFORM
    name = WORDS[owner % 15] + TRADES[owner // 15 % 15] + (str(owner // 225) if owner >= 225 else "")
    layout = chance.choice(LAYOUTS)
    title = f"{name}{chance.choice(KINDS)}"
    sections = _sections(chance, name, owner)
    text = LAYOUT[layout](title, sections)
    suffix = {"text": "txt", "markdown": "md"}.get(layout, "html")
    encoding = "gb18030" if suffix == "html" and chance.random() < 0.2 else "utf-8"
    return f"{name}/{n:07}.{suffix}", text.replace("{码}", encoding).encode(encoding)


def write(folder: Path, count: int, first: int = 0) -> None:
    """Write ``count`` pages below ``folder``."""
    for n in range(first, first + count):
        name, data = page(n)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@cache
def _twins() -> tuple[tuple[str, str], ...]:
    files = sorted((ROOT / "corpus" / "clauses").glob("*.toml"))
    twins = [twin for file in files for twin in tomllib.loads(file.read_text("utf-8"))["twin"]]
    return tuple((twin["unfair"], twin["fair"]) for twin in twins)


def _sections(chance: random.Random, name: str, owner: int) -> list[tuple[str, list[str]]]:
    """Return topics with clauses; the first introduces the parties."""
    firm = f"{name}{FIRMS[owner % len(FIRMS)]}"
    opening = f"本协议由您与{firm}(以下简称“{name}”)订立,自您点击同意之日起生效。"
    sections = []
    for number, topic in enumerate(TOPICS):
        clauses = [_clause(chance, name) for _ in range(chance.randint(4, 10))]
        sections.append((topic, clauses if number else [opening, *clauses]))
    return sections


def _clause(chance: random.Random, name: str) -> str:
    if chance.random() < 0.75:
        words = chance.choice(PLAIN)
    else:
        unfair, fair = chance.choice(_twins())
        words = unfair if chance.random() < 0.6 else fair
        for generic in ("本平台", "平台", "本公司", "我们"):
            if generic in words and chance.random() < 0.6:
                words = words.replace(generic, name)
                break
    number = str(chance.choice((1, 2, 3, 5, 7, 10, 15, 30, 50, 100, 200, 500)))
    return words.replace("{名}", name).replace("{业}", name[2:]).replace("{数}", number)


def _html(title: str, body: str) -> str:
    head = f'<meta charset="{{码}}"><title>{title}-官网</title>{STYLE}'
    return f"<!doctype html><html><head>{head}</head><body>{MENU}<h1>{title}</h1>{body}{FOOT}</body></html>"


def _in_sections(title: str, sections: list[tuple[str, list[str]]]) -> str:
    parts = [
        f"<h2>第{n}条 {topic}</h2>" + "".join(f"<p>{n}.{m} {clause}</p>" for m, clause in enumerate(clauses, 1))
        for n, (topic, clauses) in enumerate(sections, 1)
    ]
    return _html(title, "".join(parts))


def _in_list(title: str, sections: list[tuple[str, list[str]]]) -> str:
    parts = [
        f"<h3>{topic}</h3><ol>" + "".join(f"<li>{clause}</li>" for clause in clauses) + "</ol>"
        for topic, clauses in sections
    ]
    return _html(title, "".join(parts))


def _in_table(title: str, sections: list[tuple[str, list[str]]]) -> str:
    rows = [f"<tr><td>{topic}</td><td>{'<br>'.join(clauses)}</td></tr>" for topic, clauses in sections]
    return _html(title, f"<table>{''.join(rows)}</table>")


def _with_breaks(title: str, sections: list[tuple[str, list[str]]]) -> str:
    lines = [f"{n}、{topic}<br>" + "<br>".join(clauses) for n, (topic, clauses) in enumerate(sections, 1)]
    return _html(title, f"<div>{'<br><br>'.join(lines)}</div>")


def _in_divs(title: str, sections: list[tuple[str, list[str]]]) -> str:
    parts = [
        f'<div class="s"><div class="t">{topic}</div>'
        + "".join(
            f"<div><div><span>({m})</span><span>{clause}</span></div></div>" for m, clause in enumerate(clauses, 1)
        )
        + "</div>"
        for topic, clauses in sections
    ]
    return _html(title, "".join(parts))


def _as_text(title: str, sections: list[tuple[str, list[str]]]) -> str:
    parts = [
        f"第{n}章 {topic}\n" + "\n".join(f"{n}.{m} {clause}" for m, clause in enumerate(clauses, 1))
        for n, (topic, clauses) in enumerate(sections, 1)
    ]
    return f"{title}\n\n" + "\n\n".join(parts) + "\n"


def _as_markdown(title: str, sections: list[tuple[str, list[str]]]) -> str:
    parts = [f"## {topic}\n\n" + "\n".join(f"- {clause}" for clause in clauses) for topic, clauses in sections]
    return f"# {title}\n\n" + "\n\n".join(parts) + "\n"


LAYOUT = {
    "sections": _in_sections,
    "list": _in_list,
    "table": _in_table,
    "breaks": _with_breaks,
    "divs": _in_divs,
    "text": _as_text,
    "markdown": _as_markdown,
}

if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
