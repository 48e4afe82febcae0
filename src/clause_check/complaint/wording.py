"""Fill the templates of letters: Jinja without HTML, strict about names, with three filters for Chinese prose."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

QUOTES = "「」『』“”\"'"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(undefined=StrictUndefined, autoescape=False)
    environment.filters |= {"cut": cut, "quoted": quoted, "stop": stop}
    return environment


def fill(template: str, names: dict[str, Any]) -> str:
    """Return a template filled with ``names``; what a value holds is never read as a template."""
    return _environment().from_string(template).render(names).strip()


def cut(value: object, length: int) -> str:
    """Return at most ``length`` characters, the last one … where something was left off."""
    text = str(value)
    return text if len(text) <= length else text[: length - 1] + "…"


def quoted(value: object) -> str:
    """Return the words in 「」, without quotation marks or a full stop of their own around them."""
    text = str(value).strip()
    if text[:1] in QUOTES and text[-1:] in QUOTES and len(text) > 1:
        text = text[1:-1]
    return f"「{text.rstrip('。')}」"


def stop(value: object) -> str:
    """Return the words as sentences that end in a full stop."""
    text = re.sub(r"[；;，,、.。\s]+$", "", str(value).strip())
    return text if text[-1:] in "！？!?" else f"{text}。"
