from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clause_check.packfile import PackError, Store, seal, unseal

KEY = b"k" * 32
PACK = {"digest": "d", "rules": [{"id": "甲"}], "sources": ["(?<!不)退款(?:后|前)", "(?P<x>概不).{0,4}?退"]}


def test_round_trip() -> None:
    pack = unseal(seal(PACK, KEY), KEY)
    assert pack["rules"] == PACK["rules"]
    assert pack.source(0) == PACK["sources"][0]
    for make in (pack.quick, pack.compiled):
        assert make(0).search("不退款后,退款前").span() == (5, 8)  # type: ignore[union-attr]
        assert make(1).search("概不再退").groupdict() == {"x": "概不"}  # type: ignore[union-attr]


def test_a_regex_without_bounds_is_only_tried_with_a_deadline() -> None:
    sources = ["(?:退+)+款", "(?<!点击[^。]{0,60}?)退款", "退款"]
    pack = unseal(seal({"sources": sources}, KEY), KEY)
    for store in (pack, Store(sources)):
        assert [bool(store.quick(number)) for number in range(3)] == [False, False, True]
        assert all(store.compiled(number).search("退款") for number in range(3))


@given(st.data())
def test_any_change_or_cut_is_refused(data: st.DataObject) -> None:
    sealed = seal(PACK, KEY)
    at = data.draw(st.integers(0, len(sealed) - 1))
    changed = bytearray(sealed)
    changed[at] ^= data.draw(st.integers(1, 255))
    for bad in (bytes(changed), sealed[:at]):
        with pytest.raises(PackError):
            unseal(bad, KEY)


def test_another_users_key_is_refused() -> None:
    with pytest.raises(PackError):
        unseal(seal(PACK, b"o" * 32), KEY)
