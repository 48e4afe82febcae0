"""Print documents per second for every format, the reader's share of a scan, and what real pages lose.

``python bench/readers.py`` measures on the agreement of the tests, made into each format.
``python bench/readers.py ../shared/agreements/dev`` adds real pages (``raw``) against their text (``text``)
and labels: how many sentences, and how many labelled ones, do not come out.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from clause_check import pipeline
from clause_check.errors import ClauseCheckError
from clause_check.stages.read import read

ROOT = Path(__file__).parent.parent
ROUNDS = 7
SENTENCE = re.compile(r"[^。；;！!？?\n]+")
WORDS = re.compile(r"[^㐀-鿿A-Za-z0-9]+")


def main(arguments: list[str]) -> None:
    """Print all tables."""
    formats = _formats()
    _speeds(formats)
    _shares(formats)
    if arguments:
        _losses(Path(arguments[0]))


def _formats() -> dict[str, tuple[bytes, str]]:
    """Return the tests' agreement in each format, with a file name."""
    sys.path.insert(0, str(ROOT / "tests"))
    pages, original = import_module("readers.webpages"), import_module("readers.original")
    bundles, word, printed = (import_module(f"readers.{name}") for name in ("bundles", "wordfile", "printed"))
    page = pages.page(pages.structured())
    return {
        "txt": (original.plain().encode(), "a.txt"),
        "txt gb18030": (original.plain().encode("gb18030"), "a.txt"),
        "md": (pages.markdown().encode(), "a.md"),
        "html": (page.encode(), "a.html"),
        "html gb18030": (page.encode("gb18030"), "a.html"),
        "html nested": (pages.page(pages.nested_divs()).encode(), "a.html"),
        "html 4 MB": (pages.page(pages.single_file(1)).encode(), "a.html"),
        "html script": (pages.page(pages.in_script_state()).encode(), "a.html"),
        "mhtml": (bundles.chrome(page), "a.mhtml"),
        "webarchive": (bundles.safari(page), "a.webarchive"),
        "docx": (word.package(word.parts()), "a.docx"),
        "pdf": (printed.one_column(), "a.pdf"),
        "pdf columns": (printed.two_columns(), "a.pdf"),
        "warc": (bundles.crawl({"https://a.example/": page.encode("gbk")}), "a.warc.gz"),
    }


def _speeds(formats: dict[str, tuple[bytes, str]]) -> None:
    print(f"{'format':<16}{'KB':>9}{'ms':>9}{'a second':>10}")
    for name, (data, path) in formats.items():
        _speed(name, data, partial(read, data, path))
    for parser in ("html.parser", "lxml"):
        soup = _soup(parser)
        if soup:
            for name in ("html", "html 4 MB"):
                _speed(f"bs4 {parser}"[:9] + name[4:], formats[name][0], partial(soup, formats[name][0]))


def _speed(name: str, data: bytes, work: Callable[[], Any]) -> None:
    seconds = _median(work)
    print(f"{name:<16}{len(data) / 1000:>9.1f}{1000 * seconds:>9.2f}{1 / seconds:>10.0f}")


def _soup(parser: str) -> Callable[[bytes], str] | None:
    """Return the usual way to get text out of a page, None where it is not installed."""
    try:
        bs4 = import_module("bs4")
        bs4.BeautifulSoup(b"", parser)
    except Exception:  # bs4's own error for a missing parser, or no bs4
        return None
    return lambda data: str(bs4.BeautifulSoup(data, parser, from_encoding="utf-8").get_text("\n"))


def _shares(formats: dict[str, tuple[bytes, str]]) -> None:
    try:
        checker = pipeline.load()
    except ClauseCheckError as error:
        print(error)
        return
    print(f"\n{'format':<14}{'read ms':>9}{'check ms':>10}{'share':>8}")
    for name in ("txt", "html", "docx", "pdf"):
        data, path = formats[name]
        document = read(data, path)[0]
        reading = _median(partial(read, data, path))
        checking = _median(partial(checker.check, document))
        share = reading / (reading + checking)
        print(f"{name:<14}{1000 * reading:>9.2f}{1000 * checking:>10.2f}{share:>8.0%}")


def _median(work: Callable[[], Any]) -> float:
    work()
    return statistics.median(_timed(work) for _ in range(ROUNDS))


def _timed(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _losses(folder: Path) -> None:
    counts = {"sentences": 0, "missing": 0, "labelled": 0, "labelled missing": 0}
    print()
    for raw in sorted((folder / "raw").iterdir()):
        got = WORDS.sub("", "".join(document.text for document in read(raw.read_bytes(), str(raw))))
        for sentence, labelled in _sentences(folder, raw.stem):
            missing = WORDS.sub("", sentence) not in got
            for name, hit in zip(counts, (True, missing, labelled, labelled and missing), strict=True):
                counts[name] += hit
            if missing:
                print(f"{raw.name:<30}{'LABELLED ' * labelled}{len(sentence)} characters at fault")
    print(", ".join(f"{name} {count}" for name, count in counts.items()))
    print(f"missing share: {counts['missing'] / max(1, counts['sentences']):.2%}")


def _sentences(folder: Path, name: str) -> Iterator[tuple[str, bool]]:
    text = (folder / "text" / f"{name}.txt").read_text("utf-8")
    labels = json.loads((folder / "labels" / f"{name}.json").read_text("utf-8"))["labels"]
    for found in SENTENCE.finditer(text):
        if len(WORDS.sub("", found[0])) > 1:
            yield found[0], _touched(found.span(), labels)


def _touched(span: tuple[int, int], labels: Iterable[dict[str, Any]]) -> bool:
    return any(label["start"] < span[1] and span[0] < label["end"] for label in labels)


if __name__ == "__main__":
    main(sys.argv[1:])
