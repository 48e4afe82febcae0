from __future__ import annotations

import pytest

from clause_check.errors import ClauseCheckError
from clause_check.model import Document
from clause_check.stages.read import read

from .wordfile import MC, W, package, paragraph, parts, run


def document(body: str, **more: str) -> Document:
    files = {"word/document.xml": f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>"}
    (found,) = read(package({**files, **{f"word/{name}.xml": xml for name, xml in more.items()}}), "协议.docx")
    return found


def test_places_and_kinds() -> None:
    (found,) = read(package(parts()), "协议.docx")
    kinds = {found.text[block.start : block.end]: (block.kind, block.origin) for block in found.blocks}
    assert kinds["第一章 总则"] == ("heading", "第5段")
    assert kinds["（三）违反本协议或者规则，经提示后七日内仍未改正的。"][0] == "item"
    assert kinds["已扣款项不予退还"] == ("cell", "表1 第2行第3列")
    assert kinds["修改后的内容以网站首页公布的文本为准。"] == ("note", "脚注1")
    assert (
        kinds["如您对本协议有任何疑问，可以在工作日 9:00 至 18:00 联系客服，我们将在三个工作日内答复。"][1] == "文本框"
    )


def test_a_deleted_paragraph_mark_joins_two() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('余额概不')}</w:p>"
    assert document(first + paragraph("退还。")).text == "余额概不退还。"


def test_moved_text_stands_where_it_went() -> None:
    moved = f"<w:p><w:moveFrom>{run('甲')}</w:moveFrom>{run('乙')}<w:moveTo>{run('丙')}</w:moveTo></w:p>"
    assert document(moved).text == "乙丙"


def test_breaks_fields_and_controls() -> None:
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('控件内的条款')}</w:sdtContent></w:sdt>"
    broken = f"<w:p>{run('甲')}<w:r><w:br/></w:r>{run('乙')}<w:r><w:tab/></w:r>{run('丙')}{field}</w:p>"
    assert document(broken + control).text.split("\n") == ["甲", "乙 丙", "控件内的条款"]


def test_tables_in_tables() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('内')}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{paragraph('外')}{inner}</w:tc></w:tr></w:tbl>"
    assert [block.origin for block in document(outer).blocks] == ["表1 第1行第1列", "表2 第1行第1列"]


def test_a_header_is_read_only_for_clauses() -> None:
    footer = f"<w:ftr {W}>{paragraph('内部资料')}{paragraph('本平台对活动享有最终解释权，用户不得异议。')}</w:ftr>"
    found = document(paragraph("正文"), footer1=footer)
    assert found.text == "正文\n本平台对活动享有最终解释权，用户不得异议。"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<w:p/>", "page-no-text"),
        ("<w:sdt><w:sdtContent>" * 80 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 80, "page-too-deep"),
        (f"<w:p>{'<w:smartTag>' * 80}{run('甲')}{'</w:smartTag>' * 80}</w:p>", "page-too-deep"),
        ("<w:p>", "file-broken"),
    ],
)
def test_refused(body: str, code: str) -> None:
    with pytest.raises(ClauseCheckError) as caught:
        document(body)
    assert caught.value.code == code
