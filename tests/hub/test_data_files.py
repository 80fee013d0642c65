"""Clients' data files at a hub: a copy only for who said why, private to each client, gone once erased (SAP-6).

What holds of every upload is in test_uploads and test_uploads_seen, of both kinds of files.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from supportdesk.hub import administration, collecting, uploads
from supportdesk.hub.callers import Caller
from supportdesk.hub.duties import once
from supportdesk.hub.kept_bytes import needed_place
from supportdesk.hub.problems import Refusal
from supportdesk.hub.sync_routes import desk_of
from supportdesk.services.entitlements import file_station
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.registers import people
from supportdesk.services.registers.people import NewOrganisation
from tests.hub import five_gigabytes
from tests.hub.conftest import World
from tests.hub.pushing import Sender
from tests.hub.uploading import TUS, UPLOADS, Depositor, Uploader, metadata, officer, random_bytes
from tests.services.desk_world import made

Code = Callable[[Any], str]
CONTENT = random_bytes(1000)


@pytest.fixture
def nadia(world: World, tmp_path: Any) -> Depositor:  # noqa: ANN401 - pytest's path
    settings = replace(world.hub.settings, files=str(tmp_path / "files"))
    world.hub = replace(world.hub, settings=settings)
    return officer(world, "nadia", kind=Depositor)


def stored(who: Uploader, content: bytes = CONTENT) -> Any:  # noqa: ANN401 - an id
    file = who.attach(content)
    made = who.create(file, content)
    begun = int(made.headers["Upload-Offset"])  # all of it where the client has the same bytes already
    address = f"/files/v1/{made.headers['Location']}"
    assert who.patch(address, begun, content[begun:]).status_code == 204
    return file


def ask(who: Uploader, file: object, **headers: str) -> Any:  # noqa: ANN401 - an answer of the test client
    """Ask for a data file without logging a copy first."""
    return who.client.get(who.where(file), headers=headers)


def branch_of(who: Uploader, login: str) -> Any:  # noqa: ANN401 - an id
    return administration.user_of_login(who.world.hub, login).branch_id


def test_SAP_6_a_copy_is_given_to_who_has_said_why_and_for_a_working_day(
    nadia: Depositor, asked: Code
) -> None:
    file = stored(nadia)
    for headers in ({}, {"Range": "bytes=1-"}, {"Range": "bytes=2000-"}):
        refused = ask(nadia, file, **headers)
        assert (refused.status_code, asked(refused)) == (403, "not_logged")
    nadia.log(file)
    assert ask(nadia, file).content == CONTENT
    nadia.world.clock.pass_(hours=12)
    nadia.client = nadia.world.signed_in("nadia@example.org")[0]
    assert ask(nadia, file, Range="bytes=400-").content == CONTENT[400:]
    nadia.world.clock.pass_(minutes=1)
    nadia.client = nadia.world.signed_in("nadia@example.org")[0]
    assert ask(nadia, file).status_code == 403


@pytest.mark.parametrize("ahead", [-24 * 365, -13, 24 * 365 * 10], ids="{} hours ahead".format)
def test_SAP_6_a_copy_lasts_a_working_day_whatever_the_clock_of_its_desk(
    nadia: Depositor, ahead: int
) -> None:
    file, world = stored(nadia), nadia.world
    sender = Sender(nadia.client, nadia.desk.actor, nadia.device, world.clock.at + timedelta(hours=ahead))
    said = {"data_file_id": str(file), "why": "The totals differ."}
    copy = sender.letter("organisation.copy_data_file", nadia.organisation, said, root_entity="organisation")
    (answer,) = sender.push(copy)
    assert (answer.status, ask(nadia, file).content) == ("applied", CONTENT)
    world.clock.pass_(hours=12, minutes=1)
    nadia.client = world.signed_in("nadia@example.org")[0]
    assert ask(nadia, file).status_code == 403


def test_SAP_6_anothers_reason_is_not_mine(nadia: Depositor) -> None:
    file = stored(nadia)
    colleague = officer(nadia.world, "colleague", branch_of(nadia, "nadia@example.org"), kind=Depositor)
    nadia.log(file)
    assert ask(colleague, file).status_code == 403
    # A copy of another file of the client is none of this one.
    colleague.log(stored(nadia, CONTENT[:10]))
    assert ask(colleague, file).status_code == 403
    assert colleague.get(file).content == CONTENT


def test_SAP_6_what_is_another_clients_is_told_as_what_exists_nowhere(nadia: Depositor) -> None:
    file, waiting, erased = stored(nadia), nadia.attach(b"not sent"), stored(nadia, b"erased")
    other = officer(nadia.world, "mallory", kind=Depositor)
    for each in (file, waiting, erased):
        other.log(each)  # as if a hostile desk had got that far
    nadia.erase(erased)

    def everything(named: object) -> list[tuple[int, bytes, dict[str, str]]]:
        answers = [
            ask(other, named),
            ask(other, named, Range="bytes=5-"),
            ask(other, named, Range="bytes=9999-"),
            other.client.get(f"/files/v1/blobs/{named}"),
            other.client.post(UPLOADS, headers=other.announced(named, CONTENT)),
            other.client.post(UPLOADS, headers=other.announced_as(named, "0" * 64, 0)),
            other.client.post(UPLOADS, headers=Uploader.announced(nadia, named, CONTENT)),
        ]
        return [(each.status_code, each.content, dict(each.headers)) for each in answers]

    nobodys = everything(uuid4())
    assert {status for status, _, _ in nobodys} == {404}
    for each in (file, waiting, erased):
        assert everything(each) == nobodys


def test_SAP_6_a_data_file_does_not_become_an_attachment_unlogged(nadia: Depositor) -> None:
    stored(nadia)
    colleague = officer(nadia.world, "colleague", branch_of(nadia, "nadia@example.org"))
    mine = colleague.attach(CONTENT)
    assert colleague.create(mine, CONTENT).headers["Upload-Offset"] == "0"
    assert colleague.get(mine).status_code == 404


def test_SAP_6_nor_another_clients(nadia: Depositor) -> None:
    file = stored(nadia)
    second = made(
        people.add_organisation(
            nadia.desk,
            NewOrganisation("Second", "synergy", branch_id=branch_of(nadia, "nadia@example.org")),
        ).created
    )
    deposit = NewFile(hashlib.sha256(CONTENT).hexdigest(), len(CONTENT), "x")
    at = nadia.world.hub.now()
    mine = made(file_station.deposit(nadia.desk, second, deposit, copied_at=at).created)
    assert nadia.create(mine, CONTENT).headers["Upload-Offset"] == "0"
    # Of the same client the same bytes are not sent twice.
    again = nadia.attach(CONTENT)
    assert nadia.create(again, CONTENT).headers["Upload-Offset"] == "1000"
    assert nadia.get(file).content == nadia.get(again).content


def test_SAP_6_erased_bytes_go_at_once_with_what_is_coming_of_them(nadia: Depositor, asked: Code) -> None:
    hub = nadia.world.hub
    file, coming = stored(nadia), nadia.attach(CONTENT * 2)
    address = nadia.begin(coming, CONTENT * 2)
    nadia.patch(address, 0, CONTENT)
    nadia.log(file)
    nadia.erase(file)
    nadia.erase(coming)
    # Given out no more from the act on, before a byte is deleted.
    refused = [ask(nadia, file), nadia.create(coming, CONTENT * 2)]
    assert [(each.status_code, asked(each)) for each in refused] == [(410, "erased")] * 2
    assert nadia.head(address).status_code == 404
    assert nadia.patch(address, 1000, CONTENT).status_code == 404
    once(desk_of(hub), each_turn=lambda: collecting.take_erased(hub))
    assert (nadia.kept(), nadia.parts()) == ([], [])
    collecting.take_erased(hub)


def test_SAP_6_bytes_that_another_file_names_outlast_the_erasing_of_one(nadia: Depositor) -> None:
    hub = nadia.world.hub
    file, second = stored(nadia), stored(nadia)
    colleague = officer(nadia.world, "colleague", branch_of(nadia, "nadia@example.org"))
    photo = stored(colleague)
    nadia.erase(file)
    collecting.take_erased(hub)
    assert nadia.get(second).content == CONTENT
    nadia.erase(second)
    collecting.take_erased(hub)
    assert colleague.get(photo).content == CONTENT


def test_SAP_6_a_request_that_has_the_upload_leaves_nothing_of_an_erased_file(nadia: Depositor) -> None:
    """It is erased while the last bytes are looked through, and once more taken away after they were kept."""
    hub = nadia.world.hub
    file = nadia.attach(CONTENT)
    upload_id = UUID(nadia.begin(file, CONTENT).rsplit("/", 1)[1])
    user = administration.user_of_login(hub, "nadia@example.org")
    who = Caller(user.id, user.agent_id, nadia.device, nadia.device, frozenset(), None, None, "")
    lent = uploads.lend(hub, who, upload_id, 0)
    place = needed_place(hub)
    place.coming.mkdir(parents=True, exist_ok=True)
    place.part(upload_id).write_bytes(CONTENT)
    uploads.about_to_keep(hub, lent, 999)
    nadia.erase(file)
    collecting.take_erased(hub)
    place.blobs.take(place.part(upload_id), lent.sha256)
    with pytest.raises(Refusal):
        uploads.complete(hub, lent, who.agent_id)
    # Within a day, as after any crash between the bytes and their row.
    nadia.world.clock.pass_(days=8)
    os.utime(place.part(upload_id), (0, 0))
    collecting.collect(hub)
    collecting.take_erased(hub)
    assert (nadia.kept(), nadia.parts(), nadia.attached()) == ([], [], {file: "local"})


def test_SAP_6_a_file_erased_on_its_day_is_gone_with_the_same_turn(nadia: Depositor) -> None:
    hub = nadia.world.hub
    file = stored(nadia)
    day = hub.now().date()
    file_station.set_erase_day(nadia.desk, nadia.organisation, file, day)
    run = once(desk_of(hub), each_turn=lambda: collecting.take_erased(hub))
    assert (run.steps, nadia.kept()) == (1, [])


def test_a_file_that_the_disk_can_not_take_is_refused_before_a_byte(nadia: Depositor, asked: Code) -> None:
    settings = replace(nadia.world.hub.settings, data_file_mib=1 << 20, data_quota_mib=1 << 30)
    nadia.world.hub = replace(nadia.world.hub, settings=settings)
    nadia.client = nadia.world.signed_in("nadia@example.org")[0]
    size = 1 << 40
    file = nadia.attach_as("0" * 64, size)
    refused = nadia.client.post(UPLOADS, headers=nadia.announced_as(file, "0" * 64, size))
    assert (refused.status_code, asked(refused)) == (507, "disk_full")
    assert nadia.parts() == []
    # Nothing is promised by what was refused.
    assert nadia.create(nadia.attach(CONTENT), CONTENT).status_code == 201


def test_each_kind_has_a_size_and_a_share_of_its_own(nadia: Depositor, asked: Code) -> None:
    settings = replace(nadia.world.hub.settings, file_mib=1, quota_mib=1, data_file_mib=3, data_quota_mib=4)
    nadia.world.hub = replace(nadia.world.hub, settings=settings)
    nadia.client = nadia.world.signed_in("nadia@example.org")[0]
    large, larger = random_bytes(3 << 20), bytes(4 << 20)
    file = nadia.attach(large)
    assert nadia.create(file, large).status_code == 201
    too_large = nadia.create(nadia.attach(larger), larger)
    assert (too_large.status_code, too_large.headers["Tus-Max-Size"]) == (413, str(3 << 20))
    full = nadia.create(nadia.attach(large[:-1]), large[:-1])
    assert (full.status_code, asked(full)) == (507, "quota")
    said = nadia.client.options(UPLOADS).headers
    assert said["Tus-Max-Size"] == str(3 << 20)


@pytest.mark.parametrize("more", [{}, {"attachment": "x"}, {"attachment": str(uuid4())}])
def test_an_upload_names_one_file_of_one_kind(nadia: Depositor, asked: Code, more: dict[str, str]) -> None:
    file = nadia.attach(CONTENT)
    said = {
        "sha256": hashlib.sha256(CONTENT).hexdigest(),
        **({"data_file": str(file)} if more else {}),
        **more,
    }
    headers = {**TUS, "Upload-Length": "1000", "Upload-Metadata": metadata(said)}
    refused = nadia.client.post(UPLOADS, headers=headers)
    assert (refused.status_code, asked(refused)) == (400, "malformed")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is told otherwise there")
def test_SAP_6_from_desk_to_hub_to_desk_in_little_memory() -> None:
    """Each a process of its own, as they are run by hand with many GB."""
    told = five_gigabytes.main(0.125)
    assert told["same"]
    parts = [told["depositing"], told["fetching"], told["hub"]]
    assert all(isinstance(part, dict) and part["grown_mib"] < 48 for part in parts), told
    assert isinstance(told["depositing"], dict)
    assert not told["depositing"]["left_on_desk"]
