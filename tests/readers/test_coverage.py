"""The guard that names what a page holds and the reader could not keep."""

from __future__ import annotations

import pytest

from clause_check.model import Concern
from clause_check.readers import html
from clause_check.readers.source import Source

from .original import plain
from .webpages import structured

LONG = plain().replace("\n", " ")


def concern(markup: str) -> Concern | None:
    (document,) = html.read(Source(markup.encode(), "页.html"))
    return next((concern for concern in document.concerns if concern.code == "coverage-low"), None)


@pytest.mark.parametrize(
    ("markup", "place"),
    [
        (f"<p>用户协议</p><img alt='{LONG}'>", "标签属性"),
        (f"<p>用户协议</p><!-- {LONG} -->", "注释"),
        (f"<p>用户协议</p><script>/* {LONG} */ var x = 1;{' ' * 300}</script>", "脚本"),
        (f"<p>用户协议</p><div class=comments><p>{LONG}</p></div>", "导航、页脚、评论等页面框架"),
    ],
)
def test_the_rest_is_named(markup: str, place: str) -> None:
    found = concern(markup)
    assert found is not None
    assert f"其余在{place}" in found.message


def test_a_whole_page_gives_no_concern() -> None:
    assert concern(structured()) is None


def test_what_a_page_says_twice_counts_once() -> None:
    escaped = structured().encode("unicode_escape").decode()
    assert concern(structured() + f"<script>var s = '{escaped}'</script>") is None
