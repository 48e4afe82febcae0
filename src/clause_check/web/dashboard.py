"""Serve the results of batches: every page is read from the store when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from clause_check.batch.clauses import clauses
from clause_check.batch.frame import OWN
from clause_check.batch.law import Law
from clause_check.batch.page import Page
from clause_check.batch.prevalence import prevalence
from clause_check.batch.store import Store
from clause_check.batch.summary import summarise
from clause_check.batch.versions import Versions
from clause_check.web import dashboardviews as views


class Dashboard:
    """The pages under ``/results``; ``folders`` are one folder of results, or the older and the newer."""

    def __init__(self, base: str, folders: Sequence[Path]) -> None:
        self._base, self._folders = base, folders
        self._frame = views.Frame(base, len(folders))

    def routes(self) -> list[Route]:
        """Return the routes, relative to ``base``; none without results."""
        if not self._folders:
            return []
        routes = [
            Route("/results/{run:int}", self.ranking),
            Route("/results/{run:int}/platform", self.platform),
            Route("/results/{run:int}/shared", self.shared),
            Route("/results/{run:int}/page", self.whole),
        ]
        return [*routes, Route("/results/diff", self.diff)] if len(self._folders) == 2 else routes

    def link(self) -> str:
        """Return what leads here from the first page, nothing without results."""
        return self._frame.entry() if self._folders else ""

    async def ranking(self, request: Request) -> Response:
        """Show the platforms, the densest first."""
        run = request.path_params["run"]
        return await self._from(run, lambda store: self._frame.ranking(run, summarise(store)))

    async def platform(self, request: Request) -> Response:
        """Show the clauses of the platform that the query names."""
        run, name = request.path_params["run"], request.query_params.get("name", "")

        def show(store: Store) -> str:
            summary = summarise(store)
            found = [row for row in summary.platforms if row.name == name]
            if not found:
                raise HTTPException(404)
            said = (one for one in clauses(store) if one.platform == name)
            return self._frame.platform(run, found[0], summary.names, said)

        return await self._from(run, show)

    async def shared(self, request: Request) -> Response:
        """Show the clauses that several platforms share."""
        run = request.path_params["run"]

        def show(store: Store) -> str:
            return self._frame.shared(run, prevalence(store), Law(store))

        return await self._from(run, show)

    async def whole(self, request: Request) -> Response:
        """Send the page that ``summary --format html`` writes; only what its own policy names acts in it."""
        answer = await self._from(
            request.path_params["run"], lambda store: Page(summarise(store)).render(clauses(store))
        )
        answer.headers["Content-Security-Policy"] = f"{OWN.policy}; frame-ancestors 'none'"
        return answer

    async def diff(self, request: Request) -> Response:
        """Show what became of every finding from the older results to the newer."""

        def show() -> str:
            with Store.open(self._folders[0]) as old, Store.open(self._folders[1]) as new:
                versions = Versions(old, new)
                return self._frame.diff(versions.compare(), same_rules=versions.same_rules)

        return HTMLResponse(await run_in_threadpool(show))

    async def _from(self, run: int, show: Callable[[Store], str]) -> Response:
        """Answer with what ``show`` makes of a store; SQLite wants it opened in the thread that reads it."""
        if run >= len(self._folders):
            raise HTTPException(404)

        def opened() -> str:
            with Store.open(self._folders[run]) as store:
                return show(store)

        return HTMLResponse(await run_in_threadpool(opened))
