from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from conftest import WriteRule

Run = Callable[..., tuple[int, str, str]]


def test_list_and_show(run: Run) -> None:
    assert "final-interpretation.platform" in run("rules", "list")[1]
    _, out, _ = run("rules", "show", "final-interpretation.platform")
    assert "最终解释权" in out
    assert "网消规定/1/1/3" in out


def test_an_unknown_rule_names_near_ones(run: Run) -> None:
    code, _, err = run("rules", "show", "final-interpretation.platfrom")
    assert code == 2
    assert "final-interpretation.platform" in err


def test_check_shows_every_fault(run: Run, folder: Path, rule: WriteRule) -> None:
    rule("refund-exclusion.a", [{"regex": "退款("}, {"regex": "{没有}"}], title="x", nonsense=1)
    code, out, _ = run("rules", "check", folder)
    assert code == 1
    assert "nonsense" in out
    rule("refund-exclusion.a", [{"regex": "退款("}, {"regex": "{没有}"}], basis=[{"cite": "测试法/9/1"}])
    _, out, _ = run("rules", "check", folder)
    for words in ("正则写法有误", "没有名为 {没有} 的词块", "测试法/9/1"):
        assert words in out


def test_check_shows_a_pattern_that_is_there_twice(run: Run, folder: Path, rule: WriteRule) -> None:
    rule("refund-exclusion.a", [{"regex": "不退"}, {"regex": "不退", "without": ["可以"]}, {"regex": "不退"}])
    _, out, _ = run("rules", "check", folder)
    assert out.count("pattern-twice") == 1
    assert "第3个 pattern:与第1个 pattern 完全相同" in out


def test_the_shipped_rules_are_clean(run: Run) -> None:
    code, out, _ = run("rules", "check")
    assert code == 0, out


def test_mining_shows_phrases_with_a_place(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("欢迎您抽空来本小店做客和参观。\n商品质量和售后均由本平台负责过问。", "utf-8")
    code, out, _ = run("rules", "mine", tmp_path, "--category", "third-party-shift")
    assert code == 0
    assert "负责过问：2 份" in out
    assert f"{tmp_path / 'a.txt'} 第 2 行" in out


def test_mining_of_a_category_that_is_none(run: Run, tmp_path: Path) -> None:
    code, _, err = run("rules", "mine", tmp_path, "--category", "refund-exclusio")
    assert (code, "refund-exclusion" in err) == (2, True)
