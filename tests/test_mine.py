from __future__ import annotations

from clause_check.mine import likelihood, mine, phrases
from clause_check.model import Document, Facts, Report
from clause_check.suggest import Corpus

ORDINARY = "请妥善保管您的账号和密码。\n登录密码应当定期更换。\n欢迎您使用我们提供的各项服务。\n"


def report(path: str, text: str) -> Report:
    return Report(Document(path, ORDINARY + text, ""), 1, Facts(), ())


def test_what_several_documents_share_comes_with_an_example(corpus: Corpus) -> None:
    texts = ["虚拟商品一经售出恕不受理退款要求。", "恕不受理一经售出的虚拟商品退款要求。"]
    told = mine([report(f"{n}.txt", text) for n, text in enumerate(texts)], corpus)
    found = {one.words: one for one in told}
    assert found["恕不受理"].documents == 2
    assert (found["恕不受理"].example.path, found["恕不受理"].example.line) == ("0.txt", 4)
    assert {one.category for one in told} == {"排除退换退款"}
    assert "登录密码" not in found


def test_what_one_document_says_or_the_corpus_knows_is_left_out(corpus: Corpus) -> None:
    told = mine([report("a.txt", "恕不受理虚拟商品的退款要求，一经售出概不退换。")] * 2, corpus)
    assert told == []
    told = mine([report(f"{n}.txt", "虚拟商品一经售出概不退换") for n in range(2)], corpus)
    assert told == []


def test_phrases_do_not_cross_punctuation_or_end_in_particles() -> None:
    found = list(phrases("平台的规则，用户应当遵守"))
    assert "平台的规则" in found
    assert not any("，" in one or one.endswith("的") for one in found)


def test_likelihood_of_what_is_not_oftener_here_is_nothing() -> None:
    assert likelihood(1, 10, 50, 100) == 0
    assert likelihood(5, 10, 5, 100) > likelihood(5, 10, 20, 100) > 0
