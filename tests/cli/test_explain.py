from __future__ import annotations

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]


def test_a_hit_and_what_weakened_it(run: Run) -> None:
    _, out, _ = run("explain", "本活动最终解释权归本平台所有。")
    assert "命中 final-interpretation.platform" in out
    _, out, _ = run("explain", "商家不得以最终解释权归本店所有为由拒绝退款。")
    assert "不再报告" in out


def test_why_a_rule_did_not_hit(run: Run) -> None:
    _, out, _ = run("explain", "请您联系客服。", "--rule", "final-interpretation.platform")
    assert "未命中" in out
    assert "句中没有必含的文字" in out


def test_no_hit_is_not_clean(run: Run) -> None:
    assert "不等于条款没有问题" in run("explain", "请联系客服。")[1]
