"""The limits that keep a hostile or broken file from eating the machine."""

from __future__ import annotations

MAX_BYTES = 64_000_000  # one file, as it lies on the disk
MAX_INFLATED = 256_000_000  # what one archive may unpack to, altogether
MAX_RATIO = 200  # unpacked bytes per packed byte, once past MIN_BOMB
MIN_BOMB = 4_000_000  # small parts may be as repetitive as they like
MAX_MEMBERS = 5_000  # files in one archive
MAX_NESTING = 3  # archive in archive, frame in frame
MAX_DEPTH = 2_000  # elements inside each other; parsers turn quadratic far beyond
MAX_PAGES = 1_000  # of one PDF
