from __future__ import annotations

import re
from importlib import import_module

import pytest
import regex

from clause_check.regexcode import UnknownForm, made, plain_made, plain_taken, taken

SOURCES = ["(?<!不)退款(?:后|前)?", "(?P<x>概不).{0,4}?退", "[^，。；]{0,8}?费(?=用|$)"]
TEXT = "不退款后，概不再退，服务费用，退款"


@pytest.mark.parametrize("source", SOURCES)
def test_both_come_back_as_they_were(source: str) -> None:
    for again, before in (
        (made(source, *taken(regex.compile(source))), regex.compile(source)),
        (plain_made(source, *plain_taken(source)), re.compile(source)),
    ):
        found = [(m.span(), m.groupdict()) for m in before.finditer(TEXT)]
        assert found
        assert [(m.span(), m.groupdict()) for m in again.finditer(TEXT)] == found
        assert again.pattern == source


def test_what_re_does_not_take() -> None:
    with pytest.raises(re.error):
        plain_taken("(?<!不|概不)退")


def test_another_release_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(import_module("re._compiler"), "_code")
    with pytest.raises(UnknownForm):
        plain_taken("退")
