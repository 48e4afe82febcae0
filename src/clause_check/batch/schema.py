"""The shape of a results folder. What is said of tables and columns here also stands in the file, in ``.schema``.

Documents are keyed by content: a page that lies under two paths is stored once and held twice. All text is
as read; offsets are code points of the document's text.
"""

from __future__ import annotations

VERSION = 1
FILE = "results.sqlite"
ABOUT: dict[str, str] = {
    "meta": "schema: version of this shape; rules, facts: what was last scanned with; law_as_of: date of the law",
    "source": "one row a file that was looked at",
    "holds": "which part of a file holds which document",
    "failed": "what could not be read or checked",
    "document": "one row a document; text and layout are kept, so that new rules need no pages",
    "finding": "one row a finding",
    "law": "the law that the rules cite, word for word",
    "category": "the categories of the rules",
}
TABLES: dict[str, dict[str, str]] = {
    "meta": {"key": "text primary key", "value": "text not null"},
    "source": {
        "path": "text primary key",
        "name": "text -- below what was named, as reports show it",
        "size": "integer -- bytes",
        "stamp": "integer -- changes when the file does",
        "sha256": "text -- of its bytes; empty for failed files and for crawls at an address",
        "status": "text -- read, failed, or partial while an archive is being read",
    },
    "holds": {
        "path": "text",
        "n": "integer -- place in the file, from 0",
        "part": "text -- the same in words: !/a.html, #2; empty for a plain file",
        "document": "text",
        "owner": "text -- folder, file or host: whose it is when the text does not say",
    },
    "failed": {
        "path": "text",
        "n": "integer -- place in the file, from 0",
        "part": "text -- the same in words; empty for a whole file",
        "code": "text -- stays the same in all versions",
        "reason": "text -- Chinese",
    },
    "document": {
        "id": "text primary key -- SHA-256 of all that was read",
        "title": "text",
        "party": "text -- the company that the text names as its platform",
        "version": "text",
        "effective": "text -- ISO date",
        "media": "text",
        "encoding": "text",
        "chars": "integer",
        "han": "integer -- Chinese characters",
        "clauses": "integer",
        "unfit": "text -- why it may not be ranked: codes with commas",
        "concerns": "text -- JSON: code and message",
        "unchecked": "text -- JSON: what was not checked",
        "rules": "text -- what it was scanned with",
        "facts": "text -- and for whom",
        "text": "blob -- UTF-8, zlib",
        "blocks": "blob -- JSON, zlib: start, end, kind, origin",
    },
    "finding": {
        "document": "text",
        "n": "integer -- in document order, from 0",
        "rule": "text",
        "category": "text",
        "grade": "text -- void, unfair or conditional",
        "title": "text",
        "clause": "text -- the agreement's own number",
        "heading": "text",
        "quote": "text",
        "sentence": "text",
        "bare": "text -- the sentence without names, numbers and punctuation",
        "start": "integer",
        "finish": "integer",
        "line": "integer",
        "fingerprint": "text -- survives renumbering, dates, amounts, blanks and the platform's name",
        "cites": "text -- JSON: keys of the table law",
    },
    "law": {
        "cite": "text primary key",
        "law": "text",
        "article": "text",
        "text": "text",
        "number": "text",
        "in_force_from": "text",
        "doubt": "text -- set when the source of the text is in doubt",
    },
    "category": {
        "id": "text primary key",
        "place": "integer -- in reports",
        "name": "text",
        "family": "text",
    },
}
KEYS = {"holds": "path, n", "failed": "path, n", "finding": "document, n"}
INDEXES = {
    "finding_category": "finding(category, grade)",
    "holds_document": "holds(document)",
    "document_scanned": "document(rules, facts)",
}


def statements() -> list[str]:
    """Return the SQL that makes an empty store."""
    made = [_table(table, columns) for table, columns in TABLES.items()]
    return [*made, *(f"create index {name} on {place}" for name, place in INDEXES.items())]


def insertion(table: str) -> str:
    """Return the SQL that puts a row, given by column name, in the place of what has its key."""
    columns = TABLES[table]
    return f"insert or replace into {table}({', '.join(columns)}) values({', '.join(f':{name}' for name in columns)})"


def _table(table: str, columns: dict[str, str]) -> str:
    parts = [(name, *kind.split(" -- ")) for name, kind in columns.items()]
    parts += [(f"primary key({KEYS[table]})", "")] if table in KEYS else []
    last = len(parts) - 1
    lines = [f"create table {table} ( -- {ABOUT[table]}"]
    for n, (name, kind, *note) in enumerate(parts):
        comma, comment = "," if n < last else "", f" -- {note[0]}" if note else ""
        lines.append(f"    {name} {kind}".rstrip() + comma + comment)
    return "\n".join([*lines, ")"])
