"""Everything that goes wrong, as the JSON that says so: what each error is called, and with which status it is told."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.hub.conversation import Refused
from supportdesk.protocol.accounts import Problem
from supportdesk.store.failures import Unavailable

_JSON = "application/json"
_UNDONE = "Nothing was changed."
_NO_SUCH = {
    404: (
        "not_found",
        "There is nothing at this address.",
        "Check the address and the version of the program.",
    ),
    405: ("method", "This address does not answer that method.", "Check the version of the program."),
}


class Refusal(KnownError):
    """Something a request was refused for; `code` is for programs and never changes, `status` is HTTP's."""

    def __init__(
        self,
        status: int,
        code: str,
        what: str,
        meaning: str = _UNDONE,
        remedy: str = "",
        *,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(what, meaning, remedy)
        self.status = status
        self.code = code
        self.headers = dict(headers or {})


def unknown(what: str) -> Refusal:
    """There is no such thing, or the caller may not know of it: both are told alike."""
    return Refusal(404, "not_found", f"There is no such {what}.", _UNDONE, "Look at the list again.")


def problem(status: int, told: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """A problem as an answer."""
    return Response(
        msgspec.json.encode(told),
        status_code=status,
        media_type=_JSON,
        headers={"Cache-Control": "no-store", **(headers or {})},
    )


def of_error(error: KnownError) -> Response:
    """The answer to an error that a person can act on."""
    status, code, headers = 422, "refused", {}
    if isinstance(error, Refusal):
        status, code, headers = error.status, error.code, error.headers
    elif isinstance(error, Refused):
        status, code = error.status, error.code
    elif isinstance(error, RuleRefusal):
        status, code = 409, error.rule
    elif isinstance(error, Unavailable):
        status, code, headers = 503, "unavailable", {"Retry-After": "5"}
    return problem(
        status, Problem(code=code, what=error.what, meaning=error.meaning, remedy=error.remedy), headers
    )


def of_bug(incident: str) -> Response:
    """The answer to a bug; the log says under the incident's id what happened."""
    told = Problem(
        code="incident",
        what="The hub came upon an error of its own.",
        meaning=f"It is noted as incident {incident}. What was asked for was not done.",
        remedy="Try again; if it stays so, give the incident's id to the administrator.",
    )
    return problem(500, told)


def answer_errors(app: FastAPI) -> None:
    """Let the app answer every error that is no bug as a problem; bugs are `watching`'s."""
    app.add_exception_handler(KnownError, _known)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _invalid)


async def _known(_request: Request, error: Exception) -> Response:
    assert isinstance(error, KnownError)  # noqa: S101 - registered for it alone
    return of_error(error)


async def _of_http(_request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 400)
    code, what, remedy = _NO_SUCH.get(
        status, ("bad_request", "The request can't be understood.", "Check the version of the program.")
    )
    told = Problem(code=code, what=what, meaning=_UNDONE, remedy=remedy)
    return problem(status, told, getattr(error, "headers", None))


async def _invalid(_request: Request, error: Exception) -> Response:
    """A part of the address or the query that is not of its form; the value itself is not repeated."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for it alone
    places = sorted({".".join(map(str, each["loc"])) for each in error.errors()})
    told = Problem(
        code="invalid",
        what=f"The request has a wrong value: {', '.join(places)}.",
        meaning=_UNDONE,
        remedy="Check the version of the program.",
    )
    return problem(422, told)
