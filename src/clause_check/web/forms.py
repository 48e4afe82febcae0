"""Read what a browser posts; nothing of it touches the disk."""

from __future__ import annotations

from pathlib import PurePath

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

from clause_check.cli.facts import facts as stated
from clause_check.errors import ClauseCheckError
from clause_check.model import Facts
from clause_check.readers.limits import MAX_BYTES
from clause_check.web.desk import PASTED
from clause_check.web.views import OPERATORS, USERS

LIMIT = MAX_BYTES + 1_000_000  # bytes of a whole request: one file and the fields around it
FIELDS = 400


class InMemory(MultiPartParser):
    """Keep a file of the largest size in memory, where Starlette's own would spool it to disk."""

    spool_max_size = LIMIT + 1


async def posted(request: Request) -> FormData:
    """Return the fields of a form; raises ``ClauseCheckError('form-broken')``."""
    kind = request.headers.get("content-type", "")
    parser: FormParser | MultiPartParser
    if kind.startswith("multipart/form-data"):
        parser = InMemory(request.headers, request.stream(), max_files=1, max_fields=FIELDS, max_part_size=LIMIT)
    else:
        parser = FormParser(request.headers, request.stream(), max_fields=FIELDS, max_part_size=LIMIT)
    try:
        return await parser.parse()
    except MultiPartException:
        raise ClauseCheckError("form-broken") from None


def word(form: FormData, name: str) -> str:
    """Return a text field, empty when there is none."""
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def words(form: FormData, name: str) -> list[str]:
    """Return every text given for a name."""
    return [value for value in form.getlist(name) if isinstance(value, str)]


def facts(form: FormData) -> Facts:
    """Return the facts that the form states; "not clear" counts as not stated. Raises ``date-malformed``."""
    user, operator = word(form, "as"), word(form, "operator")
    known = operator if operator in OPERATORS and operator != "unknown" else None
    return stated(user if user in USERS else None, known, word(form, "date").strip())


async def given(form: FormData) -> tuple[bytes, str]:
    """Return bytes and name of the chosen file, else of the pasted text; raises ``nothing-given``."""
    file = form.get("file")
    if isinstance(file, UploadFile) and file.filename:
        return await file.read(), PurePath(file.filename.replace("\\", "/")).name
    text = word(form, "text")
    if not text.strip():
        raise ClauseCheckError("nothing-given")
    return text.encode(), PASTED
