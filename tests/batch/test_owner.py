from __future__ import annotations

import pytest

from clause_check.batch.items import Found
from clause_check.batch.owner import owner, part_name
from clause_check.model import Document


@pytest.mark.parametrize(
    ("name", "folder", "part", "whose"),
    [
        ("淘/深/规则.txt", "淘", "", "淘"),
        ("京东-用户协议.html", "", "", "京东-用户协议"),
        ("a.zip", "", "!/拼/规则.html", "拼"),
        ("a.zip", "", "!/拼.html", "拼"),
        ("a.zip", "", "!/拼.html#2", "拼"),
        ("淘/a.zip", "淘", "!/拼/规则.html", "淘"),
        ("抓/a.warc.gz", "抓", "!/https://www.Pin.example:8080/terms?id=1", "www.pin.example:8080"),
    ],
)
def test_whose_a_document_is(name: str, folder: str, part: str, whose: str) -> None:
    assert owner(Found(f"/{name}", name, folder), part) == whose


@pytest.mark.parametrize(
    ("name", "path", "part"),
    [("a.html", "a.html", ""), ("a.html", "a.html#2", "#2"), ("a.html.gz", "a.html", ""), ("a.zip", "a.zip!/b", "!/b")],
)
def test_what_stands_behind_the_name_of_the_file(name: str, path: str, part: str) -> None:
    assert part_name(Found(f"/{name}", name), Document(path, "", "")) == part
