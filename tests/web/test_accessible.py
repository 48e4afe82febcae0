"""axe-core finds nothing on any page, light or dark, narrow or wide."""

from __future__ import annotations

import pytest

from .conftest import AGREEMENT
from .test_browser import answer_questions, paste

SCREENS = [("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)]


def faults(tab):
    """Return what axe-core objects to, and a page that scrolls sideways."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(tab).response["violations"]
    wide = tab.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [(one["id"], one["nodes"][0]["html"]) for one in found] + [("wide", tab.url)] * wide


@pytest.mark.parametrize(("scheme", "width"), SCREENS)
def test_no_page_bars_anyone(tab, scheme, width, shots):
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size({"width": width, "height": 900})
    found = {}

    def look(name):
        found[name] = faults(tab)
        if shots:
            tab.screenshot(path=f"{shots}/{name}-{scheme}-{width}.png", full_page=True)

    look("start")
    tab.fill("#text", " ")
    tab.click("button.main")
    tab.wait_for_selector("[role=alert]")
    look("refused")
    paste(tab, AGREEMENT)
    look("report")
    tab.click("a.go")
    look("questions")
    tab.goto(tab.url.rsplit("/", 1)[0] + "/4")
    look("rows")
    tab.goto(tab.url.rsplit("/", 1)[0] + "/0")
    answer_questions(tab)
    look("evidence")
    tab.click("button.main")
    tab.wait_for_url("**/roads")
    look("roads")
    tab.click("a[href$='letter/platform']")
    tab.wait_for_selector(".letter")
    look("letter")
    assert found == {name: [] for name in found}
