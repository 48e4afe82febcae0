"""Tell from a file's name whether it may be an agreement, and bring names into the order people count in."""

from __future__ import annotations

import re

READABLE = re.compile(
    r"\.(?:html?|xhtml|shtml|mht|mhtml|webarchive|txt|md|markdown|docx|pdf|zip|gz|warc)$",
    re.I,
)
PICTURES = re.compile(r"\.(?:png|jpe?g|webp)$", re.I)
JUNK = re.compile(r"(?:^|/)(?:__MACOSX|\.[^/]+|[^/]+[_.]files)(?:/|$)")  # the last: assets of a page saved whole


def readable(name: str) -> bool:
    """Tell whether the file at ``name``, with slashes, is a text, page, document or archive."""
    return bool(READABLE.search(name)) and not JUNK.search(name)


def pictured(name: str) -> bool:
    """Tell whether the file at ``name`` is a picture that may show an agreement."""
    return bool(PICTURES.search(name)) and not JUNK.search(name)


def natural(name: str) -> list[tuple[int, str]]:
    """Return the key that sorts 第2页 before 第10页."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", name)]
