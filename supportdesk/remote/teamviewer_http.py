"""One question to TeamViewer's web API and its answer as JSON, with bounds on both; what is asked is `teamviewer`'s."""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.auth import AuthBase

# Bodies are read piece by piece, below what requests wraps: urllib3's own errors come through.
from urllib3.exceptions import HTTPError, MaxRetryError

from supportdesk.domain.errors import KnownError
from supportdesk.remote import teamviewer_errors as errors
from supportdesk.remote.teamviewer_errors import TeamViewerError

_PIECE = 1 << 16
_TOKEN = re.compile(r"[\x21-\x7e]{1,4096}", re.ASCII)
_TOLD = 200
_OK, _NO_CONTENT = range(200, 300), 204
_MOVED = range(300, 400)
_TOO_MANY = 429
_PLAIN: Mapping[int, Callable[[], TeamViewerError]] = {
    401: errors.TokenRefused,
    403: errors.RightMissing,
    404: errors.NotFound,
}
_FAULTS = range(500, 600)
_DEFAULT_PAUSE = 5.0
_LONGEST_PAUSE = 86_400.0


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much TeamViewer is listened to.

    Seconds: to connect, between two pieces of an answer, for a whole answer, and the longest pause that is waited out
    before asking again. Then bytes of an answer, pages of a list, and how often a question is asked again after a 429.
    """

    connect: float = 5.0
    read: float = 20.0
    answer: float = 60.0
    pause: float = 60.0
    size: int = 16 << 20
    pages: int = 200
    retries: int = 3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The time and the waiting: `now` in UTC, `clock` in seconds that only ever grow, `sleep` for so many seconds."""

    now: Callable[[], datetime]
    clock: Callable[[], float]
    sleep: Callable[[float], object]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a path below the base address, with its query or its body."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, object] | None = None

    @property
    def changes(self) -> bool:
        """Whether something is another afterwards at TeamViewer."""
        return self.method != "GET"


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    content: bytes
    pause: float


def checked_base(address: str) -> str:
    """The base address as it is used: https, or http on this machine alone; KnownError for any other."""
    text = address.strip().rstrip("/")
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        parts = urlsplit("")
    own = parts.scheme == "http" and is_own(parts.hostname or "")
    odd = parts.username is not None or parts.query or parts.fragment or not text.isascii()
    if not parts.hostname or not (own or parts.scheme == "https") or odd:
        raise KnownError(
            f"“{_without_person(text)[:80]}” is no address of TeamViewer's web API.",
            "Nothing was sent: the token would cross the network for everybody to read, or go astray.",
            "Use an address that begins with https://.",
        )
    return text


def is_own(host: str) -> bool:
    """Whether this is the machine that the desk runs on."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _without_person(address: str) -> str:
    """An address without what stands before its @: that is where passwords are written."""
    return re.sub(r"//[^/]*@", "//…@", address)


class _Bearer(AuthBase):
    """Puts the token on a request. As an `auth` it also keeps the machine's netrc from putting its own there."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request

    def hidden_in(self, text: str) -> str:
        """The text without the token, should an answer repeat it."""
        return text.replace(self._token, "…")


