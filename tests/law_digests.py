"""Write down what every quotation of law hashes to: ``python tests/law_digests.py`` after a correction."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

LAWS = Path(__file__).resolve().parent.parent / "patterns" / "laws"
DIGESTS = Path(__file__).resolve().parent / "data" / "law_digests.json"


def quotations() -> Iterator[tuple[str, str]]:
    """Yield every quoted line of law with its place: 消保法/26/2, 令116/30/1 #4 for the fourth item held."""
    for file in sorted(LAWS.glob("*.toml")):
        for article in tomllib.loads(file.read_text(encoding="utf-8")).get("article", ()):
            for paragraph in article["paragraph"]:
                place = f"{file.stem}/{article['number']}/{paragraph['number']}"
                yield place, paragraph["text"]
                for number, item in enumerate(paragraph.get("items", ()), 1):
                    yield f"{place} #{number}", item


def digests() -> dict[str, str]:
    """Return the first 16 hex digits of SHA-256 of every quoted line, by place."""
    return {place: hashlib.sha256(text.encode()).hexdigest()[:16] for place, text in quotations()}


if __name__ == "__main__":
    DIGESTS.write_text(json.dumps(digests(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
