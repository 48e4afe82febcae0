from __future__ import annotations

from dataclasses import replace

import pytest

from clause_check.complaint import choose as room
from clause_check.complaint import data
from clause_check.complaint.choose import choose, is_draft, unique
from clause_check.complaint.quoting import quoter
from clause_check.errors import ClauseCheckError

from .worked import case, changed, clues

CLAIM = data.templates()["12315-complaint"]


def chosen(name="wrong-topup", held=None, template=CLAIM, **changes):
    return choose(changed(name, **changes), clues(name) if held is None else held, template, quoter())


def refused(**more):
    with pytest.raises(ClauseCheckError) as caught:
        chosen(**more)
    return caught.value


def print_of(name, grade):
    return next(clue.fingerprint for clue in clues(name) if clue.grade == grade)


def test_what_must_still_be_checked_stays_out_and_the_person_is_told():
    shown, notes = chosen()
    assert print_of("wrong-topup", "conditional") not in {clause.fingerprint for clause in shown}
    assert any("需核实,没有写进去" in note for note in notes)


def test_with_its_fact_it_enters():
    fingerprint = print_of("wrong-topup", "conditional")
    choice = {"fingerprint": fingerprint, "fact": "余额是我付的钱，没有用过", "exhibits": [2]}
    shown, notes = chosen(clauses=[choice])
    assert [(clause.fingerprint, clause.fact) for clause in shown] == [(fingerprint, choice["fact"])]
    assert notes == ()


def test_without_its_fact_it_is_refused():
    fingerprint = print_of("wrong-topup", "conditional")
    assert refused(clauses=[{"fingerprint": fingerprint}]).code == "clause-needs-fact"


def test_a_clause_the_report_does_not_know_is_refused():
    assert refused(clauses=[{"fingerprint": "ffff"}]).code == "clause-unknown"
    assert refused(clauses=[{"fingerprint": ""}]).code == "clause-unknown"


def test_a_draft_rule_never_enters(monkeypatch, tmp_path):
    rule = clues("wrong-topup")[0].rule
    file = tmp_path / "rules" / (rule.replace(".", "/") + ".toml")
    file.parent.mkdir(parents=True)
    file.write_text('status = "draft"\n', "utf-8")
    monkeypatch.setattr(room, "patterns", lambda: tmp_path)
    assert is_draft(rule)
    drafted = print_of("wrong-topup", clues("wrong-topup")[0].grade)
    assert drafted not in {clause.fingerprint for clause in chosen()[0]}
    assert refused(clauses=[{"fingerprint": clues("wrong-topup")[0].fingerprint}]).code == "clause-draft"


def test_a_letter_holds_no_more_than_its_template_allows():
    few = CLAIM.model_copy(update={"clauses": 1})
    shown, notes = chosen(template=few)
    assert len(shown) == 1
    assert any("没有写进去:一封信最多写 1 条" in note for note in notes)


def test_a_clause_of_another_trade_stays_out():
    foreign = [replace(clue, category="invoice-refusal") for clue in clues("wrong-topup")]
    assert chosen(held=foreign)[0] == ()


def test_a_report_made_for_a_merchant_is_refused_for_a_consumer():
    wrong = [replace(clue, page=replace(clue.page, user="merchant")) for clue in clues("wrong-topup")]
    assert refused(held=wrong).code == "report-role"


def test_a_report_whose_law_reads_otherwise_is_refused():
    def tamper(clue):
        return replace(clue, basis=tuple(replace(basis, text=basis.text + "等") for basis in clue.basis))

    assert refused(held=[tamper(clue) for clue in clues("wrong-topup")]).code == "report-law-differs"


def test_one_clause_that_two_rules_saw_is_there_once():
    first = clues("wrong-topup")[0]
    twice = [first, replace(first, rule="x.other", grade="conditional")]
    assert [clue.grade for clue in unique(twice)] == [first.grade]


def test_one_sentence_under_two_categories_is_shown_once():
    first = clues("wrong-topup")[1]
    twice = [first, replace(first, category="withdrawal-limit", fingerprint="0" * 16)]
    assert [clause.fingerprint for clause in chosen(held=twice)[0]] == [first.fingerprint]


def test_a_clause_no_law_of_the_channel_speaks_of_is_named():
    bare = [replace(clue, basis=()) for clue in clues("wrong-topup")[:1]]
    shown, notes = chosen(held=bare)
    assert shown == ()
    assert any("没有用得上的法条" in note for note in notes)


def test_the_worked_cases_choose_by_their_kind():
    shown, _ = choose(case("minor-topup"), clues("minor-topup"), CLAIM, quoter())
    assert shown[0].topic == "未成年人消费不退、责任全归监护人"
