"""Small files of every format, for the fuzzers to damage."""

from __future__ import annotations

import gzip
import io
import zipfile

from PIL import Image

from readers import bundles, webpages, wordfile

CLAUSES = ("第一条 本平台有权随时修改本协议。", "（一）充值后概不退款；", "（二）平台不承担任何责任。")


def seeds() -> list[tuple[str, bytes]]:
    """Return (file name, bytes) of one file a format."""
    text = "\n".join(CLAUSES)
    markup = webpages.page("".join(f"<p>{one}</p>" for one in CLAUSES) + "<table><tr><td>甲方</td></tr></table>")
    page = markup.encode()
    return [
        ("a.txt", text.encode("gb18030")),
        ("a.txt", text.encode("utf-16")),
        ("a.md", ("# 协议\n\n" + "\n".join(f"- {one}" for one in CLAUSES)).encode()),
        ("a.html", page),
        ("a.mhtml", bundles.chrome(markup, markup)),
        ("a.mht", bundles.explorer(markup)),
        ("a.eml", bundles.plain_mail(text)),
        ("a.webarchive", bundles.safari(markup)),
        ("a.warc.gz", bundles.crawl({"https://a.example/": markup.encode("gbk")})),
        ("a.html.gz", gzip.compress(page)),
        ("a.zip", _zipped(page)),
        ("a.docx", _word()),
        ("a.pdf", _printed()),
        ("a.png", _picture()),
    ]


def _zipped(page: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("协议.html", page)
        archive.writestr("b/规则.txt", CLAUSES[0])
    return file.getvalue()


def _word() -> bytes:
    body = "".join(wordfile.paragraph(one) for one in CLAUSES)
    document = f"<w:document {wordfile.W}><w:body>{body}</w:body></w:document>"
    return wordfile.package({**wordfile.parts(), "word/document.xml": document})


def _printed() -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(file)
    canvas.setFont("STSong-Light", 12)
    for number, one in enumerate(CLAUSES):
        canvas.drawString(72, 700 - 20 * number, one)
    canvas.save()
    return file.getvalue()


def _picture() -> bytes:
    file = io.BytesIO()
    Image.new("L", (8, 8)).save(file, "PNG")
    return file.getvalue()
