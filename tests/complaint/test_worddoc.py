from __future__ import annotations

import builtins
from io import BytesIO

import pytest
from docx import Document

from clause_check.complaint.plaintext import as_text
from clause_check.complaint.worddoc import as_word, without_short
from clause_check.errors import ClauseCheckError

from .worked import CHANNELS, NAMES, TODAY, letter


def opened(name, channel):
    return Document(BytesIO(as_word(letter(name, channel), TODAY[name])))


def words(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("name", NAMES)
def test_the_printed_letter_says_what_the_plain_one_says(name, channel):
    printed = words(opened(name, channel))
    made = without_short(letter(name, channel))
    for block in made.blocks:
        assert block.kind == "heading" or block.text in printed
        for row in block.rows:
            assert all(cell in printed or f"{row[0]}：{cell}" in printed for cell in row[1:])


def test_the_short_version_is_typed_not_printed():
    made = letter("dead-code", "12315-complaint")
    assert made.short in as_text(made)
    assert made.short not in words(opened("dead-code", "12315-complaint"))
    assert not any("短文本" in line for line in words(opened("dead-code", "12315-complaint")))


def test_it_is_laid_out_on_a4_with_a_cover_and_page_numbers():
    document = opened("dead-code", "12315-complaint")
    section = document.sections[0]
    assert (round(section.page_width.cm), round(section.page_height.cm, 1)) == (21, 29.7)
    cover = [paragraph.text for paragraph in document.paragraphs][:14]
    assert {"消费者投诉书", "投诉人：周晓岚", "被投诉人：安澜市豆芽数码经营部", "涉及金额：88元"} <= set(cover)
    assert 'w:instr="PAGE"' in section.footer._element.xml


def test_the_exhibit_list_repeats_its_header_on_every_page():
    table = opened("dead-code", "12315-complaint").tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == ["编号", "证据", "证明内容", "来源", "取得时间"]
    assert "w:tblHeader" in table.rows[0]._tr.xml


def test_the_file_names_no_computer_user():
    document = opened("dead-code", "court")
    assert document.core_properties.author == ""
    assert document.core_properties.created.date() == TODAY["dead-code"]


def test_without_the_library_the_install_line_is_said(monkeypatch):
    real = builtins.__import__

    def no_docx(name, *more):
        if name == "docx":
            raise ModuleNotFoundError(name)
        return real(name, *more)

    made = letter("dead-code", "platform")
    monkeypatch.setattr(builtins, "__import__", no_docx)
    with pytest.raises(ClauseCheckError, match="pip install python-docx"):
        as_word(made, TODAY["dead-code"])
