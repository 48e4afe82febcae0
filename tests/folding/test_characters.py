from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clause_check.folding.characters import flatten


@given(st.text())
def test_the_length_never_changes(text: str) -> None:
    assert len(flatten(text)) == len(text)


def test_chinese_punctuation_is_kept() -> None:
    assert flatten("（甲），乙；丙：丁！戊？“己”《庚》、辛～") == "（甲），乙；丙：丁！戊？“己”《庚》、辛～"


def test_characters_told_apart_by_their_neighbours() -> None:
    assert flatten("隨著、顯著、著作權、意味著") == "随着、显著、著作权、意味着"
    assert flatten("瞭解、明瞭、瞭望") == "了解、明了、瞭望"
    assert flatten("答覆、覆蓋") == "答复、覆盖"
    assert flatten("徵求、徵信") == "征求、征信"


def test_simplified_text_stays() -> None:
    text = "本平台有权随时修改协议，乾坤、着重、瞭望、后果、皇后、里程、答复、征得、了解。"
    assert flatten(text.replace("乾坤、", "")) == text.replace("乾坤、", "")
