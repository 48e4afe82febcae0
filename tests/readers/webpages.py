"""The agreement as web pages: every way of markup that browsers and their users save."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from itertools import groupby

from .original import Entry, clauses, cut, entries, wrapped

HEAD = '<!DOCTYPE html><html><head><meta charset="{charset}"><title>云杉集市</title></head><body>'
FILLER = "<div>" * 12


def page(body: str, charset: str = "utf-8") -> str:
    return f"{HEAD.format(charset=charset)}{body}</body></html>"


def structured(numbered_points: bool = True) -> str:
    """Return headings, paragraphs, lists with computed numbers and a table."""
    parts: list[str] = []
    for kind, group in groupby(entries(), key=lambda entry: entry.kind):
        parts.append(_group(kind, list(group), numbered_points))
    return "\n".join(parts)


def _group(kind: str, group: list[Entry], numbered_points: bool) -> str:
    if kind == "row":
        rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in entry.cells)}</tr>" for entry in group)
        return f"<table><tbody>{rows}</tbody></table>"
    if kind == "point" and numbered_points:
        return f"<ol>{''.join(f'<li>{entry.words}</li>' for entry in group)}</ol>"
    tag = {"title": "h1", "chapter": "h2", "item": "li", "point": "li"}.get(kind, "p")
    lines = "".join(f"<{tag}>{entry.text}</{tag}>\n" for entry in group)
    return f'<ul style="list-style:none">{lines}</ul>' if tag == "li" else lines


def _lines(render: Callable[[Entry], str]) -> str:
    return "".join(_row(entry) if entry.cells else render(entry) for entry in entries())


def _row(entry: Entry) -> str:
    return "".join(f"<div><span>{cell}</span></div>" for cell in entry.cells)


def nested_divs() -> str:
    """Return each clause under twelve divs, its text cut into spans."""

    def one(entry: Entry) -> str:
        spans = "".join(f"<span>{entry.text[start : start + 7]}</span>" for start in range(0, len(entry.text), 7))
        return f"{FILLER}{spans}{'</div>' * 12}"

    return _lines(one)


def broken_lines() -> str:
    """Return one div with line breaks for paragraphs."""
    return f"<div>{_lines(lambda entry: f'{entry.text}<br><br>')}</div>"


def minified() -> str:
    return structured().replace("\n", "")


def wrapped_source() -> str:
    """Return paragraphs whose source is wrapped and indented."""

    def one(entry: Entry) -> str:
        return "<p>\n      " + "\n      ".join(cut(entry.text, 60)) + "\n    </p>\n"

    return _lines(one)


def preformatted() -> str:
    return f"<pre>{html.escape(wrapped())}</pre>"


def word_export() -> str:
    """Return what Word writes: numbers in conditional comments, namespaced tags, hard spaces."""

    def one(entry: Entry) -> str:
        mark = f"<![if !supportLists]><span style='mso-list:Ignore'>{entry.mark.rstrip()}</span><![endif]>"
        gap = " " if entry.mark.endswith(" ") else ""
        return (
            f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><!--[if gte mso 9]><xml>垃圾</xml><![endif]-->"
            f"{mark if entry.mark else ''}{gap}<span lang=ZH-CN\nstyle='font-family:宋体'>{entry.words}<o:p></o:p>"
            "</span></p>\n"
        )

    return f"<div class=WordSection1>{_lines(one)}</div>"


def entities() -> str:
    return _lines(lambda entry: f"<p>{''.join(f'&#x{ord(ch):x};' for ch in entry.text)}</p>")


def ruby() -> str:
    def one(entry: Entry) -> str:
        first, rest = entry.words[:1], entry.words[1:]
        return f"<p>{entry.mark}<ruby>{first}<rp>(</rp><rt>zì</rt><rp>)</rp></ruby>{rest}</p>"

    return _lines(one)


def hidden_tabs() -> str:
    """Return the chapters as tabs of which only the first is shown."""
    halves = structured().split("<h2>")
    tabs = [f"<div class=tab hidden><h2>{half}</div>" for half in halves[5:]]
    styled = [f"<div class=tab style='display: none'><h2>{half}</div>" for half in halves[1:5]]
    return halves[0] + "".join(styled + tabs)


def in_template() -> str:
    return f"<div id=app></div><template id=terms>{structured()}</template>"


def in_shadow_root() -> str:
    return f"<div><template shadowrootmode=open><style>p{{}}</style>{structured()}</template></div>"


def in_script_template() -> str:
    return f"<script type='text/x-template' id=t>{structured()}</script>"


def in_script_state() -> str:
    state = json.dumps({"code": 200, "data": {"title": "云杉集市用户服务协议", "content": structured()}})
    return f"<div id=root></div><script>window.__STATE__={state};</script>"


def in_script_text() -> str:
    terms = json.dumps({"text": "\n".join(clauses())}, ensure_ascii=False)
    return f"<div id=root></div><script>var terms = {terms};</script>"


def in_textarea() -> str:
    return f"<form><textarea readonly>{html.escape(structured())}</textarea><button>同意并注册</button></form>"


def in_noscript() -> str:
    return f"<script>load()</script><noscript>{structured()}</noscript>"


def in_srcdoc() -> str:
    return f'<p></p><iframe srcdoc="{html.escape(page(structured()), quote=True)}"></iframe>'


def single_file(megabytes: int = 1) -> str:
    data = "A" * (megabytes * 1_000_000)
    assets = (
        f"<style>body{{background:url(data:image/png;base64,{data})}}</style><img src='data:image/png;base64,{data}'>"
    )
    return assets + structured() + assets


def furnished() -> str:
    """Return the agreement between all the furniture of a shop's page."""
    return f"""
    <header class="site-header"><a href="/">云杉集市</a><ul class="nav"><li><a href="/a">首页</a></li>
      <li><a href="/b">今日特价</a></li></ul><form><input value="搜索"><button>搜索</button></form></header>
    <div class="breadcrumb"><a href="/">首页</a> &gt; <a href="/help">帮助中心</a> &gt; 用户协议</div>
    <aside class="sidebar"><h3>帮助中心</h3><ul>
      <li><a href=1>新手上路</a></li><li><a href=2>联系我们</a></li></ul></aside>
    <main>{structured()}</main>
    <div class="share">分享到：微信 微博</div>
    <p><a href="/prev">上一篇：关于我们</a></p>
    <div id="comments"><h3>网友评论</h3>
      <p>张三：这个平台怎么样？用户体验不错。</p><p>李四：充值以后不退款，平台太坑了。</p></div>
    <footer><p><a href=1>关于我们</a> | <a href=2>加入我们</a></p>
      <p>Copyright © 2026 云杉网络 版权所有 浙ICP备00000000号</p></footer>
    <div class="cookie" style="display:none"><button>接受</button><button>拒绝</button></div>"""


