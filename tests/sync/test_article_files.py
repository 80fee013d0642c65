"""Files of articles between desks: they are everybody's, of whatever branch, and honest about their bytes (B5, B12)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Entity, Ref
from supportdesk.services import undo
from supportdesk.services.cases import article_files, attachments, lost_files
from supportdesk.services.exchange import outlook, unsent
from supportdesk.services.exchange.matters import matters
from supportdesk.services.operations.applying import do
from supportdesk.services.queries import library
from supportdesk.services.registers import knowledge
from supportdesk.services.registers.knowledge import NewArticle
from supportdesk.services.views import FileView
from supportdesk.services.views.matters import Unsent
from supportdesk.store import aggregates
from supportdesk.store.blobs import Blobs
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.people import AGENT
from supportdesk.sync.downloading import fetch_file
from supportdesk.sync.verifying import compare
from tests.services.desk_world import KEY, made
from tests.sync.filing import Sending
from tests.sync.office import Office, Seat, open_office

CONTENT = b"a;b\n1;2\n" * 400
NO_ROOM = KnownError("There is no room.", "It stays here.", "Ask for more.")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as opened:
        yield opened


@pytest.fixture
def sending(office: Office) -> Sending:
    """A desk of a branch with files to send."""
    return Sending(office)


@pytest.fixture
def elsewhere(office: Office, sending: Sending) -> Seat:
    """A desk of another branch, which sees no case of the first."""
    branch = office.hub.branch("Casablanca")
    return office.seat("south", office.hub.agent("Salma Idrissi", branch_id=branch))


@pytest.fixture
def article(office: Office, sending: Sending, elsewhere: Seat) -> UUID:
    written = made(
        knowledge.write_article(sending.seat.desk, NewArticle("Rebuild costs", "Run it.", "en")).created
    )
    office.sync()
    return written


def attach(sending: Sending, article: UUID, name: str = "log.csv", content: bytes = CONTENT) -> UUID:
    kept = attachments.keep(sending.blobs, io.BytesIO(content), name, "text/csv")
    return made(article_files.attach(sending.seat.desk, article, [kept]).created)


def seen(seat: Seat, article: UUID) -> list[FileView]:
    return list(library.article(seat.desk, article).files)


def stored(office: Office, file: UUID) -> None:
    """The hub says that it has the bytes, as it does once they have come."""
    with office.hub.store.read() as conn:
        article = conn.scalar(select(ATTACHMENT.c.article_id).where(ATTACHMENT.c.id == file))
    assert article is not None
    do(office.hub.desk, "article.store_file", article, {"file": file})


def test_B12_the_row_travels_to_a_desk_of_another_branch_and_says_whose_bytes_are_waited_for(
    office: Office, sending: Sending, elsewhere: Seat, article: UUID
) -> None:
    file = attach(sending, article)
    elsewhere.heard.clear()
    office.sync()
    (found,) = seen(elsewhere, article)
    author = _name(elsewhere, sending.seat.desk.actor)
    assert (found.id, found.name, found.state, found.by) == (file, "log.csv", "local", author)
    assert author
    # Who attached it waits for nobody else.
    assert [(each.state, each.by) for each in seen(sending.seat, article)] == [("local", "")]
    # A reader that is open there hears of it, as of its bytes later on.
    assert any(changes.aspects_of(Ref(Entity.ARTICLE, article)) for changes in elsewhere.heard)
    assert outlook.standing(sending.seat.desk).files == 1


def test_B12_the_bytes_go_by_tus_and_come_to_a_desk_of_another_branch(
    office: Office, sending: Sending, elsewhere: Seat, article: UUID, tmp_path: Path
) -> None:
    file = attach(sending, article)
    office.sync()
    assert sending.uploader.round()
    assert sending.sent(file) == CONTENT
    stored(office, file)
    elsewhere.heard.clear()
    office.sync()
    assert [each.state for each in seen(elsewhere, article)] == ["stored"]
    assert any(changes.aspects_of(Ref(Entity.ARTICLE, article)) for changes in elsewhere.heard)
    there = Blobs(tmp_path / "there", KEY)
    assert fetch_file(elsewhere.desk, there, sending.hub, file, lambda *_step: None)
    with attachments.read_file(elsewhere.desk, there, file) as source:
        assert source.read() == CONTENT


def test_B12_taking_it_back_reaches_the_other_desk(
    office: Office, sending: Sending, elsewhere: Seat, article: UUID
) -> None:
    kept = attachments.keep(sending.blobs, io.BytesIO(CONTENT), "log.csv", "text/csv")
    done = article_files.attach(sending.seat.desk, article, [kept])
    office.sync()
    assert len(seen(elsewhere, article)) == 1
    assert done.operation is not None
    undo.undo(sending.seat.desk, done.operation.id)
    office.sync()
    assert seen(elsewhere, article) == seen(sending.seat, article) == []


def test_B5_a_desk_that_joins_later_is_given_it_with_what_is_everybodys(
    office: Office, sending: Sending, article: UUID
) -> None:
    attach(sending, article)
    sending.attach(b"secret", "of the case.txt")
    office.sync()
    branch = office.hub.branch("Lagos")
    late = office.seat("late", office.hub.agent("Ada Obi", branch_id=branch))
    assert [each.name for each in seen(late, article)] == ["log.csv"]
    with late.desk.store.read() as conn:
        # Of the other branch's case it has nothing.
        assert conn.scalars(select(ATTACHMENT.c.name)).all() == ["log.csv"]
    everybodys = aggregates.everybodys()
    assert "article_id" not in everybodys["attachment"]
    # A person is everybody's to know; what belongs to one is not.
    assert "agent_id" in everybodys["saved_view"]
    assert "for_id" in everybodys["attention"]


def test_B5_both_sides_agree_on_what_everybody_has(
    office: Office, sending: Sending, elsewhere: Seat, article: UUID
) -> None:
    attach(sending, article)
    office.sync()
    for seat in (sending.seat, elsewhere):
        found = compare(seat.desk, seat.link)
        assert (found.done, found.differing) == (True, {})


def test_B12_its_author_says_that_it_is_lost_and_nobody_else(
    office: Office, sending: Sending, elsewhere: Seat, article: UUID
) -> None:
    file = attach(sending, article)
    office.sync()
    with pytest.raises(KnownError, match="somebody else"):
        lost_files.give_up(elsewhere.desk, file)
    lost_files.give_up(sending.seat.desk, file)
    office.sync()
    assert [each.state for each in seen(elsewhere, article)] == ["lost"]


def test_B12_what_the_hub_does_not_take_waits_for_a_person_and_is_replaced_on_the_article(
    office: Office, sending: Sending, article: UUID
) -> None:
    desk = sending.seat.desk
    file = attach(sending, article)
    changes = unsent.note_troubles(desk, {file: ("no_room", NO_ROOM)})
    assert changes.aspects_of(Ref(Entity.ARTICLE, article))
    (waiting,) = [each for each in matters(desk).waiting if isinstance(each, Unsent)]
    assert (waiting.file_id, waiting.about.entity, waiting.about.title) == (file, "article", "Rebuild costs")
    unsent.replace(desk, file, attachments.keep(sending.blobs, io.BytesIO(b"less"), "small.csv", "text/csv"))
    assert [(each.name, each.state) for each in seen(sending.seat, article)] == [
        ("log.csv", "lost"),
        ("small.csv", "local"),
    ]


def test_B12_a_desk_does_not_say_what_the_hub_has(
    office: Office, sending: Sending, elsewhere: Seat, article: UUID
) -> None:
    file = attach(sending, article)
    office.sync()
    do(elsewhere.desk, "article.store_file", article, {"file": file})
    office.sync()
    with office.hub.store.read() as conn:
        assert conn.scalar(select(ATTACHMENT.c.state).where(ATTACHMENT.c.id == file)) == "local"


def test_B12_another_articles_file_is_neither_lost_nor_stored_through_this_one(
    office: Office, sending: Sending, article: UUID
) -> None:
    desk = sending.seat.desk
    other = made(knowledge.write_article(desk, NewArticle("Another", "Text.", "en")).created)
    file = attach(sending, article)
    office.sync()
    for act in ("article.lose_file", "article.store_file"):
        with pytest.raises(KnownError, match="something else"):
            do(desk, act, other, {"file": file})
    assert [each.state for each in seen(sending.seat, article)] == ["local"]


def _name(seat: Seat, agent: UUID) -> str:
    with seat.desk.store.read() as conn:
        return conn.scalar(select(AGENT.c.name).where(AGENT.c.id == agent)) or ""
