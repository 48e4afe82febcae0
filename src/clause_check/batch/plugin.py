"""Carries the rulebook to every Dask worker once, also to those that join later."""

from __future__ import annotations

from distributed import Worker, WorkerPlugin

from clause_check.batch.carry import Rules


class Carrier(WorkerPlugin):
    """Holds the rules under a name that tells them apart from others."""

    def __init__(self, name: str, rules: Rules) -> None:
        self.name = name
        self.rules = rules

    def setup(self, worker: Worker) -> None:
        """Make the checker ready before the first task comes."""
        self.rules.worker()
