"""Stand before the page: only this computer's own browser, by the address that was printed, gets through.

A name that points at 127.0.0.1 (DNS rebinding) fails on ``Host``, a form on another site on ``Origin``, another
program on the token. Whole bodies are read here, so that nothing above the limit reaches a parser.
"""

from __future__ import annotations

from secrets import compare_digest

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FOREIGN = "这个页面只给本机的浏览器看。请从终端里复制完整的地址打开。"
CROSS = "这次提交不是从本页发出的，没有处理。请在体检页面上重新操作。"
TOO_LARGE = "内容太大，没有读。请只保存协议页面，或把协议正文存成 .txt。"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # not no-referrer: under that, browsers send "Origin: null" with our own forms too
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Wrap an application; ``port`` and ``token`` are those of the printed address, ``limit`` counts bytes."""

    def __init__(self, app: ASGIApp, token: str, port: int, limit: int) -> None:
        self._app, self._token, self._limit = app, token, limit
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer 403, 404 or 413 with one Chinese sentence."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        send = _hardened(send)
        refusal = self._refusal(scope)
        body = b"" if refusal else await _body(receive, self._limit)
        if body is None:
            refusal = PlainTextResponse(TOO_LARGE, 413)
        if refusal:
            await refusal(scope, receive, send)
        else:
            await self._app(scope, _replay(body or b"", receive), send)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self._hosts:
            return PlainTextResponse(FOREIGN, 403)
        if scope["method"] not in ("GET", "HEAD") and headers.get("origin") != f"http://{host}":
            return PlainTextResponse(CROSS, 403)
        given = scope["path"].split("/")[1]
        if not compare_digest(given.encode(), self._token.encode()):
            return PlainTextResponse(FOREIGN, 404)
        return None


def _hardened(send: Send) -> Send:
    async def add(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)  # a page with its own style and script brings its own policy
        await send(message)

    return add


async def _body(receive: Receive, limit: int) -> bytes | None:
    """Return the whole body, or None when it is too large; the rest is read and dropped, else browsers show a reset."""
    body, fits, more = bytearray(), True, True
    while more:
        message = await receive()
        more = message["type"] == "http.request" and message.get("more_body", False)
        fits = fits and len(body) + len(message.get("body", b"")) <= limit
        if fits:
            body += message.get("body", b"")
        else:
            body.clear()
    return bytes(body) if fits else None


def _replay(body: bytes, receive: Receive) -> Receive:
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return messages.pop() if messages else await receive()

    return again
