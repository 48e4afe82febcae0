"""Documents and findings as rows of the store, and back."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from clause_check.batch.bare import Bare
from clause_check.batch.items import Row, writable
from clause_check.model import Block, Concern, Document, Facts, Finding, Report
from clause_check.readers.marker import han

LEAST = 1000  # Chinese characters; in a shorter text one clause more or less turns the ranking over
UNFIT: dict[str, str] = {
    "too-short": "字数太少",
    "fragment": f"不足 {LEAST} 字",
    "little-chinese": "多为外文",
    "login-page": "是登录页",
    "error-page": "是出错页",
    "cookie-notice": "是 Cookie 提示",
    "app-store-page": "是应用商店页",
    "novel": "像小说或文章",
    "not-agreement": "可能不是协议",
    "comments-glued": "夹有网友评论",
    "coverage-low": "正文没有读全",
    "frame-missing": "正文在另一网页",
    "pdf-broken-pages": "有几页读不出",
    "pdf-picture-pages": "有几页是图片",
    "ocr-text": "文字由图片识别",
    "unchecked": "有没能检查的部分",
}
KEPT = ("title", "party", "version", "effective", "media", "encoding")
SAID = ("rule", "category", "grade", "title", "clause", "heading", "quote", "sentence", "fingerprint")


def document_row(report: Report, name: str) -> Row:
    """Return the row of a document under its id ``name``, but for what it was scanned with."""
    document = report.document
    text, blocks = pack(document)
    return {
        "id": name,
        **{key: writable(getattr(document, key)) for key in KEPT},
        "chars": len(document.text),
        "han": han(document.text),
        "clauses": report.clauses,
        "unfit": ",".join(unfit(report)),
        "concerns": _json([asdict(one) for one in document.concerns]),
        "unchecked": _json([one.message for one in report.unchecked]),
        "text": text,
        "blocks": blocks,
    }


def finding_row(finding: Finding, n: int, document: str, bare: Bare) -> Row:
    """Return the row of the ``n``-th finding of a document."""
    return {
        "document": document,
        "n": n,
        **{key: writable(getattr(finding, key)) for key in SAID},
        "bare": writable(bare(finding.sentence)),
        "start": finding.start,
        "finish": finding.end,
        "line": finding.line,
        "cites": _json([one.cite for one in finding.basis if one.role == "basis"]),
    }


def unfit(report: Report) -> list[str]:
    """Return why the document may not be ranked beside others: codes of ``UNFIT``, in its order."""
    codes = {concern.code for concern in report.document.concerns}
    codes |= {"fragment"} if han(report.document.text) < LEAST else set()
    codes |= {"unchecked"} if report.unchecked else set()
    return [code for code in UNFIT if code in codes]


def identity(document: Document) -> str:
    """Return the document's id: SHA-256 of all that was read of it, whatever file it came from."""
    read = [document.text, _blocks(document), *(getattr(document, key) for key in KEPT), _concerns(document)]
    return hashlib.sha256("\0".join(read).encode("utf-8", "surrogatepass")).hexdigest()


def facts_key(facts: Facts) -> str:
    """Return the facts as one string."""
    return f"{facts.user} {facts.operator} {facts.date}".strip()


def pack(document: Document) -> tuple[bytes, bytes]:
    """Return a document's text and blocks, compressed."""
    return tuple(zlib.compress(part.encode("utf-8", "surrogatepass")) for part in (document.text, _blocks(document)))  # type: ignore[return-value]


def unpack(row: Mapping[str, Any]) -> Document:
    """Return the document of a row; its path and SHA-256 are its id."""
    text, blocks = (zlib.decompress(row[key]).decode("utf-8", "surrogatepass") for key in ("text", "blocks"))
    return Document(
        path=row["id"],
        text=text,
        sha256=row["id"],
        blocks=tuple(Block(*one) for one in json.loads(blocks)),
        concerns=tuple(Concern(**one) for one in json.loads(row["concerns"])),
        **{key: row[key] for key in KEPT},
    )


def _blocks(document: Document) -> str:
    return json.dumps([[one.start, one.end, one.kind, one.origin] for one in document.blocks], ensure_ascii=False)


def _concerns(document: Document) -> str:
    return _json([asdict(one) for one in document.concerns])


def _json(value: object) -> str:
    return writable(json.dumps(value, ensure_ascii=False))
