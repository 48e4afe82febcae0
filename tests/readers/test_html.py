"""What pages do to text, one trick at a time."""

from __future__ import annotations

import pytest

from clause_check.errors import ClauseCheckError
from clause_check.model import Block
from clause_check.readers import html
from clause_check.readers.limits import MAX_DEPTH
from clause_check.readers.source import Source

from .webpages import structured


def lines(markup: str) -> list[str]:
    (document,) = html.read(Source(markup.encode(), "页.html"))
    return document.text.split("\n")


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>虚拟商品一经<b>售出</b>，\n   概不退换。</p>", ["虚拟商品一经售出，概不退换。"]),
        ("<p>terms of\nservice</p>", ["terms of service"]),
        ("甲<br>乙<br/><br>丙", ["甲", "乙", "丙"]),
        ("<p>甲&nbsp;&amp;乙&#x3002;</p>", ["甲\xa0&乙。"]),
        ("<span style='display:block'>甲</span><span style='display:block'>乙</span>", ["甲", "乙"]),
        ("<span>第一条 甲。</span><span>第二条 乙。</span>", ["第一条 甲。", "第二条 乙。"]),
        ("<span>按照</span><span>第二条 执行</span>", ["按照第二条 执行"]),
        ("<dl><dt>账户<dd>登录凭证</dl>", ["账户", "登录凭证"]),
        ("<details><summary>更多说明</summary>余额不退</details>", ["更多说明", "余额不退"]),
        ("<p>{{ platform }}有权修改本协议。</p>", ["{{ platform }}有权修改本协议。"]),
        ("<p><ruby>退<rt>tuì</rt></ruby>款</p>", ["退款"]),
        ("<div style='white-space:pre-wrap'>甲\n乙</div>", ["甲", "乙"]),
        ("<pre>见[隐私政策](https://x.example/p)。</pre>", ["见隐私政策。"]),
        ("<p>第一条 甲<p>第二条 乙<table><tr><td>丙</table>", ["第一条 甲", "第二条 乙", "丙"]),
    ],
)
def test_text(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3. 甲", "7. 乙", "8. 丙"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2. 甲", "1. 乙"]),
        ("<ol type=a><li>甲<ol type=I><li>子</ol><li>乙</ol>", ["a. 甲", "I. 子", "b. 乙"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
        ("<ol><li>1、甲<li>2、乙</ol>", ["1、甲", "2、乙"]),
        ("<ol style='list-style:none'><li>甲</ol>", ["甲"]),
        ("<ol><li><p>甲</p><p>甲续</p></li><li></li><li>乙</ol>", ["1. 甲", "甲续", "3. 乙"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ("<style>ul, ol { margin: 0; list-style: none }</style><ol><li>甲<li>乙</ol>", ["甲", "乙"]),
        ("<style>.nav li { list-style: none }</style><ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
        ("<style>ul { list-style: none } ol { margin: 0 }</style><ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
    ],
)
def test_list_numbers_are_written_out(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


def test_blocks_say_what_and_where_they_are() -> None:
    markup = "<h2>收费</h2><p>如下</p><table><tr><td>项目<td>价格<tr><td>会员<td>9 元</table><ul><li>不退</ul>"
    (document,) = html.read(Source(markup.encode(), "页.html"))
    assert document.blocks == (
        Block(0, 2, "heading", "第1段"),
        Block(3, 5, "paragraph", "第2段"),
        Block(6, 8, "cell", "表1 第1行第1列"),
        Block(9, 11, "cell", "表1 第1行第2列"),
        Block(12, 14, "cell", "表1 第2行第1列"),
        Block(15, 18, "cell", "表1 第2行第2列"),
        Block(19, 21, "item", "第7段"),
    )


def test_state_that_repeats_the_page_counts_once() -> None:
    body = structured()
    escaped = body.replace('"', '\\"').replace("\n", "\\n")
    assert lines(f'{body}<script>var state = "{escaped}"</script>') == lines(body)


def test_messages_of_a_script_are_no_clauses() -> None:
    script = "alert('网络异常，请稍后重试。');alert('用户名不能为空。');" * 20
    assert lines(f"<p>用户协议</p><script>{script}</script>") == ["用户协议"]


def test_a_page_without_text_is_said_to_be_empty() -> None:
    with pytest.raises(ClauseCheckError) as caught:
        lines("<div id=app></div><script src=app.js></script>")
    assert caught.value.code == "page-no-text"


def test_a_frame_that_was_not_saved_is_named() -> None:
    (document,) = html.read(Source('<p>用户协议</p><iframe src="terms.html"></iframe>'.encode(), "页.html"))
    assert [concern.code for concern in document.concerns] == ["frame-missing"]
    assert "terms.html" in document.concerns[0].message


def test_endless_nesting_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(ClauseCheckError) as caught:
        lines("<div>" * (MAX_DEPTH + 2) + "协议")
    assert caught.value.code == "page-too-deep"


def test_unclosed_paragraphs_are_not_nesting() -> None:
    assert len(lines("<p>用户不得退款。" * (MAX_DEPTH + 2))) == MAX_DEPTH + 2


def test_frames_in_frames_end() -> None:
    frames = {"a": b"<p>\xe7\x94\xb2</p><iframe src=a></iframe>"}
    (document,) = html.read(Source(b"<iframe src=a></iframe>", "页.html", frames=frames))
    assert document.text == "甲"
