"""Remote sessions on their case (DSK-4): begun before the launch, ended, failed; what is offered before and after."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.words import AgentRole, EntryKind
from supportdesk.services.cases import remote_sessions, replies
from supportdesk.services.entitlements import incidents
from supportdesk.services.operations.applying import do
from supportdesk.services.queries import details
from supportdesk.services.queries.remote_sessions import offer, open_sessions, proposed_length
from supportdesk.services.views import TimelineItem
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.work import REMOTE_SESSION
from tests.services.desk_world import World, made

REMOTE = EntryKind.REMOTE_SESSION


@pytest.fixture
def case(world: World) -> UUID:
    """A case of a client in its first, free year."""
    branch = world.branch("Sana'a", kind="central", time_zone="Asia/Aden")
    world.sits_down("Karim Haddad", AgentRole.FIELD_ENGINEER, AgentRole.MANAGER, branch_id=branch)
    client = world.client(
        "Al-Rashid Trading", "onyxpro", branch_id=branch, start_date=datetime(2026, 6, 1, tzinfo=UTC).date()
    )
    return world.case(client, reason="update", contact_id=world.contact(client, "Amal Rashid"))


def begun(world: World, case: UUID, remote_id: str = "602724282", tool: str = "TeamViewer") -> UUID:
    done = remote_sessions.start_session(
        world.desk, case, tool=tool, remote_id=remote_id, consent_by="Amal Rashid"
    )
    return made(done.created)


def lines(world: World, case: UUID) -> list[TimelineItem]:
    return [item for item in details.timeline(world.desk, case).items if item.kind is REMOTE]


def row(world: World, session: UUID) -> dict[str, object]:
    with world.desk.store.read() as conn:
        return dict(get_row(conn, REMOTE_SESSION, session))


def test_DSK_4_a_session_is_logged_before_the_tool_starts_and_once_it_ended(world: World, case: UUID) -> None:
    session = begun(world, case)
    (first,) = lines(world, case)
    assert (first.data["act"], first.data["remote_id"], first.data["consent_by"]) == (
        "begun",
        "602724282",
        "Amal Rashid",
    )
    with pytest.raises(KnownError, match="before its beginning"):
        remote_sessions.end_session(
            world.desk, case, session, ended_at=world.now - timedelta(minutes=1), note="No"
        )
    world.later(minutes=12)
    remote_sessions.end_session(world.desk, case, session, note="Rebuilt the index.", chargeable=True)
    with pytest.raises(KnownError, match="has ended already"):
        remote_sessions.end_session(world.desk, case, session)
    _, item = lines(world, case)
    assert (item.data["tool"], item.data["seconds"], item.body) == ("TeamViewer", 720, "Rebuilt the index.")
    assert item.data["chargeable"] is True
    assert row(world, session)["chargeable"] is True


def test_a_session_that_failed_to_start_says_why_and_counts_no_time(world: World, case: UUID) -> None:
    session = begun(world, case)
    world.later(minutes=3)
    remote_sessions.fail_session(world.desk, case, session, "TeamViewer is no longer where it was found.")
    _, item = lines(world, case)
    assert (item.data["act"], item.data["failed"]) == (
        "failed",
        "TeamViewer is no longer where it was found.",
    )
    assert open_sessions(world.desk) == ()
    assert details.case(world.desk, case).seconds_spent["remote"] == 0
    # Where no session took place is not what the client was last reached by.
    assert offer(world.desk, case).known == ()


def test_what_is_logged_as_a_whole_afterwards_has_one_line(world: World, case: UUID) -> None:
    started = world.now - timedelta(minutes=20)
    done = remote_sessions.start_session(
        world.desk, case, tool="TeamViewer", started_at=started, announced=False
    )
    remote_sessions.end_session(world.desk, case, made(done.created), note="Done.")
    (item,) = lines(world, case)
    assert item.data["seconds"] == 1200


def test_acts_of_a_desk_that_knew_less_are_still_read(world: World, case: UUID) -> None:
    old = {"tool": "TeamViewer", "remote_id": None, "consent_by": None, "started_at": world.now}
    session = made(do(world.desk, "case.start_remote_session", case, old).created)
    world.later(minutes=5)
    ended = {"session_id": session, "ended_at": world.now, "note": "Done."}
    do(world.desk, "case.end_remote_session", case, ended)
    (item,) = lines(world, case)
    assert item.data["seconds"] == 300
    assert "chargeable" not in item.data


def test_SYN_1_no_session_begins_without_an_entitlement_and_the_offer_says_so_before(world: World) -> None:
    world.branch()
    world.sits_down()
    case = world.case(world.client("Harbour Dental", "synergy"))
    refusal = offer(world.desk, case).refusal
    assert refusal is not None
    with pytest.raises(RuleRefusal, match="A remote session is support") as raised:
        remote_sessions.start_session(world.desk, case, tool="TeamViewer", remote_id="602724282")
    assert (raised.value.what, raised.value.meaning) == (refusal.what, refusal.meaning)
    assert lines(world, case) == []
    with world.desk.store.read() as conn:
        assert conn.execute(select(REMOTE_SESSION.c.id)).all() == []


def test_open_sessions_are_this_persons_oldest_first(world: World, case: UUID) -> None:
    first = begun(world, case)
    world.later(minutes=2)
    second = begun(world, case, "547911884", "AnyDesk")
    assert [each.id for each in open_sessions(world.desk)] == [first, second]
    assert open_sessions(world.as_agent(world.agent("Nadia Karim"))) == ()
    remote_sessions.end_session(world.desk, case, first)
    (left,) = open_sessions(world.desk)
    assert (left.tool, left.remote_id, left.case_id) == ("AnyDesk", "547911884", case)
    assert proposed_length(left, world.now + timedelta(minutes=13, seconds=40)) == timedelta(minutes=14)
    assert proposed_length(left, world.now + timedelta(seconds=150)) == timedelta(minutes=3)
    assert proposed_length(left, world.now - timedelta(hours=1)) == timedelta(minutes=1)


def test_a_session_is_begun_with_what_the_client_was_last_reached_by(world: World, case: UUID) -> None:
    begun(world, case, "111222333")
    world.later(hours=1)
    begun(world, case)
    world.later(hours=1)
    begun(world, case, "547911884", "AnyDesk")
    world.later(hours=1)
    begun(world, case, "111222333")
    client = details.case(world.desk, case).organisation_id
    found = offer(world.desk, world.case(client, reason="update"))
    assert [(each.tool, each.remote_id) for each in found.known] == [
        ("TeamViewer", "111222333"),
        ("AnyDesk", "547911884"),
        ("TeamViewer", "602724282"),
    ]
    assert (found.client, found.refusal) == ("Al-Rashid Trading", None)
    assert offer(world.desk, case).contact == "Amal Rashid"


def test_a_session_is_ended_on_its_own_case_only(world: World, case: UUID) -> None:
    session = begun(world, case)
    other = world.case(details.case(world.desk, case).organisation_id, reason="update")
    with pytest.raises(KnownError, match="belongs to another case"):
        remote_sessions.end_session(world.desk, other, session)


@pytest.fixture
def ticketed(world: World) -> UUID:
    """A case of a client that pays by the incident."""
    world.sits_down("Tom Reyes", AgentRole.SUPPORT_OFFICER, AgentRole.MANAGER)
    client = world.client("Brightway", "synergy")
    incidents.buy_season_ticket(
        world.desk, client, amount=Decimal(900), currency="QAR", method="bank_transfer", reference="T-1"
    )
    return world.case(client)


def charged(world: World, case: UUID) -> bool:
    with world.desk.store.read() as conn:
        accepted: bool = get_row(conn, CASE, case)["accepted"]
    return accepted


def test_SYN_2_a_launch_that_failed_gives_back_the_incident_that_it_alone_charged(
    world: World, ticketed: UUID
) -> None:
    session = begun(world, ticketed)
    assert charged(world, ticketed)
    remote_sessions.fail_session(world.desk, ticketed, session, "gone")
    assert not charged(world, ticketed)
    told = [item.data for item in details.timeline(world.desk, ticketed).items if item.kind == "entitlement"]
    assert (told[-1]["act"], told[-1]["reason"]) == ("returned", "The remote session did not begin.")
    # The next one that takes place is charged again, once.
    second = begun(world, ticketed)
    world.later(minutes=4)
    remote_sessions.end_session(world.desk, ticketed, second)
    assert charged(world, ticketed)


@pytest.mark.parametrize("support", ["reply", "session", "before"])
def test_SYN_2_an_incident_that_other_support_used_stays_charged(
    world: World, ticketed: UUID, support: str
) -> None:
    if support == "before":
        other = begun(world, ticketed)
        world.later(minutes=4)
        remote_sessions.end_session(world.desk, ticketed, other)
    session = begun(world, ticketed)
    world.later(minutes=1)
    if support == "reply":
        replies.reply(world.desk, ticketed, "Restart the service.")
    elif support == "session":
        begun(world, ticketed, "111222333")
    remote_sessions.fail_session(world.desk, ticketed, session, "gone")
    assert charged(world, ticketed)