class Exchange:
    """Asks questions of one base address, with one token. One thread uses it. KnownError for what can be no token."""

    def __init__(self, base: str, token: str, surroundings: Surroundings, limits: Limits) -> None:
        if _TOKEN.fullmatch(token) is None:
            raise errors.NoToken
        self._base, self._auth = checked_base(base), _Bearer(token)
        self._around, self._limits = surroundings, limits
        self._http = requests.Session()
        # What speaks with this machine goes through no proxy.
        self._http.trust_env = not is_own(urlsplit(self._base).hostname or "")

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    def ask(self, question: Question) -> Any:  # noqa: ANN401 - JSON is anything; `teamviewer_records` reads it
        """The answer's JSON, with numbers as int and Decimal; None for an empty answer. TeamViewerError for any other.

        A 429 is waited out a few times, as long as the pause is bearable: the question was not taken, so that asking
        again does nothing twice. Nothing else is asked again.
        """
        answer = self._exchanged(question)
        for _ in range(self._limits.retries):
            if answer.status != _TOO_MANY or answer.pause > self._limits.pause:
                break
            self._around.sleep(answer.pause)
            answer = self._exchanged(question)
        if answer.status == _TOO_MANY:
            raise errors.Busy(answer.pause)
        if answer.status not in _OK:
            raise self._refused(answer, changes=question.changes)
        return None if answer.status == _NO_CONTENT or not answer.content.strip() else _json(answer.content)

    def _exchanged(self, question: Question) -> _Answer:
        until = self._around.clock() + self._limits.answer
        try:
            with self._http.request(
                question.method,
                f"{self._base}{question.path}",
                params=dict(question.query),
                json=None if question.body is None else dict(question.body),
                headers={"Accept": "application/json", "Accept-Encoding": "gzip"},
                auth=self._auth,
                timeout=(self._limits.connect, self._limits.read),
                stream=True,
                allow_redirects=False,
            ) as response:
                content = self._received(response, until, changes=question.changes)
                pause = _pause(response.headers.get("Retry-After", ""), self._around.now())
                return _Answer(response.status_code, content, pause)
        except (requests.RequestException, HTTPError, OSError) as error:
            failure = _failure(error, changes=question.changes)
        # Outside of the handler: what the library raised holds the request, and that holds the token.
        raise failure

    def _received(self, response: requests.Response, until: float, *, changes: bool) -> bytes:
        """The body, as far as the bounds let it come: by single reads, so that a trickle can't outlast its time."""
        parts: list[bytes] = []
        size = 0
        while part := response.raw.read1(_PIECE, decode_content=True):
            size += len(part)
            if size > self._limits.size:
                raise errors.Unreadable("is far too large")
            if self._around.clock() > until:
                raise errors.Unclear(changes=changes)
            parts.append(part)
        return b"".join(parts)

    def _refused(self, answer: _Answer, *, changes: bool) -> TeamViewerError:
        status = answer.status
        if status in _PLAIN:
            return _PLAIN[status]()
        if status in _MOVED:
            return errors.Redirected()
        if status in _FAULTS:
            return errors.ServerFault(status, changes=changes)
        return errors.Refused(status, self._auth.hidden_in(_reason(answer.content)))


def _failure(error: Exception, *, changes: bool) -> TeamViewerError:
    if isinstance(error, requests.exceptions.SSLError):
        return errors.NotTrusted()
    # The pool gives up like this only where no connection was made; what breaks later is raised as it is.
    unconnected = isinstance(error, requests.ConnectionError) and any(
        isinstance(each, MaxRetryError) for each in error.args
    )
    return errors.Offline() if unconnected else errors.Unclear(changes=changes)


def _json(content: bytes) -> Any:  # noqa: ANN401 - see `ask`
    try:
        return json.loads(content, parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, ArithmeticError, RecursionError):
        # The text may be anybody's: it is not shown.
        pass
    raise errors.Unreadable("is no JSON")


def _no_number(name: str) -> object:
    raise ValueError(name)


def _reason(content: bytes) -> str:
    """Why TeamViewer refuses, as one short plain line; empty where it says nothing that can be read."""
    try:
        told = _json(content)
    except TeamViewerError:
        return ""
    reason = (told.get("error_description") or told.get("error")) if isinstance(told, dict) else ""
    if not isinstance(reason, str):
        return ""
    printable = "".join(letter if letter.isprintable() else " " for letter in reason)
    return " ".join(printable.split())[:_TOLD]


def _pause(retry_after: str, now: datetime) -> float:
    """How many seconds a Retry-After asks for, as a number or as a date; never below zero nor above a day."""
    text = retry_after.strip()
    if text.isascii() and text.isdecimal():
        return min(float(text[:9]), _LONGEST_PAUSE)
    try:
        until = parsedate_to_datetime(text)
        seconds = (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds()
    except (ValueError, OverflowError):
        return _DEFAULT_PAUSE
    return min(max(seconds, 0.0), _LONGEST_PAUSE)
