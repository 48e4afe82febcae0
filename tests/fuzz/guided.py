"""Let atheris guide the bytes by coverage of our code: ``python -m fuzz.guided FOLDER [libFuzzer options]``.

The first byte of an input chooses the file name it is read under, or that it is text. The folder keeps what
was found; a file of each format is put there to begin with. atheris has wheels for Linux only and is not
among the development dependencies: ``pip install atheris``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["clause_check"]):
    from clause_check import pipeline
    from clause_check.readers.registry import READERS

    for reader in set(READERS.values()):
        import_module(f"clause_check.readers.{reader}")

    from .seeds import seeds
    from .target import bytes_hold, text_holds


def main() -> None:
    """Run until libFuzzer's own limits (``-runs=N``, ``-max_total_time=SECONDS``)."""
    folder, files = Path(sys.argv[1]), seeds()
    names = sorted({name for name, _ in files})
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, data) in enumerate(files):
        (folder / f"seed-{number}").write_bytes(bytes([names.index(name)]) + data)
    checker = pipeline.load()

    def one(data: bytes) -> None:
        kind, rest = data[:1], data[1:]
        if kind and kind[0] < len(names):
            bytes_hold(checker, rest, names[kind[0]])
        else:
            text_holds(checker, rest.decode("utf-8", "ignore"))

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
