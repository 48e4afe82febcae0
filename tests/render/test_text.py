"""The plain text is compared as a whole: it is what people read and quote."""

from dataclasses import replace
from pathlib import Path

from clause_check.model import Report
from clause_check.render import text

GOLDEN = Path(__file__).with_name("golden")


def test_report_reads_as_agreed(report: Report) -> None:
    assert text.render([report], show_cleared=True) == (GOLDEN / "report.txt").read_text("utf-8")


def test_nothing_found_is_never_called_clean(silent: Report) -> None:
    said = text.render([silent])
    assert "未命中规则，不等于没有问题。" in said
    assert "没有检查到的" in said
    assert not any(word in said for word in ("合格", "没有发现问题", "安全"))


def test_cleared_is_counted_until_it_is_asked_for(report: Report) -> None:
    said = text.render([report])
    assert "有 1 处，用 --show-cleared 可以看到。" in said
    assert "保证质量」" not in said


def test_each_document_has_a_report_of_its_own(report: Report, silent: Report) -> None:
    assert text.render([report, silent]) == text.render([report]) + "\n\n" + text.render([silent])


def test_a_finding_on_its_own_quotes_every_article_once(report: Report) -> None:
    final = report.findings[1]
    said = text.finding_text(final)
    assert [said.count(citation.text) for citation in final.basis] == [1, 1]
    assert final.sentence in said
    assert "见上文" not in said


def test_escape_codes_in_the_agreement_do_not_reach_the_terminal(report: Report) -> None:
    first = replace(report.findings[0], quote="\x1b[2J余额\u202e", sentence="\x1b[2J余额\u202e\r没有了。")
    said = text.render([replace(report, findings=(first,))])
    assert not {"\x1b", "\u202e", "\r"} & set(said)
    assert "␛[2J余额" in said
