from __future__ import annotations

import pytest

from clause_check.errors import ClauseCheckError
from clause_check.stages.read import read

from .bundles import chrome, plain_mail
from .original import clauses, plain
from .webpages import page, structured


def test_nested_parts() -> None:
    inner = (
        b"Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\n"
        b"Content-Type: text/html; charset=utf-8\r\n\r\n"
    )
    data = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="out"\r\n\r\n--out\r\n'
        + inner
        + page(structured()).encode()
        + b"\r\n--in--\r\n--out--\r\n"
    )
    (document,) = read(data, "a.mht")
    assert document.text.split("\n") == clauses()


def test_text_alone() -> None:
    (document,) = read(plain_mail("用户不得退款。"), "a.mht")
    assert document.text == "用户不得退款。"


def test_a_page_that_was_cut_off_is_still_read() -> None:
    whole = chrome(page(structured()))
    (document,) = read(whole[: whole.index(b"image/png") - 200], "a.mhtml")
    assert document.text.split("\n")[:20] == clauses()[:20]
    assert plain().startswith(document.text.split("\n")[0])


def test_pictures_alone() -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    data = head + b"--x\r\nContent-Type: image/png\r\n\r\n.\r\n--x--"
    with pytest.raises(ClauseCheckError) as caught:
        read(data, "a.mht")
    assert caught.value.code == "page-no-text"
