"""Erasing a client's data is for who answers for it and is final; what was taken off is there again (SAP-6, I17)."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from supportdesk.domain.words import AgentRole
from supportdesk.hub import administration, collecting
from supportdesk.hub.administration import By
from supportdesk.hub.duties import once
from supportdesk.hub.sync_routes import desk_of
from supportdesk.protocol.messages import Answer
from supportdesk.services.cases import article_files, attachments, visit_files, visits
from supportdesk.services.entitlements import file_station
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.operations.applying import do
from supportdesk.services.registers import people
from supportdesk.services.registers.people import NewOrganisation
from supportdesk.store.tables.cases import ATTACHMENT
from tests.hub.conftest import World
from tests.hub.pushing import Sender
from tests.hub.test_article_files import Author
from tests.hub.uploading import Depositor, Uploader, officer, random_bytes
from tests.services.desk_world import made

CONTENT = random_bytes(1000)


@pytest.fixture
def place(world: World, tmp_path: Path) -> World:
    world.hub = replace(world.hub, settings=replace(world.hub.settings, files=str(tmp_path / "files")))
    return world


@pytest.fixture
def nadia(place: World) -> Depositor:
    return officer(place, "nadia", kind=Depositor)


def stored(who: Uploader, content: bytes = CONTENT) -> UUID:
    file = who.attach(content)
    assert who.patch(who.begin(file, content), 0, content).status_code == 204
    return file


def branch_of(who: Uploader) -> UUID:
    branch = administration.user_of_login(who.world.hub, "nadia@example.org").branch_id
    assert branch is not None
    return branch


# ---------------------------------------------------------------- what keeps bytes


def test_SAP_6_a_row_that_merely_names_erased_bytes_does_not_keep_them(nadia: Depositor) -> None:
    hub = nadia.world.hub
    file = stored(nadia)
    colleague = officer(nadia.world, "colleague", branch_of(nadia))
    attached = colleague.attach(CONTENT)
    second = made(
        people.add_organisation(
            nadia.desk, NewOrganisation("Second", "synergy", branch_id=branch_of(nadia))
        ).created
    )
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    file_station.deposit(nadia.desk, second, NewFile(sha256, 1000, "x"), copied_at=hub.now())
    nadia.erase(file)
    collecting.take_erased(hub)
    assert (nadia.kept(), colleague.attached()[attached]) == ([], "local")
    # Who has the bytes may still bring them, as a file of their own.
    assert colleague.patch(colleague.begin(attached, CONTENT), 0, CONTENT).status_code == 204
    collecting.take_erased(hub)
    nadia.world.clock.pass_(days=40)
    collecting.collect(hub)
    assert nadia.kept() == [sha256]


# ---------------------------------------------------------------- the day of erasing


class Dating:
    """Somebody at a desk who says on which day a file is to be erased."""

    def __init__(self, who: Uploader, file: UUID) -> None:
        self.who, self.file = who, file
        self.sender = Sender(who.client, who.desk.actor, who.device, who.world.clock.at)

    def say(self, day: date | None) -> Answer:
        args: dict[str, Any] = {
            "data_file_id": str(self.file),
            "changes": {"erase_on": day.isoformat() if day else None},
        }
        edit = self.sender.letter(
            "organisation.edit_data_file",
            self.who.organisation,
            args,
            root_entity="organisation",
            kind="edit",
        )
        (answer,) = self.sender.push(edit)
        return answer

    def day(self) -> date | None:
        return file_station.versions(self.who.desk, self.who.organisation)[0].erase_on


@pytest.mark.parametrize("days", [-400, 0, 1, 29])
@pytest.mark.parametrize("before", [None, 30])
def test_SAP_6_who_may_not_erase_lets_no_day_of_erasing_come_sooner(
    nadia: Depositor, days: int, before: int | None
) -> None:
    hub, dating = nadia.world.hub, Dating(nadia, stored(nadia))
    today = hub.now().date()
    there = None if before is None else today + timedelta(days=before)
    file_station.set_erase_day(desk_of(hub), nadia.organisation, dating.file, there)
    answer = dating.say(today + timedelta(days=days))
    assert (answer.status, answer.rule, dating.day()) == ("rejected", "SAP-6", there)
    once(desk_of(hub), each_turn=lambda: collecting.take_erased(hub))
    assert len(nadia.kept()) == 1


def test_SAP_6_who_may_not_erase_may_let_it_be_kept_longer(nadia: Depositor) -> None:
    hub, dating = nadia.world.hub, Dating(nadia, stored(nadia))
    today = hub.now().date()
    file_station.set_erase_day(desk_of(hub), nadia.organisation, dating.file, today)
    for day in (today + timedelta(days=1), today + timedelta(days=1), today + timedelta(days=90), None):
        assert (dating.say(day).status, dating.day()) == ("applied", day)


@pytest.mark.parametrize("role", [AgentRole.ADMINISTRATOR, AgentRole.MANAGER, AgentRole.CENTRAL_SUPPORT])
def test_SAP_6_who_may_erase_names_any_day(nadia: Depositor, role: AgentRole) -> None:
    hub, dating = nadia.world.hub, Dating(nadia, stored(nadia))
    account = administration.user_of_login(hub, "nadia@example.org")
    administration.set_roles(hub, By(nadia.world.chief.agent_id), account.id, [role])
    today = hub.now().date()
    assert (dating.say(today).status, dating.day()) == ("applied", today)


# ---------------------------------------------------------------- what no desk would send


@pytest.mark.parametrize("kind", [Uploader, Depositor])
@pytest.mark.parametrize("wrong", [{"sha256": "zz"}, {"sha256": "../../etc/passwd"}, {"size": -5}], ids=str)
def test_B12_what_is_no_file_is_refused_by_the_hub(
    place: World, kind: type[Uploader], wrong: dict[str, Any]
) -> None:
    who = officer(place, "nadia", kind=kind)
    sender = Sender(who.client, who.desk.actor, who.device, place.clock.at)
    file = {"sha256": "ab" * 32, "size": 5, "name": "x", **wrong}
    told = who.letter(file)
    (answer,) = sender.push({**sender.letter("", uuid4()), **told})
    assert (answer.status, who.attached()) == ("rejected", {})


# ---------------------------------------------------------------- put back


def test_I17_an_articles_file_put_back_after_its_bytes_went_is_wanted_again(place: World) -> None:
    author = officer(place, "nadia", kind=Author)
    file, other = stored(author), stored(author, CONTENT[:10])
    assert author.article is not None
    article_files.remove(author.desk, author.article, [file])
    collected(place)
    put_back = {"files": [file, other], "removed": False}
    do(author.desk, "article.remove_files", author.article, put_back)
    assert author.attached() == {file: "local", other: "stored"}
    author.client = place.signed_in("nadia@example.org")[0]
    # Its desk finds it unsent, sends it once more, and it is there as before.
    assert author.patch(author.begin(file, CONTENT), 0, CONTENT).status_code == 204
    assert (author.attached()[file], author.get(file).content) == ("stored", CONTENT)


def test_I17_put_back_in_time_it_is_there_as_it_was(place: World) -> None:
    author = officer(place, "nadia", kind=Author)
    file = stored(author)
    assert author.article is not None
    article_files.remove(author.desk, author.article, [file])
    collecting.collect(place.hub)
    place.clock.pass_(days=13)
    do(author.desk, "article.remove_files", author.article, {"files": [file], "removed": False})
    collected(place)
    author.client = place.signed_in("nadia@example.org")[0]
    assert (author.attached()[file], author.get(file).content) == ("stored", CONTENT)


class Visitor(Uploader):
    """Somebody who attaches photos to the report of a visit of theirs."""

    visit: UUID | None = None

    def attach_as(self, sha256: str, size: int, name: str = "photo.jpg") -> UUID:
        """Attach a photo that is said to be this."""
        if self.visit is None:
            at = self.world.hub.now()
            planned = visits.plan(self.desk, self.organisation, planned_at=at, engineer_id=self.desk.actor)
            self.visit = made(planned.created)
        done = attachments.attach_to_visit(self.desk, self.visit, NewFile(sha256, size, name))
        return made(done.created)

    def attached(self) -> dict[UUID, str]:
        """The photos of the visit, each with its state."""
        with self.world.hub.store.read() as conn:
            own = ATTACHMENT.c.visit_id == self.visit
            return {row.id: row.state for row in conn.execute(select(ATTACHMENT).where(own))}


def test_I17_a_photo_put_back_after_its_bytes_went_is_wanted_again(place: World) -> None:
    engineer = officer(place, "nadia", kind=Visitor)
    engineer.organisation = made(
        people.add_organisation(
            engineer.desk,
            NewOrganisation(
                "Sahel", "onyxpro", branch_id=branch_of(engineer), start_date=place.clock.at.date()
            ),
        ).created
    )
    photo = stored(engineer)
    assert engineer.visit is not None
    visit_files.remove_file(engineer.desk, engineer.visit, photo)
    collected(place)
    do(engineer.desk, "visit.remove_file", engineer.visit, {"file": photo, "removed": False})
    assert engineer.attached() == {photo: "local"}
    engineer.client = place.signed_in("nadia@example.org")[0]
    assert engineer.patch(engineer.begin(photo, CONTENT), 0, CONTENT).status_code == 204
    assert engineer.get(photo).content == CONTENT


def collected(place: World) -> None:
    collecting.collect(place.hub)
    place.clock.pass_(days=15)
    collecting.collect(place.hub)
