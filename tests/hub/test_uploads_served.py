"""Uploads to a hub that is a process of its own, by another program and over lines that are cut or compete."""

from __future__ import annotations

import hashlib
import io
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from urllib.parse import urlsplit
from uuid import UUID

import pytest
import requests
from tusclient.client import TusClient
from tusclient.uploader.uploader import Uploader

from supportdesk.config.hub_settings import HubSettings
from supportdesk.hub import administration
from supportdesk.hub.hub import open_hub
from supportdesk.hub.sync_routes import desk_of
from supportdesk.services.cases import attachments, cases
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.registers import people
from supportdesk.services.registers.people import NewOrganisation
from supportdesk.store.tables.cases import ATTACHMENT
from tests.hub.hub_process import PASSWORD, Running, environment, said, serving
from tests.hub.uploading import TUS, announced_as, random_bytes
from tests.services.desk_world import made

LOGIN = "amina@example.org"
IDLE = 1
MIB = 1 << 20


@dataclass
class Away:
    """Somebody who sends files to a hub that runs elsewhere."""

    hub: Running
    token: str
    attached: dict[str, UUID]

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}", **TUS}

    def begin(self, name: str, content_sha: str, size: int) -> str:
        headers = {**self.headers, **announced_as(self.attached[name], content_sha, size)}
        answer = requests.post(f"{self.hub.address}/files/v1/uploads", headers=headers, timeout=30)
        assert answer.status_code == 201, answer.text
        return f"{self.hub.address}/files/v1/{answer.headers['Location']}"

    def offset(self, address: str) -> int:
        answer = requests.head(address, headers=self.headers, timeout=30)
        assert answer.status_code == 200
        return int(answer.headers["Upload-Offset"])

    def patch(self, address: str, offset: int, piece: bytes) -> int:
        headers = {**self.headers, "Upload-Offset": str(offset), "Connection": "close"}
        headers["Content-Type"] = "application/offset+octet-stream"
        return requests.patch(address, data=piece, headers=headers, timeout=60).status_code

    def get(self, name: str) -> bytes:
        answer = requests.get(
            f"{self.hub.address}/files/v1/blobs/{self.attached[name]}", headers=self.headers, timeout=60
        )
        assert answer.status_code == 200, answer.text
        return answer.content

    def half(self, address: str, offset: int, piece: bytes, announced: int) -> socket.socket:
        """A request that announces more than it brings; its line stays open."""
        parts = urlsplit(address)
        assert parts.hostname is not None
        line = socket.create_connection((parts.hostname, parts.port or 80), timeout=30)
        lines = {
            **self.headers,
            "Host": parts.netloc,
            "Content-Length": str(announced),
            "Content-Type": "application/offset+octet-stream",
            "Upload-Offset": str(offset),
        }
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        line.sendall(f"PATCH {parts.path} HTTP/1.1\r\n{head}\r\n".encode() + piece)
        return line

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for the other process."""
        end = time.monotonic() + 30
        while not holds():
            assert time.monotonic() < end
            time.sleep(0.02)  # it works in its own time; nothing of ours is timed


FILES = {
    "small": random_bytes(3 * MIB, 1),
    "other": random_bytes(3 * MIB, 2),
    "large": bytes(0),
}
LARGE = 256 * MIB


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def sha_of_zeros(size: int) -> str:
    digest, piece = hashlib.sha256(), bytes(MIB)
    for _ in range(size // MIB):
        digest.update(piece)
    return digest.hexdigest()


def attach_files(database: str) -> dict[str, UUID]:
    """A case with the files attached, at the hub itself."""
    with closing((hub := open_hub(HubSettings(database=database))).store):
        actor = administration.user_of_login(hub, LOGIN).agent_id
        desk = replace(desk_of(hub), actor=actor)
        client = made(people.add_organisation(desk, NewOrganisation("Hartwell", "synergy")).created)
        case = made(cases.log_case(desk, NewCase("It stops", organisation_id=client)).created)
        new = {name: NewFile(sha(content), len(content), name) for name, content in FILES.items()}
        new["large"] = NewFile(sha_of_zeros(LARGE), LARGE, "large")
        attachments.attach_files(desk, case, list(new.values()))
        with hub.store.read() as conn:
            rows = conn.execute(ATTACHMENT.select()).all()
        return {row.name: row.id for row in rows}


@pytest.fixture
def setting(server_url: str | None, tmp_path: Path) -> tuple[dict[str, str], dict[str, UUID]]:
    """A hub that is set up, with files attached: on a server with two workers, in a file with one."""
    database = server_url or str(tmp_path / "hub.db")
    more = {"workers": "2"} if server_url else {}
    # So many requests are made that a line for each would fill the pipe that nobody reads.
    more["log_level"] = "warning"
    env = environment(database, files=str(tmp_path / "files"), upload_idle_seconds=str(IDLE), **more)
    done = said(env, "init", "--name", "Amina", "--login", LOGIN, "--policy", "synergy")
    assert done.returncode == 0, done.stderr
    return env, attach_files(database)


def sign_in(hub: Running, attached: dict[str, UUID]) -> Away:
    message = {"login": LOGIN, "password": PASSWORD, "device": {"name": "here", "platform": "test"}}
    told = requests.post(f"{hub.address}/auth/v1/login", json=message, timeout=30).json()
    return Away(hub, told["tokens"]["access_token"], attached)


@pytest.fixture
def away(setting: tuple[dict[str, str], dict[str, UUID]]) -> Iterator[Away]:
    env, attached = setting
    with serving(env) as hub:
        yield sign_in(hub, attached)


def test_another_programs_client_sends_and_resumes(away: Away) -> None:
    content = FILES["small"]
    client = TusClient(f"{away.hub.address}/files/v1/uploads", headers=away.headers)
    told = {"sha256": sha(content), "attachment": str(away.attached["small"])}

    def sender(url: str | None = None) -> Uploader:
        return client.uploader(
            file_stream=io.BytesIO(content),
            chunk_size=300_000,
            metadata=told,
            upload_checksum=True,
            url=url,
        )

    first = sender()
    first.upload(stop_at=1_000_000)
    second = sender(first.url)
    assert second.offset == first.offset > 0
    second.upload()
    assert away.get("small") == content


@pytest.mark.slow
def test_cut_at_a_hundred_places_every_byte_counts(away: Away) -> None:
    content, chance = FILES["small"], Random(7)
    address = away.begin("small", sha(content), len(content))
    at, counted = 0, 0
    for cut in sorted(chance.sample(range(1, len(content)), 100)):
        with away.half(address, at, content[at:cut], len(content) - at) as line:
            if chance.random() < 0.5:
                line.shutdown(socket.SHUT_WR)
        # Of what was on its way when the line broke, the server may have seen all, some or nothing.
        stands = away.offset(address)
        assert at <= stands <= cut
        counted += stands > at
        at = stands

    def rest() -> bool:
        stands = away.offset(address)
        return away.patch(address, stands, content[stands:]) == 204

    away.until(rest)
    assert counted > 0
    assert sha(away.get("small")) == sha(content)


def test_a_line_that_stands_still_is_cut_and_keeps_nobody_out_for_long(away: Away) -> None:
    content = FILES["small"]
    address = away.begin("small", sha(content), len(content))
    with away.half(address, 0, content[:500_000], len(content)) as line:
        # As soon as it has the upload, nobody else does.
        statuses: list[int] = []

        def another() -> bool:
            statuses.append(away.patch(address, 500_000, content[500_000:]))
            return statuses[-1] == 204

        away.until(another)
        assert set(statuses) <= {204, 409, 423}
        assert b" 408 " in line.recv(200)
    assert away.get("small") == content


def test_of_those_who_add_at_once_one_does(away: Away) -> None:
    """Pieces from several lines and, on a server, workers: each place is written once, and the file is right."""
    content = FILES["small"]
    address = away.begin("small", sha(content), len(content))
    others = away.begin("other", sha(FILES["other"]), len(FILES["other"]))
    pieces = range(0, len(content), 400_000)
    counts = []
    with ThreadPoolExecutor(6) as lines:
        for start in pieces:
            piece = content[start : start + 400_000]

            def send(_: int, start: int = start, piece: bytes = piece) -> int:
                return away.patch(address, start, piece)

            found = list(lines.map(send, range(6)))
            counts.append(found.count(204))
            assert set(found) <= {204, 409, 423}
            lines.submit(away.patch, others, start, FILES["other"][start : start + 400_000]).result()
    assert counts == [1] * len(pieces)
    assert (away.get("small"), away.get("other")) == (content, FILES["other"])


@pytest.mark.slow
def test_a_hub_that_is_killed_goes_on_from_what_it_noted(
    setting: tuple[dict[str, str], dict[str, UUID]],
) -> None:
    env, attached = setting
    content = FILES["small"]
    with serving(env) as hub:
        first = sign_in(hub, attached)
        address = first.begin("small", sha(content), len(content))
        assert first.patch(address, 0, content[:MIB]) == 204
        line = first.half(address, MIB, content[MIB : 2 * MIB], 2 * MIB)
        os.kill(hub.process.pid, signal.SIGKILL)
        hub.process.communicate()
        line.close()
    with serving(env) as hub:
        again = Away(hub, first.token, attached)
        path = urlsplit(address).path
        at = again.offset(hub.address + path)
        assert MIB <= at < 3 * MIB
        again.until(lambda: again.patch(hub.address + path, at, content[at:]) == 204)
        assert again.get("small") == content


def peak_of(pid: int) -> int:
    """The most memory that a process and its children have used, in MiB."""
    found = 0
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            fields = dict(line.split(":", 1) for line in (path / "status").read_text().splitlines())
            if int(path.name) == pid or int(fields["PPid"]) == pid:
                found = max(found, int(fields.get("VmHWM", "0 kB").split()[0]) >> 10)
    return found


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read as Linux tells it")
def test_a_large_file_takes_no_more_memory_than_a_small_one(away: Away, tmp_path: Path) -> None:
    content = FILES["small"]
    assert away.patch(away.begin("small", sha(content), len(content)), 0, content) == 204
    away.get("small")
    before = peak_of(away.hub.process.pid)
    address = away.begin("large", sha_of_zeros(LARGE), LARGE)
    headers = {**away.headers, "Upload-Offset": "0"}
    headers["Content-Type"] = "application/offset+octet-stream"
    zeros = tmp_path / "zeros"
    with zeros.open("wb") as sparse:
        sparse.truncate(LARGE)
    with zeros.open("rb") as source:
        answer = requests.patch(address, data=source, headers=headers, timeout=300)
    assert answer.status_code == 204, answer.text
    digest = hashlib.sha256()
    with requests.get(
        f"{away.hub.address}/files/v1/blobs/{away.attached['large']}",
        headers=away.headers,
        stream=True,
        timeout=60,
    ) as given:
        for part in given.iter_content(MIB):
            digest.update(part)
    assert digest.hexdigest() == sha_of_zeros(LARGE)
    assert peak_of(away.hub.process.pid) - before < 40
