"""Every quotation of law is word for word the published text."""

from __future__ import annotations

import json
import os
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from clause_check.lawcite import chinese, item_number
from law_digests import DIGESTS, LAWS, digests

SHARED = Path(os.environ.get("CLAUSE_CHECK_SHARED", LAWS.parent.parent.parent / "shared")) / "law"
QUOTED = [file for file in sorted(LAWS.glob("*.toml")) if "[[article]]" in file.read_text(encoding="utf-8")]


def test_no_quotation_was_edited_by_accident() -> None:
    kept = json.loads(DIGESTS.read_text(encoding="utf-8"))
    assert digests() == kept, "引文有改动。确是更正的,先与公布文本核对,再运行 python tests/law_digests.py"


@cache
def published() -> dict[str, dict[str, Any]]:
    files = [*SHARED.glob("rules/*.json"), *SHARED.glob("statutes/*.json")]
    return {law["title"]: law for law in (json.loads(file.read_text(encoding="utf-8")) for file in files)}


def paragraphs(law: dict[str, Any], number: int) -> list[list[str]]:
    """Return an article's natural paragraphs, each with its items behind it."""
    names = (number, f"第{chinese(number)}条")
    (article,) = [article for article in law["articles"] if article["number"] in names]
    found: list[list[str]] = []
    for line in article["text"].split("\n"):
        if re.match("（[一二三四五六七八九十]+）", line):
            found[-1].append(line)
        else:
            found.append([line])
    return found


@pytest.mark.skipif(not SHARED.is_dir(), reason="the published texts are not beside the project")
@pytest.mark.parametrize("file", QUOTED, ids=lambda file: file.stem)
def test_quotations_are_the_published_words(file: Path) -> None:
    law = tomllib.loads(file.read_text(encoding="utf-8"))
    source = published()[law["title"]]
    assert law["number"] == source["document_no"]
    for article in law["article"]:
        words = paragraphs(source, article["number"])
        assert article["paragraph_count"] == len(words), article["number"]
        for paragraph in article["paragraph"]:
            head, *items = words[paragraph["number"] - 1]
            held = paragraph.get("items", [])
            assert paragraph["text"] == head
            assert paragraph.get("item_count", 0) == len(items)
            assert held == [items[item_number(item) - 1] for item in held]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the published texts are not beside the project")
@pytest.mark.parametrize("file", QUOTED, ids=lambda file: file.stem)
def test_the_source_of_every_article_is_owned_up_to(file: Path) -> None:
    law = tomllib.loads(file.read_text(encoding="utf-8"))
    source = {article["number"]: article["verified"] for article in published()[law["title"]]["articles"]}
    for article in law["article"]:
        number = article["number"]
        seen = source.get(number) or source[f"第{chinese(number)}条"]
        assert article.get("verified", law["verified"]) == seen, number
