"""The shape of a results folder. Whoever queries it by hand reads the comments here.

Documents are keyed by content: a page that lies under two paths is stored once and held twice. All text is
as read; offsets are code points of the document's text. ``document.text`` and ``document.blocks`` are
zlib-compressed UTF-8, so that new rules are applied without the pages.
"""

from __future__ import annotations

VERSION = 1
FILE = "results.sqlite"
TABLES: dict[str, dict[str, str]] = {
    # schema: version of this shape; rules, facts: what the documents were last scanned with; law_as_of: ISO date
    "meta": {"key": "text primary key", "value": "text not null"},
    # one row a file that was looked at. status: read, failed, or partial while an archive is still being read
    "source": {
        "path": "text primary key",
        "name": "text",  # below what was named
        "size": "integer",
        "stamp": "integer",  # changes when the file does
        "sha256": "text",  # of its bytes
        "status": "text",
    },
    # which part of a file holds which document; part is the place in words; owner the folder, file or host
    "holds": {"path": "text", "n": "integer", "part": "text", "document": "text", "owner": "text"},
    # what could not be read or checked, a whole file (part empty) or a part of it; reason is Chinese
    "failed": {"path": "text", "n": "integer", "part": "text", "code": "text", "reason": "text"},
    # one row a document; id: SHA-256 of what was read; unfit: why it may not be ranked, codes with commas;
    # concerns and unchecked: JSON; rules and facts: what it was scanned with
    "document": {
        "id": "text primary key",
        "title": "text",
        "party": "text",
        "version": "text",
        "effective": "text",
        "media": "text",
        "encoding": "text",
        "chars": "integer",
        "han": "integer",  # Chinese characters
        "clauses": "integer",
        "unfit": "text",
        "concerns": "text",
        "unchecked": "text",
        "rules": "text",
        "facts": "text",
        "text": "blob",
        "blocks": "blob",
    },
    # one row a finding, n from 0 in document order; bare: the sentence without names, numbers and punctuation;
    # cites: JSON list of places in the law, keys of the table law
    "finding": {
        "document": "text",
        "n": "integer",
        "rule": "text",
        "category": "text",
        "grade": "text",
        "title": "text",
        "clause": "text",
        "heading": "text",
        "quote": "text",
        "sentence": "text",
        "bare": "text",
        "start": "integer",
        "finish": "integer",
        "line": "integer",
        "fingerprint": "text",
        "cites": "text",
    },
    # the law that the rules cite, word for word
    "law": {
        "cite": "text primary key",
        "law": "text",
        "article": "text",
        "text": "text",
        "number": "text",
        "in_force_from": "text",
        "doubt": "text",
    },
    # the categories in report order
    "category": {"id": "text primary key", "place": "integer", "name": "text", "family": "text"},
}
KEYS = {"holds": "path, n", "failed": "path, n", "finding": "document, n"}
INDEXES = {
    "finding_category": "finding(category, grade)",
    "holds_document": "holds(document)",
    "document_scanned": "document(rules, facts)",
}


def statements() -> list[str]:
    """Return the SQL that makes an empty store."""
    made = []
    for table, columns in TABLES.items():
        parts = [f"{name} {kind}" for name, kind in columns.items()]
        parts += [f"primary key({KEYS[table]})"] if table in KEYS else []
        made.append(f"create table {table}({', '.join(parts)})")
    return [*made, *(f"create index {name} on {place}" for name, place in INDEXES.items())]


def insertion(table: str) -> str:
    """Return the SQL that puts a row, given by column name, in the place of what has its key."""
    columns = TABLES[table]
    return f"insert or replace into {table}({', '.join(columns)}) values({', '.join(f':{name}' for name in columns)})"
