from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from clause_check.complaint.exhibits import NOT_PROVEN, add, listing, verify
from clause_check.complaint.moment import parse_moment
from clause_check.complaint.quoting import quoter
from clause_check.complaint.report import read_reports
from clause_check.complaint.store import load
from clause_check.errors import ClauseCheckError

from .worked import CASES, NAMES, case, changed, clues


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(CASES / "dead-code", tmp_path / "案子")
    return tmp_path / "案子"


def register(folder, name="新证据.txt", **more):
    given = {"title": "", "proves": "", "source": "", "taken": None} | more
    return add(folder / "case.toml", folder / name, **given)


def read(path):
    return [path.read_text("utf-8")]


def outcome(folder, held=None, found=None):
    return verify(held or case("dead-code"), clues("dead-code") if found is None else found, folder, read, quoter())


def test_an_exhibit_gets_the_next_number_its_digest_and_its_time(folder):
    (folder / "新证据.txt").write_text("内容", "utf-8")
    taken = parse_moment("2026-10-05 08:00")
    assert register(folder, title="补充聊天", proves="又拒绝了一次", source="微信", taken=taken) == 6
    exhibit = load(folder / "case.toml").exhibits[-1]
    assert (exhibit.number, exhibit.title, exhibit.file) == (6, "补充聊天", "新证据.txt")
    assert exhibit.taken == taken
    assert len(exhibit.sha256) == 64


def test_without_more_words_the_files_name_and_time_stand(folder):
    (folder / "新证据.txt").write_text("内容", "utf-8")
    register(folder)
    exhibit = load(folder / "case.toml").exhibits[-1]
    assert exhibit.title == "新证据"
    assert exhibit.taken is not None


@pytest.mark.parametrize(
    ("name", "code"),
    [("没有.txt", "file-missing"), ("exhibits", "file-is-folder"), ("exhibits/订单.txt", "exhibit-known")],
)
def test_what_cannot_be_registered_is_said(folder, name, code):
    with pytest.raises(ClauseCheckError) as caught:
        register(folder, name)
    assert caught.value.code == code


def test_a_file_elsewhere_is_asked_to_be_copied_first(folder):
    (folder.parent / "别处.txt").write_text("内容", "utf-8")
    with pytest.raises(ClauseCheckError, match="不在案卷所在的文件夹里"):
        register(folder, "../别处.txt")


def test_the_list_names_what_is_still_wanted():
    text = listing(case("dead-code"))
    assert "证据3　兑换码无效的录屏" in text
    assert "- 下单时的商品说明或活动页面" in text
    assert "（还没有）" in listing(changed("dead-code", exhibits=[]))


@pytest.mark.parametrize("name", NAMES)
def test_the_worked_cases_verify(name):
    results = verify(case(name), clues(name), CASES / name, read, quoter())
    assert results
    assert all(result.ok for result in results)


def test_a_changed_file_is_found(folder):
    (folder / "exhibits" / "订单.txt").write_text("改了", "utf-8")
    wrong = [result.what for result in outcome(folder) if result.ok is False]
    assert wrong == ["证据1（订单详情页截图）的文件 exhibits/订单.txt 在登记之后变了"]


def test_a_lost_file_is_found(folder):
    (folder / "exhibits" / "订单.txt").unlink()
    assert next(result.what for result in outcome(folder) if result.ok is False).endswith("不见了")


def test_a_changed_page_is_found_and_its_quotes_are_not_vouched_for(folder):
    (folder / "page.txt").write_text("改了", "utf-8")
    results = outcome(folder)
    assert [result.what for result in results if result.ok is False] == ["保存的页面 page.txt 在体检之后变了"]
    assert not any("第16行" in result.what for result in results)


def test_a_page_that_is_not_there_is_not_called_right(folder):
    (folder / "page.txt").unlink()
    assert [result.ok for result in outcome(folder) if "找不到保存的页面" in result.what] == [None]


def test_a_quote_that_is_not_on_the_page_is_found(folder):
    found = [replace(clue, quote="编出来的话") for clue in clues("dead-code")]
    assert any("在页面上对不上" in result.what for result in outcome(folder, found=found) if result.ok is False)


def test_an_article_that_reads_otherwise_or_does_not_exist_is_found(folder):
    clue = clues("dead-code")[0]
    altered = replace(clue, basis=(replace(clue.basis[0], text="改过的"), replace(clue.basis[0], cite="消保法/99/1")))
    wrong = [result.what for result in outcome(folder, found=[altered]) if result.ok is False]
    assert any("与法条库不一致" in what for what in wrong)
    assert any("消保法/99/1" in what for what in wrong)


def test_paper_evidence_is_said_to_be_unchecked(folder):
    held = changed("dead-code", exhibits=[{"number": 1, "title": "纸质收据"}])
    assert next(result.ok for result in outcome(folder, held)) is None


def test_what_a_hash_does_not_prove_is_said():
    text = "".join(NOT_PROVEN)
    assert "不能证明文件从哪里来、什么时候生成" in text
    assert "时间戳" in text
    assert "公证" in text


def test_the_worked_reports_are_of_this_version():
    for name in NAMES:
        assert read_reports([CASES / name / "report.json"])
