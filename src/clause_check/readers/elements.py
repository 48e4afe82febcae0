"""Names of HTML elements, by what they do to the text."""

from __future__ import annotations

# fmt: off
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing",
        "main", "menu", "nav", "noscript", "ol", "optgroup", "option", "p", "plaintext", "pre", "script",
        "search", "section", "select", "summary", "table", "tbody", "td", "template", "textarea", "tfoot",
        "th", "thead", "tr", "ul", "view", "uni-view", "iframe", "frame", "xmp",
    }
)
PREFORMATTED = frozenset({"pre", "textarea", "xmp", "listing", "plaintext"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "legend", "caption", "summary", "dt"})
ITEMS = frozenset({"li", "dd"})
CELLS = frozenset({"td", "th"})
SILENT = frozenset(
    {
        "style", "head", "svg", "canvas", "audio", "video", "link", "meta", "input", "datalist", "rt", "rp",
        "map", "noframes", "base", "title",
    }
)
FOLLOWED = frozenset({"template", "iframe", "frame", "textarea", "script"})  # what they hold is no ordinary child
UNCLOSED = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr", "p", "li", "td", "tr", "th", "dd", "dt", "option",
    }
)
TAGS: dict[str, str] = {
    **dict.fromkeys(("nav", "footer", "button", "select", "menu"), "furniture"),
    "header": "head",
    "aside": "side",
    **dict.fromkeys(("noscript", "template", "dialog"), "hidden"),
}
ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "menu", "menubar", "search", "toolbar"})
# fmt: on
