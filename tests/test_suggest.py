from __future__ import annotations

from collections.abc import Callable

from clause_check.model import Document, Facts, Report
from clause_check.suggest import Corpus, suggestions
from conftest import WriteRule


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
