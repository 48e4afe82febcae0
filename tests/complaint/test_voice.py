"""Every letter is walked for words that the tool must not say in its own voice."""

from __future__ import annotations

import re

import pytest

from clause_check.complaint import data
from clause_check.complaint.plaintext import as_text
from clause_check.complaint.quoting import one_line, quoter
from clause_check.lawlibrary import LawLibrary

from .worked import CASES, CHANNELS, NAMES, case, clues, letter

NEVER = (
    r"是无效",
    r"条款无效",
    r"当然无效",
    r"违法条款",
    r"霸王条款",
    r"违反了法律",
    r"属于违法",
    r"[曝暴]光",
    r"否则",
    r"[三3]倍",
    r"退一赔三",
    r"诈骗",
    r"骗子",
    r"必须(?:退|赔)",
    r"一定(?:能|会)",
    r"保证(?:退|赢|胜)",
    r"精神损失",
    r"保留.{0,6}追究",
)
REGULATOR_NEVER = (r"确认.{0,12}无效", r"认定.{0,12}无效", r"宣告.{0,12}无效", r"道歉", r"吊销", r"严惩")
QUOTED = re.compile(r"「[^「」]*」")


def own_words(text: str, name: str) -> str:
    """Return a letter without what it quotes and without what the person wrote."""
    person = [e.what for e in case(name).events] + [case(name).story.gist, case(name).story.promised]
    for words in person:
        text = text.replace(words.rstrip("。"), "") if words else text
    return QUOTED.sub("", text)


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("name", NAMES)
def test_no_letter_judges_threatens_or_promises(name, channel):
    text = own_words(as_text(letter(name, channel)), name)
    assert [word for word in NEVER if re.search(word, text)] == []


@pytest.mark.parametrize("channel", ["12315-complaint", "12315-report", "xiaoxie", "platform", "heimao"])
@pytest.mark.parametrize("name", NAMES)
def test_only_a_court_is_asked_about_validity(name, channel):
    text = own_words(as_text(letter(name, channel)), name)
    assert [word for word in REGULATOR_NEVER if re.search(word, text)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_claim_asks_for_no_fine_and_a_report_for_no_money(name):
    claim = own_words(as_text(letter(name, "12315-complaint")), name)
    report = own_words(as_text(letter(name, "12315-report")), name)
    untitled = re.sub(r"《[^》]*》", "", claim)  # a regulation's title may hold the word
    assert not re.search(r"处罚|责令改正", untitled)
    assert not re.search(r"退还|返还|赔偿|调解", report)


def test_the_walk_would_find_a_bad_word():
    assert [word for word in NEVER if re.search(word, "该条款无效，不退就曝光，要求三倍赔偿")] == [
        r"条款无效",
        r"[曝暴]光",
        r"[三3]倍",
    ]


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("name", NAMES)
def test_every_quotation_is_the_law_or_the_saved_page(name, channel):
    page = (CASES / name / "page.txt").read_text("utf-8")
    said = "".join(contact.answer for contact in case(name).contacts)
    law = {one_line(basis.text) for clue in clues(name) for basis in clue.basis} | set(_cited_by_data())
    for block in letter(name, channel).blocks:
        for words in re.findall(r"「([^「」]*)」", block.text):
            stem = words.removesuffix("…")
            assert stem in page or stem in said or words in law, words


def _cited_by_data():
    kinds = data.kinds().values()
    rows = [*data.clues(), *(row for kind in kinds for row in (*kind.reason, *kind.ask, *kind.clue))]
    cites = {cite for row in rows for cite in (*row.cites, *row.penalty)}
    cites |= {cite for row in data.penalties() for cite in (row.cite, row.and_then) if cite}
    return [one_line(quoter().quote(cite).text) for cite in cites]


def test_templates_speak_no_judgement_for_cases_nobody_has_worked_yet():
    folder = data.folder()
    files = ("kinds.toml", "follow.toml", "evidence.toml")
    for path in [*(folder / name for name in files), *folder.glob("letters/*.toml")]:
        assert [word for word in NEVER if re.search(word, path.read_text("utf-8"))] == []


def test_all_cites_of_the_data_are_in_the_library():
    text = "\n".join(path.read_text("utf-8") for path in data.folder().rglob("*.toml"))
    laws = "|".join(law.id for law in LawLibrary.load(data.patterns() / "laws"))
    cites = set(re.findall(rf'(?<=["\'])(?:{laws})/\d+(?:/\d+)*(?=["\'])', text))
    assert len(cites) > 60
    for cite in cites:
        assert quoter().quote(cite).text
