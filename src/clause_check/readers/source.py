"""What a reader is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes with a name; ``label`` is the charset somebody declared, ``depth`` the containers opened so far.

    ``frames`` maps an address inside the same file (MHTML part, saved folder) to the bytes of that page.
    """

    data: bytes
    path: str
    media: str = ""
    label: str = ""
    ocr: bool = False
    depth: int = 0
    frames: Mapping[str, bytes] = field(default_factory=dict)
