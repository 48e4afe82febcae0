from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clause_check.model import Document, Facts, Report
from clause_check.suggest import Corpus, suggestions
from conftest import WriteRule

TWIN = """
[[twin]]
id = "refund-exclusion-1"
unfair = "虚拟商品一经售出概不退换，用户不得要求退款。"
fair = "虚拟商品未使用的可以退款。"
grade = "unfair"
differs = "能不能退"
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    (tmp_path / "refund-exclusion.toml").write_text(TWIN, encoding="utf-8")
    return Corpus(tmp_path, {"refund-exclusion": "排除退换退款"})


def report(text: str) -> Report:
    return Report(Document("a.txt", text, ""), 1, Facts(), ())


def test_a_sentence_that_reads_alike_is_shown_with_its_likeness(corpus: Corpus) -> None:
    [line] = suggestions(report("欢迎使用。\n虚拟商品一经售出，用户不得要求退款或者换货。"), corpus)
    assert line.startswith("第 2 行「虚拟商品一经售出")
    assert "排除退换退款" in line


def test_other_sentences_are_not(corpus: Corpus) -> None:
    assert suggestions(report("请妥善保管您的账号和密码，定期更换登录密码。"), corpus) == ()


def test_what_has_a_finding_is_not_suggested(corpus: Corpus, rule: WriteRule, check: Callable[..., Report]) -> None:
    rule("refund-exclusion.a", [{"regex": "一经售出"}])
    assert suggestions(check("虚拟商品一经售出，用户不得要求退款或者换货。"), corpus) == ()
