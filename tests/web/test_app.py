from __future__ import annotations

import io
import re
import zipfile

import pytest

from .conftest import AGREEMENT, CLAUSE, HOME, TOKEN


def alert(answer):
    found = re.search(r'role="alert">([^<]+)<', answer.text)
    return found[1] if found else ""


def test_a_paste_leads_to_its_report(client, report):
    page = client.get(report)
    assert page.status_code == 200
    assert "测试规则" in page.text
    assert "排除或者限制消费者权利" in page.text


@pytest.mark.parametrize("name", ["协议.txt", "C:\\文件\\协议.txt", "../../协议.txt"])
def test_a_file_goes_by_its_bare_name(client, name):
    page = client.post(HOME, files={"file": (name, AGREEMENT.encode("gb18030"))})
    assert "测试规则" in page.text
    assert "<dd>协议.txt</dd>" in page.text


def test_every_document_of_a_zip_has_its_report(client):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", AGREEMENT)
        archive.writestr("b.html", f"<html><body><p>{AGREEMENT}</p></body></html>")
    page = client.post(HOME, files={"file": ("all.zip", packed.getvalue())}).text
    assert page.count('class="report"') == 2
    assert 'href="#r2"' in page


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"file": ("a.txt", b"")}, "是空的"),
        ({"file": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))}, "旧版 Word"),
        ({"file": ("a.bin", bytes(range(256)) * 40)}, "不是文字"),
        ({"text": (None, " \n")}, "没有收到文字或文件"),
        ({"text": (None, AGREEMENT), "date": (None, "昨天")}, "日期 昨天 不对"),
    ],
)
def test_bad_input_is_one_chinese_sentence_on_the_page(client, files, said):
    answer = client.post(HOME, files=files)
    assert answer.status_code == 400
    assert said in alert(answer)


def test_a_refused_paste_is_still_in_the_field(client):
    assert CLAUSE in client.post(HOME, data={"text": AGREEMENT, "date": "昨天"}).text


def test_a_broken_form_is_refused(client):
    answer = client.post(HOME, content=b"nonsense", headers={"content-type": "multipart/form-data"})
    assert answer.status_code == 400
    assert "不完整" in alert(answer)


def test_assumptions_change_without_pasting_again(client, report):
    assert "默认假定" in client.get(report).text
    assert "排除或者限制消费者权利" in client.get(report).text
    changed = client.post(f"{report}/facts", data={"as": "merchant", "operator": "shop", "date": "2026-01-05"}).text
    assert "商户（为经营需要）" in changed
    assert "2026-01-05" in changed
    assert "默认假定" not in changed
    assert "排除或者限制消费者权利" not in changed


def test_a_wrong_date_leaves_the_report_as_it_was(client, report):
    answer = client.post(f"{report}/facts", data={"as": "merchant", "date": "2026-02-30"})
    assert (answer.status_code, "2026-02-30 不对" in alert(answer)) == (400, True)
    assert "商户（为经营需要）" not in client.get(report).text


def test_what_was_cleared_is_gone(client, report):
    client.post(f"{report}/forget")
    answer = client.get(report)
    assert answer.status_code == 400
    assert "不在内存里" in alert(answer)


def test_the_oldest_makes_room(client, report):
    for _ in range(12):
        client.post(HOME, data={"text": AGREEMENT})
    assert "不在内存里" in alert(client.get(report))


@pytest.mark.parametrize("path", ["nothing", "r/x/y/z", "other.css", "app.py", "..%2fapp.py", "r/x/case/9"])
def test_other_addresses_lead_nowhere(client, path):
    answer = client.get(f"/{TOKEN}/{path}")
    assert answer.status_code in (400, 404)
    assert alert(answer)


def test_a_failure_of_the_program_is_said_without_its_insides(client, monkeypatch):
    monkeypatch.setattr("clause_check.web.desk.read", lambda *a, **k: 1 / 0)
    answer = client.post(HOME, data={"text": AGREEMENT})
    assert answer.status_code == 500
    assert "程序出错了" in alert(answer)
    assert "ZeroDivision" not in answer.text
