"""The application behind ``clause-check serve``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from clause_check.errors import ClauseCheckError
from clause_check.pipeline import Checker
from clause_check.render import html
from clause_check.web import views
from clause_check.web.complaintroutes import ComplaintRoutes
from clause_check.web.dashboard import Dashboard
from clause_check.web.desk import Desk, Sitting
from clause_check.web.forms import LIMIT, facts, given, posted, word
from clause_check.web.guard import Guard

NOT_HERE = "没有这个页面。请从下面重新开始。"
BROKEN = "程序出错了，这份内容没有检查成。请换一种保存方式（如 .txt）再试，并把情况告诉开发者。"


def build(checker: Checker, token: str, port: int, results: Sequence[Path] = ()) -> ASGIApp:
    """Return the guarded application for the address ``http://127.0.0.1:<port>/<token>/``.

    ``results`` are the folders of at most two batches to show, the older first.
    """
    desk = Desk(checker)
    dashboard = Dashboard(f"/{token}", results)
    pages = Pages(f"/{token}", desk, dashboard.link())
    routes = [*pages.routes(), *ComplaintRoutes(f"/{token}", desk).routes(), *dashboard.routes()]
    mount = Mount(f"/{token}", routes=routes)
    app = Starlette(
        routes=[mount],
        exception_handlers={ClauseCheckError: pages.refused, HTTPException: pages.not_here, Exception: pages.broken},
    )
    return Guard(app, token, port, LIMIT)


class Pages:
    """The first page, the report and the two files around them; ``crumbs`` is markup in the head of the first."""

    def __init__(self, base: str, desk: Desk, crumbs: str) -> None:
        self._base, self._desk, self._crumbs = base, desk, crumbs

    def routes(self) -> list[Route]:
        """Return the routes, relative to the path with the token."""
        return [
            Route("/", self.start),
            Route("/", self.open, methods=["POST"]),
            Route("/r/{key}", self.report),
            Route("/r/{key}/facts", self.assume, methods=["POST"]),
            Route("/r/{key}/forget", self.forget, methods=["POST"]),
            Route("/{file}.css", _style),
            Route("/{file}.js", _script),
        ]

    async def start(self, request: Request) -> Response:
        """Show the page where an agreement is pasted or dropped."""
        return HTMLResponse(self._first())

    async def open(self, request: Request) -> Response:
        """Check what was pasted or chosen; a failure keeps the pasted text."""
        form = await posted(request)
        try:
            known, (data, name) = facts(form), await given(form)
            key = await run_in_threadpool(self._desk.open, data, name, known)
        except ClauseCheckError as error:
            return HTMLResponse(self._first(str(error), word(form, "text")), 400)
        finally:
            await form.close()
        return RedirectResponse(f"{self._base}/r/{key}", 303)

    async def report(self, request: Request) -> Response:
        """Show a report."""
        return HTMLResponse(views.report(self._base, request.path_params["key"], self._sitting(request)))

    async def assume(self, request: Request) -> Response:
        """Check again under other facts."""
        sitting, key = self._sitting(request), request.path_params["key"]
        try:
            known = facts(await posted(request))
        except ClauseCheckError as error:
            return HTMLResponse(views.report(self._base, key, sitting, str(error)), 400)
        await run_in_threadpool(self._desk.assume, sitting, known)
        return RedirectResponse(f"{self._base}/r/{key}", 303)

    async def forget(self, request: Request) -> Response:
        """Drop what was pasted."""
        self._desk.forget(request.path_params["key"])
        return RedirectResponse(f"{self._base}/", 303)

    async def refused(self, request: Request, error: Exception) -> Response:
        """Say what went wrong above the first page."""
        return HTMLResponse(self._first(str(error)), 400)

    async def not_here(self, request: Request, error: Exception) -> Response:
        """Answer an address that leads nowhere."""
        code = error.status_code if isinstance(error, HTTPException) else 404
        return HTMLResponse(self._first(NOT_HERE), code)

    async def broken(self, request: Request, error: Exception) -> Response:
        """Answer when the program failed; the traceback goes to standard error."""
        return HTMLResponse(self._first(BROKEN), 500)

    def _first(self, message: str = "", text: str = "") -> str:
        return views.start(self._base, message, text, self._crumbs)

    def _sitting(self, request: Request) -> Sitting:
        sitting = self._desk.get(request.path_params["key"])
        if sitting is None:
            raise ClauseCheckError("sitting-gone")
        return sitting


async def _style(request: Request) -> Response:
    return Response(_asset(f"{request.path_params['file']}.css"), media_type="text/css")


async def _script(request: Request) -> Response:
    return Response(_asset(f"{request.path_params['file']}.js"), media_type="text/javascript")


def _asset(file: str) -> str:
    if file in ("page.css", "page.js"):
        return html.OWN.style if file == "page.css" else html.OWN.script
    if file in ("web.css", "web.js"):
        return Path(__file__).with_name(file).read_text("utf-8")
    raise HTTPException(404)
