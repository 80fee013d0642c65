"""Attachments' bytes by tus, against the app on both databases: whole or not at all, and told as it is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from supportdesk.domain.errors import KnownError
from supportdesk.hub import administration, collecting, uploads
from supportdesk.hub.callers import Caller
from supportdesk.hub.kept_bytes import needed_place
from supportdesk.hub.parts import Part
from supportdesk.hub.problems import Refusal
from supportdesk.store.tables.uploads import UPLOAD
from tests.hub.conftest import World
from tests.hub.uploading import (
    BYTES,
    TUS,
    UPLOADS,
    Depositor,
    Uploader,
    checksum,
    metadata,
    officer,
    random_bytes,
)

Code = Callable[[Any], str]


@pytest.fixture(params=[Uploader, Depositor], ids=["attachments", "data files"])
def nadia(world: World, tmp_path: Any, request: Any) -> Uploader:  # noqa: ANN401 - pytest's own
    """Who sends files of either kind: of clients' data as of attachments everything here holds (SAP-6)."""
    settings = replace(world.hub.settings, files=str(tmp_path / "files"))
    world.hub = replace(world.hub, settings=settings)
    kind: type[Uploader] = request.param
    return officer(world, "nadia", kind=kind)


def test_bytes_come_in_pieces_and_everybody_is_told(nadia: Uploader) -> None:
    content = random_bytes(300_000)
    file = nadia.attach(content)
    address = nadia.begin(file, content)
    assert nadia.attached() == {file: "local"}
    for start in range(0, len(content), 100_000):
        head = nadia.head(address)
        assert (head.headers["Upload-Offset"], head.headers["Upload-Length"]) == (str(start), "300000")
        assert head.headers["Cache-Control"] == "no-store"
        answer = nadia.patch(address, start, content[start : start + 100_000])
        assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, str(start + 100_000))
    assert nadia.attached() == {file: "stored"}
    assert nadia.head(address).headers["Upload-Offset"] == "300000"
    assert nadia.get(file).content == content
    assert nadia.kept() == [hashlib.sha256(content).hexdigest()]
    assert nadia.parts() == []
    # The last answer was lost, and is asked for again.
    assert nadia.patch(address, 300_000, b"").status_code == 204


def test_the_state_travels_to_desks_by_pull(nadia: Uploader) -> None:
    content = random_bytes(1000)
    file = nadia.attach(content)
    address = nadia.begin(file, content)
    with nadia.world.hub.store.read() as conn:
        before = uploads.head(nadia.world.hub)
        rev = conn.scalar(select(nadia.table.c.rev).where(nadia.table.c.id == file))
    assert rev is not None
    nadia.patch(address, 0, content)
    with nadia.world.hub.store.read() as conn:
        assert uploads.head(nadia.world.hub) > before
        assert conn.scalar(select(nadia.table.c.rev).where(nadia.table.c.id == file)) == rev + 1


def test_a_creation_brings_the_first_bytes_or_all(nadia: Uploader) -> None:
    content = random_bytes(5000)
    file = nadia.attach(content)
    headers = {**nadia.announced(file, content), **BYTES, "Upload-Checksum": checksum(content[:2000], "sha1")}
    answer = nadia.client.post(UPLOADS, content=content[:2000], headers=headers)
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, "2000")
    address = f"/files/v1/{answer.headers['Location']}"
    assert nadia.patch(address, 2000, content[2000:]).headers["Upload-Offset"] == "5000"
    assert nadia.attached() == {file: "stored"}
    other = random_bytes(10, 2)
    again = nadia.attach(other)
    answer = nadia.client.post(UPLOADS, content=other, headers={**nadia.announced(again, other), **BYTES})
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, "10")
    assert nadia.get(again).content == other


def test_a_file_of_nothing_is_there_at_once_and_is_no_clients_data(nadia: Uploader) -> None:
    if isinstance(nadia, Depositor):
        with pytest.raises(KnownError, match="is empty"):
            nadia.attach(b"")
        return
    file = nadia.attach(b"")
    assert nadia.create(file, b"").headers["Upload-Offset"] == "0"
    assert nadia.attached() == {file: "stored"}
    assert nadia.get(file).content == b""


