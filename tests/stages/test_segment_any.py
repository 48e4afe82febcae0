"""Whatever the text: the clauses cover it, in order, and leads point backwards."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from clause_check.model import Block, Document
from clause_check.stages.segment import segment

PARTS = [
    *'\n\r\t \u3000\u200b。；：，、！？:;.,（）()《》“”"-•①②a甲退不',
    *[
        "第一条",
        "第二章",
        "一、",
        "（一）",
        "1、",
        "1.",
        "2.",
        "1.1",
        "(1)",
        "（2）",
        "a)",
        "ii.",
        "1 ",
        "下列",
        "\r\n",
    ],
]
texts = st.lists(st.sampled_from(PARTS), max_size=60).map("".join) | st.text(max_size=80)


@settings(deadline=None)
@given(texts)
def test_clauses_cover_any_text(text: str) -> None:
    clauses = segment(Document("", text, ""))
    assert "".join(text[clause.start : clause.end] for clause in clauses) == text
    assert all(clause.start < clause.end for clause in clauses)
    assert all(one.end == other.start for one, other in pairwise(clauses))
    assert all(-1 <= clause.lead < index for index, clause in enumerate(clauses))


@settings(deadline=None)
@given(st.lists(st.tuples(texts, st.sampled_from(["paragraph", "heading", "item", "cell", "note"])), max_size=12))
def test_clauses_cover_any_page(lines: list[tuple[str, str]]) -> None:
    text, found = "", []
    for line, kind in [("首", "paragraph"), *lines]:
        line = " ".join(line.split()) or "空"
        found.append(Block(len(text), len(text) + len(line), kind))  # type: ignore[arg-type]
        text += line + "\n"
    clauses = segment(Document("", text, "", blocks=tuple(found)))
    starts = {clause.start for clause in clauses}
    assert "".join(text[clause.start : clause.end] for clause in clauses) == text
    assert all(block.start in starts for block in found if any(map(str.isalnum, text[block.start : block.end])))
