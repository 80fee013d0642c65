"""What is noted of every request – one line of the log, and figures – and what becomes of a bug; never any contents."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import perf_counter
from typing import Protocol

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from supportdesk.config.log import traced
from supportdesk.hub import problems

_LOG = logging.getLogger("supportdesk.hub.requests")
_CLIENT_WENT = 499
_NO_ROUTE = "(none)"
# Anybody may send any word as a method; each would be a figure of its own.
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Note(Protocol):
    """Counts a request by method, route template, status and seconds."""

    def __call__(self, method: str, route: str, status: int, seconds: float, *, waited: bool) -> None:
        """Count it; `waited` for one that was held until news came."""


class Watch:
    """The outermost layer of the app: times, counts and logs each request, and answers a bug with its incident."""

    def __init__(self, app: ASGIApp, note: Note, incident: Callable[[], str]) -> None:
        self._app, self._note, self._incident = app, note, incident

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = perf_counter()
        status = 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        state = scope.setdefault("state", {})
        try:
            await self._app(scope, receive, sending)
        except ClientDisconnect:
            status = _CLIENT_WENT
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told and logged, and the next request answered
            incident = self._incident()
            _LOG.error("incident", extra={"fields": {"incident": incident, "trace": traced(error)}})
            if not status:
                await problems.of_bug(incident)(scope, receive, sending)
            status = 500
        self._tell(scope, state, status, perf_counter() - started)

    def _tell(self, scope: Scope, state: dict[str, object], status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", _NO_ROUTE)
        method = scope["method"] if scope["method"] in _METHODS else "(other)"
        self._note(method, route, status, seconds, waited=bool(state.get("waited")))
        fields: dict[str, object] = {
            "method": method,
            "route": route,
            "status": status,
            "ms": round(seconds * 1000, 2),
        }
        if (caller := state.get("caller")) is not None:
            fields["caller"] = str(caller)
        operations = state.get("operations")
        if isinstance(operations, (list, tuple)):
            fields["operations"] = [str(each) for each in operations]
        _LOG.info("request", extra={"fields": fields})
