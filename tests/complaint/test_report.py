from __future__ import annotations

import json

import pytest

from clause_check.complaint.report import check_pages, digest, find_page, read_reports
from clause_check.errors import ClauseCheckError
from clause_check.render import jsonout

from .worked import CASES, NAMES, clues

REPORT = CASES / "dead-code" / "report.json"


def table():
    return json.loads(REPORT.read_text("utf-8"))


def written(tmp_path, content):
    path = tmp_path / "r.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False), "utf-8")
    return path


def refused(tmp_path, content):
    with pytest.raises(ClauseCheckError) as caught:
        read_reports([written(tmp_path, content)])
    return caught.value.code


def test_one_object_an_array_and_lines_are_read_alike(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps(table()) + "\n" + json.dumps(table()) + "\n", "utf-8")
    assert read_reports([REPORT]) == clues("dead-code")
    assert read_reports([written(tmp_path, [table(), table()])]) == clues("dead-code") * 2
    assert read_reports([tmp_path / "a.jsonl"]) == clues("dead-code") * 2
    assert read_reports([REPORT, REPORT]) == clues("dead-code") * 2


def test_a_report_is_understood_as_scan_writes_it(rule, check, tmp_path):
    rule("final-interpretation.own", [{"regex": "最终解释权归.{0,9}所有"}])
    report = check("第八条 活动的最终解释权归本平台所有。", user="consumer", date="2026-10-03")
    (tmp_path / "r.json").write_text(jsonout.render([report]), "utf-8")
    (tmp_path / "r.jsonl").write_text(jsonout.line(report), "utf-8")
    (clue,) = read_reports([tmp_path / "r.json"])
    assert (clue.quote, clue.clause, clue.category) == ("最终解释权归本平台所有", "第八条", "final-interpretation")
    assert (clue.page.user, clue.page.date) == ("consumer", "2026-10-03")
    assert [(basis.cite, basis.text, basis.role) for basis in clue.basis] == [
        ("测试法/1/1", "经营者不得如此约定。", "basis")
    ]
    assert read_reports([tmp_path / "r.jsonl"]) == (clue,)


def test_what_is_no_report_is_refused(tmp_path):
    assert refused(tmp_path, "条款体检报告") == "report-not-json"
    assert refused(tmp_path, {"schema": "x/report/2"}) == "report-schema"
    assert refused(tmp_path, []) == "report-schema"
    assert refused(tmp_path, [1]) == "report-schema"
    lame = table()
    del lame["findings"][0]["quote"]
    assert refused(tmp_path, lame) == "report-incomplete"
    assert refused(tmp_path, table() | {"findings": None}) == "report-incomplete"


def test_a_missing_or_unreadable_report_is_said(tmp_path):
    with pytest.raises(ClauseCheckError, match="找不到文件"):
        read_reports([tmp_path / "none.json"])
    (tmp_path / "x.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ClauseCheckError, match="读不了"):
        read_reports([tmp_path / "x.json"])


@pytest.mark.parametrize("name", NAMES)
def test_the_worked_reports_quote_their_pages(name):
    text = (CASES / name / "page.txt").read_text("utf-8")
    assert clues(name)
    for clue in clues(name):
        assert text[clue.start : clue.end] == clue.quote
    assert check_pages(clues(name), [CASES / name]) == []


def test_a_page_that_changed_since_is_refused_and_one_that_is_gone_is_named(tmp_path):
    assert check_pages(clues("dead-code"), [tmp_path]) == ["page.txt"]
    (tmp_path / "page.txt").write_text("改了", "utf-8")
    with pytest.raises(ClauseCheckError, match="在体检之后变了"):
        check_pages(clues("dead-code"), [tmp_path])


def test_one_agreement_of_several_in_a_file_is_found_in_that_file(tmp_path):
    from dataclasses import replace

    (tmp_path / "page.txt").write_bytes((CASES / "dead-code" / "page.txt").read_bytes())
    page = replace(clues("dead-code")[0].page, path="somewhere/page.txt#2")
    found = find_page(page, [tmp_path])
    assert found == tmp_path / "page.txt"
    assert digest(found) == page.sha256
