"""Import what only some commands need, or say how to install it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from clause_check.errors import ClauseCheckError

EXTRAS = {
    "dask": "cluster",
    "distributed": "cluster",
    "fsspec": "cluster",
    "pyarrow": "cluster",
    "rensa": "batch",
    "xlsxwriter": "batch",
}


def need(module: str, place: str) -> Any:
    """Return an optional module; raises ``extra-missing`` with the command that installs it."""
    try:
        return import_module(module)
    except ImportError:
        package = module.split(".")[0]
        raise ClauseCheckError("extra-missing", place, extra=EXTRAS[package], module=package) from None
