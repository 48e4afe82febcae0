"""The library quotes exactly, names its laws generously and knows which day it is."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from clause_check.errors import ClauseCheckError
from clause_check.lawlibrary import LawLibrary, Standing
from clause_check.statute import Table
from law_digests import LAWS


@pytest.fixture(scope="module")
def library() -> LawLibrary:
    return LawLibrary.load(LAWS)


def small(**head: object) -> Table:
    paragraphs = [{"number": 1, "text": "有下列情形之一的:", "item_count": 4, "items": ["（二）乙;", "（四）丁。"]}]
    article = {"number": 3, "paragraph_count": 3, "paragraph": [*paragraphs, {"number": 3, "text": "丙。"}]}
    return {"id": "甲法", "title": "中华人民共和国甲法", "article": [article], **head}


def test_paragraph(library: LawLibrary) -> None:
    found = library.resolve("消保法/26/3")
    assert found.text == "格式条款、通知、声明、店堂告示等含有前款所列内容的，其内容无效。"
    assert (found.name, found.label) == ("《中华人民共和国消费者权益保护法》", "第二十六条第三款")
    assert (found.in_force_from, found.checked_on, found.doubt) == ("2014-03-15", "2026-11-22", "")


def test_item_brings_its_head(library: LawLibrary) -> None:
    found = library.resolve("令116/30/1/(四)")
    head, item = found.text.split("\n")
    assert head.endswith("：")
    assert item.startswith("（四）")
    assert found.label == "第三十条第（四）项"


def test_doubtful_source_is_said(library: LawLibrary) -> None:
    assert library.resolve("预付解释/9/1/6").doubt == "来源待核"
    assert library.resolve("预付解释/1/1").doubt == ""


def test_title_within_a_title(library: LawLibrary) -> None:
    assert library.resolve("通则解释/9/1").name.startswith("《最高人民法院关于适用〈中华人民共和国民法典〉")


@pytest.mark.parametrize("name", ["消费者权益保护法", "《中华人民共和国消费者权益保护法》", "消保法"])
def test_names(library: LawLibrary, name: str) -> None:
    assert library.resolve(f"{name}/26/2").cite == "消保法/26/2"


def test_gaps_are_marked() -> None:
    library = LawLibrary.from_data([small()])
    assert library.resolve("甲法/3").text == "有下列情形之一的:\n……\n（二）乙;\n……\n（四）丁。\n……\n丙。"
    assert not library.resolve("甲法/3").complete
    assert not library.resolve("甲法/3/1").complete
    assert library.resolve("甲法/3/1/2").complete
    assert library.resolve("甲法/3/3").complete


def test_overrides_of_an_article() -> None:
    table = small(in_force_from="2020-01-01", verified="two-sources")
    table["article"][0] |= {"in_force_from": "2010-01-01", "verified": "one-unofficial", "note": "只管丙。"}
    found = LawLibrary.from_data([table]).resolve("甲法/3/3")
    assert (found.in_force_from, found.doubt, found.note) == ("2010-01-01", "来源待核", "只管丙。")


@pytest.mark.parametrize(
    ("cite", "near"),
    [("消费者权益法/26/2", "消费者权益保护法"), ("消保法/27/1", "消保法/26/1"), ("令116/30/1/9", "令116/30/1")],
)
def test_near_misses(library: LawLibrary, cite: str, near: str) -> None:
    with pytest.raises(ClauseCheckError, match=near) as error:
        library.resolve(cite)
    assert error.value.code == "law-unknown"


@pytest.mark.parametrize(
    ("cite", "word", "successor"),
    [
        ("仲裁法/16/1", "renumbered", "仲裁法/27"),
        ("民诉法/34", "renumbered", "民诉法/35/1"),
        ("合同法/40", "repealed", "民法典/497"),
        ("合同法/94", "repealed", "民法典"),
        ("市场监督管理投诉举报处理暂行办法/10", "repealed", "令121"),
    ],
)
def test_what_moved_names_its_successor(library: LawLibrary, cite: str, word: str, successor: str) -> None:
    standing = library.status(cite, "2026-11-22")
    assert (standing.word, standing.successor) == (word, successor)
    with pytest.raises(ClauseCheckError, match=successor) as error:
        library.resolve(cite)
    assert error.value.code == "law-moved"


def test_what_is_not_held_is_said_to_be_so(library: LawLibrary) -> None:
    assert library.status("令116/23/1", "2026-11-22") == Standing("unknown", reason="本库没有该条原文,不得引号引用。")
    assert library.status("消保法/27/1", "2026-11-22") == Standing("unknown")
    assert library.status("无此法/1/1", "2026-11-22").word == "unknown"
    assert library.status("消保法26", "2026-11-22").word == "unknown"


@pytest.mark.parametrize(
    ("cite", "day", "word"),
    [
        ("令116/30/1", "2026-01-31", "not-yet"),
        ("令116/30/1", date(2026, 2, 1), "in-force"),
        ("仲裁法/27/2", "2026-02-28", "not-yet"),
        ("令37/21/1", "2023-06-01", "in-force"),
        ("令37/18/1", "2023-06-01", "not-yet"),
        ("合同法/94", "2020-12-31", "unknown"),
        ("合同法/94", "2021-01-01", "repealed"),
    ],
)
def test_status_on_a_day(library: LawLibrary, cite: str, day: date | str, word: str) -> None:
    assert library.status(cite, day).word == word


def test_held_words_end_with_their_law() -> None:
    library = LawLibrary.from_data([small(in_force_from="2010-01-01", until="2020-01-01", repealed_by="乙法")])
    assert library.status("甲法/3/3", "2019-12-31").word == "in-force"
    assert library.status("甲法/3/3", "2020-01-01").successor == "乙法"


def test_every_quotation_is_in_force_when_it_was_checked(library: LawLibrary) -> None:
    places = [place for law in library for place in law.cites()]
    assert len(places) > 250
    assert {library.status(place, library.as_of).word for place in places} == {"in-force"}


def test_every_successor_is_at_hand_or_its_law_is(library: LawLibrary) -> None:
    for law in library:
        for entry in law.moved:
            if entry["kind"] != "absent":
                assert library.law(entry["successor"].split("/")[0])


def test_as_of(library: LawLibrary) -> None:
    assert library.as_of == "2026-11-22"
    assert LawLibrary.from_data([]).as_of == ""


def test_plain_data_and_back(library: LawLibrary) -> None:
    packed = json.loads(json.dumps(library.to_data(), ensure_ascii=False))
    again = LawLibrary.from_data(packed)
    assert len(again) == len(library)
    assert again.resolve("电商法/49/2") == library.resolve("电商法/49/2")


def test_a_folder_without_laws(tmp_path: Path) -> None:
    with pytest.raises(ClauseCheckError, match=str(tmp_path)) as error:
        LawLibrary.load(tmp_path)
    assert error.value.code == "laws-missing"


@pytest.mark.parametrize("words", ['id = "甲法', 'id = "甲法"', 'id = "甲法"\ntitle = "甲"\ncolour = "红"'])
def test_a_broken_law_file(tmp_path: Path, words: str) -> None:
    (tmp_path / "甲法.toml").write_text(words, encoding="utf-8")
    with pytest.raises(ClauseCheckError, match=r"甲法\.toml") as error:
        LawLibrary.load(tmp_path)
    assert error.value.code == "laws-broken"
