"""Due work: reminders and closings each once, however often and wherever the scheduler runs; clocks judged missed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import Channel, EntryKind, Verdict
from supportdesk.services import schedule, undo
from supportdesk.services.cases import cases, closing, handling, linking, replies
from supportdesk.services.exchange.taking_in import take_in
from supportdesk.services.in_hand import attention
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.queries import details
from supportdesk.store.case_rows import load_state
from supportdesk.store.tables.cases import CASE, ENTRY
from tests.services.desk_world import World, made, open_world
from tests.services.random_acts import WITHOUT_SHRINKING

# Thursday, 5 June 2025, 15:45 in New York; no holiday of the policy falls into the two weeks after it.
THURSDAY = datetime(2025, 6, 5, 19, 45, tzinfo=UTC)


def waiting_case(world: World) -> UUID:
    """A case that waits for the customer since Thursday."""
    world.now = THURSDAY
    world.sits_down()
    case_id = world.case(world.client())
    handling.move_stage(world.desk, case_id, "waiting_for_customer")
    return case_id


def lines(world: World, case_id: UUID, *kinds: EntryKind) -> list[tuple[datetime, str]]:
    with world.store.read() as conn:
        rows = conn.execute(
            select(ENTRY.c.at, ENTRY.c.kind)
            .where(ENTRY.c.case_id == case_id, ENTRY.c.kind.in_([kind.value for kind in kinds]))
            .order_by(ENTRY.c.at)
        )
        return [(row.at, row.kind) for row in rows]


def stage(world: World, case_id: UUID) -> str:
    with world.store.read() as conn:
        return load_state(conn, case_id)[0].stage


def test_SPK_7_reminders_and_closing_are_counted_from_the_stage(world: World) -> None:
    case_id = waiting_case(world)
    planned = []
    while stage(world, case_id) != "closed":
        due = schedule.next_due_at(world.desk)
        assert due is not None
        # The missed first response is due on the way; it sends nothing.
        world.now = max(due, world.now + timedelta(minutes=1))
        if any(done.operation for done in schedule.run_due(world.desk)):
            planned.append(due)
    assert planned == [
        datetime(2025, 6, 9, 19, 45, tzinfo=UTC),
        datetime(2025, 6, 11, 19, 45, tzinfo=UTC),
        datetime(2025, 6, 13, 19, 45, tzinfo=UTC),
    ]


def test_SPK_7_each_step_is_done_once_however_often_the_scheduler_runs(world: World) -> None:
    case_id = waiting_case(world)
    for _ in range(400):
        world.later(hours=1)
        schedule.run_due(world.desk)
        schedule.run_due(world.desk)
    assert [kind for _, kind in lines(world, case_id, EntryKind.REMINDED, EntryKind.CLOSED)] == [
        "reminded",
        "reminded",
        "closed",
    ]


@settings(max_examples=25, suppress_health_check=list(HealthCheck), phases=WITHOUT_SHRINKING)
@given(st.lists(st.integers(1, 12_000), max_size=8))
def test_SPK_7_whenever_the_scheduler_runs_the_end_is_the_same(minutes: list[int]) -> None:
    with TemporaryDirectory() as folder, open_world(Path(folder)) as world:
        case_id = waiting_case(world)
        for pause in [*minutes, 20 * 1440, 20 * 1440, 20 * 1440]:
            world.later(minutes=pause)
            schedule.run_due(world.desk)
        assert stage(world, case_id) == "closed"
        steps = lines(world, case_id, EntryKind.REMINDED, EntryKind.CLOSED)
        assert [kind for _, kind in steps] in (["reminded", "closed"], ["reminded", "reminded", "closed"])
        assert len({at for at, _ in steps}) == len(steps)


def test_SPK_7_after_a_long_pause_one_reminder_goes_out_and_the_closing_waits(world: World) -> None:
    case_id = waiting_case(world)
    world.later(days=40)
    schedule.run_due(world.desk)
    assert len(lines(world, case_id, EntryKind.REMINDED)) == 1
    assert stage(world, case_id) == "waiting_for_customer"
    closes_at = schedule.next_due_at(world.desk)
    assert closes_at is not None
    assert closes_at > world.now + timedelta(days=1)
    world.now = closes_at
    schedule.run_due(world.desk)
    assert stage(world, case_id) == "closed"


def test_SPK_7_a_step_made_on_two_machines_is_one_step(world: World) -> None:
    case_id = waiting_case(world)
    world.later(days=4)
    step = next(done.operation for done in schedule.run_due(world.desk) if done.operation)
    with world.store.write() as conn:
        take_in(conn, step, world.desk.policies)
    assert len(lines(world, case_id, EntryKind.REMINDED)) == 1


def test_SPK_7_any_answer_of_the_client_ends_the_countdown(world: World) -> None:
    case_id = waiting_case(world)
    replies.note(world.desk, case_id, "Called, nobody there.")
    world.later(days=4)
    schedule.run_due(world.desk)
    assert len(lines(world, case_id, EntryKind.REMINDED)) == 1
    replies.client_entry(world.desk, case_id, "Still looking.", channel=Channel.EMAIL)
    world.later(days=60)
    schedule.run_due(world.desk)
    assert stage(world, case_id) == "updated_by_customer"


def test_SPK_7_an_answer_after_an_automatic_closing_waits_for_the_owner(world: World) -> None:
    case_id = waiting_case(world)
    handling.assign(world.desk, case_id, world.desk.actor)
    handling.move_stage(world.desk, case_id, "complete")
    world.later(days=20)
    schedule.run_due(world.desk)
    assert stage(world, case_id) == "closed"
    replies.client_entry(world.desk, case_id, "It is back.", channel=Channel.EMAIL)
    (item,) = attention.open_items(world.desk)
    assert (item.kind, item.case_id) == ("answer_after_closing", case_id)
    assert stage(world, case_id) == "closed"
    with world.store.read() as conn:
        client = load_state(conn, case_id)[1]["organisation_id"]
    follow_up = cases.log_case(world.desk, NewCase("It is back", organisation_id=client, follows=case_id))
    assert attention.open_items(world.desk) == ()
    with world.store.read() as conn:
        assert not load_state(conn, case_id)[0].needs_owner
        assert load_state(conn, made(follow_up.created))[0].stage == "new"


def test_SPK_7_reopening_settles_what_waited_for_the_owner(world: World) -> None:
    case_id = waiting_case(world)
    closing.close(world.desk, case_id, by_client=True)
    replies.client_entry(world.desk, case_id, "One more thing.", channel=Channel.PORTAL)
    assert len(attention.open_items(world.desk)) == 1
    closing.reactivate(world.desk, case_id)
    assert attention.open_items(world.desk) == ()


def test_SPK_7_every_later_answer_is_put_before_the_owner_again(world: World) -> None:
    case_id = waiting_case(world)
    closing.close(world.desk, case_id, by_client=True)
    with pytest.raises(KnownError, match="Nothing waits"):
        closing.leave_closed(world.desk, case_id, "They said thanks")
    for _ in range(2):
        replies.client_entry(world.desk, case_id, "Thanks.", channel=Channel.PORTAL)
    assert len(attention.open_items(world.desk)) == 1
    closing.leave_closed(world.desk, case_id, "They said thanks")
    assert attention.open_items(world.desk) == ()
    replies.client_entry(world.desk, case_id, "Thanks again.", channel=Channel.PORTAL)
    assert len(attention.open_items(world.desk)) == 1
    assert stage(world, case_id) == "closed"


def test_SPK_7_what_waits_for_the_owner_is_decided_on_the_case_and_never_only_put_aside(world: World) -> None:
    case_id = waiting_case(world)
    closing.close(world.desk, case_id, by_client=True)
    replies.client_entry(world.desk, case_id, "Thanks.", channel=Channel.PORTAL)
    (item,) = attention.open_items(world.desk)
    with pytest.raises(KnownError, match="leave it closed with a reason"):
        attention.settle(world.desk, item.id, "They said thanks")
    assert (attention.open_items(world.desk), details.case(world.desk, case_id).needs_owner) == (
        (item,),
        True,
    )
    decided = closing.leave_closed(world.desk, case_id, "They said thanks")
    assert (attention.open_items(world.desk), details.case(world.desk, case_id).needs_owner) == ((), False)
    assert decided.operation is not None
    undo.undo(world.desk, decided.operation.id)
    assert [each.kind for each in attention.open_items(world.desk)] == ["answer_after_closing"]
    assert details.case(world.desk, case_id).needs_owner


def test_SPK_7_a_merged_case_takes_no_steps_of_its_own(world: World) -> None:
    case_id = waiting_case(world)
    with world.store.read() as conn:
        client = load_state(conn, case_id)[1]["organisation_id"]
    linking.merge(world.desk, case_id, world.case(client))
    world.later(days=40)
    schedule.run_due(world.desk)
    assert lines(world, case_id, EntryKind.REMINDED, EntryKind.CLOSED) == []


def test_SPK_3_a_clock_whose_time_is_over_is_judged_missed_while_nobody_acts(world: World) -> None:
    world.sits_down()
    case_id = world.case(world.client(), severity="S1")
    world.later(hours=2)
    assert schedule.run_due(world.desk) == ()
    world.later(seconds=1)
    (done,) = schedule.run_due(world.desk)
    assert done.operation is None
    with world.store.read() as conn:
        (clock,) = load_state(conn, case_id)[0].clocks
    assert (clock.verdict, clock.met_at) == (Verdict.MISSED, None)
    assert schedule.run_due(world.desk) == ()


def test_one_case_that_nobody_can_decide_on_does_not_keep_the_others_waiting(world: World) -> None:
    stuck, other = waiting_case(world), world.case(world.client("Northwind"))
    handling.move_stage(world.desk, other, "waiting_for_customer")
    with world.store.write() as conn:
        conn.execute(update(CASE).where(CASE.c.id == stuck).values(policy_version=99))
    world.later(days=4)
    schedule.run_due(world.desk)
    assert lines(world, stuck, EntryKind.REMINDED) == []
    assert len(lines(world, other, EntryKind.REMINDED)) == 1
