"""Who may send and get which bytes: what is not seen is told as what exists nowhere, and a checksum opens nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from supportdesk.hub import administration, collecting
from supportdesk.hub.administration import By
from supportdesk.hub.kept_bytes import needed_place
from supportdesk.store.tables.uploads import BLOB
from tests.hub.conftest import World
from tests.hub.uploading import (
    BYTES,
    TUS,
    UPLOADS,
    Depositor,
    Uploader,
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


def test_knowing_a_checksum_gives_nothing(nadia: Uploader, asked: Code) -> None:
    secret = random_bytes(1000)
    nadia.patch(nadia.begin(nadia.attach(secret), secret), 0, secret)
    other = officer(nadia.world, "mallory", kind=type(nadia))
    mine = other.attach(secret)
    answer = other.create(mine, secret)
    assert answer.headers["Upload-Offset"] == "0"
    refused = other.get(mine)
    assert (refused.status_code, asked(refused)) == (404, "not_here")
    wrong = other.patch(f"/files/v1/{answer.headers['Location']}", 0, b"x" * 1000)
    assert wrong.status_code == 460
    # Who has the bytes may bring them, and they lie there once.
    assert other.patch(other.begin(mine, secret), 0, secret).status_code == 204
    assert (other.get(mine).content, len(other.kept())) == (secret, 1)


def test_a_desk_does_not_say_what_is_stored(nadia: Uploader) -> None:
    """Not through any act that names files, whatever it brings along."""
    said = {
        "n": 1,
        "id": str(uuid4()),
        "actor": str(nadia.desk.actor),
        "at": nadia.world.clock.at.isoformat(),
        **nadia.letter({"sha256": "0" * 64, "size": 5, "name": "x", "state": "stored"}),
    }
    entity = said["root_entity"]
    name = f"{entity}.store_{'file' if entity == 'case' else 'data_file'}"
    claim = {**said, "n": 2, "id": str(uuid4()), "kind": "command", "name": name, "args": {}}
    pushed = nadia.client.post("/sync/v1/push", json={"device": str(nadia.device), "letters": [said, claim]})
    assert pushed.status_code == 200
    assert set(nadia.attached().values()) == {"local"}


def test_what_is_anothers_is_told_as_what_exists_nowhere(nadia: Uploader) -> None:
    content = random_bytes(1000)
    file, stored = nadia.attach(content), nadia.attach(content[:500])
    address = nadia.begin(file, content)
    nadia.patch(address, 0, content[:100])
    nadia.patch(nadia.begin(stored, content[:500]), 0, content[:500])
    other = officer(nadia.world, "mallory", kind=type(nadia))
    colleague = officer(nadia.world, "colleague", branch_of(nadia), kind=type(nadia))

    def everything(who: Uploader, file: object, upload: object) -> list[tuple[int, bytes, dict[str, str]]]:
        at = f"/files/v1/uploads/{upload}"
        patched = {**BYTES, "Upload-Offset": "100"}
        answers = [
            who.client.post(UPLOADS, headers=who.announced(UUID(str(file)), content)),
            who.client.post(
                UPLOADS, headers={**who.announced(UUID(str(file)), content), **BYTES}, content=b"x"
            ),
            who.client.head(at, headers=TUS),
            who.client.patch(at, headers=patched, content=content[100:]),
            who.client.patch(at, headers={**patched, "Upload-Offset": "0"}, content=b""),
            who.client.delete(at, headers=TUS),
            who.client.get(who.where(file)),
            who.client.get(who.where(file), headers={"Range": "bytes=5-"}),
        ]
        return [(each.status_code, each.content, dict(each.headers)) for each in answers]

    upload = address.rsplit("/", 1)[1]
    nobodys = everything(other, uuid4(), uuid4())
    assert {status for status, _, _ in nobodys} == {404}
    assert everything(other, file, upload) == nobodys
    assert everything(other, stored, upload) == nobodys
    # Whoever sees the attachment still has no part in another's upload.
    assert everything(colleague, file, upload)[2:6] == nobodys[2:6]
    assert colleague.get(stored).content == content[:500]
    assert nadia.head(address).headers["Upload-Offset"] == "100"
    assert nadia.patch(address, 100, content[100:]).status_code == 204


def branch_of(who: Uploader) -> UUID:
    found = administration.user_of_login(who.world.hub, "nadia@example.org").branch_id
    assert found is not None
    return found


def test_a_revoked_device_sends_and_gets_nothing(nadia: Uploader, asked: Code) -> None:
    content = random_bytes(100)
    file = nadia.attach(content)
    address = nadia.begin(file, content)
    administration.revoke_device(nadia.world.hub, By(nadia.world.chief.agent_id), nadia.device)
    answers = [nadia.patch(address, 0, content), nadia.create(file, content), nadia.get(file)]
    assert [(each.status_code, asked(each)) for each in answers] == [(403, "device_revoked")] * 3


def test_ranges_of_a_file(nadia: Uploader, asked: Code) -> None:
    content = random_bytes(1000)
    file = nadia.attach(content)
    nadia.patch(nadia.begin(file, content), 0, content)
    whole = nadia.get(file)
    assert whole.headers["ETag"] == f'"{hashlib.sha256(content).hexdigest()}"'
    assert whole.headers["content-type"] == "application/octet-stream"
    rest = nadia.get(file, Range="bytes=400-")
    assert (rest.status_code, rest.content) == (206, content[400:])
    assert rest.headers["Content-Range"] == "bytes 400-999/1000"
    some = nadia.get(file, Range="bytes=10-19", **{"If-Range": whole.headers["ETag"]})
    assert (some.status_code, some.content) == (206, content[10:20])
    other = nadia.get(file, Range="bytes=10-19", **{"If-Range": '"another"'})
    assert (other.status_code, other.content) == (200, content)
    for wrong in ("bytes=1000-", "bytes=5-4", "bytes=0-1,3-4", "lines=1-2", "bytes=-5"):
        refused = nadia.get(file, Range=wrong)
        assert (refused.status_code, asked(refused)) == (416, "range")
    # By its checksum alone nothing is found, whatever the form.
    assert nadia.client.get(nadia.where(hashlib.sha256(content).hexdigest())).status_code == 422


def test_bytes_that_nobody_names_go_after_a_fortnight(nadia: Uploader) -> None:
    hub, clock = nadia.world.hub, nadia.world.clock
    content, other = random_bytes(100), random_bytes(100, 2)
    file = nadia.attach(content)
    nadia.patch(nadia.begin(file, content), 0, content)
    # Left by a crash between the file and its row.
    stray = needed_place(hub).blobs
    (hub_file := needed_place(hub).coming / "stray").write_bytes(other)
    stray.take(hub_file, hashlib.sha256(other).hexdigest())
    collecting.collect(hub)
    with hub.store.write() as conn:
        conn.execute(update(nadia.table).where(nadia.table.c.id == file).values(deleted=True))
    collecting.collect(hub)
    clock.pass_(days=13)
    collecting.collect(hub)
    assert len(nadia.kept()) == 2
    with hub.store.write() as conn:
        conn.execute(update(nadia.table).where(nadia.table.c.id == file).values(deleted=False))
    collecting.collect(hub)
    clock.pass_(days=2)
    collecting.collect(hub)
    # One was wanted again in time.
    assert nadia.kept() == [hashlib.sha256(content).hexdigest()]
    with hub.store.read() as conn:
        assert [row.orphaned_at for row in conn.execute(select(BLOB))] == [None]


def test_a_hub_without_a_folder_says_so(world: World, asked: Code) -> None:
    nadia = officer(world, "nadia")
    content = random_bytes(10)
    answer = nadia.create(nadia.attach(content), content)
    if world.hub.store.path is None:
        assert (answer.status_code, asked(answer)) == (503, "no_folder")
        collecting.collect(world.hub)
    else:
        assert answer.status_code == 201
