"""Uploads to a hub that keeps its files in a bucket: as in a folder, and with patience where the store is away."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
import requests
from sqlalchemy import update

from supportdesk.config import hub_settings
from supportdesk.config.hub_settings import HubSettings, SettingsRefused
from supportdesk.domain.errors import KnownError
from supportdesk.hub import collecting
from supportdesk.hub.kept_bytes import Wellness
from supportdesk.hub.serving import refuse_unsafe
from supportdesk.store.tables.cases import ATTACHMENT
from tests.hub.conftest import World
from tests.hub.hub_process import environment, said, serving
from tests.hub.s3_store import (
    BUCKET,
    KEY_ID,
    SECRET,
    BadLine,
    Line,
    Store,
    bad_line,
    cut_in_the_middle,
    kept_in,
    refusing,
    running_store,
    shortened,
    standing_still,
)
from tests.hub.test_uploads_served import FILES, LOGIN, MIB, Away, attach_files, sha, sign_in
from tests.hub.uploading import Uploader, officer, random_bytes

Code = Callable[[Any], str]


@pytest.fixture(scope="module")
def running() -> Iterator[Store]:
    with running_store() as made:
        yield made


@pytest.fixture
def line(running: Store) -> Iterator[BadLine]:
    running.empty()
    running.make_bucket()
    with bad_line(running) as made:
        yield made


@pytest.fixture
def nadia(world: World, line: BadLine, tmp_path: Path) -> Uploader:
    settings = replace(world.hub.settings, files=str(tmp_path / "files"))
    world.hub = replace(world.hub, settings=kept_in(settings, line.address, s3_seconds=1))
    return officer(world, "nadia")


def test_bytes_come_in_pieces_and_are_given_whole_and_by_ranges(nadia: Uploader) -> None:
    content, chance = random_bytes(9 * MIB), Random(4)
    file = nadia.attach(content)
    address, at = nadia.begin(file, content), 0
    for cut in [*sorted(chance.sample(range(1, len(content)), 10)), len(content)]:
        assert nadia.patch(address, at, content[at:cut]).status_code == 204
        at = cut
    assert (nadia.attached(), nadia.parts(), nadia.kept()) == ({file: "stored"}, [], [sha(content)])
    whole = nadia.get(file)
    assert (whole.status_code, sha(whole.content)) == (200, sha(content))
    assert whole.headers["Content-Length"] == str(len(content))
    rest = nadia.get(file, Range=f"bytes={5 * MIB}-", **{"If-Range": whole.headers["ETag"]})
    assert (rest.status_code, rest.content) == (206, content[5 * MIB :])
    assert rest.headers["Content-Range"] == f"bytes {5 * MIB}-{9 * MIB - 1}/{9 * MIB}"
    assert nadia.get(file, Range="bytes=7-7").content == content[7:8]
    assert nadia.get(file, Range=f"bytes={9 * MIB}-").status_code == 416


def test_a_file_of_nothing_asks_nothing_of_the_store(nadia: Uploader, line: BadLine) -> None:
    line.tamper = refusing(500, "InternalError")
    file = nadia.attach(b"")
    assert nadia.create(file, b"").headers["Upload-Offset"] == "0"
    assert (nadia.attached(), nadia.get(file).content) == ({file: "stored"}, b"")


def test_what_is_seen_and_stored_is_not_sent_again(nadia: Uploader, line: BadLine) -> None:
    content = random_bytes(1000)
    first, second = nadia.attach(content), nadia.attach(content, "the same.jpg")
    nadia.patch(nadia.begin(first, content), 0, content)
    line.asked.clear()
    assert nadia.create(second, content).headers["Upload-Offset"] == "1000"
    assert line.asked == ["HEAD 200"]
    # Who does not see a file with these bytes brings them all the same.
    other = officer(nadia.world, "mallory")
    assert other.create(other.attach(content), content).headers["Upload-Offset"] == "0"


@pytest.mark.parametrize(
    "tamper",
    [
        refusing(503, "SlowDown"),
        refusing(403, "AccessDenied"),
        refusing(404, "NoSuchBucket"),
        standing_still,
        cut_in_the_middle,
        shortened,
    ],
    ids=["busy", "denied", "no bucket", "still", "cut", "shortened"],
)
def test_a_store_that_is_away_is_told_and_nothing_is_lost(
    nadia: Uploader, line: BadLine, asked: Code, tamper: Callable[[Line], bool]
) -> None:
    content = random_bytes(100_000)
    file = nadia.attach(content)
    address = nadia.begin(file, content)
    assert nadia.patch(address, 0, content[:60_000]).status_code == 204
    line.tamper = tamper
    refused = nadia.patch(address, 60_000, content[60_000:])
    assert (refused.status_code, asked(refused), refused.headers["Retry-After"]) == (503, "store_away", "30")
    assert not any(each in refused.text for each in (SECRET, KEY_ID, line.address, BUCKET))
    assert (nadia.attached(), len(nadia.parts())) == ({file: "local"}, 1)
    line.tamper = lambda _line: False
    # All but the last byte has come, and the whole is kept once that is sent again.
    assert nadia.head(address).headers["Upload-Offset"] == "99999"
    assert nadia.patch(address, 99_999, content[99_999:]).status_code == 204
    assert (nadia.get(file).content, nadia.parts()) == (content, [])


def test_text_goes_on_while_the_store_is_away(nadia: Uploader, line: BadLine, asked: Code) -> None:
    content = random_bytes(1000)
    file = nadia.attach(content)
    nadia.patch(nadia.begin(file, content), 0, content)
    line.tamper = refusing(503, "SlowDown")
    refused = nadia.get(file)
    assert (refused.status_code, asked(refused)) == (503, "store_away")
    health = nadia.world.client().get("/health")
    assert (health.status_code, health.json()["status"], health.json()["files"]) == (200, "ok", "away")


def test_health_asks_the_store_now_and_then(nadia: Uploader, line: BadLine) -> None:
    wellness, clock = Wellness(nadia.world.hub), nadia.world.clock
    assert [wellness.told() for _ in range(5)] == ["bucket"] * 5
    assert line.asked == ["GET 200"]
    line.tamper = refusing(403, "AccessDenied")
    clock.pass_(seconds=9)
    assert wellness.told() == "bucket"
    clock.pass_(seconds=1)
    assert wellness.told() == "away"
    line.tamper = lambda _line: False
    clock.pass_(seconds=10)
    assert wellness.told() == "bucket"


def test_bytes_that_the_store_has_damaged_are_never_given_for_whole(
    nadia: Uploader, line: BadLine, asked: Code
) -> None:
    content = random_bytes(9 * MIB)
    file = nadia.attach(content)
    nadia.patch(nadia.begin(file, content), 0, content)

    def flipped(each: Line, given: bytes, headers: dict[str, str]) -> bytes:
        return b"x" + given[1:] if each.command == "GET" else given

    line.answered = flipped
    with suppress(Exception):  # the line is cut, which the test's client tells in its own way
        assert len(nadia.get(file).content) < len(content)

    def longer(each: Line, given: bytes, headers: dict[str, str]) -> bytes:
        if each.command == "HEAD":
            headers["Content-Length"] = "5"
        return given

    line.answered = longer
    refused = nadia.get(file)
    assert (refused.status_code, asked(refused)) == (503, "damaged")
    line.answered = None
    assert nadia.get(file).content == content


def test_bytes_that_nobody_names_go_after_a_fortnight(nadia: Uploader, line: BadLine) -> None:
    hub, clock = nadia.world.hub, nadia.world.clock
    content, other = random_bytes(100), random_bytes(100, 2)
    file, kept = nadia.attach(content), nadia.attach(other)
    for each, its in ((file, content), (kept, other)):
        nadia.patch(nadia.begin(each, its), 0, its)
    with hub.store.write() as conn:
        conn.execute(update(ATTACHMENT).where(ATTACHMENT.c.id == file).values(deleted=True))
    collecting.collect(hub)
    clock.pass_(days=15)
    line.tamper = refusing(503, "SlowDown")
    with pytest.raises(KnownError):
        collecting.collect(hub)
    assert len(requests.get(f"{line.behind}/{BUCKET}", timeout=30).text.split("<Key>")) == 3
    line.tamper = lambda _line: False
    collecting.collect(hub)
    assert nadia.kept() == [sha(other)]


# ---------------------------------------------------------------- settings, and a hub's own process


def test_settings_of_a_bucket_are_whole_and_its_key_is_never_shown(tmp_path: Path) -> None:
    base = {"SUPPORTDESK_HUB_DATABASE": "postgresql://h/x", "SUPPORTDESK_HUB_S3_BUCKET": "files"}
    with pytest.raises(SettingsRefused, match="needs a folder"):
        hub_settings.load(None, base)
    base["SUPPORTDESK_HUB_FILES"] = str(tmp_path)
    with pytest.raises(SettingsRefused, match="needs both"):
        hub_settings.load(None, {**base, "SUPPORTDESK_HUB_S3_SECRET": SECRET})
    key = {"SUPPORTDESK_HUB_S3_SECRET": SECRET, "SUPPORTDESK_HUB_S3_KEY_ID": KEY_ID}
    loaded = hub_settings.load(None, {**base, **key})
    assert (loaded.s3_secret, SECRET in repr(loaded), KEY_ID in repr(loaded)) == (SECRET, False, False)


@pytest.mark.parametrize("address", ["http://store.example.com:9000", "ftp://127.0.0.2", "store.example.com"])
def test_a_store_is_spoken_to_by_tls_or_on_this_machine(address: str) -> None:
    settings = HubSettings(database="hub.db", s3_bucket="files")
    with pytest.raises(KnownError, match="TLS"):
        refuse_unsafe(replace(settings, s3_endpoint=address))
    for good in ("", "https://store.example.com", "http://127.0.0.1:9000"):
        refuse_unsafe(replace(settings, s3_endpoint=good))


def process_settings(database: str, folder: Path, address: str, **more: str) -> dict[str, str]:
    keys = {"s3_bucket": BUCKET, "s3_endpoint": address, "s3_key_id": KEY_ID, "s3_secret": SECRET}
    return environment(database, files=str(folder), log_level="info", s3_seconds="5", **{**keys, **more})


def test_a_hub_does_not_start_on_a_bucket_that_is_closed(line: BadLine, tmp_path: Path) -> None:
    env = process_settings(str(tmp_path / "hub.db"), tmp_path / "files", line.address)
    assert said(env, "init", "--name", "Amina", "--login", LOGIN, "--policy", "synergy").returncode == 0

    def reads_only(each: Line) -> bool:
        return each.command == "PUT" and each.refuse(403, "AccessDenied")

    for tamper, reason in (
        (refusing(403, "InvalidAccessKeyId"), "the key is refused, InvalidAccessKeyId"),
        (refusing(404, "NoSuchBucket"), "NoSuchBucket"),
        (reads_only, "the key is refused, AccessDenied"),
    ):
        line.tamper = tamper
        refused = said(env, "serve", "--port", "0")
        told = refused.stdout + refused.stderr
        assert refused.returncode
        assert reason in told
        assert f"The bucket {BUCKET} can't be used" in told
        assert not any(each in told for each in (SECRET, KEY_ID, "Traceback"))


@pytest.mark.slow
def test_hubs_own_process_is_killed_while_it_puts_a_file_and_goes_on(
    server_url: str | None, line: BadLine, tmp_path: Path
) -> None:
    """On a server two workers, on a file one: struck down in the middle of a put, nothing half is ever seen."""
    database = server_url or str(tmp_path / "hub.db")
    more = {"workers": "2"} if server_url else {}
    env = process_settings(database, tmp_path / "files", line.address, **more)
    assert said(env, "init", "--name", "Amina", "--login", LOGIN, "--policy", "synergy").returncode == 0
    attached = attach_files(database)
    content = FILES["small"]
    with serving(env) as hub:
        first = sign_in(hub, attached)
        assert hub.get("/health").json()["files"] == "bucket"
        address = first.begin("small", sha(content), len(content))
        assert first.patch(address, 0, content[:MIB]) == 204

        def kill(each: Line) -> bool:
            if each.command == "PUT":
                os.kill(hub.process.pid, signal.SIGKILL)
                each.server.over.wait(0.2)
            return False

        line.tamper = kill
        with suppress(requests.RequestException):
            first.patch(address, MIB, content[MIB:])
        hub.process.communicate()
    line.tamper = lambda _line: False
    with serving(env) as hub:
        again = Away(hub, first.token, attached)
        # The request that was struck down had the upload for a while; begun anew it is nobody's.
        address = again.begin("small", sha(content), len(content))
        at = again.offset(address)
        assert at in {0, len(content)}
        assert at or again.patch(address, 0, content) == 204
        assert again.get("small") == content
        os.kill(hub.process.pid, signal.SIGTERM)
        _, log = hub.ended()
    assert not any(each in str(log) for each in (SECRET, KEY_ID))
    assert hashlib.sha256(content).hexdigest() == sha(content)
