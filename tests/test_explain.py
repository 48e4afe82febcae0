from __future__ import annotations

from collections.abc import Callable

import pytest

from clause_check import rulebook
from clause_check.explain import why_not
from clause_check.pipeline import Checker
from conftest import WriteRule


def test_running_out_of_time_is_said(
    rule: WriteRule, checker: Callable[[], Checker], monkeypatch: pytest.MonkeyPatch
) -> None:
    rule("refund-exclusion.a", [{"regex": "(?:退|退退)+(?=$)不"}])
    monkeypatch.setattr(rulebook, "DEADLINE", 0.01)
    made = checker()
    lines = list(why_not(made, "退" * 60 + "不。", made.rulebook.rules[0]))
    assert lines == ["refund-exclusion.a 第1个 pattern 未命中：在一句上超时，未检查"]
