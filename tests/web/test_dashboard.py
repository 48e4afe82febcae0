"""The results of batches on pages: every platform reachable, every value escaped, two runs compared."""

from __future__ import annotations

import base64
import hashlib
import html
import re

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from clause_check.batch.run import Options, batch
from clause_check.cli.serve import serve
from clause_check.errors import ClauseCheckError
from clause_check.pipeline import load
from clause_check.web.app import build

from .conftest import CLAUSE, HOME, ORIGIN, PORT, TOKEN
from .test_accessible import SCREENS, faults

HOSTILE = '乙"><img src=x onerror=alert(1)>'
EVIL = "</script><script>alert(2)</script>会员卡售出，概不退换。"
NEWER = "礼品卡一经开通，概不退换。"
RESULTS = f"/{TOKEN}/results"


@pytest.fixture
def scan(rules, tmp_path):
    """Return a function that scans platforms, each a name and its clauses, into a folder of results."""

    def run(out, **platforms):
        for name, clauses in platforms.items():
            path = tmp_path / f"pages-{out}" / name / "协议.txt"
            path.parent.mkdir(parents=True)
            lines = [f"第{n}条 {clause}" for n, clause in enumerate(clauses, 1)]
            path.write_text("\n".join(["用户服务协议", *lines]), encoding="utf-8")
        batch([str(tmp_path / f"pages-{out}")], tmp_path / out, Options(rules=rules, workers=1))
        return tmp_path / out

    return run


@pytest.fixture
def old(scan):
    """Return results of two platforms, one with a hostile name and clause."""
    return scan("old", **{"甲": [CLAUSE], HOSTILE: [CLAUSE, EVIL]})


@pytest.fixture
def options(old, scan):
    """Serve two runs."""
    return ["--results", str(old), "--results", str(scan("new", 甲=[CLAUSE, NEWER], 丙=[CLAUSE]))]


@pytest.fixture
def browse(rules):
    """Return a function that gives a client over folders of results."""

    def start(*results):
        app = build(load(rules), TOKEN, PORT, results)
        return TestClient(app, base_url=ORIGIN, headers={"origin": ORIGIN}, raise_server_exceptions=False)

    return start


def links(page):
    return [html.unescape(one) for one in re.findall(r'href="([^"]+)"', page) if one.startswith("/")]


def test_without_results_there_is_no_way_and_no_page(browse):
    client = browse()
    assert "/results" not in client.get(HOME).text
    assert client.get(f"{RESULTS}/0").status_code == 404


def test_the_first_page_leads_to_the_ranking_and_on_to_every_page(browse, old):
    client = browse(old)
    assert f"{RESULTS}/0" in links(client.get(HOME).text)
    ranking = client.get(f"{RESULTS}/0")
    assert "2 个平台的 2 份文本" in ranking.text
    found = {link for link in links(ranking.text) if link.startswith(RESULTS)}
    assert len(found) == 5
    assert {client.get(link).status_code for link in found} == {200}


def test_a_platform_shows_its_own_clauses_with_law(browse, old):
    page = browse(old).get(f"{RESULTS}/0/platform", params={"name": "甲"}).text
    assert '虚拟商品一经售出，<mark class="unfair">概不退换</mark>' in page
    assert "《中华人民共和国消费者权益保护法》第二十六条" in page
    assert "会员卡" not in page


def test_nothing_of_names_and_clauses_acts(browse, old, scan):
    client = browse(old, scan("new", 甲=[CLAUSE]))
    named = client.get(f"{RESULTS}/0/platform", params={"name": HOSTILE})
    assert "会员卡" in named.text
    for path in ("0", "0/page", "0/shared", "diff"):
        page = client.get(f"{RESULTS}/{path}").text
        assert "乙&quot;&gt;" in page
        assert "<img" not in page + named.text
        assert "<script>alert" not in page + named.text


def test_the_whole_page_runs_under_its_own_policy_and_no_other_does(browse, old):
    client = browse(old)
    whole = client.get(f"{RESULTS}/0/page")
    policy = whole.headers["content-security-policy"]
    for name in ("style", "script"):
        inner = whole.text.split(f"<{name}>")[1].split(f"</{name}>")[0]
        assert f"{name}-src 'sha256-{base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()}'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "sha256" not in client.get(f"{RESULTS}/0").headers["content-security-policy"]
    assert whole.headers["cache-control"] == "no-store"


def test_the_clause_that_platforms_share_is_listed_once(browse, old):
    page = browse(old).get(f"{RESULTS}/0/shared").text
    assert page.count(f"<blockquote>{CLAUSE[:-1]}</blockquote>") == 1
    assert "2 个平台、2 份文本" in page


def test_two_runs_are_compared(browse, old, scan):
    client = browse(old, scan("new", 甲=[CLAUSE, NEWER], 丙=[CLAUSE]))
    page = client.get(f"{RESULTS}/diff").text
    mine = page.split('id="v')
    assert re.findall("(新增|改动|消失|移动) <span", "".join(mine)) == ["新增", "新增", "消失", "消失"]
    assert "礼品卡" in next(part for part in mine if part.split(">")[1].startswith("甲"))
    assert "会员卡" in mine[-1]
    assert "规则或设定的情况不同" not in page
    assert f"{RESULTS}/1" in links(client.get(HOME).text)


def test_the_same_run_twice_has_no_difference(browse, old):
    assert "没有差别。" in browse(old, old).get(f"{RESULTS}/diff").text


def test_other_rules_are_named_as_a_cause(browse, old, scan, rule):
    rule("final-interpretation.any", [{"regex": "最终解释权"}])
    page = browse(old, scan("new", 甲=[CLAUSE])).get(f"{RESULTS}/diff").text
    assert "规则或设定的情况不同" in page


def test_what_got_worst_comes_first(browse, old, scan):
    page = browse(old, scan("new", 甲=[CLAUSE, NEWER], 丙=[CLAUSE, NEWER, EVIL])).get(f"{RESULTS}/diff").text
    assert re.findall(r'<th scope="row"><a [^>]+>(.)', page) == ["丙", "甲", "乙"]


@pytest.mark.parametrize(("scheme", "width"), SCREENS)
def test_no_page_of_results_bars_anyone(tab, served, scheme, width):
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size({"width": width, "height": 900})
    found = {}
    for path in ("1", "1/platform?name=甲", "1/shared", "diff"):
        tab.goto(f"{served}results/{path}")
        found[path] = faults(tab)
    assert not any(found.values()), found
    assert tab.errors == []


def test_the_whole_page_has_its_style_and_sorts(tab, served):
    tab.goto(f"{served}results/1/page")
    assert tab.evaluate("document.styleSheets.length") == 1
    heading = tab.get_by_role("button", name="合计").first
    heading.click()
    assert tab.locator("th[aria-sort]").count() == 1
    assert tab.errors == []


@pytest.mark.parametrize("path", ["1", "diff", "0/platform?name=丁", "-1", "0/nothing"])
def test_what_is_not_there_is_said(browse, old, path):
    answer = browse(old).get(f"{RESULTS}/{path}")
    assert answer.status_code == 404
    assert "没有这个页面" in answer.text


def test_a_folder_without_results_never_serves(tmp_path):
    result = CliRunner().invoke(serve, ["--no-browser", "--results", str(tmp_path)])
    assert isinstance(result.exception, ClauseCheckError)
    assert result.exception.code == "results-missing"


def test_three_runs_are_refused(old):
    result = CliRunner().invoke(serve, ["--no-browser", *(f"--results={old}" for _ in range(3))])
    assert result.exit_code == 2
    assert "最多写两次" in result.output