def test_cut_anywhere_and_resumed_it_is_what_it_was(nadia: Uploader) -> None:
    content = random_bytes(200_000, 3)
    file = nadia.attach(content)
    address = nadia.begin(file, content)
    chance, at = Random(4), 0
    for cut in sorted(chance.sample(range(1, len(content)), 100)):
        with_checksum = {"Upload-Checksum": checksum(content[at:cut])} if chance.random() < 0.5 else {}
        assert nadia.patch(address, at, content[at:cut], **with_checksum).status_code == 204
        at = int(nadia.head(address).headers["Upload-Offset"])
        assert at == cut
    assert nadia.patch(address, at, content[at:]).status_code == 204
    assert hashlib.sha256(nadia.get(file).content).digest() == hashlib.sha256(content).digest()


@pytest.mark.parametrize("offset", ["0", "999", "1001", "5000", "99999999999"])
def test_an_offset_that_lies_is_refused_and_changes_nothing(
    nadia: Uploader, asked: Code, offset: str
) -> None:
    content = random_bytes(5000)
    address = nadia.begin(nadia.attach(content), content)
    nadia.patch(address, 0, content[:1000])
    answer = nadia.patch(address, 0, content[1000:], **{"Upload-Offset": offset})
    assert (answer.status_code, asked(answer), answer.headers["Upload-Offset"]) == (409, "offset", "1000")
    assert nadia.head(address).headers["Upload-Offset"] == "1000"
    assert nadia.patch(address, 1000, content[1000:]).status_code == 204


@pytest.mark.parametrize("algorithm", ["sha256", "sha1"])
def test_a_piece_that_does_not_add_up_counts_for_nothing(
    nadia: Uploader, asked: Code, algorithm: str
) -> None:
    content = random_bytes(5000)
    address = nadia.begin(nadia.attach(content), content)
    wrong = nadia.patch(address, 0, b"x" * 2000, **{"Upload-Checksum": checksum(content[:2000], algorithm)})
    assert (wrong.status_code, asked(wrong)) == (460, "checksum")
    assert nadia.head(address).headers["Upload-Offset"] == "0"
    right = {"Upload-Checksum": checksum(content, algorithm)}
    assert nadia.patch(address, 0, content, **right).status_code == 204
    # Also where it would have been the last.
    assert nadia.kept() == [hashlib.sha256(content).hexdigest()]


def test_a_file_that_does_not_add_up_is_not_kept(nadia: Uploader, asked: Code) -> None:
    content = random_bytes(5000)
    file = nadia.attach(content)
    address = nadia.begin(file, content)
    answer = nadia.patch(address, 0, b"x" * 5000)
    assert (answer.status_code, asked(answer)) == (460, "checksum")
    assert nadia.head(address).status_code == 404
    assert (nadia.attached(), nadia.kept(), nadia.parts()) == ({file: "local"}, [], [])
    assert nadia.patch(nadia.begin(file, content), 0, content).status_code == 204


def test_what_is_not_understood_is_told_and_changes_nothing(nadia: Uploader, asked: Code) -> None:
    content = random_bytes(100)
    file = nadia.attach(content)
    address = nadia.begin(file, content)
    good = nadia.announced(file, content)
    sha256 = hashlib.sha256(content).hexdigest()
    tries = [
        (412, nadia.client.post(UPLOADS, headers={**good, "Tus-Resumable": "0.2.2"})),
        (412, nadia.client.head(address)),
        (400, nadia.client.post(UPLOADS, headers={**good, "Upload-Length": "-1"})),
        (400, nadia.client.post(UPLOADS, headers={**good, "Upload-Length": "1" * 30})),
        (400, nadia.client.post(UPLOADS, headers={**good, "Upload-Metadata": "sha256 ???"})),
        (400, nadia.client.post(UPLOADS, headers={**good, "Upload-Metadata": metadata({"sha256": sha256})})),
        (400, nadia.client.post(UPLOADS, headers={**good, "Upload-Metadata": "x" * 9000})),
        (400, nadia.client.post(UPLOADS, headers=nadia.announced_as("../../etc/passwd", sha256, 100))),
        (400, nadia.client.post(UPLOADS, headers=nadia.announced_as(file, "../" * 21 + "x", 100))),
        (409, nadia.client.post(UPLOADS, headers=nadia.announced_as(file, sha256, 101))),
        (409, nadia.client.post(UPLOADS, headers=nadia.announced_as(file, "0" * 64, 100))),
        (413, nadia.client.post(UPLOADS, headers=nadia.announced_as(file, sha256, 1 << 50))),
        (415, nadia.patch(address, 0, content, **{"Content-Type": "text/plain"})),
        (400, nadia.patch(address, 0, content, **{"Upload-Offset": "zero"})),
        (400, nadia.patch(address, 0, content, **{"Upload-Checksum": "md5 abcd"})),
        (400, nadia.patch(address, 0, content, **{"Upload-Checksum": "sha1 abcd"})),
        (413, nadia.patch(address, 0, content + b"more")),
        (422, nadia.head("/files/v1/uploads/x")),
    ]
    assert [answer.status_code for _, answer in tries] == [status for status, _ in tries]
    assert all(answer.request.method == "HEAD" or asked(answer) for _, answer in tries)
    assert nadia.patch(address, 0, content).status_code == 204


