"""Signing in at an OpenID provider from a desk: the browser, the way back to this machine, the id token; no window.

The authorisation code comes back to a port of 127.0.0.1 that is open for this one sign-on (RFC 8252), and is worth
something only with the verifier that never left the desk (PKCE, RFC 7636).
"""

from __future__ import annotations

import hmac
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import requests

from supportdesk.domain.errors import KnownError
from supportdesk.protocol.accounts import SignOnOffer

SECONDS = 300.0
"""How long somebody may take at the provider."""
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_VERIFIER_BYTES = 48
_TIMEOUTS = (5, 20)
_LOOK = 0.2


@dataclass(frozen=True, slots=True)
class Proof:
    """What the hub takes for a sign-on: the state it gave, and the provider's id token."""

    state: str
    id_token: str


@dataclass(frozen=True, slots=True)
class Secrets:
    """A verifier, and its challenge by S256."""

    verifier: str
    challenge: str


def pkce(chance: Callable[[int], bytes]) -> Secrets:
    """A fresh pair; `chance` gives so many unguessable bytes."""
    verifier = _written(chance(_VERIFIER_BYTES))
    return Secrets(verifier, _written(sha256(verifier.encode()).digest()))


def address_of(offer: SignOnOffer, challenge: str, redirect_uri: str) -> str:
    """Where the browser goes. KnownError for a provider that would be spoken to in the clear."""
    _refuse_unsafe(offer.authorization_endpoint)
    query = urlencode(
        {
            "response_type": "code",
            "client_id": offer.client_id,
            "redirect_uri": redirect_uri,
            "scope": offer.scopes,
            "state": offer.state,
            "nonce": offer.nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
    )
    joint = "&" if urlsplit(offer.authorization_endpoint).query else "?"
    return f"{offer.authorization_endpoint}{joint}{query}"


def sign_in(
    offer: SignOnOffer,
    open_browser: Callable[[str], object],
    chance: Callable[[int], bytes],
    *,
    page: str = "You can close this window and go back to Support Desk.",
    seconds: float = SECONDS,
    clock: Callable[[], float] = time.monotonic,
) -> Proof:
    """Take somebody through the provider and back.

    `page` is what the browser shows at the end, as plain text. Blocks for at most `seconds`: call it off the window's
    thread. KnownError when the provider refuses, can't be reached, or nobody comes back in time.
    """
    secrets = pkce(chance)
    with _Door(offer.state, page) as door:
        redirect_uri = f"http://127.0.0.1:{door.server_port}/"
        open_browser(address_of(offer, secrets.challenge, redirect_uri))
        code = door.wait(clock() + seconds, clock)
    return Proof(offer.state, _id_token(offer, code, secrets.verifier, redirect_uri))


class _Door(HTTPServer):
    """Open on this machine for one sign-on; whoever comes without its state is turned away and changes nothing."""

    timeout = _LOOK

    def __init__(self, state: str, page: str) -> None:
        super().__init__(("127.0.0.1", 0), _Visitor)
        self.state, self.page = state, page
        self.code: str | None = None
        self.refusal: str | None = None

    def wait(self, until: float, clock: Callable[[], float]) -> str:
        """The code that came back."""
        while self.code is None and self.refusal is None:
            if clock() >= until:
                raise _failed("Nobody came back from the sign-on in time.")
            self.handle_request()
        if self.code is None:
            raise _failed(f"The provider refused the sign-on ({self.refusal}).")
        return self.code

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a visitor that went away or spoke nonsense."""


class _Visitor(BaseHTTPRequestHandler):
    """One request at the door."""

    timeout = 5
    server: _Door

    def do_GET(self) -> None:
        """Take the code, if this is the browser on its way back."""
        parts = urlsplit(self.path)
        given = {name: values[0] for name, values in parse_qs(parts.query).items()}
        door = self.server
        if parts.path != "/" or not hmac.compare_digest(given.get("state", "").encode(), door.state.encode()):
            self._say(404, "")
            return
        door.code = given.get("code")
        if door.code is None:
            door.refusal = given.get("error", "no reason")[:60]
        self._say(200, door.page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's own name
        """Say nothing: the path holds the code."""

    def _say(self, status: int, text: str) -> None:
        content = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        self.wfile.write(content)


def _id_token(offer: SignOnOffer, code: str, verifier: str, redirect_uri: str) -> str:
    _refuse_unsafe(offer.token_endpoint)
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect_uri,
        "client_id": offer.client_id,
        "code_verifier": verifier,
    }
    if offer.client_secret is not None:
        form["client_secret"] = offer.client_secret
    try:
        answer = requests.post(offer.token_endpoint, data=form, timeout=_TIMEOUTS, allow_redirects=False)
        told = answer.json()
    except (requests.RequestException, ValueError) as error:
        raise _failed("The provider can't be reached, or its answer can't be read.") from error
    id_token = (
        told.get("id_token") if isinstance(told, dict) and answer.status_code == requests.codes.ok else None
    )
    if not isinstance(id_token, str):
        raise _failed(f"The provider gave no id token (status {answer.status_code}).")
    return id_token


def _refuse_unsafe(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise _failed("The provider's address is not safe.")


def _written(octets: bytes) -> str:
    return urlsafe_b64encode(octets).rstrip(b"=").decode()


def _failed(what: str) -> KnownError:
    return KnownError(what, "You are not signed in.", "Try again, or sign in by password.")
