"""The desk's side of tus against a server of other people's: only what tus 1.0 says is needed, and no byte is lost."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
import requests

from supportdesk.store.hub_secrets import InMemory
from supportdesk.sync.file_link import HttpFileLink
from supportdesk.sync.http_link import Tickets
from supportdesk.sync.link import TryLater, Unreachable
from supportdesk.sync.uploading import Uploader
from tests.hub.cut_line import cut_line
from tests.sync.filing import Sending
from tests.sync.office import open_office

MIB = 1 << 20
CUTS = 100
# The server wants each file named and typed, which tus does not; a desk's tell what they are in words of their own.
_PROGRAM = """
import socket, sys, uvicorn
from fastapi import FastAPI
from tuspyserver import create_tus_router

app = FastAPI()
app.include_router(create_tus_router(prefix="files/v1/uploads", files_dir=sys.argv[1]))

async def naming(scope, receive, send):
    if scope.get("method") == "POST":
        named = [(name, value + b",filename eA==,filetype eA==" * (name == b"upload-metadata"))
                 for name, value in scope["headers"]]
        scope = {**scope, "headers": named}
    await app(scope, receive, send)

door = socket.create_server(("127.0.0.1", 0))
print(door.getsockname()[1], flush=True)
uvicorn.Server(uvicorn.Config(naming, log_level="critical")).run([door])
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Sending]:
    with open_office(tmp_path) as office:
        yield Sending(office)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of another's tus server, and the folder that it keeps files in."""
    (folder := tmp_path / "elsewhere").mkdir()
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", _PROGRAM, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}", folder
        process.terminate()


def checksums(folder: Path) -> set[str]:
    """What the files of the server add up to, the notes that it keeps beside them among them."""
    return {hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


@pytest.mark.slow
def test_files_reach_a_server_that_knows_nothing_of_us_over_a_line_that_is_cut(
    desk: Sending, elsewhere: tuple[str, Path]
) -> None:
    address, folder = elsewhere
    chance = Random(5)
    contents = [chance.randbytes(size) for size in (1, 300_000, 3 * MIB)]
    files = [desk.attach(content) for content in contents]
    desk.seat.sync()
    cuts = [chance.randrange(1, 60_000) for _ in range(CUTS)]
    with cut_line(address, cuts, gently=True) as line:
        for _ in range(4 * CUTS):
            # Each time as if the program had been started anew.
            tickets = Tickets(line.address, InMemory(), access_token="of a hub")
            with closing(HttpFileLink(line.address, tickets)) as link:
                uploader = Uploader(desk.seat.desk, desk.blobs, link, lambda: 0.0)
                try:
                    if uploader.round():
                        assert dict(uploader.progress.troubles) == {}
                        break
                except (Unreachable, TryLater):
                    continue
        else:
            pytest.fail("the files did not get there")
    assert line.cut == CUTS
    assert {hashlib.sha256(content).hexdigest() for content in contents} <= checksums(folder)
    assert len(files) == len(contents)


def test_an_upload_that_the_server_has_forgotten_is_begun_anew(
    desk: Sending, elsewhere: tuple[str, Path]
) -> None:
    address, folder = elsewhere
    content = Random(6).randbytes(5 * MIB)
    desk.attach(content)
    desk.seat.sync()
    tickets = Tickets(address, InMemory(), access_token="of a hub")
    with closing(HttpFileLink(address, tickets)) as link:
        uploader = Uploader(desk.seat.desk, desk.blobs, link, lambda: 0.0)
        paused = Uploader(desk.seat.desk, desk.blobs, link, lambda: 0.0, lambda _: paused.pause(paused=True))
        assert not paused.round()
        for path in folder.rglob("*"):
            if path.is_file():
                path.unlink()
        assert uploader.round()
    assert hashlib.sha256(content).hexdigest() in checksums(folder)


def test_such_a_server_needs_no_token_and_is_told_nothing_that_tus_does_not_know(
    elsewhere: tuple[str, Path],
) -> None:
    """What the desk sends beyond tus – whose it is, a checksum – is what any server may pass over."""
    address, _ = elsewhere
    said = requests.options(f"{address}/files/v1/uploads/", timeout=30)
    assert said.headers["Tus-Version"] == "1.0.0"
    assert "checksum" not in said.headers["Tus-Extension"].split(",")
