from __future__ import annotations

from collections.abc import Callable

import pytest

from clause_check.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs the command line: exit code, standard output, standard error."""

    def call(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main([str(one) for one in arguments])
        out, err = capfd.readouterr()
        code = stop.value.code
        return code if isinstance(code, int) else 0, out, err

    return call
