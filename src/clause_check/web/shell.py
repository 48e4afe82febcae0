"""The page around every view, and the small pieces of forms."""

from __future__ import annotations

from clause_check.render import wording as say
from clause_check.render.markup import attributes, escape, tag


def page(base: str, title: str, body: str, crumbs: str = "") -> str:
    """Return a whole page around ``body``, which must be markup already; ``base`` is the path with the token."""
    head = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        tag("title", escape(f"{title} - 条款体检")),
        *(f"<link{attributes(rel='stylesheet', href=f'{base}/{file}')}>" for file in ("page.css", "web.css")),
        *(tag("script", "", src=f"{base}/{file}", defer=True) for file in ("page.js", "web.js")),
    ]
    top = tag("header", tag("p", tag("a", "条款体检", href=f"{base}/"), class_="brand") + crumbs)
    foot = tag("footer", tag("p", escape(say.ADVICE_NOTE)) + tag("p", "全部在本机进行，不联网，不写硬盘。"))
    return (
        f'<!doctype html>\n<html lang="zh-CN">\n<head>{"".join(head)}</head>\n'
        f"<body>{top}{tag('main', body)}{foot}</body>\n</html>\n"
    )


def alert(message: str) -> str:
    """Return one sentence that a screen reader reads at once; nothing for none."""
    return tag("p", escape(message), class_="alert", role="alert") if message else ""


def radios(name: str, legend: str, choices: dict[str, str], chosen: str | None, **more: str | bool) -> str:
    """Return a group of radio buttons; none is chosen where ``chosen`` is no key."""
    boxes = []
    for value, words in choices.items():
        box = attributes(type="radio", name=name, value=value, **more) + (" checked" if value == chosen else "")
        boxes.append(tag("label", f"<input{box}> {escape(words)}"))
    return tag("fieldset", tag("legend", escape(legend)) + "".join(boxes))


def field(name: str, label: str, value: str, hint: str = "", **more: str | bool) -> str:
    """Return a labelled line of text, its hint tied to it."""
    described = {"aria_describedby": f"{name}-hint"} if hint else {}
    line = f"<input{attributes(id=name, name=name, value=value, **{'type': 'text', **described, **more})}>"
    note = tag("p", escape(hint), class_="note", id=f"{name}-hint") if hint else ""
    return tag("div", tag("label", escape(label), for_=name) + note + line, class_="field")


def form(action: str, inner: str, button: str, **more: str | bool) -> str:
    """Return a form that posts to ``action``."""
    send = tag("p", tag("button", escape(button), type="submit", class_="main"), class_="send")
    return tag("form", inner + send, method="post", action=action, **more)
