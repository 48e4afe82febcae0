from __future__ import annotations

from dataclasses import replace

import pytest

from clause_check.complaint import data
from clause_check.complaint.casefile import Choice
from clause_check.complaint.citing import cited, numbered, shown_words
from clause_check.complaint.penalties import names, penalties
from clause_check.complaint.quoting import PENDING, quoter
from clause_check.complaint.report import Basis
from clause_check.lawcite import parse_cite

from .worked import changed, clues

CLUE = next(clue for clue in clues("dead-code") if clue.category == "final-interpretation")


def basis(cite, **more):
    found = quoter().quote(cite)
    law, _, article = found.name.partition("》")
    words = {
        "law": law + "》",
        "article": article.removesuffix(PENDING),
        "text": found.text,
        "number": "",
        "applies": "",
    }
    return Basis(**({"cite": cite, "later": False, "verified": "", "role": "basis"} | words | more))


def cites(channel, *bases, name="dead-code", **changes):
    clue = replace(CLUE, basis=bases)
    choice = Choice(fingerprint=clue.fingerprint)
    return [
        one.cite for one in cited(changed(name, **changes), clue, choice, data.templates()[channel], quoter()).cites
    ]


def test_a_regulator_hears_of_orders_and_a_court_of_statutes():
    bases = [basis(cite) for cite in ("网消规定/1/1/3", "民法典/498/1", "令77/8/1/7", "令37/21/1/5")]
    assert cites("12315-report", *bases) == ["令77/8/1/7"]
    assert cites("court", *bases) == ["网消规定/1/1/3", "民法典/498/1"]


def test_the_statutes_word_on_validity_is_not_written_to_a_regulator():
    bases = [basis(cite) for cite in ("消保法/26/2", "消保法/26/3", "民法典/497/1/2")]
    assert cites("12315-complaint", *bases) == ["消保法/26/2"]
    assert "消保法/26/3" in cites("court", *bases)


def test_law_that_came_later_or_binds_others_is_left_out():
    assert cites("platform", basis("令116/30/1/5", later=True)) == []
    assert cites("platform", basis("令116/30/1/5")) == ["令116/30/1/5"]
    assert cites("platform", basis("令116/30/1/5"), platform={"type": "own"}) == []
    assert cites("platform", basis("电商法/49/2"), platform={"content": True}) == []


def test_a_content_service_is_held_to_what_does_not_rest_on_the_e_commerce_law():
    bases = [basis("令37/18/1"), basis("消保条例/10/2")]
    assert cites("12315-report", *bases) == ["令37/18/1"]
    assert cites("12315-report", *bases, platform={"content": True}) == ["消保条例/10/2"]


def test_a_text_seen_in_one_unofficial_copy_comes_last_and_is_marked():
    doubtful = basis("预付解释/9/1/1", verified="来源待核")
    assert cites("heimao", doubtful, basis("消保法/26/2")) == ["消保法/26/2"]
    one = cited(changed("dead-code"), replace(CLUE, basis=(doubtful,)), Choice(fingerprint="x"), _heimao(), quoter())
    assert one.cites[0].name.endswith(PENDING)


def _heimao():
    return data.templates()["heimao"]


@pytest.mark.parametrize(
    ("cite", "fines"),
    [
        ("令77/7/1/3", ["令77/18/2", "消保条例/50/1"]),
        ("令77/6/1", ["令77/18/2", "消保条例/50/1"]),
        ("令37/21/1/1", ["令37/41/2", "消保条例/50/1"]),
        ("令37/18/1", ["令37/41/2", "消保条例/50/1"]),
        ("令37/18/2", ["令37/41/1"]),
        ("令116/20/1", ["令116/40/1"]),
        ("令116/19/1", []),
        ("令116/14/1", []),
        ("令116/14/2", ["令116/40/1"]),
        ("消保条例/17/1", ["消保条例/50/1"]),
        ("消保条例/22/2", ["消保条例/50/2"]),
        ("消保法/26/2", []),
        ("民法典/497/1/2", []),
    ],
)
def test_a_prohibition_has_the_penalty_that_names_it(cite, fines):
    assert [one.cite for one in penalties(cite, quoter())] == fines


def test_a_range_of_articles_and_a_single_paragraph_are_understood():
    assert names("违反第十条至第十四条规定", parse_cite("消保条例/12/1"))
    assert not names("违反第十条至第十四条规定", parse_cite("消保条例/15/1"))
    assert not names("违反第六条第一款", parse_cite("令77/6/2"))


def test_a_report_leaves_out_what_no_penalty_stands_behind():
    assert cites("12315-report", basis("令116/19/1"), basis("消保法/26/2")) == []


def test_a_bare_number_is_put_under_its_heading():
    assert numbered(replace(CLUE, clause="5.1", heading="其他")) == "5.1"
    assert numbered(replace(CLUE, clause="第八条第2款", heading="售后")) == "第八条第2款"
    assert numbered(replace(CLUE, clause="（一）", heading="退款")) == "“退款”部分（一）"
    assert numbered(replace(CLUE, clause="三（一）", heading="退款")) == "三（一）"
    assert numbered(replace(CLUE, clause="3", heading="充值")) == "“充值”部分第3点"
    assert numbered(replace(CLUE, clause="", heading="充值")) == "“充值”部分"
    assert numbered(replace(CLUE, clause="", heading="")) == ""


def test_the_whole_sentence_is_shown_where_it_is_one_short_stretch():
    clue = replace(CLUE, clause="5.1", sentence="5.1 本协议由我方解释。", quote="由我方解释")
    assert shown_words(clue) == "本协议由我方解释。"
    assert shown_words(replace(clue, sentence="引导语 …… 由我方解释。")) == "由我方解释"
    assert shown_words(replace(clue, sentence="长" * 200 + "由我方解释")) == "由我方解释"
