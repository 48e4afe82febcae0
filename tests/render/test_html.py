"""The page is self-contained, complete, and nothing of the agreement can act in it."""

import base64
import re
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from clause_check.model import Block, Document, Facts, Report
from clause_check.render import html, paper

from .sample import TEXT, finding

HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(1)>\" onclick='x' "
    'style="a:url(//e)" &lt;b&gt; </title></style>'
)


class Page(HTMLParser):
    """The tags, attributes and words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def values(self, name: str) -> list[str]:
        return [values[name] or "" for _, values in self.tags if name in values]


def filled(word: str) -> Report:
    """Return a report that says ``word`` wherever words of an agreement or its file can stand."""
    document = Document(word, f"协议\n{word}\n", "0" * 64, title=word, party=word, version=word, effective=word)
    one = replace(finding("概不退换"), quote=word, sentence=word, clause=word, heading=word, origin=word)
    return Report(document, 2, Facts(), (replace(one, start=3, end=3 + len(word), line=2),))


def test_hostile_words_add_no_tag_and_no_attribute() -> None:
    found, expected = Page(html.render([filled(HOSTILE)])), Page(html.render([filled("甲")]))
    assert [(tag, sorted(v)) for tag, v in found.tags] == [(tag, sorted(v)) for tag, v in expected.tags]


def test_hostile_words_are_all_shown() -> None:
    assert "".join(Page(html.render([filled(HOSTILE)])).words).count(HOSTILE) >= 8


def test_nothing_is_requested_and_nothing_inline_is_allowed(report: Report) -> None:
    page = Page(html.render([report]))
    assert not page.values("src")
    assert not page.values("style")
    assert all(value.startswith("#") for value in page.values("href"))
    assert not re.search(r"@import|url\(|https?:", html.OWN.style + html.OWN.script)


def test_policy_allows_the_page_s_own_style_and_script_alone(report: Report) -> None:
    page = html.render([report])
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    digests = [
        base64.b64encode(sha256(inner.encode()).digest()).decode()
        for inner in re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", page, re.DOTALL)
    ]
    assert policy[1] == (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_every_link_leads_somewhere_and_no_anchor_stands_twice(report: Report) -> None:
    page = Page(html.render([report, report]))
    anchors = page.values("id")
    assert len(anchors) == len(set(anchors))
    assert {value[1:] for value in page.values("href")} <= set(anchors)


def test_each_side_points_to_the_other(report: Report) -> None:
    page = html.fragment(report, "r7")
    for number in (1, 2, 3):
        assert f'id="r7-t{number}" href="#r7-f{number}"' in page
        assert f'href="#r7-t{number}">看原文' in page


def test_overlapping_words_carry_both_findings_and_the_graver_grade() -> None:
    wide, narrow = finding("概不退换，最终解释权", grade="conditional"), finding("退换", grade="void")
    report = Report(Document("a", TEXT, "0" * 64), 1, Facts(), (wide, narrow))
    marks = re.findall(r'<mark class="(\w+)" data-f="([^"]+)">([^<]+)', paper.paper(report, "r1"))
    assert marks == [
        ("conditional", "r1-f1", "概不"),
        ("void", "r1-f1 r1-f2", "退换"),
        ("conditional", "r1-f1", "，最终解释权"),
    ]


@given(st.data())
def test_the_agreement_is_shown_in_full_whatever_is_marked(data: st.DataObject) -> None:
    text = data.draw(st.text("甲乙<&\n ", min_size=1, max_size=40))
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=4))
    found = tuple(
        replace(finding("概不退换"), start=min(a, b), end=max(a, b))
        for a, b in spans
        if text[min(a, b) : max(a, b)].strip()
    )
    page = Page(paper.paper(Report(Document("a", text, "0" * 64), 1, Facts(), found), "r1"))
    assert "".join(page.words[1:]) == "".join(line for line in text.split("\n") if line.strip())
    assert sorted(str(values["data-n"]) for tag, values in page.tags if tag == "a") == [
        str(n + 1) for n in range(len(found))
    ]


def test_headings_of_a_laid_out_page_are_told_apart(report: Report) -> None:
    blocks = (Block(0, 10, "heading"), Block(11, 18))
    page = paper.paper(replace(report, document=replace(report.document, blocks=blocks)), "r1")
    assert re.findall(r'class="line heading" data-n="(\d)"', page) == ["1"]


def test_filters_offer_what_was_found(report: Report, silent: Report) -> None:
    page = Page(html.fragment(report))
    assert [v["value"] for tag, v in page.tags if tag == "input"] == ["void", "unfair", "conditional"]
    assert [v["value"] for tag, v in page.tags if tag == "option"] == ["", "refund-exclusion", "final-interpretation"]
    assert "form" not in {tag for tag, _ in Page(html.fragment(silent)).tags}


def test_nothing_found_is_never_called_clean(silent: Report) -> None:
    words = "".join(Page(html.fragment(silent)).words)
    assert "未命中规则，不等于没有问题。" in words
    assert "没有检查到的" in words


def test_what_was_cleared_missing_and_unchecked_is_told(report: Report) -> None:
    words = "".join(Page(html.fragment(report)).words)
    assert all(said in words for said in ("写明了担保。", "退订的方式", "没有检查完", "2026-11-22"))
