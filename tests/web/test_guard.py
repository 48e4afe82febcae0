from __future__ import annotations

import tempfile

import pytest

from clause_check.web import guard
from clause_check.web.forms import LIMIT

from .conftest import AGREEMENT, HOME, PORT, TOKEN


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:4711", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:4711"]
)
def test_a_foreign_host_is_refused(client, host):
    answer = client.get(HOME, headers={"host": host})
    assert (answer.status_code, answer.text) == (403, guard.FOREIGN)


def test_localhost_is_this_computer_too(client):
    local = f"localhost:{PORT}"
    assert client.get(HOME, headers={"host": local}).status_code == 200
    form = {"text": AGREEMENT}
    assert client.post(HOME, data=form, headers={"host": local, "origin": f"http://{local}"}).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "https://127.0.0.1:4711", "http://127.0.0.1:80"])
def test_a_form_from_elsewhere_is_refused(client, report, origin):
    for path in (HOME, f"{report}/facts", f"{report}/forget", f"{report}/evidence"):
        answer = client.post(path, data={"text": AGREEMENT}, headers={"origin": origin})
        assert (answer.status_code, answer.text) == (403, guard.CROSS)
    assert client.get(report).status_code == 200


@pytest.mark.parametrize("path", ["/", "/wrong/", f"/{TOKEN}x/", f"/x/{TOKEN}/", "/令牌/"])
def test_without_the_token_there_is_nothing(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer.text) == (404, guard.FOREIGN)


def test_every_answer_carries_the_policy(client, report):
    for path in (HOME, report, f"/{TOKEN}/page.js", "/wrong/", f"{report}/nothing", f"{report}/case.toml"):
        headers = client.get(path).headers
        assert headers["content-security-policy"] == guard.POLICY
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in guard.POLICY


@pytest.mark.parametrize("chunked", [True, False])
def test_a_body_over_the_limit_is_refused(client, chunked):
    block = bytes(1_000_000)
    blocks = (block for _ in range(LIMIT // len(block) + 1))
    content = blocks if chunked else b"".join(blocks)
    answer = client.post(HOME, content=content, headers={"content-type": "multipart/form-data; boundary=x"})
    assert (answer.status_code, answer.text) == (413, guard.TOO_LARGE)


def test_a_large_file_stays_in_memory(client, monkeypatch):
    def rolled(self):
        raise AssertionError("a file went to disk")

    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", rolled)
    page = f"<html><!--{'x' * 2_000_000}--><body><p>{AGREEMENT}</p></body></html>"
    answer = client.post(HOME, files={"file": ("a.html", page.encode())})
    assert answer.status_code == 200
