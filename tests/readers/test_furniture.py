from __future__ import annotations

import pytest

from clause_check.readers import html
from clause_check.readers.source import Source

CLAUSES = "<main><p>第一条 用户充值后不予退款。</p><p>第二条 本平台有权修改本协议。</p></main>"
KEPT = ["第一条 用户充值后不予退款。", "第二条 本平台有权修改本协议。"]


def lines(markup: str) -> list[str]:
    (document,) = html.read(Source(markup.encode(), "页.html"))
    return document.text.split("\n")


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a>首页</a><a>帮助</a></nav>",
        "<div class='top-nav'><span>首页</span></div>",
        "<div role=navigation>首页 商品 购物车</div>",
        "<footer>Copyright © 2026 某某公司 京ICP备000号</footer>",
        "<div id=footer><h4>服务热线</h4></div>",
        "<p>当前位置：首页 &gt; 帮助中心</p>",
        "<p><a href=1>关于我们</a></p>",
        "<ul><li><a href=#1>第一条 退款</a><li><a href=#2>第二条 修改</a></ul>",
        "<button>同意并继续</button>",
        "<select><option>简体中文<option>English</select>",
        "<p>上一篇：公告</p>",
        "<div hidden><span>加载中</span></div>",
        "<div class=comments><p>平台不退款，用户都被坑了！</p></div>",
        "<p>{if $mobile==1} {include file='head'}</p>{{ body }}",
        "<aside><h3>热门文章</h3></aside>",
    ],
)
def test_furniture_is_left_out(furniture: str) -> None:
    assert lines(furniture + CLAUSES) == KEPT


@pytest.mark.parametrize(
    "clause",
    [
        "<footer><p>本站保留对用户活动的最终解释权。</p></footer>",
        "<aside><p>特别提示：余额一律不予退还，用户应当谨慎充值。</p></aside>",
        "<header><h1>用户服务协议</h1></header>",
        "<div class=header><div>会员服务协议</div></div>",
        "<div hidden><p>争议由本平台所在地法院管辖。</p></div>",
        "<p><a href=x>用户不得以任何理由要求退款或者赔偿。</a></p>",
        "<p>详见<a href=x>《隐私政策》</a></p>",
        "<p>未经许可不得转载，版权所有，用户应当承担责任。</p>",
    ],
)
def test_a_clause_stays_wherever_it_stands(clause: str) -> None:
    assert len(lines(clause + CLAUSES)) == 1 + len(KEPT)


def test_a_sidebar_that_holds_the_page_is_no_sidebar() -> None:
    assert lines(f"<div class='sidebar-layout'><p>引言</p>{CLAUSES}</div>") == ["引言", *KEPT]


def test_a_hidden_copy_counts_once() -> None:
    assert lines(CLAUSES + f"<div style='display:none'>{CLAUSES}</div>") == KEPT
