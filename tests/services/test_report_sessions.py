"""What reports make of a session, and of its incident, when they come in parts and are taken off again (DSK-4)."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from itertools import permutations
from uuid import UUID

import pytest

from supportdesk.domain.words import AgentRole
from supportdesk.rules.remote_sessions.facts import Person
from supportdesk.services import undo
from supportdesk.services.cases import merging, remote_sessions, replies
from supportdesk.services.cases.remote_reports import OPEN, Noted, note_reports, report_row
from supportdesk.services.cases.report_links import ReportLink, link_report, link_reports, unlink_report
from supportdesk.services.entitlements import incidents
from supportdesk.services.importing.connection_reports import take_in
from supportdesk.services.queries import details
from supportdesk.services.queries.remote_sessions import open_sessions
from supportdesk.store.synced_rows import find_row
from supportdesk.store.tables.work import REMOTE_SESSION
from tests.services.desk_world import World, made
from tests.services.test_remote_reports import accepted, acted, case, lines, report, session

__all__ = ["case"]

NOBODY = Person(name="Nobody")


@pytest.fixture
def ticketed(world: World) -> UUID:
    """A case of a client that pays by the incident."""
    world.sits_down("Tom Reyes", AgentRole.SUPPORT_OFFICER, AgentRole.MANAGER)
    client = world.client("Brightway", "synergy")
    incidents.buy_season_ticket(
        world.desk, client, amount=Decimal(900), currency="QAR", method="bank_transfer", reference="T-1"
    )
    return world.case(client)


def length(world: World, session_id: UUID) -> timedelta | None:
    """How long the session took; None where nobody has ended it."""
    with world.desk.store.read() as conn:
        row = find_row(conn, REMOTE_SESSION, session_id)
    assert row is not None
    ended: timedelta | None = row["ended_at"] - row["started_at"] if row["ended_at"] else None
    return ended


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def linked(world: World, case: UUID, number: int, session_id: UUID | None = None, **values: float) -> UUID:
    """A report that a person put on the case."""
    take_in(
        world.desk, [report(world, number, device_id="111222333", device_name="", officer=NOBODY, **values)]
    )
    link_report(world.desk, case, report_row(f"r{number}"), session_id)
    return report_row(f"r{number}")


# ---------------------------------------------------------------------- a connection in parts


@pytest.mark.parametrize("order", list(permutations([1, 2, 3])))
@pytest.mark.parametrize("together", [True, False])
def test_DSK_4_a_connection_that_was_cut_counts_the_same_in_whatever_order_its_parts_come(
    world: World, case: UUID, order: tuple[int, ...], *, together: bool
) -> None:
    begun = session(world, case, minutes=None)
    world.later(minutes=60)
    parts = {
        1: report(world, 1, minutes=2, ago=60),
        2: report(world, 2, minutes=40, ago=57),
        # At the same time as the end of the second.
        3: report(world, 3, minutes=10, ago=22),
    }
    came = [parts[each] for each in order]
    for batch in [came] if together else [[each] for each in came]:
        note_reports(world.desk, [Noted(each, OPEN) for each in batch])
        link_reports(world.desk, case, [ReportLink(report_row(each.id), begun) for each in batch])
    assert length(world, begun) == minutes(2 + 40 + 5)
    assert details.case(world.desk, case).seconds_spent["remote"] == 47 * 60
    # Nobody has logged anything beside which they would stand.
    assert all("logged" not in line for line in lines(world, case))


def test_DSK_4_parts_that_are_fetched_one_after_another_are_all_counted(world: World, case: UUID) -> None:
    begun = session(world, case, minutes=None)
    world.later(minutes=60)
    for part in (report(world, 1, minutes=2, ago=60), report(world, 2, minutes=40, ago=57)):
        take_in(world.desk, [part])
    assert length(world, begun) == minutes(42)


def test_DSK_4_a_second_part_lengthens_also_a_session_that_was_made_of_the_first(
    world: World, case: UUID
) -> None:
    first = linked(world, case, 1, minutes=10, ago=900)
    made_of_it = UUID(str(lines(world, case)[-1]["session"]))
    linked(world, case, 2, made_of_it, minutes=5, ago=880)
    assert length(world, made_of_it) == minutes(15)
    # The first was there by mistake: the other one still was a session on this case.
    unlink_report(world.desk, case, first)
    assert length(world, made_of_it) == minutes(5)
    unlink_report(world.desk, case, report_row("r2"))
    assert details.case(world.desk, case).seconds_spent["remote"] == 0


# ---------------------------------------------------------------------- taken off again


@pytest.mark.parametrize("taken", ["undone", "unlinked"])
def test_DSK_4_a_report_that_is_taken_off_takes_the_end_along_that_it_gave(
    world: World, case: UUID, taken: str
) -> None:
    begun = session(world, case, minutes=None)
    world.later(minutes=60)
    take_in(world.desk, [report(world, device_id="999888777", device_name="", officer=NOBODY, ago=60)])
    done = link_report(world.desk, case, report_row("r1"), begun)
    assert length(world, begun) == minutes(14)
    if taken == "undone":
        undo.undo(world.desk, acted(done))
    else:
        unlink_report(world.desk, case, report_row("r1"))
    assert length(world, begun) is None
    assert [each.id for each in open_sessions(world.desk)] == [begun]
    remote_sessions.end_session(world.desk, case, begun, note="Done.")
    assert length(world, begun) == minutes(60)


def test_DSK_4_the_parts_that_stay_keep_their_time(world: World, case: UUID) -> None:
    begun = session(world, case, minutes=None)
    world.later(minutes=120)
    linked(world, case, 1, begun, minutes=10, ago=110)
    linked(world, case, 2, begun, minutes=30, ago=90)
    unlink_report(world.desk, case, report_row("r2"))
    assert length(world, begun) == minutes(10)


@pytest.mark.parametrize("said", [14, 20])
def test_DSK_4_what_an_officer_logged_stays_whatever_becomes_of_reports(
    world: World, case: UUID, said: int
) -> None:
    begun = session(world, case, minutes=said)
    world.later(minutes=60)
    linked(world, case, 1, begun, minutes=14, ago=70)
    linked(world, case, 2, begun, minutes=9, ago=50)
    assert [line.get("logged") for line in lines(world, case)[-2:]] == [said * 60, said * 60]
    for number in (1, 2):
        unlink_report(world.desk, case, report_row(f"r{number}"))
    assert length(world, begun) == minutes(said)


def test_DSK_4_what_an_officer_logs_after_a_report_has_ended_the_session_stands_before_it(
    world: World, case: UUID
) -> None:
    begun = session(world, case, minutes=None)
    world.later(minutes=30)
    linked(world, case, 1, begun, minutes=14, ago=30)
    ended = world.now - minutes(20)
    remote_sessions.end_session(world.desk, case, begun, ended_at=ended, note="Rebuilt the index.")
    assert length(world, begun) == minutes(10)
    linked(world, case, 2, begun, minutes=5, ago=12)
    unlink_report(world.desk, case, report_row("r1"))
    assert length(world, begun) == minutes(10)


# ---------------------------------------------------------------------- the incident


@pytest.mark.parametrize("support", ["reply", "call", "session", "part of it"])
def test_SYN_2_a_report_taken_off_leaves_an_incident_that_support_since_has_used(
    world: World, ticketed: UUID, support: str
) -> None:
    taken_off = linked(world, ticketed, 1, ago=900)
    assert accepted(world, ticketed)
    world.later(minutes=5)
    if support == "reply":
        replies.reply(world.desk, ticketed, "Restart the service.")
    elif support == "call":
        replies.call(world.desk, ticketed, "Told how.", direction="incoming", seconds=300)
    elif support == "session":
        session(world, ticketed)
    else:
        merged = world.case(details.case(world.desk, ticketed).organisation_id)
        merging.merge(world.desk, merged, ticketed)
        replies.reply(world.desk, merged, "Restart the service.")
    unlink_report(world.desk, ticketed, taken_off)
    assert accepted(world, ticketed)
    assert details.case(world.desk, ticketed).seconds_spent["remote"] == (
        14 * 60 if support == "session" else 0
    )


def test_SYN_2_of_two_reports_put_on_a_case_at_once_the_last_to_go_gives_the_incident_back(
    world: World, ticketed: UUID
) -> None:
    both = [report(world, each, ago=900 * each, officer=NOBODY) for each in (1, 2)]
    note_reports(world.desk, [Noted(each, OPEN) for each in both])
    link_reports(world.desk, ticketed, [ReportLink(report_row(each.id)) for each in both])
    unlink_report(world.desk, ticketed, report_row("r2"))
    assert accepted(world, ticketed)
    unlink_report(world.desk, ticketed, report_row("r1"))
    assert not accepted(world, ticketed)


def test_SYN_2_sessions_that_never_began_use_no_incident(world: World, ticketed: UUID) -> None:
    taken_off = linked(world, ticketed, 1, ago=900)
    never = remote_sessions.start_session(world.desk, ticketed, tool="TeamViewer", remote_id="602724282")
    world.later(minutes=1)
    remote_sessions.fail_session(world.desk, ticketed, made(never.created), "gone")
    unlink_report(world.desk, ticketed, taken_off)
    assert not accepted(world, ticketed)
