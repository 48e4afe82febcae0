"""Findings of one clause stand together, and long sentences are cut around what was found."""

from dataclasses import replace

from clause_check.model import Finding, Report
from clause_check.render.layout import Articles, Group, excerpt, fields, groups

from .sample import INTERPRETATION, PENALTY, UNFAIR_TERMS, finding


def test_findings_of_one_sentence_share_a_group_and_are_numbered_in_order(report: Report) -> None:
    found = groups(report.findings)
    assert [[number for number, _ in group.findings] for group in found] == [[1, 2], [3]]
    assert found[0].first.quote == "概不退换"


def test_the_same_sentence_far_away_is_another_group() -> None:
    near = finding("概不退换", clause="")
    far = replace(near, start=near.start + 5000, end=near.end + 5000, line=90)
    assert len(groups([near, far])) == 2


def test_other_clauses_never_share_a_group() -> None:
    one = finding("概不退换")
    assert len(groups([one, replace(one, clause="3.2", start=one.start + 1)])) == 2


def test_a_group_prints_its_longest_sentence() -> None:
    short = finding("概不退换", sentence="概不退换，最终解释权归商城所有。")
    assert groups([short, finding("最终解释权")])[0].sentence.startswith("卡密")


def grouped(*found: Finding) -> Group:
    return Group(found[0].sentence, tuple(enumerate(found, 1)))


def test_a_short_sentence_is_printed_whole() -> None:
    one = finding("概不退换")
    assert excerpt(grouped(one)) == one.sentence


def test_a_long_sentence_is_cut_around_all_the_words_found() -> None:
    sentence = "甲" * 500 + "概不退换" + "乙" * 30 + "概不负责" + "丙" * 500
    found = [finding("概不退换", sentence=sentence), replace(finding("概不退换", sentence=sentence), quote="概不负责")]
    cut = excerpt(grouped(*found), limit=100)
    assert cut == "……" + "甲" * 31 + "概不退换" + "乙" * 30 + "概不负责" + "丙" * 31 + "……"


def test_words_longer_than_the_limit_are_never_cut() -> None:
    sentence = "甲" + "乙" * 300 + "丙"
    assert (
        excerpt(grouped(replace(finding("概不退换", sentence=sentence), quote="乙" * 300)), limit=100)
        == "……" + "乙" * 300 + "……"
    )


def test_the_main_article_is_quoted_the_first_time_only() -> None:
    articles = Articles()
    first, again = (fields(finding("概不退换"), articles) for _ in range(2))
    assert [field.quote for field in first if field.quote] == [UNFAIR_TERMS.text]
    assert not any(field.quote for field in again)
    assert next(field.text for field in again if field.label == "法律依据").endswith("原文见上文")


def test_penalty_hooks_come_last_under_their_own_label() -> None:
    one = finding("概不退换", basis=(PENALTY, UNFAIR_TERMS, INTERPRETATION))
    labels = [field.label for field in fields(one, Articles())]
    assert [label for label in labels if label in ("法律依据", "并见", "举报依据")] == ["法律依据", "并见", "举报依据"]


def premise(one: Finding) -> list[str]:
    return [field.text for field in fields(one, Articles()) if field.label == "适用前提"]


def test_a_premise_is_stated_once_for_the_articles_that_rest_on_it() -> None:
    second = replace(UNFAIR_TERMS, cite="消保法/26/3")
    assert premise(finding("概不退换", basis=(UNFAIR_TERMS, second))) == ["自用的消费者"]
    mixed = finding("概不退换", basis=(UNFAIR_TERMS, INTERPRETATION, second, PENALTY))
    assert premise(mixed) == ["〔1〕〔3〕自用的消费者；〔2〕电子商务经营者"]


def test_without_a_premise_none_is_printed() -> None:
    assert premise(finding("概不退换", basis=(PENALTY,))) == []


def test_words_that_are_the_whole_sentence_are_not_printed_twice() -> None:
    labels = [field.label for field in fields(finding("余额用完即止", sentence="余额用完即止。"), Articles())]
    assert "所指文字" not in labels
