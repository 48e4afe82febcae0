"""Pages in wrappings: MHTML of several makers, Safari's archive, a crawl, zip files."""

from __future__ import annotations

import base64
import gzip
import io
import plistlib
import quopri
import zipfile
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from uuid import NAMESPACE_URL, uuid5


def chrome(markup: str, frame: str = "") -> bytes:
    """Return Chrome's MHTML: quoted-printable parts with addresses, frames by content id."""
    archive = MIMEMultipart("related", type="text/html", boundary="----MultipartBoundary--abc----")
    archive["From"] = "<Saved by Blink>"
    archive["Snapshot-Content-Location"] = "https://terms.example/"
    archive.attach(_part(markup, "utf-8", "quoted-printable"))
    if frame:
        inner = _part(frame, "utf-8", "quoted-printable")
        inner["Content-ID"] = "<frame-1@mhtml.blink>"
        archive.attach(inner)
    archive.attach(MIMEImage(b"\x89PNG\r\n\x1a\n" + bytes(2000), "png"))
    return _with_crlf(archive)


def explorer(markup: str) -> bytes:
    """Return old IE's .mht: GBK, base64, CR LF."""
    archive = MIMEMultipart("related", type="text/html")
    archive["X-MimeOLE"] = "Produced By Microsoft MimeOLE"
    archive.attach(_part(markup, "gb2312", "base64"))
    return _with_crlf(archive)


def _part(markup: str, charset: str, transfer: str) -> MIMEBase:
    part = MIMEBase("text", "html", charset=charset)
    data = markup.encode("gb18030" if charset == "gb2312" else charset)
    encoded = base64.encodebytes(data) if transfer == "base64" else quopri.encodestring(data)
    part.set_payload(encoded.decode("ascii"))
    part["Content-Transfer-Encoding"] = transfer
    part["Content-Location"] = "https://terms.example/"
    return part


def _with_crlf(archive: MIMEMultipart) -> bytes:
    return archive.as_bytes().replace(b"\n", b"\r\n")


def plain_mail(text: str) -> bytes:
    archive = MIMEMultipart("related")
    archive.attach(MIMEText(text, "plain", "utf-8"))
    return archive.as_bytes()


def safari(markup: str) -> bytes:
    """Return a .webarchive."""
    main = {
        "WebResourceData": markup.encode("utf-8"),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": "https://terms.example/",
    }
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def crawl(pages: dict[str, bytes], kind: str = "text/html; charset=gbk") -> bytes:
    """Return a gzipped WARC file with one response a page and a picture between."""
    responses = [(address, kind, data) for address, data in pages.items()]
    responses.append(("https://terms.example/logo.png", "image/png", b"\x89PNG"))
    return b"".join(gzip.compress(_record(*response)) for response in responses)


def _record(address: str, kind: str, data: bytes) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + data
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, address)}>\r\n"
        f"WARC-Target-URI: {address}\r\nWARC-Date: 2026-03-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


class GbkName(zipfile.ZipInfo):
    """A member whose name is GBK bytes without the UTF-8 flag, as Windows writes it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gbk"), self.flag_bits


def gbk_zip(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(GbkName(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
