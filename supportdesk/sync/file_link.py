"""Carries files between a desk and its hub over HTTP: tus 1.0 up, ranges down; what goes when is decided elsewhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urljoin, urlsplit
from uuid import UUID

import requests

from supportdesk.domain.errors import KnownError
from supportdesk.sync.http_link import Tickets, refused, unreachable
from supportdesk.sync.link import SignInNeeded, TryLater, Unreachable

_TIMEOUTS = (5, 120)
"""Seconds to connect, and for the hub to look through the whole of a large file once its last byte is there."""
_TUS = {"Tus-Resumable": "1.0.0"}
_BYTES = "application/offset+octet-stream"
_MOST_OF_AN_ANSWER = 64 * 1024
_PIECE = 256 * 1024
_LONGEST_ADDRESS = 500


class Answered(KnownError):
    """The hub answered an upload otherwise than hoped; `status` is HTTP's, and says what to do."""

    def __init__(self, status: int, trouble: KnownError) -> None:
        super().__init__(trouble.what, trouble.meaning, trouble.remedy)
        self.status = status


@dataclass(frozen=True, slots=True)
class Begun:
    """An upload at the hub: where to send to, and how far it is."""

    address: str
    offset: int


class FileLink(Protocol):
    """A hub, as far as files go: attachments, or with `data` clients' data files.

    Every method may raise Answered, and the errors of `link`.
    """

    def begin(self, file: UUID, sha256: str, size: int, *, data: bool = False) -> Begun:
        """Begin to send a file's bytes."""

    def offset(self, address: str) -> int:
        """How far an upload is."""

    def send(self, address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        """Send some bytes, whose SHA-256 is given; gives how far it is then."""

    def give_up(self, address: str) -> None:
        """End an upload whose bytes can't be had any more."""

    def fetch(self, file: UUID, sha256: str, start: int, *, data: bool = False) -> Iterator[bytes]:
        """A file's bytes from a place on; it may end early. Of a data file only once the copy is logged."""

    def close(self) -> None:
        """End what is under way."""


class HttpFileLink:
    """The files of a hub behind an address. One thread uses it."""

    def __init__(self, address: str, tickets: Tickets) -> None:
        self._files, self._tickets = f"{address}/files/v1/", tickets
        self._http = requests.Session()

    def begin(self, file: UUID, sha256: str, size: int, *, data: bool = False) -> Begun:
        said = {"sha256": sha256, "data_file" if data else "attachment": str(file)}
        pairs = (f"{key} {b64encode(value.encode()).decode()}" for key, value in said.items())
        headers = {"Upload-Length": str(size), "Upload-Metadata": ",".join(pairs)}
        place = urljoin(self._files, "uploads")
        with self._asked("POST", place, headers) as answer:
            address = urljoin(place, answer.headers.get("Location", ""))
            offset = answer.headers.get("Upload-Offset", "0")
        # With another's address the token would go to somebody else.
        if urlsplit(address)[:2] != urlsplit(place)[:2] or len(address) > _LONGEST_ADDRESS:
            raise unreachable()
        return Begun(address, _number(offset))

    def offset(self, address: str) -> int:
        with self._asked("HEAD", self._own(address), {}) as answer:
            return _number(answer.headers.get("Upload-Offset"))

    def send(self, address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        headers = {
            "Content-Type": _BYTES,
            "Upload-Offset": str(offset),
            "Upload-Checksum": f"sha256 {b64encode(sha256).decode()}",
        }
        with self._asked("PATCH", self._own(address), headers, piece) as answer:
            return _number(answer.headers.get("Upload-Offset"))

    def give_up(self, address: str) -> None:
        with self._asked("DELETE", self._own(address), {}):
            pass

    def fetch(self, file: UUID, sha256: str, start: int, *, data: bool = False) -> Iterator[bytes]:
        place = f"{self._files}{'data-files' if data else 'blobs'}/{file}"
        headers = {"Range": f"bytes={start}-", "If-Range": f'"{sha256}"'} if start else {}
        with self._asked("GET", place, headers) as answer:
            if start and answer.status_code != requests.codes.partial_content:
                raise unreachable()
            try:
                yield from answer.iter_content(_PIECE)
            except (requests.RequestException, OSError) as error:
                raise unreachable() from error

    def close(self) -> None:
        self._http.close()

    def _own(self, address: str) -> str:
        """The address, which was kept, under where the hub is to be found by now."""
        return urljoin(self._files, f"uploads/{address.rsplit('/', 1)[-1]}")

    @contextmanager
    def _asked(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None = None
    ) -> Iterator[requests.Response]:
        token = self._tickets.access(self._http)
        try:
            answer = self._sent(method, url, headers, body, token)
        except SignInNeeded:
            # Its time may be over: with another it goes on where it stood.
            answer = self._sent(method, url, headers, body, self._tickets.access(self._http, stale=token))
        with answer:
            yield answer

    def _sent(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, token: str
    ) -> requests.Response:
        told = {**_TUS, **headers, "Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}
        try:
            answer = self._http.request(
                method, url, data=body, headers=told, timeout=_TIMEOUTS, stream=True, allow_redirects=False
            )
            taken = answer.ok and not answer.is_redirect
            if taken and method == "GET":
                return answer
            # Read to its end, the line is kept for the next piece.
            content = next(answer.iter_content(_MOST_OF_AN_ANSWER), b"")
            if taken:
                return answer
            answer.close()
        except (requests.RequestException, OSError) as error:
            raise unreachable() from error
        trouble = _meaning(method, answer, content)
        if isinstance(trouble, SignInNeeded | TryLater | Unreachable):
            raise trouble
        raise Answered(answer.status_code, trouble)


def _meaning(method: str, answer: requests.Response, content: bytes) -> KnownError:
    """What a refusal means, also one without a body."""
    if answer.status_code == requests.codes.insufficient_storage:
        return KnownError(
            "The hub has no room for this file.",
            "It stays on this computer.",
            "Ask your administrator, then let it be sent again.",
        )
    if method != "HEAD" or answer.status_code >= requests.codes.server_error:
        return refused(answer.status_code, content, answer.headers)
    if answer.status_code in {requests.codes.unauthorized, requests.codes.forbidden}:
        return SignInNeeded("The hub does not know this desk's person any longer.", "", "Sign in again.")
    return KnownError(f"The hub answered {answer.status_code}.", "", "")


def _number(told: str | None) -> int:
    if told is None or not told.isdecimal():
        # Whatever stands in front of the hub answered in its place.
        raise unreachable()
    return int(told)
