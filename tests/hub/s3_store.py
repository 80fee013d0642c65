"""An S3 server that is a process of its own, and a line to it that can be made to fail or lie; no test lives here."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import requests

from supportdesk.config.hub_settings import HubSettings

KEY_ID, SECRET = "AKIATESTOFTHEHUB", "a-secret-that-nobody-may-see"
BUCKET = "hub-bytes"
_PROGRAM = """
import sys
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
sys.stdin.read()
"""


@dataclass(frozen=True)
class Store:
    """An S3 server at an address, and the keys of its processes."""

    address: str
    process: subprocess.Popen[str]

    def make_bucket(self, name: str = BUCKET) -> None:
        assert requests.put(f"{self.address}/{name}", timeout=30).status_code == requests.codes.ok

    def empty(self) -> None:
        """Forget all that is there, buckets too."""
        assert requests.post(f"{self.address}/moto-api/reset", timeout=30).status_code == requests.codes.ok

    def halves(self) -> str:
        """What the server says of multipart uploads that were begun and not ended."""
        return requests.get(f"{self.address}/{BUCKET}?uploads", timeout=30).text


@contextmanager
def running_store() -> Iterator[Store]:
    """The server, with no bucket, for as long as the block lasts."""
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", _PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Store(f"http://127.0.0.1:{process.stdout.readline().strip()}", process)
        process.stdin.close()


def kept_in(settings: HubSettings, address: str, **more: str | int) -> HubSettings:
    """The settings of a hub whose files are in the bucket at an address."""
    named = {"s3_bucket": BUCKET, "s3_endpoint": address, "s3_key_id": KEY_ID, "s3_secret": SECRET}
    return replace(settings, **{**named, "s3_seconds": 5, **more})  # type: ignore[arg-type]  # fields of its own


Tamper = Callable[["Line"], bool]
"""What happens to a request; whether it was answered by that."""


class Line(BaseHTTPRequestHandler):
    """One connection to the server by way of a line that does what a test says."""

    server: BadLine
    body: bytes = b""

    def log_message(self, *_: object) -> None:
        """The tests look at what comes, not at a log."""

    def handle_one(self) -> None:
        self.close_connection = True
        if self.server.tamper(self):
            return
        if not self.body:
            self.body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        told = {name: value for name, value in self.headers.items() if name.lower() != "content-length"}
        answer = requests.request(
            self.command,
            self.server.behind + self.path,
            data=self.body,
            headers=told,
            timeout=30,
            stream=True,
        )
        with answer:
            content, headers = answer.raw.read(), dict(answer.headers)
        self.server.asked.append(f"{self.command} {answer.status_code}")
        if self.server.answered is not None:
            content = self.server.answered(self, content, headers)
        self.send_response(answer.status_code)
        for name, value in headers.items():
            if name.lower() not in {"connection", "transfer-encoding", "server", "date"}:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def refuse(self, status: int, code: str) -> bool:
        content = f"<Error><Code>{code}</Code><Message>{SECRET}</Message></Error>".encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        return True

    do_GET = do_PUT = do_POST = do_HEAD = do_DELETE = handle_one  # noqa: N815 - the library's names


class BadLine(ThreadingHTTPServer):
    """Stands in front of a server; `tamper` sees each request first, `answered` changes what the server says."""

    daemon_threads = True

    def __init__(self, behind: str) -> None:
        super().__init__(("127.0.0.1", 0), Line)
        self.behind = behind
        self.asked: list[str] = []
        self.over = Event()
        self.tamper: Tamper = lambda _line: False
        self.answered: Callable[[Line, bytes, dict[str, str]], bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: object) -> None:
        """A line that was cut is what was asked for."""


@contextmanager
def bad_line(behind: Store) -> Iterator[BadLine]:
    """A line to the server that is good until a test says otherwise."""
    with BadLine(behind.address) as server:
        turning = Thread(target=server.serve_forever, args=(0.02,))
        turning.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            turning.join()


def refusing(status: int, code: str) -> Tamper:
    """Refuse everything."""
    return lambda line: line.refuse(status, code)


def standing_still(line: Line) -> bool:
    """Take the request and say nothing until the test is over."""
    return line.server.over.wait()


def cut_in_the_middle(line: Line) -> bool:
    """Take half of what is put, and hang up."""
    if line.command != "PUT":
        return False
    line.rfile.read(int(line.headers["Content-Length"]) // 2)
    return True


def shortened(line: Line) -> bool:
    """Hand on all but the last byte of what is put."""
    if line.command == "PUT":
        line.body = line.rfile.read(int(line.headers["Content-Length"]))[:-1]
    return False
