from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import WriteRule

Run = Callable[..., tuple[int, str, str]]
FOUL = "充值服务协议\n第一条 虚拟商品一经售出,概不退换。\n第二条 本协议的最终解释权归本平台所有。\n"


@pytest.fixture
def foul(tmp_path: Path) -> Path:
    path = tmp_path / "foul.txt"
    path.write_text(FOUL, encoding="utf-8")
    return path


def test_json_quotes_the_file_itself(run: Run, foul: Path) -> None:
    code, out, err = run("scan", foul, "--format", "json")
    report = json.loads(out)
    assert (code, err) == (0, "")
    assert {f["category"] for f in report["findings"]} == {"refund-exclusion", "final-interpretation"}
    assert all(FOUL[f["start"] : f["end"]] == f["quote"] for f in report["findings"])
    assert [f["clause"] for f in report["findings"]] == ["第一条", "第二条"]
    assert report["document"]["path"] == str(foul)


def test_the_founding_example(run: Run, tmp_path: Path) -> None:
    for words, grade in (("概不退换", "unfair"), ("非质量问题不退不换", "conditional")):
        path = tmp_path / "a.txt"
        path.write_text(f"虚拟商品一经售出,{words}。", encoding="utf-8")
        [finding] = json.loads(run("scan", path, "--format", "json")[1])["findings"]
        assert (finding["category"], finding["grade"]) == ("refund-exclusion", grade)


def test_one_line_a_file_and_the_rest_goes_on(run: Run, foul: Path, tmp_path: Path) -> None:
    code, out, err = run("scan", foul, tmp_path / "none.txt", foul, "--format", "jsonl")
    assert code == 2
    assert len(out.splitlines()) == 2
    assert err.startswith("找不到文件")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "是空的"),
        (b"  \n ", "是空的"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8, "二进制"),
        (b"<html><body><script>x=1</script></body></html>", "没有正文"),
    ],
    ids=["empty", "blank", "binary", "no text"],
)
def test_bad_input_is_one_sentence(run: Run, tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / ("a.html" if content.startswith(b"<") else "a.txt")
    path.write_bytes(content)
    code, out, err = run("scan", path)
    assert (code, out) == (2, "")
    assert words in err
    assert len(err.strip().splitlines()) == 1


def test_a_folder_and_a_missing_rule_folder(run: Run, tmp_path: Path, foul: Path) -> None:
    assert "文件夹" in run("scan", tmp_path)[2]
    assert "找不到规则目录" in run("scan", foul, "--rules", tmp_path / "none")[2]


def test_fail_on(run: Run, foul: Path, tmp_path: Path) -> None:
    assert run("scan", foul, "--fail-on", "void")[0] == 1
    fair = tmp_path / "fair.txt"
    fair.write_text("用户可以随时联系客服。", encoding="utf-8")
    assert run("scan", fair, "--fail-on", "conditional")[0] == 0


def test_nothing_found_is_not_clean(run: Run, tmp_path: Path) -> None:
    fair = tmp_path / "fair.txt"
    fair.write_text("用户可以随时联系客服。", encoding="utf-8")
    assert "不等于没有问题" in run("scan", fair)[1]


def test_facts_are_printed_as_assumptions(run: Run, foul: Path) -> None:
    stated = json.loads(run("scan", foul, "--format", "json", "--as", "merchant", "--date", "2026-01-01")[1])
    assert stated["assumptions"] == {
        "as": "merchant",
        "operator": "unknown",
        "date": "2026-01-01",
        "assumed": ["operator"],
    }
    assert run("scan", foul, "--date", "明天")[0] == 2


def test_pasted_text(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(FOUL.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert len(json.loads(run("scan", "--format", "json")[1])["findings"]) == 2


def test_dump_text(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<p>虚拟商品一经售出,概不退换。</p>", encoding="utf-8")
    _, out, _ = run("scan", page, "--format", "json", "--dump-text", tmp_path / "a.out")
    text = (tmp_path / "a.out").read_bytes().decode()
    assert all(text[f["start"] : f["end"]] == f["quote"] for f in json.loads(out)["findings"])


def test_an_unknown_option_is_said_in_chinese(run: Run) -> None:
    code, _, err = run("scan", "--formt", "json")
    assert code == 2
    assert "没有 --formt 这个选项" in err


def test_who_waits_for_the_rules_is_told_once(
    run: Run, foul: Path, folder: Path, rule: WriteRule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAUSE_CHECK_CACHE", str(tmp_path / "cache"))
    rule("refund-exclusion.a", [{"regex": "概不退款"}])
    told = ["正在整理规则" in run("scan", foul, "--rules", folder)[2] for _ in range(2)]
    assert told == [True, False]
