from __future__ import annotations

import pytest

from clause_check.macros import UnknownBlock, expand


def test_blocks_may_stand_in_blocks() -> None:
    assert expand("{甲}…{乙}", {"甲": "平台", "乙": "{甲}方|我们"}) == "(?:平台).{0,12}?(?:(?:平台)方|我们)"


def test_gaps() -> None:
    assert expand("a……b…c", {}) == "a.{0,40}?b.{0,12}?c"


def test_counts_are_no_blocks() -> None:
    assert expand("退{1,3}", {}) == "退{1,3}"


@pytest.mark.parametrize("blocks", [{}, {"甲": "{甲}"}], ids=["unknown", "defined by itself"])
def test_unknown_or_circular(blocks: dict[str, str]) -> None:
    with pytest.raises(UnknownBlock):
        expand("{甲}", blocks)
