"""Carries the desk's messages to its hub over HTTP, with the tokens that it takes; what they say is the engine's."""

from __future__ import annotations

import ipaddress
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar
from urllib.parse import urlsplit

import requests

from supportdesk.domain.errors import KnownError
from supportdesk.protocol import codec, encodings
from supportdesk.protocol.accounts import Problem, Refresh, Tokens
from supportdesk.protocol.messages import (
    Compare,
    Compared,
    Fetch,
    Head,
    Load,
    LoadedPage,
    Look,
    Others,
    Page,
    Pull,
    Push,
    Pushed,
    Verified,
    Verify,
    Wait,
)
from supportdesk.store.hub_secrets import HubSecrets, Keeper
from supportdesk.sync.link import SignInNeeded, TryLater, Turned, Unreachable

_TIMEOUTS = (5, 40)
_MOST_ANSWERED = 256 << 20
_PIECE = 1 << 18
_PACK_FROM = 1024
_OK = 200

_Message = TypeVar("_Message")


def checked_address(address: str) -> str:
    """A hub's address as it is kept: https, or http on this machine alone; KnownError for any other."""
    text = address.strip().rstrip("/")
    parts = urlsplit(text if "://" in text else f"https://{text}")
    try:
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        port = "?"
    if parts.scheme not in {"http", "https"} or not parts.hostname or port == "?" or parts.username:
        raise KnownError(
            f"“{address.strip()[:80]}” is no address of a hub.",
            "Nothing was connected.",
            "It looks like https://hub.example.com.",
        )
    if parts.scheme == "http" and not _is_own(parts.hostname):
        raise KnownError(
            "This address is not protected.",
            "What you write would cross the network for everybody to read.",
            "Use the hub's address that begins with https://.",
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{port}{parts.path.rstrip('/')}"


def _is_own(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Tickets:
    """The tokens of one desk, shared by those of its threads that speak with the hub."""

    def __init__(self, address: str, keeper: Keeper, *, access_token: str = "") -> None:
        self._address, self._keeper = address, keeper
        self._lock = threading.Lock()
        self._access = access_token

    def access(self, http: requests.Session, *, stale: str | None = None) -> str:
        """An access token; another than the `stale` one, which the hub no longer takes.

        SignInNeeded where no token can be had without the person.
        """
        with self._lock:
            if self._access and self._access != stale:
                return self._access
            kept = self._keeper.load()
            if kept is None:
                raise SignInNeeded("Nobody is signed in to the hub at this desk.", "", "Sign in again.")
            tokens = self._renewed(http, kept)
            self._keeper.save(HubSecrets(kept.device_id, kept.device_secret, tokens.refresh_token))
            self._access = tokens.access_token
            return self._access

    def _renewed(self, http: requests.Session, kept: HubSecrets) -> Tokens:
        body = codec.encode(Refresh(refresh_token=kept.refresh_token))
        return asked(http, f"{self._address}/auth/v1/refresh", body, Tokens, media=codec.JSON)


class HttpLink:
    """A hub behind an address. One thread uses it. `now` gives the present instant in UTC, of this computer's clock."""

    def __init__(self, address: str, tickets: Tickets, now: Callable[[], datetime]) -> None:
        self._address, self._tickets, self._now = address, tickets, now
        self._http = requests.Session()
        self.offset = timedelta()
        """How far the hub's clock is ahead of this computer's, as of the last answer."""

    def push(self, message: Push) -> Pushed:
        return self._timed("push", message, Pushed)

    def pull(self, message: Pull) -> Page:
        return self._timed("pull", message, Page)

    def load(self, message: Load) -> LoadedPage:
        return self._timed("load", message, LoadedPage)

    def fetch(self, message: Fetch) -> Page:
        return self._timed("fetch", message, Page)

    def compare(self, message: Compare) -> Compared:
        return self._ask("compare", message, Compared)

    def verify(self, message: Verify) -> Verified:
        return self._ask("verify", message, Verified)

    def look(self, message: Look) -> Others:
        """Tell which case is open here; gives who else is there."""
        return self._ask("look", message, Others)

    def wait(self, message: Wait) -> Head:
        return self._ask("wait", message, Head)

    def close(self) -> None:
        """Let go of the connection; a request that is under way in another thread ends in an error."""
        self._http.close()

    def _timed(self, route: str, message: object, gives: type[_Message]) -> _Message:
        before = self._now()
        answer: Any = self._ask(route, message, gives)
        self.offset = answer.now - (before + (self._now() - before) / 2)
        told: _Message = answer
        return told

    def _ask(self, route: str, message: object, gives: type[_Message]) -> _Message:
        url, body = f"{self._address}/sync/v1/{route}", codec.encode(message)
        token = self._tickets.access(self._http)
        try:
            return asked(self._http, url, body, gives, token=token)
        except SignInNeeded:
            # Its time may be over: with another it goes on where it stood.
            token = self._tickets.access(self._http, stale=token)
            return asked(self._http, url, body, gives, token=token)


def asked(
    http: requests.Session,
    url: str,
    body: bytes | None,
    gives: type[_Message],
    *,
    token: str = "",
    media: str = codec.MSGPACK,
) -> _Message:
    """The answer to one request, a POST where there is a body. Raises what `link` names."""
    headers = {"Accept-Encoding": ", ".join(encodings.PREFERRED)}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    if body is not None:
        headers["Content-Type"] = codec.JSON
        if len(body) >= _PACK_FROM:
            headers["Content-Encoding"], body = (
                encodings.PREFERRED[0],
                encodings.pack(body, encodings.PREFERRED[0]),
            )
    try:
        with http.request(
            "GET" if body is None else "POST",
            url,
            data=body,
            headers=headers,
            timeout=_TIMEOUTS,
            stream=True,
            allow_redirects=False,
        ) as response:
            content = _received(response)
            status, told = response.status_code, response.headers
    except (requests.RequestException, OSError) as error:
        raise unreachable() from error
    if status != _OK:
        raise refused(status, content, told)
    try:
        return codec.decode(gives, content, media)
    except codec.Malformed as error:
        # A proxy's page, or an answer cut short: nothing is known of what the hub did.
        raise unreachable() from error


def _received(response: requests.Response) -> bytes:
    """The answer's body, unpacked; requests.RequestException where it breaks off or is too large to be one of ours."""
    parts: list[bytes] = []
    size = 0
    for part in response.iter_content(_PIECE):
        size += len(part)
        if size > _MOST_ANSWERED:
            raise requests.exceptions.ContentDecodingError("too large")
        parts.append(part)
    return b"".join(parts)


def unreachable() -> Unreachable:
    """No answer came, or none that a hub gives."""
    return Unreachable(
        "The hub can't be reached.",
        "What you do is saved on this computer and sent later.",
        "Nothing needs to be done.",
    )


def refused(status: int, content: bytes, headers: Any) -> KnownError:  # noqa: ANN401 - the library's own
    """What a refusal of the hub's means."""
    try:
        told = codec.decode(Problem, content)
    except codec.Malformed:
        told = None
    if status in {429, 503}:
        waits = headers.get("Retry-After", "")
        return TryLater(float(waits) if waits.isdecimal() else 5.0)
    if told is None:
        # Whatever stands in front of the hub answered in its place.
        return unreachable()
    if status == 401 or told.code in {"device_revoked", "account_disabled"}:  # noqa: PLR2004 - HTTP's
        return SignInNeeded(told.what, told.meaning, told.remedy)
    if status >= 500:  # noqa: PLR2004 - HTTP's
        return TryLater(5.0)
    return Turned(told.code, told.what, told.meaning, told.remedy)
