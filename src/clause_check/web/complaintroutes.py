"""Serve the steps of a complaint: read what was posted, ask the complaint room, show the page."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from clause_check.complaint import data, planview
from clause_check.complaint.blocks import Letter
from clause_check.complaint.letter import write
from clause_check.complaint.plaintext import as_text
from clause_check.complaint.plan import plan
from clause_check.complaint.quoting import quoter
from clause_check.complaint.worddoc import as_word
from clause_check.errors import ClauseCheckError
from clause_check.web import complaintviews as views
from clause_check.web.casebook import STEPS
from clause_check.web.desk import Desk, Sitting
from clause_check.web.forms import posted, words
from clause_check.web.questions import read

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class ComplaintRoutes:
    """The pages under ``/r/<sitting>`` that lead to a letter; ``base`` is the path with the token."""

    def __init__(self, base: str, desk: Desk) -> None:
        self._base, self._desk = base, desk

    def routes(self) -> list[Route]:
        """Return the routes, relative to ``base``."""
        return [
            Route("/r/{key}/case/{step:int}", self.show),
            Route("/r/{key}/case/{step:int}", self.answer, methods=["POST"]),
            Route("/r/{key}/evidence", self.evidence),
            Route("/r/{key}/evidence", self.tick, methods=["POST"]),
            Route("/r/{key}/roads", self.roads),
            Route("/r/{key}/letter/{channel}", self.letter),
            Route("/r/{key}/letter/{channel}/{form}", self.download),
            Route("/r/{key}/case.toml", self.case_file),
        ]

    async def show(self, request: Request) -> Response:
        """Show the questions of a step."""
        here, sitting, step = self._at(request)
        return HTMLResponse(views.questions(self._base, here, sitting.case, step, []))

    async def answer(self, request: Request) -> Response:
        """Take the answers of a step; stay while something is wrong or an answer raised a new question."""
        here, sitting, step = self._at(request)
        book = sitting.case
        form = await posted(request)
        values, rows, faults = read(form, book.questions(step))
        faults += book.write(values, rows)
        if faults:
            return HTMLResponse(views.questions(self._base, here, book, step, faults), 400)
        raised = any(question.key not in book.asked for question in book.questions(step))
        later = [number for number, _ in book.steps() if number >= step + (not raised)]
        return RedirectResponse(f"{here}/case/{later[0]}" if later else f"{here}/evidence", 303)

    async def evidence(self, request: Request) -> Response:
        """Show the checklist."""
        here, sitting, _ = self._at(request)
        return HTMLResponse(views.evidence(self._base, here, sitting.case))

    async def tick(self, request: Request) -> Response:
        """Number what the person has as exhibits."""
        here, sitting, _ = self._at(request)
        have = words(await posted(request), "have")
        proofs = [proof for proof in data.checklist() if proof.id in have]
        rows = [{"number": n, "title": one.what, "proves": one.proves} for n, one in enumerate(proofs, 1)]
        sitting.case.write({}, {"exhibits": rows})
        return RedirectResponse(f"{here}/roads", 303)

    async def roads(self, request: Request) -> Response:
        """Show the roads in the order to take them."""
        here, sitting, _ = self._at(request)
        clues = await run_in_threadpool(self._desk.clues, sitting)
        case, law = sitting.case.case, quoter()
        made = plan(case, clues, date.today())
        whole = planview.render(case, made, law)
        return HTMLResponse(views.roads(self._base, here, sitting.case, made, whole, law))

    async def letter(self, request: Request) -> Response:
        """Show a letter, or why it is not written."""
        here, sitting, _ = self._at(request)
        try:
            made = await self._write(request, sitting)
        except ClauseCheckError as error:
            return HTMLResponse(views.refused(self._base, here, sitting.case, str(error)), 400)
        return HTMLResponse(views.letter(self._base, here, sitting.case, made))

    async def download(self, request: Request) -> Response:
        """Send a letter as a Word file or as text."""
        here, sitting, _ = self._at(request)
        try:
            made = await self._write(request, sitting)
            if request.path_params["form"] == "docx":
                return _file(as_word(made, date.today()), DOCX, f"{made.title}.docx")
        except ClauseCheckError as error:
            return HTMLResponse(views.refused(self._base, here, sitting.case, str(error)), 400)
        return _file(as_text(made).encode(), "text/plain; charset=utf-8", f"{made.title}.txt")

    async def case_file(self, request: Request) -> Response:
        """Send the case file, as ``complaint`` commands read it."""
        _, sitting, _ = self._at(request)
        return _file(sitting.case.text.encode(), "application/toml", "我的投诉.toml")

    async def _write(self, request: Request, sitting: Sitting) -> Letter:
        clues = await run_in_threadpool(self._desk.clues, sitting)
        return write(sitting.case.case, clues, request.path_params["channel"], quoter(), date.today())

    def _at(self, request: Request) -> tuple[str, Sitting, int]:
        """Return the sitting's path, the sitting and the step; raises ``sitting-gone`` or 404."""
        key, step = request.path_params["key"], request.path_params.get("step", 0)
        sitting = self._desk.get(key)
        if sitting is None:
            raise ClauseCheckError("sitting-gone")
        if step >= len(STEPS):
            raise HTTPException(404)
        return f"{self._base}/r/{key}", sitting, step


def _file(content: bytes, media: str, name: str) -> Response:
    header = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(content, media_type=media, headers=header)
