"""Find agreements that a page keeps in its scripts: templates, JSON state, string literals."""

from __future__ import annotations

import re

from clause_check.readers.marker import END, LEGAL, han, numbered

TEMPLATE_TYPES = re.compile(r"template|handlebars|mustache|text/html|text/plain|x-tmpl|jsrender|underscore", re.I)
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|\'((?:[^\'\\\n]|\\.)*)\'|`((?:[^`\\]|\\.)*)`', re.S)
ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.S)
LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": "", "v": "", "0": "", "\n": ""}
TAG = re.compile(r"<(?:p|div|br|span|h\d|li|ul|ol|table|td|strong|b|section|article)\b", re.I)
LEAST = 150  # Chinese characters of prose below which a script holds messages, not an agreement
SENTENCE = 12  # Chinese characters of one literal that reads as prose


def holds_template(kind: str) -> bool:
    """Tell whether ``<script type=kind>`` holds markup."""
    return bool(TEMPLATE_TYPES.search(kind))


def literals(script: str) -> list[str]:
    """Return the string literals that read as an agreement, in order; none when they are few."""
    found = [unescape(match[match.lastindex or 0]) for match in LITERAL.finditer(script) if len(match[0]) > 6]
    prose = [text for text in found if _prose(text)]
    whole = "".join(prose)
    return prose if han(whole) >= LEAST and len(LEGAL.findall(whole)) >= 3 else []


def unescape(text: str) -> str:
    r"""Return a JavaScript or JSON literal's value: ``\\u534f``, ``\\n``, ``\\/``; surrogate pairs joined."""
    if "\\" not in text:
        return text
    value = ESCAPE.sub(_character, text)
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def marked(text: str) -> bool:
    """Tell whether a literal is itself a piece of HTML."""
    return bool(TAG.search(text))


def _prose(text: str) -> bool:
    count = han(text)
    if count < SENTENCE:
        return count >= 4 and numbered(text)
    return marked(text) or bool(END.search(text)) or numbered(text) or count >= 60


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code:
        return chr(min(int(code, 16), 0x10FFFF))
    return LETTERS.get(match[4], match[4])
