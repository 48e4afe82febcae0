"""The steps of a complaint as a client without a browser takes them."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from urllib.parse import unquote

import pytest

from clause_check.complaint import data
from clause_check.complaint.asking import open_question
from clause_check.complaint.store import parse
from clause_check.web.questions import on_page

from .conftest import CLAUSE
from .test_app import alert

FIRST = {"kind": "dead-code", "me.role": "self", "order.goods": "code"}


def test_a_step_leads_to_the_next(client, report):
    answer = client.post(f"{report}/case/0", data=FIRST, follow_redirects=False)
    assert answer.headers["location"] == f"{report}/case/1"


def test_an_answer_that_raises_a_question_stays_on_its_step(client, report):
    here = f"{report}/case/1"
    answer = client.post(here, data={"platform.type": "marketplace"}, follow_redirects=False)
    assert answer.headers["location"] == here
    assert "seller.name" in client.get(here).text
    again = client.post(here, data={"platform.type": "marketplace"}, follow_redirects=False)
    assert again.headers["location"] == f"{report}/case/2"


@pytest.mark.parametrize(
    ("step", "answers", "said"),
    [
        (0, {}, "这一题要答，请选一个"),
        (0, {**FIRST, "kind": "别的"}, "编号"),
        (2, {"order.paid": "昨天"}, "不是日期"),
        (2, {"order.amount": "很多"}, "很多"),
        (4, {"story.known": (date.today() + timedelta(days=2)).isoformat()}, "之后"),
        (4, {"events.0.at": "昨天", "events.0.what": "付款"}, "不是日期"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_in_one_sentence(client, report, step, answers, said):
    answer = client.post(f"{report}/case/{step}", data=answers)
    assert (answer.status_code, said in alert(answer)) == (400, True)


def test_one_bad_answer_does_not_lose_the_others(client, report):
    tomorrow = (date.today() + timedelta(days=1)).isoformat()
    client.post(f"{report}/case/4", data={"story.gist": "卡密无效", "story.known": tomorrow, "events.0.at": "昨天"})
    story = tomllib.loads(client.get(f"{report}/case.toml").text)["story"]
    assert story["gist"] == "卡密无效"
    assert "known" not in story


def test_rows_are_kept_and_more_are_offered(client, report):
    rows = {f"events.{n}.what": f"第{n}件" for n in range(2)}
    client.post(f"{report}/case/4", data=rows)
    page = client.get(f"{report}/case/4").text
    assert 'value="第1件"' in page
    assert 'name="events.3.what"' in page


def test_the_case_file_is_one_that_the_command_line_goes_on_with(client, report):
    client.post(f"{report}/case/0", data=FIRST)
    answer = client.get(f"{report}/case.toml")
    assert "我的投诉.toml" in unquote(answer.headers["content-disposition"])
    assert tomllib.loads(answer.text)["order"]["goods"] == "code"
    question = open_question(parse(answer.text, "案卷"), date.today())
    assert question.key == "platform.name"


def test_ticked_evidence_becomes_numbered_exhibits(client, report):
    client.post(f"{report}/case/0", data=FIRST)
    client.post(f"{report}/evidence", data={"have": ["order", "chat", "unknown"]})
    exhibits = tomllib.loads(client.get(f"{report}/case.toml").text)["exhibits"]
    assert [one["number"] for one in exhibits] == [1, 2]
    page = client.get(f"{report}/evidence").text
    assert page.count(" checked") == 2
    client.post(f"{report}/evidence", data={})
    assert "exhibits" not in tomllib.loads(client.get(f"{report}/case.toml").text)


def test_the_letter_quotes_the_clause_and_downloads(client, report):
    client.post(f"{report}/case/0", data=FIRST)
    page = client.get(f"{report}/letter/12315-complaint")
    assert page.status_code == 200
    assert CLAUSE.rstrip("。") in page.text
    text = client.get(f"{report}/letter/12315-complaint/txt")
    assert CLAUSE.rstrip("。") in text.text
    assert text.headers["content-disposition"].startswith("attachment")
    assert client.get(f"{report}/letter/12315-complaint/docx").content.startswith(b"PK")


@pytest.mark.parametrize("end", ["", "/txt", "/docx"])
def test_a_letter_that_is_not_written_says_why(client, report, end):
    client.post(f"{report}/case/0", data={**FIRST, "me.role": "resale"})
    closed = client.get(f"{report}/letter/12315-complaint{end}")
    assert (closed.status_code, "走不通" in alert(closed)) == (400, True)
    unknown = client.get(f"{report}/letter/nobody{end}")
    assert (unknown.status_code, "没有 nobody 这个渠道" in alert(unknown)) == (400, True)


def test_the_role_in_the_case_decides_which_findings_a_letter_takes(client, report):
    client.post(f"{report}/facts", data={"as": "merchant"})
    client.post(f"{report}/case/0", data=FIRST)
    assert CLAUSE.rstrip("。") in client.get(f"{report}/letter/platform").text


def test_no_question_speaks_of_a_keyboard():
    texts = [text for row in data.questions() for text in (row.ask, row.help, *(cell.ask for cell in row.fields))]
    assert not [text for text in map(on_page, texts) if "回车" in text or "写编号" in text or "这个文件" in text]


def test_no_step_sends_anyone_to_a_terminal(client, report):
    client.post(f"{report}/case/0", data=FIRST)
    everything = [proof.id for proof in data.checklist()]
    client.post(f"{report}/evidence", data={"have": everything})
    pages = [client.get(f"{report}/{path}").text for path in ("evidence", "roads")]
    assert "放到本页体检" in pages[0]
    assert "逐件核对一遍" in pages[1]
    assert not [page for page in pages if "clause-check" in page or "evidence verify" in page]