def wrapped_mail() -> str:
    """Return the text hard-wrapped by line breaks in markup."""
    return f"<div>{'<br>'.join(html.escape(wrapped()).splitlines())}</div>"


def markdown() -> str:
    """Return the agreement as its author would keep it in Markdown."""
    parts: list[str] = []
    for kind, group in groupby(entries(), key=lambda entry: entry.kind):
        parts.append(_markdown(kind, list(group)))
    return "\n\n".join(parts) + "\n"


def _markdown(kind: str, group: list[Entry]) -> str:
    if kind == "row":
        head, *rest = [entry.words for entry in group]
        return "\n".join([head, "|---|---|---|", *rest])
    sign = {"title": "# ", "chapter": "## "}.get(kind, "")
    strong = [f"{sign}{entry.mark}**{entry.words}**" if kind == "article" else sign + entry.text for entry in group]
    return "\n".join(strong) if kind in ("item", "point") else "\n\n".join(strong)


PAGES: dict[str, Callable[[], str]] = {
    function.__name__: function
    for function in (
        structured, nested_divs, broken_lines, minified, wrapped_source, preformatted, word_export, entities, ruby,
        hidden_tabs, in_template, in_shadow_root, in_script_template, in_script_state, in_script_text, in_textarea,
        in_noscript, in_srcdoc, single_file, furnished, wrapped_mail,
    )
}  # fmt: skip
