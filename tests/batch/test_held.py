from __future__ import annotations

from collections.abc import Callable

import pytest

from clause_check.batch.held import hold
from clause_check.batch.store import Store

from .conftest import LAST_WORD, Scan, Write

STAR = "本协议由星河科技有限公司(以下简称“星河”)与用户订立。"
MOON = "本协议由月亮网络有限公司(以下简称“月亮”)与用户订立。"
Held = Callable[..., set[tuple[str, str]]]


@pytest.fixture
def held(scan: Scan, tmp_path: object) -> Held:
    """Return a function that scans and gives (platform, place) of everything held."""

    def run(by: str) -> set[tuple[str, str]]:
        scan()
        with Store.open(tmp_path / "out") as store:  # type: ignore[operator]
            hold(store, by)  # type: ignore[arg-type]
            return {(row["platform"], row["file"]) for row in store.rows("select * from held")}

    return run


def test_a_document_is_the_companys_that_it_names(held: Held, write: Write) -> None:
    write("甲/a.txt", STAR)
    write("b.txt", MOON)
    assert held("party") == {("星河科技有限公司", "甲/a.txt"), ("月亮网络有限公司", "b.txt")}


def test_a_nameless_document_is_its_folders(held: Held, write: Write) -> None:
    write("甲/a.txt", STAR)
    write("甲/b.txt", LAST_WORD)
    write("乙/c.txt", LAST_WORD, "另一条。")
    write("d.txt", LAST_WORD, "又一条。")
    names = {place: platform for platform, place in held("party")}
    assert names == {"甲/a.txt": "星河科技有限公司", "甲/b.txt": "星河科技有限公司", "乙/c.txt": "乙", "d.txt": "d"}


def test_in_a_folder_of_several_companies_a_nameless_document_stands_alone(held: Held, write: Write) -> None:
    write("十一月/a.txt", STAR)
    write("十一月/b.txt", MOON)
    write("十一月/c.txt", LAST_WORD)
    assert ("十一月/c.txt", "十一月/c.txt") in held("party")


def test_one_document_of_two_folders_is_held_by_both(held: Held, write: Write) -> None:
    write("甲/a.txt", STAR)
    write("乙/z.txt", STAR)
    write("甲/z.txt", STAR)
    assert held("folder") == {("甲", "甲/a.txt"), ("乙", "乙/z.txt")}
