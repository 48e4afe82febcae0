"""Bars and the steps of a heat map, drawn without styles of their own so that a strict policy lets them stand."""

from __future__ import annotations

import math
from collections.abc import Mapping

STEPS = 6
WIDTH, HEIGHT = 200, 14


def bar(counts: Mapping[str, float], most: float) -> str:
    """Return a bar of one stretch a key, whose name is its class; ``most`` fills the whole width."""
    at, stretches = 0.0, []
    for key, count in counts.items():
        size = WIDTH * count / most
        if size:
            stretches.append(f'<rect class="{key}" x="{at:.1f}" width="{size:.1f}" height="{HEIGHT}"/>')
        at += size
    return f'<svg class="bar" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">{"".join(stretches)}</svg>'


def heat(count: int, most: int) -> str:
    """Return the class of a cell, ``h0`` for nothing to ``h6``: by logarithm, for few cells hold most."""
    return f"h{math.ceil(STEPS * math.log1p(count) / math.log1p(most))}" if count else "h0"
