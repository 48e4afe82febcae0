from __future__ import annotations

import pytest

from clause_check.complaint import data
from clause_check.complaint.quoting import quoter
from clause_check.complaint.refuse import refuse_many
from clause_check.errors import ClauseCheckError

from .worked import letter


def refused(channel="platform", name="dead-code", **changes):
    with pytest.raises(ClauseCheckError) as caught:
        letter(name, channel, **changes)
    return caught.value


@pytest.mark.parametrize(
    ("words", "because"),
    [
        ("不退就曝光你们", "敲诈勒索"),
        ("否则我天天投诉", "敲诈勒索"),
        ("不处理的话我就找人上门", "敲诈勒索"),
        ("赔我一千才撤诉", "牟取不正当利益"),
        ("给我封口费五百元", "牟取不正当利益"),
        ("无良商家，请退款", "名誉权"),
        ("这就是诈骗", "公安机关、法院"),
        ("要求退一赔三", "欺诈"),
        ("请确认第三条无效", "不认定条款的民事效力"),
    ],
)
def test_words_no_letter_carries_are_refused_with_the_reason(words, because):
    error = refused(demand={"other": words})
    assert error.code == "letter-refused"
    assert because in str(error)
    assert "demand.other" in str(error)


@pytest.mark.parametrize("entry", ["story", "events", "contacts", "losses", "fact"])
def test_every_entry_of_the_persons_own_words_is_looked_at(entry):
    bad = "骗子平台"
    fact = [{"fingerprint": "2ea308a092f31ad8", "fact": bad}]
    changes = {
        "story": {"story": {"gist": bad}},
        "events": {"events": [{"at": "2026-10-03", "what": bad}]},
        "contacts": {"contacts": [{"at": "2026-10-04", "said": bad, "answer": "不退"}]},
        "losses": {"demand": {"losses": [{"what": bad, "amount": 5}]}},
        "fact": {"clauses": fact},
    }
    assert "骗子" in str(refused(**changes[entry]))


def test_what_the_other_side_said_is_a_fact_and_stays():
    answer = [{"at": "2026-10-04", "via": "客服", "said": "请退款", "answer": "你再投诉就是骗子，不退就是不退"}]
    assert any("你再投诉就是骗子" in block.text for block in letter("dead-code", "platform", contacts=answer).blocks)


@pytest.mark.parametrize(
    "words", ["请在十日内答复", "如果不能退款，请说明理由", "请更换一个可用的兑换码", "多次投诉无果"]
)
def test_calm_words_are_written(words):
    made = letter("dead-code", "platform", demand={"other": words})
    assert any(words in block.text for block in made.blocks)


def test_a_court_may_be_asked_about_validity():
    assert letter("dead-code", "court", demand={"other": "请求确认第三条无效"})


def test_a_regulator_is_asked_only_for_what_it_can_grant():
    assert "退款、赔偿损失这类具体请求" in str(refused("12315-complaint", demand={"other": "公开道歉"}))
    assert letter("dead-code", "platform", demand={"other": "请书面道歉"})


def test_threefold_damages_need_the_facts_of_a_deception():
    other = {"other": "要求三倍赔偿"}
    assert "没有写欺诈的事实" in str(refused(demand=other))
    fraud = {"triple": True, "fraud": "客服承认这批兑换码都已兑换过仍然出售，见证据4"}
    texts = "".join(block.text for block in letter("dead-code", "court", demand=fraud).blocks)
    assert "判令被告增加赔偿500元" in texts
    assert "原告主张构成欺诈" in texts


def test_a_merchant_is_refused_at_12315_with_the_law():
    error = refused("12315-complaint", me={"role": "merchant"})
    assert error.code == "channel-closed"
    assert "第十六条第（三）项" in str(error)


def test_bulk_is_refused_with_the_law():
    assert "第十七条第一款第（四）项" in str(refuse_many(quoter()))


def test_every_refusal_compiles_and_says_what_to_do():
    for row in data.refusals().refusal:
        assert row.reason
        assert row.advice
