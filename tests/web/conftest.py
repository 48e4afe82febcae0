"""A served page with a small rule folder, and a real Chromium to look at it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from clause_check.datafiles import patterns
from clause_check.pipeline import load
from clause_check.web.app import build

TOKEN, PORT = "geheim", 4711
HOME = f"/{TOKEN}/"
ORIGIN = f"http://127.0.0.1:{PORT}"
CLAUSE = "虚拟商品一经售出，概不退换。"
AGREEMENT = f"充值服务协议\n第一条 本协议适用于本平台。\n第二条 {CLAUSE}\n第三条 双方协商解决争议。\n"
COMMAND = [sys.executable, "-c", "from clause_check.cli import main; main()", "serve", "--no-browser", "--rules"]


@pytest.fixture
def rules(folder, rule):
    """Return a rule folder with one rule; letters quote the shipped laws, so it cites one of them."""
    shutil.copy(patterns() / "laws" / "消保法.toml", folder / "laws")
    basis = [{"cite": "消保法/26/2", "applies": {"user": "consumer"}}]
    rule("refund-exclusion.blanket", [{"regex": "概不退换"}], basis=basis)
    return folder


@pytest.fixture
def client(rules) -> Iterator[TestClient]:
    """Return a client that speaks to the application as the browser of the printed address does."""
    app = build(load(rules), TOKEN, PORT)
    with TestClient(app, base_url=ORIGIN, headers={"origin": ORIGIN}, raise_server_exceptions=False) as one:
        yield one


@pytest.fixture
def report(client):
    """Return the path of the report on ``AGREEMENT``, relative to the application."""
    answer = client.post(HOME, data={"text": AGREEMENT}, follow_redirects=False)
    assert answer.status_code == 303
    return answer.headers["location"]


@pytest.fixture
def options() -> list[str]:
    """Return further options of the served command."""
    return []


@pytest.fixture
def served(rules: Path, options: list[str]) -> Iterator[str]:
    """Return the address that ``clause-check serve`` prints; the process ends by Ctrl-C."""
    command = [*COMMAND, str(rules), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        address = process.stdout.readline().strip()
        yield address
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        assert "Traceback" not in process.stderr.read()


@pytest.fixture(scope="session")
def chromium():
    """Return a headless Chromium of the system; skip where there is none."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("没有 chromium；在 Debian 上运行 apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium, served):
    """Return a page at the served address; a message on its console or a foreign request fails the test."""
    context = chromium.new_context(accept_downloads=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.errors, page.requests = [], []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda message: page.errors.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: page.requests.append(request.url))
    page.goto(served)
    yield page
    context.close()


@pytest.fixture
def shots():
    """Return the folder that ``CLAUSE_CHECK_SHOTS`` names for screenshots to look at, empty for none."""
    return os.environ.get("CLAUSE_CHECK_SHOTS", "")
