from __future__ import annotations

from clause_check.batch.chunks import MOST, chunked, place_and_contents
from clause_check.batch.items import Found

FILES = [Found(f"/{n}.txt", f"{n}.txt", "", 1, 1) for n in range(3000)]


def names(files: list[Found], rules: str = "r") -> set[str]:
    return {chunk.name for chunk in chunked(files, rules)}


def test_every_file_is_in_one_chunk() -> None:
    assert [found for chunk in chunked(FILES, "r") for found in chunk.files] == FILES
    assert all(len(chunk.files) <= MOST for chunk in chunked(FILES, "r"))
    assert len(names(FILES)) > 15


def test_chunks_change_only_where_files_do() -> None:
    new = Found("/x", "x", "", 1, 1)
    assert len(names([*FILES[:1500], new, *FILES[1500:]]) - names(FILES)) <= 2
    changed = [*FILES[:1500], Found("/1500.txt", "1500.txt", "", 1, 2), *FILES[1501:]]
    assert len(names(changed) - names(FILES)) == 1


def test_a_name_tells_files_and_rules_apart() -> None:
    [one, *_], [other, *_] = chunked(FILES, "r"), chunked(FILES, "s")
    assert one.name != other.name
    assert place_and_contents(one.name) == place_and_contents(other.name) == (one.place, one.contents)
    assert place_and_contents("part-0") == ("0", "")


def test_a_crawl_is_not_kept_waiting_for_others() -> None:
    files = [Found("/a.txt", "a.txt"), Found("/b.warc.gz", "b.warc.gz"), Found("/c.txt", "c.txt")]
    assert [chunk.files[-1].name for chunk in chunked(files, "r")] == ["b.warc.gz", "c.txt"]
