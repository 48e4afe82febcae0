"""Bring near-identical wordings together: MinHash finds the candidates, their common shingles decide.

rensa rather than datasketch: 1.2 MB against 216 MB with scipy, 1 ms to import against 400, 25 times the speed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clause_check.batch.extras import need

SIZE = 3  # characters of a shingle
PERMUTATIONS, BANDS, SEED = 128, 32, 20261122
NEAR = 0.7  # share of common shingles


def shingles(bare: str) -> set[str]:
    """Return all runs of three characters; a shorter text is its own."""
    return {bare[at : at + SIZE] for at in range(max(1, len(bare) - SIZE + 1))}


def likeness(one: set[str], other: set[str]) -> float:
    """Return the share of shingles that two texts have in common."""
    return len(one & other) / len(one | other)


class Leaders:
    """The wordings that stand for others; a wording joins the most like of them, or leads itself."""

    def __init__(self, near: float = NEAR) -> None:
        self._rensa = need("rensa", "相同条款")
        self._near = near
        self._index = self._rensa.RMinHashLSH(threshold=near, num_perm=PERMUTATIONS, num_bands=BANDS)
        self._known: list[str] = []

    def place(self, bare: str) -> str:
        """Return the wording that ``bare`` goes with."""
        found = shingles(bare)
        sketch = self._rensa.RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update(sorted(found))
        known = (self._known[number] for number in self._index.query(sketch))
        near = [(likeness(found, shingles(other)), other) for other in known]
        best = max(near, default=(0.0, ""))
        if best[0] >= self._near:
            return best[1]
        self._index.insert(len(self._known), sketch)
        self._known.append(bare)
        return bare


def together(wordings: Iterable[str], near: float = NEAR) -> Iterator[tuple[str, str]]:
    """Yield every wording with the one it goes with; the order decides who leads, so give the commonest first."""
    leaders = Leaders(near)
    for bare in wordings:
        yield bare, leaders.place(bare)
