"""What a person does, and what an attacker tries, in a real browser."""

from __future__ import annotations

import re
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from .conftest import AGREEMENT, CLAUSE

HOSTILE = (
    "<script>window.acted=1</script>",
    "<img src=x onerror='window.acted=1'><svg onload='window.acted=1'></svg>",
    "<a href='javascript:window.acted=1' id='trap'>点我</a>[点我](javascript:window.acted=1)",
    "<style>body{display:none}</style><p style='position:fixed;inset:0'>盖住</p>",
    "</textarea></mark></p><script>window.acted=1</script>\"'><iframe src='http://evil.example/'></iframe>",
    "<meta http-equiv='refresh' content='0;url=http://evil.example/'><base href='http://evil.example/'>",
    "<form action='http://evil.example/'><button>确定</button></form>",
)


def paste(tab, text):
    tab.fill("#text", text)
    tab.click("button.main")
    tab.wait_for_selector(".report")


def test_a_long_paste_shows_the_report_at_once(tab):
    text = AGREEMENT + "本条为一般说明。\n" * 30
    tab.focus("#text")
    tab.evaluate(
        """text => {
          const field = document.getElementById("text");
          const data = new DataTransfer();
          data.setData("text/plain", text);
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
          field.value = text;
        }""",
        text,
    )
    tab.wait_for_selector(".report")
    assert "测试规则" in tab.inner_text(".findings")
    assert not tab.errors


def test_a_dropped_file_shows_its_report(tab):
    tab.evaluate(
        """text => {
          const data = new DataTransfer();
          data.items.add(new File([text], "拖入的协议.txt", { type: "text/plain" }));
          const carried = { dataTransfer: data, bubbles: true, cancelable: true };
          for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, carried));
        }""",
        AGREEMENT,
    )
    tab.wait_for_selector(".report")
    assert "拖入的协议.txt" in tab.inner_text(".summary")
    assert not tab.errors


def test_a_highlight_leads_to_its_finding_and_back(tab):
    paste(tab, AGREEMENT)
    tab.click("mark")
    assert "active" in tab.get_attribute("#r1-f1", "class")
    assert tab.evaluate("document.activeElement.id") == "r1-f1"
    tab.click("#r1-f1 a[href='#r1-t1']")
    assert tab.evaluate("document.activeElement.id") == "r1-t1"


def test_an_assumption_changes_the_report_without_pasting_again(tab):
    paste(tab, AGREEMENT)
    assert "消费者（为生活消费需要）（默认假定）" in tab.inner_text(".summary")
    tab.check("input[name=as][value=merchant]")
    tab.fill("#date", "2026-01-05")
    tab.click(".facts button")
    tab.wait_for_selector("text=商户（为经营需要）")
    assert "2026-01-05" in tab.inner_text(".summary")
    assert CLAUSE in tab.inner_text(".paper")


def test_a_complaint_ends_in_a_letter_that_downloads(tab):
    paste(tab, AGREEMENT)
    tab.click("a.go")
    assert tab.locator("input:checked[name='kind'], input:checked[name='me.role']").count() == 0
    answer_questions(tab)
    tab.check("#have-order")
    tab.click("button.main")
    tab.wait_for_selector("text=走哪条路")
    tab.click("a[href$='letter/platform']")
    words = tab.inner_text(".letter")
    assert "某某网络公司" in words
    assert CLAUSE.rstrip("。") in words
    for kind, start in (("docx", b"PK"), ("txt", words[:6].encode())):
        with tab.expect_download() as held:
            tab.click(f"a[href$='/{kind}']")
        assert held.value.suggested_filename.endswith(kind)
        assert held.value.path().read_bytes().startswith(start)
    assert not tab.errors


def answer_questions(tab):
    """Fill the questions that a letter to the platform needs; leave the others."""
    known = {
        "platform.name": "某某网络公司",
        "order.number": "A1",
        "order.title": "测试卡密",
        "order.paid": "2026-10-03 20:15",
        "order.amount": "50",
        "story.gist": "卡密无效",
        "demand.refund": "50",
        "me.name": "张三",
    }
    while "/case/" in tab.url:
        before = tab.url
        for key, value in known.items():
            if tab.locator(f"[name='{key}']").count():
                tab.fill(f"[name='{key}']", value)
        for key, value in {"kind": "dead-code", "me.role": "self", "order.goods": "code"}.items():
            if tab.locator(f"[name='{key}'][value='{value}']").count():
                tab.check(f"[name='{key}'][value='{value}']")
        tab.click("button.main")
        tab.wait_for_load_state()
        assert tab.url != before, tab.inner_text("main")


@pytest.mark.parametrize("attack", HOSTILE)
def test_pasted_markup_never_acts(tab, served, attack):
    paste(tab, AGREEMENT.replace("本协议", attack + "本协议") + attack + CLAUSE)
    assert attack.split("\n")[0] in tab.text_content(".paper")
    assert tab.evaluate("window.acted") is None
    assert tab.evaluate("getComputedStyle(document.body).display") == "block"
    assert tab.locator("main :is(script, style, iframe, img, svg, meta, base, #trap, [style], [onerror])").count() == 0
    tab.click("a.go")
    assert tab.evaluate("window.acted") is None
    assert all(url.startswith(served) or url.endswith("/favicon.ico") for url in tab.requests)


def test_hostile_answers_never_act(tab):
    paste(tab, AGREEMENT)
    tab.click("a.go")
    tab.click("nav.steps a[href$='/case/1']")
    tab.fill("[name='platform.name']", '"><script>window.acted=1</script>')
    tab.click("button.main")
    tab.goto(tab.url.rsplit("/", 1)[0] + "/1")
    assert tab.input_value("[name='platform.name']") == '"><script>window.acted=1</script>'
    assert tab.evaluate("window.acted") is None


def test_even_injected_script_and_style_are_stopped_by_the_policy(tab):
    tab.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.acted = 1";
          const style = document.createElement("style");
          style.textContent = "body { display: none }";
          document.body.append(script, style);
        }"""
    )
    assert tab.evaluate("window.acted") is None
    assert tab.evaluate("getComputedStyle(document.body).display") == "block"


def test_a_form_on_another_site_does_nothing(tab, served):
    class Evil(BaseHTTPRequestHandler):
        def do_GET(self):
            body = f"<form method=post action='{served}'><input name=text value='攻击'><button>go</button></form>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *words):
            pass

    with HTTPServer(("127.0.0.1", 0), Evil) as evil:
        threading.Thread(target=evil.serve_forever, daemon=True).start()
        tab.goto(f"http://127.0.0.1:{evil.server_port}/")
        with tab.expect_navigation() as went:
            tab.click("button")
        evil.shutdown()
    assert went.value.status == 403
    assert "不是从本页发出的" in tab.inner_text("body")


def test_a_name_that_points_here_is_refused(served):
    port = re.search(r":(\d+)/", served)[1]
    with socket.create_connection(("127.0.0.1", int(port))) as line:
        path = served.split(port, 1)[1]
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: rebound.example:{port}\r\nConnection: close\r\n\r\n".encode())
        assert line.makefile("rb").readline().split()[1] == b"403"
