"""Bind, say where, serve until Ctrl-C."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable, Sequence
from pathlib import Path

import uvicorn

from clause_check.errors import ClauseCheckError
from clause_check.pipeline import Checker
from clause_check.web.app import build

HOST = "127.0.0.1"


def serve(checker: Checker, port: int, tell: Callable[[str], None], results: Sequence[Path] = ()) -> None:
    """Serve on ``port`` of this computer, 0 for any free one, and ``tell`` the address before the first request.

    ``results`` as for ``build``.

    Raises ``ClauseCheckError('port-taken')``.
    """
    with _bound(port) as listening:
        port, token = listening.getsockname()[1], secrets.token_urlsafe(16)
        app = build(checker, token, port, results)
        config = uvicorn.Config(
            app, log_level="error", lifespan="off", ws="none", server_header=False, timeout_graceful_shutdown=2
        )
        tell(f"http://{HOST}:{port}/{token}/")
        try:
            uvicorn.Server(config).run(sockets=[listening])
        except KeyboardInterrupt:
            return  # uvicorn raises it again after a clean end


def _bound(port: int) -> socket.socket:
    listening = socket.socket()
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        listening.listen()  # so that a browser opened right away waits instead of failing
    except (OSError, OverflowError) as error:
        listening.close()
        raise ClauseCheckError("port-taken", str(port), reason=getattr(error, "strerror", None) or "不行") from None
    return listening
