"""A stand-in for TeamViewer's web API: a real HTTP server on this machine that answers as told, also badly."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from supportdesk.remote.teamviewer import TeamViewer
from supportdesk.remote.teamviewer_http import Limits

TOKEN = "19812345-secretTokenOfTheTests"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it arrived."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Any


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. `promised` is another length than the body's; `trickles` sends spaces before it, for long."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    promised: int | None = None
    trickles: bool = False
    chunked: bool = False


def told(answer: object, status: int = 200, **headers: str) -> Reply:
    """An answer in JSON."""
    return Reply(status, json.dumps(answer).encode(), {"Content-Type": "application/json", **headers})


Answer = Callable[[Asked], Reply]


class Api(ThreadingHTTPServer):
    """Answers by `answer`, and keeps what was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[Asked] = []
        self.answer: Answer = lambda _: told({})
        self.over = threading.Event()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    @property
    def base(self) -> str:
        return f"http://{self.host}/api/v1"

    def answers(self, *replies: Reply) -> None:
        """Give these, one after another, and the last one for ever."""
        left = list(replies)
        self.answer = lambda _: left.pop(0) if len(left) > 1 else left[0]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that has had enough hangs up: nothing to print."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10
    server: Api

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        asked = Asked(
            self.command,
            parts.path,
            dict(parse_qsl(parts.query)),
            dict(self.headers),
            json.loads(body) if body else None,
        )
        self.server.asked.append(asked)
        self._send(self.server.answer(asked))

    def do_POST(self) -> None:
        self.do_GET()

    def do_PUT(self) -> None:
        self.do_GET()

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.chunked:
            self.send_header("Transfer-Encoding", "chunked")
        else:
            length = 500 + len(reply.body) if reply.trickles else reply.promised
            self.send_header("Content-Length", str(len(reply.body) if length is None else length))
        self.end_headers()
        # It ends after some seconds: a client without a bound of time fails, and does not hang.
        left = 500 if reply.trickles else 0
        while (left := left - 1) >= 0 and not self.server.over.wait(0.01):
            self.wfile.write(b"1\r\n \r\n" if reply.chunked else b" ")
        self.wfile.write(b"%x\r\n%s\r\n" % (len(reply.body), reply.body) if reply.chunked else reply.body)
        if reply.promised is not None:
            self.close_connection = True
        elif reply.chunked:
            self.wfile.write(b"0\r\n\r\n")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's own name
        """Print nothing."""


@contextmanager
def running() -> Iterator[Api]:
    """A stand-in that answers until the end of the block."""
    with Api() as api:
        thread = threading.Thread(target=api.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield api
        finally:
            api.over.set()
            api.shutdown()
            thread.join()


class Pauses:
    """What is told to wait, and does not."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)


@contextmanager
def client(
    base: str,
    *,
    limits: Limits | None = None,
    pauses: Pauses | None = None,
    token: str = TOKEN,
    link_hosts: tuple[str, ...] = (),
) -> Iterator[TeamViewer]:
    """A client of this address."""
    teamviewer = TeamViewer(
        token, base=base, now=lambda: NOW, sleep=pauses or Pauses(), limits=limits, link_hosts=link_hosts
    )
    try:
        yield teamviewer
    finally:
        teamviewer.close()


def session(**changes: object) -> dict[str, object]:
    """A session as TeamViewer tells of it, with a field that the desk does not know."""
    return {
        "code": "s12-345-678",
        "state": "Open",
        "end_customer_link": "https://get.teamviewer.com/v15/s12345678",
        "supporter_link": "https://get.teamviewer.com/v15/s12345678-1a2B",
        "valid_until": "2026-03-03T09:00:00Z",
        "created_at": "2026-03-02T09:00:00Z",
        "online": False,
        "of_the_future": {"x": [1]},
    } | changes


def record(number: int, **changes: object) -> dict[str, object]:
    """A connection report as TeamViewer tells of it."""
    return {
        "id": f"r{number:06}",
        "userid": "u1001",
        "username": "Ann Ode",
        "deviceid": "602724282",
        "devicename": "Accounts PC",
        "groupname": "Acme",
        "support_session_type": 1,
        "start_date": "2026-03-02T09:00:00Z",
        "end_date": "2026-03-02T09:14:30Z",
        "session_code": "s12-345-678",
        "fee": 12,
        "currency": "EUR",
        "billing_state": "Bill",
        "notes": "",
    } | changes


class Account:
    """An account that behaves: it makes, tells and closes sessions, and gives reports by pages."""

    def __init__(self, records: list[dict[str, object]], page: int = 1000) -> None:
        self.sessions: dict[str, dict[str, object]] = {}
        self.records, self.page = records, page

    def __call__(self, asked: Asked) -> Reply:
        if asked.headers.get("Authorization") != f"Bearer {TOKEN}":
            return told({"error": "token_expired"}, 401)
        if asked.path == "/api/v1/reports/connections":
            return self._reports(asked)
        if asked.method == "POST":
            return self._make(asked)
        code = asked.path.rpartition("/")[2]
        if code not in self.sessions:
            return told({"error": "invalid_request", "error_description": "no such session"}, 404)
        if asked.method == "PUT":
            self.sessions[code] |= asked.body
            return Reply(204)
        return told(self.sessions[code])

    def _make(self, asked: Asked) -> Reply:
        code = f"s{len(self.sessions):02}-000-000"
        self.sessions[code] = session(**asked.body, code=code)
        return told({**self.sessions[code], "state": "Open"})

    def _reports(self, asked: Asked) -> Reply:
        span = [
            each
            for each in self.records
            if asked.query["from_date"] <= str(each["start_date"]) < asked.query["to_date"]
        ]
        begin = int(asked.query.get("offset_id", 0))
        page: dict[str, object] = {"records": span[begin : begin + self.page]}
        if begin + self.page < len(span):
            page |= {"next_offset": begin + self.page, "reports_remaining": len(span) - begin - self.page}
        return told(page)
