"""The command: its first line is the address, nobody but this computer gets in, bad options are one sentence."""

from __future__ import annotations

import re
import socket
import sys
import urllib.request

import pytest
from click.testing import CliRunner

from clause_check.cli.serve import serve
from clause_check.errors import ClauseCheckError


def test_the_first_line_is_an_address_that_answers(served):
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{20,}/", served)
    with urllib.request.urlopen(served) as answer:
        assert answer.status == 200


def test_a_taken_port_is_said(rules):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(serve, ["--no-browser", "--port", str(port), "--rules", str(rules)])
    assert isinstance(result.exception, ClauseCheckError)
    assert result.exception.code == "port-taken"
    assert str(port) in str(result.exception)


def test_without_the_extra_the_install_line_is_said(monkeypatch):
    for name in [name for name in sys.modules if name.startswith("clause_check.web.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = CliRunner().invoke(serve, ["--no-browser"])
    assert isinstance(result.exception, ClauseCheckError)
    assert "pip install 'clause-check[web]'" in str(result.exception)


@pytest.mark.parametrize("name", ["port", "rules"])
def test_a_bad_option_never_serves(name):
    result = CliRunner().invoke(serve, ["--no-browser", f"--{name}", "-1"])
    assert result.exit_code != 0
    assert "http://" not in result.output
