"""The agreement as a Word file, built by hand: computed numbers, tracked changes, a text box, a footnote, a table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from itertools import groupby
from xml.sax.saxutils import escape

from .original import Entry, entries

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
NOTE = "修改后的内容以网站首页公布的文本为准。"
DEPTHS = {"chapter": 0, "article": 1, "item": 2, "point": 3}
HEADED = '<w:pStyle w:val="1"/>'
LEVELS = (
    ("chineseCounting", "第%1章", "space", ""),
    ("chineseCountingThousand", "第%2条", "space", '<w:lvlRestart w:val="0"/>'),
    ("chineseCounting", "（%3）", "nothing", ""),
    ("decimal", "%4.", "tab", ""),
)
STYLES = f"""<w:styles {W}>
<w:style w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>"""


def numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'{"" if depth else HEADED}<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text, suffix, more) in enumerate(LEVELS)
    )
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(words)}</w:p>"


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def body() -> str:
    parts: list[str] = [paragraph("第一章 总则\t1", '<w:pStyle w:val="TOC1"/>')]
    for kind, run_of in groupby(entries(), key=lambda entry: entry.kind):
        group = list(run_of)
        parts += [_table(group)] if kind == "row" else map(_entry, group)
    parts.insert(3, _removed())
    return "".join(parts) + "<w:sectPr/>"


def _entry(entry: Entry) -> str:
    if entry.kind == "chapter":
        return paragraph(entry.words, '<w:pStyle w:val="1"/>')
    if entry.mark == "第五条 ":
        return _noted(entry)
    if entry.mark == "第六条 ":
        return _changed(entry)
    if entry.words.startswith("如您对"):
        return _boxed(entry)
    return paragraph(entry.words, _numbered(entry.kind))


def _numbered(kind: str) -> str:
    depth = DEPTHS.get(kind)
    return "" if depth is None else f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'


def _noted(entry: Entry) -> str:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    return f"<w:p><w:pPr>{_numbered(entry.kind)}</w:pPr>{run(entry.words[:9])}{reference}{run(entry.words[9:])}</w:p>"


def _changed(entry: Entry) -> str:
    gone = "<w:del><w:r><w:delText>已经删去的话。</w:delText></w:r></w:del>"
    new = f"<w:ins>{run(entry.words[4:10])}</w:ins>"
    return f"<w:p><w:pPr>{_numbered(entry.kind)}</w:pPr>{run(entry.words[:4])}{gone}{new}{run(entry.words[10:])}</w:p>"


def _removed() -> str:
    """Return a numbered paragraph that was deleted, mark and all: it takes no number."""
    properties = f"<w:pPr>{_numbered('article')}<w:rPr><w:del/></w:rPr></w:pPr>"
    return f"<w:p>{properties}<w:del><w:r><w:delText>旧条款。</w:delText></w:r></w:del></w:p>"


def _boxed(entry: Entry) -> str:
    box = f"<w:txbxContent>{paragraph(entry.words)}</w:txbxContent>"
    choice = f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    return f"<w:p><w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>"


def _table(rows: list[Entry]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row.cells) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def parts(namespace: str = W) -> dict[str, str]:
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0">{paragraph("")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph(NOTE)}</w:footnote></w:footnotes>'
    )
    found = {
        "word/document.xml": f"<w:document {W} {MC}><w:body>{body()}</w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/numbering.xml": numbering(),
        "word/footnotes.xml": notes,
        "word/header1.xml": f"<w:hdr {W}>{paragraph('云杉网络 内部资料')}</w:hdr>",
        "docProps/core.xml": "<cp:core xmlns:cp='x' xmlns:dc='y'><dc:title>协议</dc:title></cp:core>",
    }
    return {name: text.replace(W, namespace) for name, text in found.items()}


def package(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file of ``files``."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()
