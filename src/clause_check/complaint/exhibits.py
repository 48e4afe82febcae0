"""Evidence: number it, hash it, check it again, and say what a hash does not prove."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from clause_check.complaint.casefile import Case
from clause_check.complaint.choose import unique
from clause_check.complaint.moment import Moment
from clause_check.complaint.plan import wanting
from clause_check.complaint.quoting import Quoter
from clause_check.complaint.report import Clue, Page, digest, find_page
from clause_check.complaint.store import append, editing, load
from clause_check.errors import ClauseCheckError

NOT_PROVEN = (
    "SHA-256 只能说明：文件在登记之后没有改动。",
    "它不能证明文件从哪里来、什么时候生成，也不能证明登记之前没有改过；法律没有给哈希单独的推定效力。",
    "要证明来源和时间：可信时间戳服务、公证处的网页或过程公证、法院的电子证据平台（上链后核验一致的可认定上链后未篡改，"
    "上链之前的真实性仍可被质疑）；原始手机、账号和聊天记录也要留着，开庭可能要当场展示。",
)
ReadTexts = Callable[[Path], Sequence[str]]  # the texts of a saved page, one an agreement


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that was checked; ``ok`` is None where it could not be."""

    ok: bool | None
    what: str


def add(case_file: Path, path: Path, *, title: str, proves: str, source: str, taken: Moment | None) -> int:
    """Register a file beside the case file as the next exhibit and return its number.

    Raises ``file-missing``, ``exhibit-outside`` or ``exhibit-known``. Without ``taken`` the file's own time is noted.
    """
    if not path.is_file():
        raise ClauseCheckError("file-is-folder" if path.is_dir() else "file-missing", str(path))
    folder = case_file.resolve().parent
    if not path.resolve().is_relative_to(folder):
        raise ClauseCheckError("exhibit-outside", str(path), folder=folder)
    case, sha256 = load(case_file), digest(path)
    known = next((one.number for one in case.exhibits if one.sha256 == sha256), None)
    if known is not None:
        raise ClauseCheckError("exhibit-known", str(path), number=known)
    number = max((one.number for one in case.exhibits), default=0) + 1
    row = {
        "number": number,
        "title": title or path.stem,
        "proves": proves,
        "source": source,
        "taken": (taken or _file_time(path)).iso,
        "file": path.resolve().relative_to(folder).as_posix(),
        "sha256": sha256,
    }
    with editing(case_file) as document:
        append(document, "exhibits", row)
    return number


def _file_time(path: Path) -> Moment:
    at = datetime.fromtimestamp(path.stat().st_mtime)
    return Moment(at.date(), at.strftime("%H:%M"))


def listing(case: Case) -> str:
    """Return the exhibits with their digests, then what the checklist still wants."""
    lines = ["证据目录"]
    for one in sorted(case.exhibits, key=lambda exhibit: exhibit.number):
        lines.append(f"证据{one.number}　{one.title}")
        proves, source, taken = (value or "（没写）" for value in (one.proves, one.source, one.taken))
        lines.append(f"　　证明：{proves}；来源：{source}；取得：{taken}")
        lines.append(f"　　文件：{one.file or '（没有电子文件）'}；SHA-256：{one.sha256 or '（没有）'}")
    lines += [] if case.exhibits else ["（还没有）"]
    lines += ["", "清单上还缺", *(f"- {row.what}：证明{row.proves}。留法：{row.keep}。" for row in wanting(case))]
    lines += [] if wanting(case) else ["（都有了）"]
    return "\n".join(lines) + "\n"


def verify(case: Case, clues: Sequence[Clue], folder: Path, read: ReadTexts, law: Quoter) -> list[Result]:
    """Check every exhibit's digest, every quoted clause against its saved page, every article against the law."""
    return [*_exhibits(case, folder), *_pages(clues, folder, read), *_laws(clues, law)]


def _exhibits(case: Case, folder: Path) -> Iterator[Result]:
    for one in case.exhibits:
        name = f"证据{one.number}（{one.title}）"
        path = folder / one.file
        if not one.file or not one.sha256:
            yield Result(None, f"{name}没有登记电子文件，核不了")
        elif not path.is_file():
            yield Result(False, f"{name}的文件 {one.file} 不见了")
        elif digest(path) != one.sha256:
            yield Result(False, f"{name}的文件 {one.file} 在登记之后变了")
        else:
            yield Result(True, f"{name}与登记时一致")


def _pages(clues: Sequence[Clue], folder: Path, read: ReadTexts) -> Iterator[Result]:
    for page in dict.fromkeys(clue.page for clue in clues):
        path = find_page(page, (folder,))
        if path is None:
            yield Result(None, f"找不到保存的页面 {page.path}，条款原文核不了")
        elif digest(path) != page.sha256:
            yield Result(False, f"保存的页面 {page.path} 在体检之后变了")
        else:
            yield Result(True, f"保存的页面 {page.path} 与体检时一致")
            yield from _quotes(page, [clue for clue in unique(clues) if clue.page == page], read(path))


def _quotes(page: Page, clues: Sequence[Clue], texts: Sequence[str]) -> Iterator[Result]:
    for clue in clues:
        name = f"{page.path} 第{clue.line}行「{clue.quote[:20]}」"
        same = any(text[clue.start : clue.end] == clue.quote for text in texts)
        yield Result(same, f"{name}{'与页面原文一致' if same else '在页面上对不上'}")


def _laws(clues: Sequence[Clue], law: Quoter) -> Iterator[Result]:
    words = {(basis.cite, basis.text) for clue in clues for basis in clue.basis}
    for cite, text in sorted(words):
        try:
            same = law.quote(cite).text == text
        except ClauseCheckError as error:
            yield Result(False, f"{cite}：{error}")
            continue
        yield Result(same, f"{law.name(cite)}{'与法条库一致' if same else '与法条库不一致'}")
