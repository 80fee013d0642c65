"""What a hub notes of bytes that come and go: never more than it has, and each content once (sync B12, I17, SAP-6)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.hub import administration, collecting, uploads
from supportdesk.hub.callers import Caller
from supportdesk.hub.kept_bytes import Folder, needed_place
from supportdesk.hub.problems import Refusal
from supportdesk.services.cases import visit_files
from supportdesk.services.operations.applying import do
from supportdesk.services.registers import people
from supportdesk.services.registers.people import NewOrganisation
from supportdesk.store.tables.uploads import BLOB
from tests.hub.conftest import World
from tests.hub.pushing import Sender
from tests.hub.test_erasing_files import Visitor, branch_of, collected
from tests.hub.uploading import UPLOADS, Depositor, Uploader, officer, random_bytes
from tests.services.desk_world import made

Code = Callable[[Any], str]
CONTENT = random_bytes(1000)
SHA256 = hashlib.sha256(CONTENT).hexdigest()
LARGE = random_bytes(700_000)
_SECONDS = 30


@pytest.fixture
def place(world: World, tmp_path: Path) -> World:
    """A hub that gives each client a share of 1 MiB."""
    settings = replace(world.hub.settings, files=str(tmp_path / "files"), quota_mib=1, data_quota_mib=1)
    world.hub = replace(world.hub, settings=settings)
    return world


@pytest.fixture(params=[Uploader, Depositor], ids=["attachments", "data files"])
def sender(place: World, request: pytest.FixtureRequest) -> Uploader:
    kind: type[Uploader] = request.param
    return officer(place, "nadia", kind=kind)


@pytest.fixture
def nadia(place: World) -> Depositor:
    return officer(place, "nadia", kind=Depositor)


def noted(who: Uploader) -> dict[str, str]:
    """What the hub notes of bytes, each with how it stands."""
    with who.world.hub.store.read() as conn:
        return {row.sha256: row.state for row in conn.execute(select(BLOB))}


def erased(nadia: Depositor) -> None:
    """A data file came, and was erased."""
    file = nadia.attach(CONTENT)
    assert nadia.patch(nadia.begin(file, CONTENT), 0, CONTENT).status_code == 204
    nadia.erase(file)


# ---------------------------------------------------------------- a client's share


def test_B12_begun_anew_after_a_lost_answer_a_file_counts_once(sender: Uploader) -> None:
    file = sender.attach(LARGE)
    assert sender.create(file, LARGE).status_code == 201
    again = sender.create(file, LARGE)
    assert again.status_code == 201
    assert sender.patch(f"/files/v1/{again.headers['Location']}", 0, LARGE).status_code == 204


def test_B12_two_desks_that_bring_the_same_fill_the_share_once(sender: Uploader, asked: Code) -> None:
    one, two = sender.attach(LARGE), sender.attach(LARGE, "the same")
    assert sender.create(one, LARGE).status_code == 201
    colleague = officer(sender.world, "colleague", branch_of(sender), kind=type(sender))
    assert colleague.create(two, LARGE).status_code == 201
    other = random_bytes(700_000, 2)
    refused = sender.create(sender.attach(other), other)
    assert (refused.status_code, asked(refused)) == (507, "quota")


def test_B12_many_sizes_said_of_one_checksum_are_not_one_content(sender: Uploader, asked: Code) -> None:
    answers = [
        sender.client.post(UPLOADS, headers=sender.announced_as(sender.attach_as(SHA256, size), SHA256, size))
        for size in (700_000, 700_001)
    ]
    assert [each.status_code for each in answers] == [201, 507]
    assert asked(answers[1]) == "quota"


# ---------------------------------------------------------------- bytes that did not come


@pytest.mark.parametrize("trouble", ["wrong bytes", "no room"])
def test_I17_what_could_not_be_kept_is_not_put_back_as_stored(
    place: World, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    """Collected bytes are announced again by somebody who sees nothing of the file, and do not come."""
    engineer = officer(place, "nadia", kind=Visitor)
    client = NewOrganisation(
        "Sahel", "onyxpro", branch_id=branch_of(engineer), start_date=place.clock.at.date()
    )
    engineer.organisation = made(people.add_organisation(engineer.desk, client).created)
    photo = engineer.attach(CONTENT)
    assert engineer.patch(engineer.begin(photo, CONTENT), 0, CONTENT).status_code == 204
    assert engineer.visit is not None
    visit_files.remove_file(engineer.desk, engineer.visit, photo)
    collected(place)
    other = officer(place, "mallory")
    address = other.begin(other.attach(CONTENT), CONTENT)
    if trouble == "no room":
        monkeypatch.setattr(Folder, "take", _no_room)
    answer = other.patch(address, 0, CONTENT if trouble == "no room" else CONTENT[::-1])
    assert answer.status_code == (503 if trouble == "no room" else 460)
    monkeypatch.undo()
    do(engineer.desk, "visit.remove_file", engineer.visit, {"file": photo, "removed": False})
    assert engineer.attached() == {photo: "local"}
    # So its desk sends it once more.
    engineer.client = place.signed_in("nadia@example.org")[0]
    assert engineer.patch(engineer.begin(photo, CONTENT), 0, CONTENT).status_code == 204
    assert (engineer.get(photo).content, noted(engineer)) == (CONTENT, {SHA256: "stored"})


def _no_room(_self: Folder, _file: Path, _sha256: str) -> None:
    raise OSError(5, "the disk does not answer")


# ---------------------------------------------------------------- kept while they are taken away


@pytest.mark.parametrize("gone", [False, True], ids=["about to go", "gone"])
def test_SAP_6_what_was_erased_can_be_deposited_again_however_long_keeping_takes(
    nadia: Depositor, monkeypatch: pytest.MonkeyPatch, *, gone: bool
) -> None:
    """A turn of the duties falls into the minutes in which a bucket takes the bytes."""
    erased(nadia)
    hub, take = nadia.world.hub, Folder.take
    if gone:
        collecting.take_erased(hub)
        assert nadia.kept() == []

    def slowly(self: Folder, file: Path, sha256: str) -> None:
        take(self, file, sha256)
        nadia.world.clock.pass_(minutes=2)
        collecting.take_erased(hub)

    file = nadia.attach(CONTENT)
    address = nadia.begin(file, CONTENT)
    monkeypatch.setattr(Folder, "take", slowly)
    assert nadia.patch(address, 0, CONTENT).status_code == 204
    assert (nadia.attached()[file], nadia.get(file).content) == ("stored", CONTENT)


def test_SAP_6_a_line_that_stands_still_keeps_nothing_of_what_was_erased(nadia: Depositor) -> None:
    erased(nadia)
    upload = UUID(nadia.begin(nadia.attach(CONTENT), CONTENT).rsplit("/", 1)[1])
    uploads.lend(nadia.world.hub, caller_of(nadia), upload, 0)
    collecting.take_erased(nadia.world.hub)
    assert (nadia.kept(), noted(nadia)) == ([], {})


def test_I17_a_request_that_was_given_up_does_not_tell_of_bytes_that_went(nadia: Depositor) -> None:
    """It put them, stood still for too long, and they were taken away; another is bringing the same meanwhile."""
    erased(nadia)
    hub, keeper = nadia.world.hub, needed_place(nadia.world.hub)
    file, second = nadia.attach(CONTENT), nadia.attach(CONTENT)
    addresses = [nadia.begin(each, CONTENT) for each in (file, second)]
    for address in addresses:
        assert nadia.patch(address, 0, CONTENT[:999]).status_code == 204
    first, other = (
        uploads.lend(hub, caller_of(nadia), UUID(address.rsplit("/", 1)[1]), 999) for address in addresses
    )
    uploads.about_to_keep(hub, first, 999)
    (keeper.coming / "whole").write_bytes(CONTENT)
    keeper.blobs.take(keeper.coming / "whole", SHA256)
    nadia.world.clock.at += uploads.TO_FINISH + timedelta(seconds=1)
    collecting.take_erased(hub)
    assert nadia.kept() == []
    other = uploads.lend(hub, caller_of(nadia), other.upload.id, 999)
    uploads.about_to_keep(hub, other, 999)
    with pytest.raises(Refusal) as refused:
        uploads.complete(hub, first, nadia.desk.actor)
    assert (refused.value.status, nadia.attached()[file]) == (423, "local")
    nadia.client = nadia.world.signed_in("nadia@example.org")[0]
    assert nadia.patch(nadia.begin(file, CONTENT), 0, CONTENT).status_code == 204
    assert nadia.get(file).content == CONTENT


def caller_of(who: Uploader) -> Caller:
    found = administration.user_of_login(who.world.hub, "nadia@example.org")
    return Caller(found.id, found.agent_id, who.device, who.device, frozenset(), None, None, "")


# ---------------------------------------------------------------- a store that is slow or away


def test_B12_text_and_files_go_on_while_a_store_takes_bytes_away(
    nadia: Depositor, monkeypatch: pytest.MonkeyPatch
) -> None:
    erased(nadia)
    case = officer(nadia.world, "colleague")
    told: dict[str, object] = {}
    again = nadia.attach(CONTENT)
    remove, address = Folder.remove, ""

    def meanwhile() -> None:
        nonlocal address
        push = Sender(case.client, case.desk.actor, case.device, nadia.world.clock.at)
        (answer,) = push.push(push.note(case.case))
        told["text"] = answer.status
        other = case.attach(CONTENT[:10])
        told["other"] = case.patch(case.begin(other, CONTENT[:10]), 0, CONTENT[:10]).status_code
        # The same bytes are neither here, nor kept before they went.
        created = nadia.create(again, CONTENT)
        told["begun at"] = created.headers["Upload-Offset"]
        address = f"/files/v1/{created.headers['Location']}"
        waits = nadia.patch(address, 0, CONTENT)
        told["same"] = (waits.status_code, waits.headers["Retry-After"], nadia.attached()[again])

    def slowly(self: Folder, checksums: Iterable[str]) -> None:
        thread = Thread(target=meanwhile, daemon=True)
        thread.start()
        thread.join(_SECONDS)
        remove(self, checksums)

    monkeypatch.setattr(Folder, "remove", slowly)
    collecting.take_erased(nadia.world.hub)
    assert told == {"text": "applied", "other": 204, "begun at": "0", "same": (423, "2", "local")}
    assert SHA256 not in nadia.kept()
    at = int(nadia.head(address).headers["Upload-Offset"])
    assert nadia.patch(address, at, CONTENT[at:]).status_code == 204
    assert nadia.get(again).content == CONTENT


@pytest.mark.parametrize("why", ["erased", "orphaned"])
def test_I17_a_removal_that_was_cut_short_is_gone_on_with(
    nadia: Depositor, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    hub = nadia.world.hub
    if why == "erased":
        erased(nadia)
    else:
        keeper = needed_place(hub)
        keeper.coming.mkdir(parents=True)
        (keeper.coming / "stray").write_bytes(CONTENT)
        keeper.blobs.take(keeper.coming / "stray", SHA256)
        collecting.collect(hub)
        nadia.world.clock.pass_(days=15)

    def away(_self: Folder, _checksums: Iterable[str]) -> None:
        raise OSError(5, "the store does not answer")

    monkeypatch.setattr(Folder, "remove", away)
    with pytest.raises(OSError, match="does not answer"):
        (collecting.take_erased if why == "erased" else collecting.collect)(hub)
    assert (nadia.kept(), noted(nadia)) == ([SHA256], {SHA256: "going"})
    monkeypatch.undo()
    collecting.take_erased(hub)
    assert (nadia.kept(), noted(nadia)) == ([], {})
