"""Whatever the text: one line a clause, a map that never runs backwards, and writing that makes no difference."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from clause_check.folding import characters
from clause_check.model import Clause, Document, Names, Plain
from clause_check.stages.normalise import normalise

OLD, NEW = Path(characters.__file__).with_name("simplified.txt").read_text("utf-8").splitlines()
TRADITIONAL = {new: old for old, new in zip(OLD, NEW, strict=True) if "\u4e00" <= old <= "\u9fff"}
HAN = "本平台有权随时修改协议概不退款会员余额清零解释权归我们所有一经售出视为同意账户终止"
NOBODY = Names()
NAMES = Names(("米粒", "DC"), ("乙方",))

plain_texts = st.lists(st.sampled_from([*HAN, "，", "。", "；", "VIP", "100", "、"]), min_size=1, max_size=30)
wild_texts = st.lists(
    st.sampled_from(
        [*HAN, *" \n\r\t\u3000\u200b\ufeff.,;:!?()*·|-/、\"'“”「」。，Ａ１％a1", "米粒", "DC", "乙方", "𠀀"]
    ),
    max_size=60,
).map("".join)


def fold(text: str, cuts: tuple[int, ...] = (), names: Names = NOBODY) -> Plain:
    bounds = [0, *sorted({cut for cut in cuts if 0 < cut < len(text)}), len(text)]
    clauses = tuple(Clause(a, b) for a, b in pairwise(bounds) if a < b)
    return normalise(Document("", text, ""), clauses, names)


@settings(deadline=None)
@given(wild_texts | st.text(max_size=60), st.lists(st.integers(1, 60), max_size=4).map(tuple))
def test_the_map_back_never_runs_backwards(text: str, cuts: tuple[int, ...]) -> None:
    plain = fold(text, cuts, NAMES)
    spans = [plain.original(at, at + 1) for at in range(len(plain.text))]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert all(one[0] <= other[0] and one[1] <= other[1] for one, other in pairwise(spans))
    assert plain.text.count("\n") == max(len(plain.lines) - 1, 0)
    assert [at for at in plain.lines if at] == [at + 1 for at, sign in enumerate(plain.text) if sign == "\n"]


@settings(deadline=None)
@given(wild_texts.map(lambda text: text.translate(dict.fromkeys(map(ord, '*·|-/、."')))))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@settings(deadline=None)
@given(plain_texts, st.sampled_from(["\u200b", "\ufeff", "\u00ad", "\u2060"]))
def test_invisible_characters_make_no_difference(parts: list[str], sign: str) -> None:
    assert fold(sign.join(parts)).text == fold("".join(parts)).text


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*HAN, "，", "。"]), min_size=1, max_size=30), st.sampled_from([" ", "\u3000", "\t", "\n"])
)
def test_blanks_between_chinese_make_no_difference(parts: list[str], sign: str) -> None:
    assert fold(sign.join(parts)).text == "".join(parts)


@settings(deadline=None)
@given(plain_texts)
def test_the_script_makes_no_difference(parts: list[str]) -> None:
    text = "".join(parts)
    wide = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    assert fold(wide).text == fold(text).text
    assert fold("".join(TRADITIONAL.get(sign, sign) for sign in text)).text == fold(text).text


@settings(deadline=None)
@given(st.lists(st.sampled_from([*HAN, ",", ";", "!", "?"]), min_size=1, max_size=30).map("".join))
def test_ascii_punctuation_beside_chinese_makes_no_difference(text: str) -> None:
    assert fold("甲" + text + "甲").text == "甲" + text.translate(str.maketrans(",;!?", "，；！？")) + "甲"
