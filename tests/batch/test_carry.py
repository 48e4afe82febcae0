from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace

import pytest

from clause_check.batch.carry import Rules, scan_pages
from clause_check.errors import ClauseCheckError
from clause_check.model import Facts
from clause_check.pipeline import Checker

from .conftest import LAST_WORD, NO_REFUND


@pytest.fixture
def carried(rules: object, checker: Callable[[], Checker]) -> Rules:
    return pickle.loads(pickle.dumps(Rules.of(checker(), Facts(date="2025-01-01"))))


def test_rules_that_travelled_find_the_same(carried: Rules, checker: Callable[[], Checker]) -> None:
    [found] = scan_pages(carried, [("甲/a.txt", f"{NO_REFUND}\n{LAST_WORD}".encode())])
    assert found["name"] == "甲/a.txt"
    assert [one["rule"] for one in found["findings"]] == ["refund-exclusion.blanket", "final-interpretation.platform"]
    assert found["document"]["facts"] == "consumer unknown 2025-01-01"


def test_a_page_that_cannot_be_read_gives_its_reason(carried: Rules) -> None:
    bad, good = scan_pages(carried, [("bad.txt", b"\0\1\2" * 100), ("good.txt", LAST_WORD.encode())])
    assert (bad["code"], "bad.txt" in bad["reason"]) == ("file-binary", True)
    assert len(good["findings"]) == 1


def test_a_worker_is_built_once_a_process(carried: Rules) -> None:
    again = pickle.loads(pickle.dumps(carried))
    assert again.worker() is carried.worker()
    assert replace(carried, facts=Facts()).worker() is not carried.worker()


def test_other_versions_elsewhere_are_refused(carried: Rules) -> None:
    with pytest.raises(ClauseCheckError) as caught:
        replace(carried, made_with="clause-check 0, regex 0").worker()
    assert caught.value.code == "engine-differs"
