from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from clause_check.batch.clauses import clauses
from clause_check.batch.figures import STEPS, bar, heat
from clause_check.batch.page import Page
from clause_check.batch.store import Store
from clause_check.batch.summary import summarise

from .conftest import LAST_WORD, NO_REFUND, Scan, Write

HOSTILE = "<img src=x onerror=alert(1)>本平台对“</script>”拥有最终解释权。"


@pytest.fixture
def page(scan: Scan, write: Write, tmp_path: Path) -> str:
    """Return the page over two platforms, a fragment and an unreadable file."""
    write("甲/a.txt", NO_REFUND, LAST_WORD)
    write('乙"><b>/b.txt', HOSTILE)
    write("丙/c.txt", NO_REFUND, long=False)
    (tmp_path / "pages" / "empty.txt").touch()
    scan()
    with Store.open(tmp_path / "out") as store:
        return Page(summarise(store)).render(clauses(store))


def test_every_number_leads_to_its_clauses(page: str) -> None:
    ids = set(re.findall(r' id="([^"]+)"', page))
    links = re.findall(r'href="([^"]+)"', page)
    assert links
    assert {link[1:] for link in links} <= ids
    numbers = re.findall(r'<td class="number[^"]*">(.*?)</td>', page)
    assert all(re.fullmatch(r'<a href="#[^"]+">[\d.]+</a>|0|\d*', number) for number in numbers)


def test_the_cell_of_a_platform_and_category_holds_their_clauses(page: str) -> None:
    [place] = set(re.findall(r'href="#(c-\d+-\d+)">最终解释权 1 处', page.split("甲</h3>")[1].split("</ul>")[0]))
    held = page.split(f'id="{place}"')[1].split("<h")[0]
    assert "本平台对活动规则拥有<mark>最终解释权</mark>" in held
    assert "《中华人民共和国测试法》第一条" in held
    assert "甲/a.txt" in held


def test_nothing_of_the_pages_acts_and_nothing_is_fetched(page: str) -> None:
    assert "<img" not in page
    assert "<b>" not in page
    assert page.count("</script>") == 1
    assert not re.search(r'(?:src|href)="(?!#)|url\(|@import|style="', page)


def test_only_its_own_style_and_script_are_allowed(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'")
    for tag in ("style", "script"):
        inner = page.split(f"<{tag}>")[1].split(f"</{tag}>")[0]
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1].replace("&#x27;", "'")


def test_what_may_not_be_compared_and_what_failed_is_said(page: str) -> None:
    assert "不可比" in page
    assert "不足 1000 字 1 份" in page
    assert "empty.txt" in page
    assert "不是对平台的评价" in page


def test_more_platforms_and_wordings_than_a_page_holds_are_counted(
    scan: Scan, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clause_check.batch.page.PLATFORMS", 1)
    monkeypatch.setattr("clause_check.batch.page.WORDINGS", 0)
    write("甲/a.txt", *(f"{word}商品概不退款。" for word in "金木水火土"))
    write("乙/b.txt", LAST_WORD)
    scan()
    with Store.open(tmp_path / "out") as store:
        words = Page(summarise(store)).render(clauses(store))
    assert "另有 1 个平台" in words
    assert "另有 2 种写法" in words
    assert LAST_WORD not in words


def test_bars_add_up_and_steps_rise() -> None:
    widths = [float(one) for one in re.findall(r' width="([\d.]+)"', bar({"void": 1, "unfair": 0, "score": 3}, 4))]
    assert widths == [50, 150]
    steps = [heat(count, 100) for count in (0, 1, 3, 10, 30, 100)]
    assert steps == sorted(set(steps))
    assert (steps[0], steps[-1]) == ("h0", f"h{STEPS}")
