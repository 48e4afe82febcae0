"""Word documents: computed numbers, tables, text boxes, notes, and tracked changes as accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clause_check.errors import ClauseCheckError
from clause_check.model import Document
from clause_check.readers.layout import Kind, Line, compose
from clause_check.readers.marker import clause_like
from clause_check.readers.numbering import Numbering
from clause_check.readers.package import Package, parse
from clause_check.readers.source import Source
from clause_check.readers.spot import Grid
from clause_check.readers.unwrap import unwrap
from clause_check.readers.wordxml import DEEPEST, child, children, chosen, content, local, value

HEADING = re.compile(r"heading|title|标题", re.I)
CONTENTS = re.compile(r"(?:toc|目录)\s*\d*$", re.I)
NOTES = (("footnotes", "footnote", "脚注"), ("endnotes", "endnote", "尾注"))
MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
WRAPPERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo")
NOTHING = Element("nothing")


def read(source: Source) -> tuple[Document, ...]:
    """Return the document as Word shows it with all changes accepted; raises ``file-broken`` or ``archive-bomb``."""
    word = Word(Package(source.data, source.path))
    lines = list(word.lines())
    if not lines:
        raise ClauseCheckError("page-no-text", source.path)
    return (compose(source, lines, media=source.media, title=word.title()),)


class Word:
    """One package with its styles and lists; ``lines`` may be walked once, for lists count on."""

    def __init__(self, package: Package) -> None:
        self._package = package
        styles = self._part("styles")
        self._styles = {value(style, "styleId"): style for style in children(styles, "style")}
        self._numbering = Numbering(self._part("numbering"), self._styles)
        self._tables = 0
        self._carried = ""

    def title(self) -> str:
        """Return the title that the file's properties state."""
        title = child(self._part("core", folder="docProps"), "title")
        return (title.text or "").strip() if title is not None else ""

    def lines(self) -> Iterator[Line]:
        """Yield every line in order; what stands in the margins and the notes last."""
        body = child(self._part("document"), "body")
        if body is None:
            raise ClauseCheckError("file-broken", self._package.path)
        for number, line in enumerate(self._blocks(body, "", 0), 1):
            yield line if line.origin else Line(line.text, line.kind, f"第{number}段")
        yield from self._margins()
        for part, name, word in NOTES:
            yield from self._notes(part, name, word)

    def _part(self, name: str, folder: str = "word") -> Element:
        """Return the root of ``word/name.xml``; some programs write ``name2.xml``."""
        pattern = re.compile(rf"/?{folder}/{name}\d*\.xml")
        info = next((info for info in self._package.members if pattern.fullmatch(info.filename)), None)
        return NOTHING if info is None else parse(self._package.read(info), self._package.path)

    def _blocks(self, parent: Element, place: str, depth: int) -> Iterator[Line]:
        if depth > DEEPEST:
            raise ClauseCheckError("page-too-deep", self._package.path, limit=DEEPEST)
        for element in chosen(parent):
            name = local(element)
            if name == "p":
                yield from self._paragraph(element, place, depth)
            elif name == "tbl":
                yield from self._table(element, depth)
            elif name != "sdt" or value(child(element, "sdtPr", "docPartObj", "docPartGallery")) != "Table of Contents":
                yield from self._blocks(element, place, depth + 1)

    def _table(self, table: Element, depth: int) -> Iterator[Line]:
        self._tables += 1
        grid = Grid(self._tables)
        for row in _inside(table, "tr"):
            grid.row, grid.column = grid.row + 1, 0
            for cell in _inside(row, "tc"):
                grid.column += 1
                yield from self._blocks(cell, str(grid), depth + 1)

    def _paragraph(self, paragraph: Element, place: str, depth: int) -> Iterator[Line]:
        properties = child(paragraph, "pPr")
        style = value(child(properties, "pStyle"))
        found = content(paragraph, self._package.path)
        if CONTENTS.match(self._name(style)):
            return
        text, self._carried = self._carried + found.text, ""
        if child(properties, "rPr", "del") is not None:
            self._carried = text
        else:
            yield from self._numbered(text.strip(), properties, style, place)
        for box in found.boxes:
            yield from self._blocks(box, place or "文本框", depth + 1)

    def _numbered(self, text: str, properties: Element | None, style: str, place: str) -> Iterator[Line]:
        mark = self._numbering.mark(properties, style)  # an empty paragraph takes a number too
        if text:
            kind = self._kind(properties, style, place, mark)
            yield from (Line(line, kind, place) for line in unwrap(((mark or "") + text).split("\n")))

    def _kind(self, properties: Element | None, style: str, place: str, mark: str | None) -> Kind:
        if HEADING.match(self._name(style)) or child(properties, "outlineLvl") is not None:
            return "heading"
        if place.startswith("表"):
            return "cell"
        return "paragraph" if mark is None else "item"

    def _name(self, style: str) -> str:
        return value(child(self._styles.get(style), "name")) or style

    def _margins(self) -> Iterator[Line]:
        """Yield what reads like a clause in headers and footers; the rest is furniture."""
        for info in self._package.members:
            if MARGIN.fullmatch(info.filename):
                root = parse(self._package.read(info), self._package.path)
                yield from (line for line in self._blocks(root, "页眉页脚", 0) if clause_like(line.text))

    def _notes(self, part: str, name: str, word: str) -> Iterator[Line]:
        notes = (note for note in children(self._part(part), name) if not value(note, "type"))
        for number, note in enumerate(notes, 1):
            yield from (Line(line.text, "note", f"{word}{number}") for line in self._blocks(note, word, 0))


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those inside content controls."""
    for element in chosen(parent):
        if local(element) == name:
            yield element
        elif local(element) in WRAPPERS:
            yield from _inside(element, name)
