from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

from clause_check.readers.numbering import Numbering

from .wordfile import STYLES, W, numbering


def properties(number: int, depth: int) -> Element:
    return fromstring(f"<w:pPr {W}><w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/></w:numPr></w:pPr>")


def lists(xml: str) -> Numbering:
    styles = {style.attrib[next(iter(style.attrib))]: style for style in fromstring(STYLES)}
    return Numbering(fromstring(xml), styles)


def marks(found: Numbering, *places: tuple[int, int]) -> list[str | None]:
    return [found.mark(properties(number, depth), "") for number, depth in places]


def simple(levels: str, nums: str = "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>") -> str:
    return f"<w:numbering {W}><w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum>{nums}</w:numbering>"


def level(depth: int, text: str, form: str = "decimal", more: str = "") -> str:
    start = "" if "w:start" in more else "<w:start w:val='1'/>"
    return f"<w:lvl w:ilvl='{depth}'>{start}<w:numFmt w:val='{form}'/>{more}<w:lvlText w:val='{text}'/></w:lvl>"


def test_chapters_do_not_restart_articles() -> None:
    found = lists(numbering())
    assert marks(found, (1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)) == [
        *("第一章 ", "第一条 ", "（一）", "（二）", "第二条 ", "（一）", "第二章 ", "第三条 ")
    ]


def test_a_style_brings_its_level() -> None:
    found = lists(numbering())
    assert found.mark(None, "1") == "第一章 "
    assert found.mark(None, "a") is None


def test_levels_above_show_in_the_number() -> None:
    found = lists(simple(level(0, "%1、", "chineseCounting") + level(1, "%1.%2", more="<w:isLgl/>") + level(2, "(%3)")))
    assert marks(found, (1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)) == [
        "一、",
        "1.1 ",
        "1.2 ",
        "(1)",
        "二、",
        "2.1 ",
    ]


def test_a_level_may_begin_without_the_one_above() -> None:
    assert marks(lists(simple(level(0, "%1.") + level(1, "%1.%2"))), (1, 1), (1, 1)) == ["1.1 ", "1.2 "]


def test_another_list_goes_on_unless_it_starts_over() -> None:
    over = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"
    nums = "".join(
        f"<w:num w:numId='{number}'><w:abstractNumId w:val='0'/>{more}</w:num>"
        for number, more in ((1, ""), (2, ""), (3, over))
    )
    found = lists(simple(level(0, "%1."), nums))
    assert marks(found, (1, 0), (2, 0), (3, 0), (3, 0)) == ["1. ", "2. ", "1. ", "2. "]


def test_an_override_may_bring_a_level_of_its_own() -> None:
    own = f"<w:lvlOverride w:ilvl='0'>{level(0, '甲%1：', more='<w:start w:val=&quot;5&quot;/>')}</w:lvlOverride>"
    nums = f"<w:num w:numId='1'><w:abstractNumId w:val='0'/>{own}</w:num>"
    assert marks(lists(simple(level(0, "%1."), nums.replace("&quot;", '"'))), (1, 0)) == ["甲5："]


def test_bullets_show_nothing_and_unknown_lists_are_none() -> None:
    found = lists(simple(level(0, "\uf06c", "bullet")))
    assert marks(found, (1, 0), (9, 0), (0, 0)) == ["", None, None]


def test_a_list_may_live_in_a_style() -> None:
    xml = (
        f"<w:numbering {W}><w:abstractNum w:abstractNumId='0'><w:numStyleLink w:val='s'/></w:abstractNum>"
        f"<w:abstractNum w:abstractNumId='1'><w:styleLink w:val='s'/>{level(0, '%1)')}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    )
    assert marks(lists(xml), (1, 0)) == ["1)"]