def test_without_a_session_nothing_is_told(nadia: Uploader, asked: Code) -> None:
    stranger = nadia.world.client()
    content = random_bytes(10)
    file = nadia.attach(content)
    address = nadia.begin(file, content)
    answers = [
        stranger.options(UPLOADS),
        stranger.post(UPLOADS, headers=nadia.announced(file, content)),
        stranger.patch(address, content=content, headers={**BYTES, "Upload-Offset": "0"}),
        stranger.delete(address, headers=TUS),
        stranger.get(f"/files/v1/blobs/{file}"),
    ]
    assert [(each.status_code, asked(each)) for each in answers] == [(401, "no_token")] * 5
    offer = nadia.client.options(UPLOADS)
    assert offer.headers["Tus-Extension"].split(",") == [
        "creation",
        "creation-with-upload",
        "checksum",
        "expiration",
        "termination",
    ]


def test_an_upload_that_waited_too_long_is_gone(nadia: Uploader, asked: Code) -> None:
    content = random_bytes(100)
    address = nadia.begin(nadia.attach(content), content)
    nadia.patch(address, 0, content[:50])
    nadia.world.clock.pass_(days=7, seconds=1)
    nadia.client = nadia.world.signed_in("nadia@example.org")[0]
    # Another session of the same device would be asked the same; a new device is nobody.
    assert nadia.head(address).status_code == 404
    with nadia.world.hub.store.write() as conn:
        conn.execute(update(UPLOAD).values(device_id=device_of(nadia)))
    assert asked(nadia.patch(address, 50, content[50:])) == "expired"
    assert nadia.head(address).status_code == 410
    nadia.world.clock.pass_(days=1)
    collecting.collect(nadia.world.hub)
    nadia.client = nadia.world.signed_in("nadia@example.org")[0]
    assert (nadia.head(address).status_code, nadia.parts()) == (404, [])


def device_of(who: Uploader) -> UUID:
    return UUID(who.client.get("/auth/v1/me").json()["device_id"])


def test_an_upload_can_be_given_up(nadia: Uploader) -> None:
    content = random_bytes(100)
    address = nadia.begin(nadia.attach(content), content)
    nadia.patch(address, 0, content[:50])
    assert nadia.client.delete(address, headers=TUS).status_code == 204
    assert (nadia.head(address).status_code, nadia.parts()) == (404, [])


def test_begun_again_on_the_same_device_it_takes_the_place_of_the_first(nadia: Uploader) -> None:
    content = random_bytes(100)
    file = nadia.attach(content)
    first = nadia.begin(file, content)
    nadia.patch(first, 0, content[:50])
    second = nadia.begin(file, content)
    assert (nadia.head(first).status_code, nadia.parts()) == (404, [])
    assert nadia.patch(second, 0, content).status_code == 204


def test_what_is_seen_and_stored_is_not_sent_again(nadia: Uploader) -> None:
    content = random_bytes(1000)
    first, second = nadia.attach(content), nadia.attach(content, "the same.jpg")
    nadia.patch(nadia.begin(first, content), 0, content)
    answer = nadia.create(second, content)
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, "1000")
    assert nadia.attached() == {first: "stored", second: "stored"}
    assert nadia.head(f"/files/v1/{answer.headers['Location']}").headers["Upload-Offset"] == "1000"


