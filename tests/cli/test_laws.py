from __future__ import annotations

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]


def test_list(run: Run) -> None:
    assert "消保法" in run("laws", "list")[1]


def test_show_quotes(run: Run) -> None:
    _, out, _ = run("laws", "show", "令116/30/1/4")
    assert "第三十条第（四）项" in out
    assert "排除或者限制消费者依法投诉、举报" in out


def test_unknown_places_are_one_sentence(run: Run) -> None:
    for cite in ("消保法/999/1", "没有这部法/1/1", "乱写"):
        code, out, err = run("laws", "show", cite)
        assert (code, out) == (2, "")
        assert len(err.strip().splitlines()) == 1
