"""Small helpers over WordprocessingML; names are local, for strict files use other namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from clause_check.errors import ClauseCheckError

DEEPEST = 60  # tables, boxes and content controls inside each other
GONE = frozenset({"del", "moveFrom", "instrText", "delText", "delInstrText", "rt"})
SETTINGS = frozenset({"pPr", "rPr", "tblPr", "trPr", "tcPr", "tblGrid", "sdtPr", "sectPr", "rubyPr"})
BLANKS: dict[str, str] = {"tab": " ", "ptab": " ", "cr": "\n", "br": "\n", "noBreakHyphen": "-"}


@dataclass(slots=True)
class Content:
    """What a paragraph holds: its text with line breaks, and the text boxes anchored in it."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)


def local(element: Element) -> str:
    """Return the element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def value(element: Element | None, name: str = "val", default: str = "") -> str:
    """Return an attribute by its local name."""
    if element is None:
        return default
    return next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == name), default)


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first descendant along ``path``, or None."""
    for name in path:
        element = next(children(element, name), None) if element is not None else None
    return element


def children(element: Element, name: str) -> Iterator[Element]:
    """Yield the children called ``name``."""
    return (one for one in element if local(one) == name)


def chosen(element: Element) -> Iterator[Element]:
    """Yield what is shown of an element: not what was deleted, and one branch of an alternative."""
    for one in element:
        name = local(one)
        if name == "AlternateContent":
            branch = child(one, "Choice")
            yield from chosen(branch if branch is not None else one)
        elif name not in GONE and name not in SETTINGS:
            yield one


def switched_on(element: Element | None) -> bool:
    """Tell whether a toggle such as ``<w:isLgl/>`` is there and not set to false."""
    return element is not None and value(element, default="1") not in ("0", "false", "off")


def content(paragraph: Element, path: str) -> Content:
    """Return what ``paragraph`` holds; raises ``page-too-deep``."""
    found = Content()
    _gather(paragraph, found, path, 0)
    return found


def _gather(element: Element, found: Content, path: str, depth: int) -> None:
    if depth > DEEPEST:
        raise ClauseCheckError("page-too-deep", path, limit=DEEPEST)
    for one in chosen(element):
        name = local(one)
        if name == "t":
            found.text += one.text or ""
        elif name in BLANKS:
            found.text += BLANKS[name]
        elif name == "txbxContent":
            found.boxes.append(one)
        else:
            _gather(one, found, path, depth + 1)