def test_a_clients_share_is_full(nadia: Uploader, asked: Code) -> None:
    nadia.world.hub = replace(
        nadia.world.hub, settings=replace(nadia.world.hub.settings, quota_mib=1, data_quota_mib=1)
    )
    nadia.client = nadia.world.signed_in("nadia@example.org")[0]
    first, second = random_bytes(700_000, 1), random_bytes(700_000, 2)
    file = nadia.attach(first)
    address = nadia.begin(file, first)
    # What is promised counts as much as what has come.
    refused = nadia.create(nadia.attach(second), second)
    assert (refused.status_code, asked(refused)) == (507, "quota")
    assert nadia.patch(address, 0, first).status_code == 204
    assert nadia.create(nadia.attach(second), second).status_code == 507
    # The same bytes take up no more.
    assert nadia.create(nadia.attach(first, "again"), first).status_code == 201


def caller_of(who: Uploader) -> Caller:
    found = administration.user_of_login(who.world.hub, "nadia@example.org")
    return Caller(found.id, found.agent_id, who.device, who.device, frozenset(), None, None, "")


def test_a_request_that_stands_still_loses_its_upload(nadia: Uploader, asked: Code) -> None:
    content = random_bytes(5000)
    file = nadia.attach(content)
    address = nadia.begin(file, content)
    hub = nadia.world.hub
    upload = UUID(address.rsplit("/", 1)[1])
    lent = uploads.lend(hub, caller_of(nadia), upload, 0)
    stuck = Part(hub, needed_place(hub), lent, None)
    stuck.write(content[:1000])
    refused = nadia.patch(address, 0, content)
    assert (refused.status_code, asked(refused)) == (423, "locked")
    assert nadia.client.delete(address, headers=TUS).status_code == 423
    nadia.world.clock.pass_(seconds=2 * hub.settings.upload_idle_seconds)
    assert nadia.patch(address, 0, content[:4000]).status_code == 204
    # The first wakes up and may not write over what has come since.
    with pytest.raises(Refusal) as late:
        stuck.write(b"y" * 1000)
    assert late.value.status == 423
    stuck.close()
    assert nadia.patch(address, 4000, content[4000:]).status_code == 204
    assert nadia.get(file).content == content


def test_one_that_is_slow_but_there_keeps_its_upload(nadia: Uploader) -> None:
    content = random_bytes(5000)
    address = nadia.begin(nadia.attach(content), content)
    hub = nadia.world.hub
    lent = uploads.lend(hub, caller_of(nadia), UUID(address.rsplit("/", 1)[1]), 0)
    slow = Part(hub, needed_place(hub), lent, None)
    for start in range(0, 4000, 1000):
        slow.write(content[start : start + 1000])
        nadia.world.clock.pass_(seconds=hub.settings.upload_idle_seconds)
        assert nadia.patch(address, start, content).status_code in {409, 423}
    slow.close()
    assert nadia.head(address).headers["Upload-Offset"] == "4000"


def test_a_hub_that_was_struck_before_its_note_takes_the_end_again(nadia: Uploader) -> None:
    """The file is whole on the disk, and nothing says so: the last bytes are sent again."""
    content = random_bytes(5000)
    file = nadia.attach(content)
    address = nadia.begin(file, content)
    nadia.patch(address, 0, content[:3000])
    place = needed_place(nadia.world.hub)
    part = place.part(UUID(address.rsplit("/", 1)[1]))
    part.write_bytes(content)
    place.blobs.take(part, hashlib.sha256(content).hexdigest())
    assert nadia.attached() == {file: "local"}
    assert nadia.get(file).status_code == 404
    assert nadia.patch(address, 3000, content[3000:]).status_code == 204
    assert (nadia.attached(), nadia.get(file).content) == ({file: "stored"}, content)


def test_an_upload_whose_bytes_were_lost_is_begun_anew(nadia: Uploader) -> None:
    content = random_bytes(5000)
    file = nadia.attach(content)
    address = nadia.begin(file, content)
    nadia.patch(address, 0, content[:3000])
    needed_place(nadia.world.hub).part(UUID(address.rsplit("/", 1)[1])).unlink()
    assert nadia.patch(address, 3000, content[3000:]).status_code == 404
    assert nadia.head(address).status_code == 404
    assert nadia.patch(nadia.begin(file, content), 0, content).status_code == 204
