from __future__ import annotations

from clause_check.stages.read import read

from .original import clauses, plain
from .webpages import page, structured

PRIVACY = "隐私政策\n" + "\n".join(
    f"第{number}条 云杉集市收集用户的第{number}类信息，用于向用户提供服务、改进产品和保障账户安全，并依法保存。"
    for number in "一二三四五六七八九"
)
ANNEX = PRIVACY.replace("隐私政策", "附件一：退款规则")


def markup(text: str) -> str:
    return "".join(f"<p>{line}</p>" for line in text.split("\n"))


def test_two_agreements_in_one_page_are_told_apart() -> None:
    first, second = read(page(structured() + markup(PRIVACY)).encode(), "页.html")
    assert (first.path, second.path) == ("页.html#1", "页.html#2")
    assert first.text.split("\n") == clauses()
    assert second.text == PRIVACY
    assert [second.text[block.start : block.end] for block in second.blocks] == PRIVACY.split("\n")
    assert (first.title, second.title) == ("云杉集市用户服务协议", "隐私政策")
    assert first.sha256 == second.sha256


def test_text_stays_whole_and_says_where_each_begins() -> None:
    (document,) = read((plain() + PRIVACY).encode(), "协议.txt")
    (concern,) = document.concerns
    assert concern.code == "several-agreements"
    assert "第 1 行起云杉集市用户服务协议" in concern.message
    assert "第 75 行起隐私政策" in concern.message


def test_what_stands_above_the_first_title_stays_with_it() -> None:
    first, _ = read(page("<p>更新公告</p>" + structured() + markup(PRIVACY)).encode(), "页.html")
    assert first.text.startswith("更新公告\n")


def test_an_agreement_without_title_before_one_with_title() -> None:
    untitled = PRIVACY.partition("\n")[2]
    first, second = read(page(markup(untitled) + structured()).encode(), "页.html")
    assert first.text == untitled
    assert second.text.split("\n") == clauses()


def test_an_annex_and_a_mention_are_parts() -> None:
    assert len(read(page(structured() + markup(ANNEX)).encode(), "页.html")) == 1
    assert len(read(page(structured() + markup("隐私政策\n更多规则见网站。")).encode(), "页.html")) == 1
