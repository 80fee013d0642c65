"""What a hub does by itself: each step once however many are at it, a log within bounds, effects carried out once."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select, update

from supportdesk.domain.words import EntryKind, Verdict
from supportdesk.hub import duties
from supportdesk.hub.app import create_app
from supportdesk.protocol.messages import Pull
from supportdesk.services import schedule
from supportdesk.services.cases import replies
from supportdesk.services.operations.desk import Desk
from supportdesk.store import change_log, locking, presence_rows
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import CASE, CLOCK, ENTRY
from supportdesk.store.tables.desk import OUTBOX
from supportdesk.store.tables.sync import EFFECT, HUB, LOG_MARK, PRESENCE, SYNC_LOG
from supportdesk.sync.engine import pull_message
from supportdesk.sync.link import Turned
from tests.hub.busy import THURSDAY, count_of, waiting_cases
from tests.hub.conftest import World as HubWorld
from tests.sync.office import Office, rows_on


def test_two_that_are_at_it_at_once_take_each_step_once_and_without_noise(office: Office) -> None:
    cases = waiting_cases(office, 12)
    office.later(days=4)
    done: list[int] = []
    failed: list[BaseException] = []
    begin = threading.Barrier(2)

    def take_steps() -> None:
        begin.wait()
        try:
            done.append(len(schedule.run_due(office.hub.desk)))
        except BaseException as error:  # noqa: BLE001 - told by the test
            failed.append(error)

    threads = [threading.Thread(target=take_steps) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert sum(done) >= len(cases)
    store = office.hub.store
    assert count_of(store, ENTRY, ENTRY.c.kind == EntryKind.REMINDED.value) == len(cases)
    assert count_of(store, EFFECT, EFFECT.c.kind == "step") == len(cases)


def test_what_a_hub_does_itself_waits_in_no_outbox(office: Office) -> None:
    waiting_cases(office, 1)
    assert count_of(office.hub.store, OUTBOX) == 0


def test_one_worker_is_elected_and_the_others_idle(office: Office) -> None:
    waiting_cases(office, 1)
    office.later(days=4)
    store = office.hub.store
    if store.dialect == "postgresql":
        with store.read() as conn:
            assert locking.elected(conn, locking.DUTIES)
            assert duties.once(office.hub.desk) == duties.Run(elected=False)
        assert count_of(store, ENTRY, ENTRY.c.kind == EntryKind.REMINDED.value) == 0
    run = duties.once(office.hub.desk)
    assert (run.elected, run.steps, run.more) == (True, 1, False)
    assert duties.once(office.hub.desk).steps == 0


def test_a_batch_that_is_full_is_followed_by_the_next_at_once(office: Office) -> None:
    cases = waiting_cases(office, duties._STEPS_AT_ONCE + 1)  # noqa: SLF001 - the bound is the matter
    office.later(days=4)
    assert duties.once(office.hub.desk).more
    assert not duties.once(office.hub.desk).more
    assert count_of(office.hub.store, ENTRY, ENTRY.c.kind == EntryKind.REMINDED.value) == len(cases)


def test_cases_that_nobody_can_decide_on_never_fill_a_batch(office: Office) -> None:
    cases = waiting_cases(office, 5)
    with office.hub.store.write() as conn:
        conn.execute(update(CASE).where(CASE.c.id.in_(cases[:4])).values(policy_version=99))
    office.later(days=4)
    schedule.run_due(office.hub.desk, limit=2)
    assert count_of(office.hub.store, ENTRY, ENTRY.c.kind == EntryKind.REMINDED.value) == 1


def test_a_step_counts_from_its_own_instant_however_late_the_scheduler_comes(office: Office) -> None:
    (case_id,) = waiting_cases(office, 1)
    office.later(days=4, hours=5)
    schedule.run_due(office.hub.desk)
    with office.hub.store.read() as conn:
        reminded = conn.scalar(
            select(ENTRY.c.at).where(ENTRY.c.case_id == case_id, ENTRY.c.kind == EntryKind.REMINDED.value)
        )
    assert reminded == datetime(2025, 6, 9, 19, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due_in", "elected", "more", "pause"),
    [
        (None, True, False, 60),
        (10, True, False, 10),
        (600, True, False, 60),
        (0, True, True, 0),
        # Somebody else is at it and may be struck down; nobody can decide on the case.
        (-5, False, False, 5),
        (-5, True, False, 60),
    ],
)
def test_the_next_turn_comes_when_something_is_due_and_at_least_every_minute(
    due_in: int | None, elected: bool, more: bool, pause: float
) -> None:
    due = None if due_in is None else THURSDAY + timedelta(seconds=due_in)
    assert duties._pause(duties.Run(elected, 0, more), THURSDAY, due) == pause  # noqa: SLF001 - pure, and no way in beside it


def test_a_clock_that_ran_out_reaches_the_desks_with_a_revision_of_its_own(office: Office) -> None:
    office.hub.case(office.hub.client(), severity="S1")
    seat = office.seat("here", office.hub.desk.actor)
    office.later(days=1)
    schedule.run_due(office.hub.desk)
    seat.sync()
    with seat.world.store.read() as conn:
        (clock,) = conn.execute(select(CLOCK)).mappings().all()
    assert clock["verdict"] == Verdict.MISSED.value
    assert clock["field_rev"]["verdict"] == clock["rev"]
    assert rows_on(seat.world.store)["clock"] == rows_on(office.hub.store)["clock"]


def test_a_desk_of_a_hub_leaves_what_is_due_to_the_hub(office: Office) -> None:
    waiting_cases(office, 1)
    seat = office.seat("here", office.hub.desk.actor)
    office.later(days=4)
    assert schedule.run_due(seat.desk) == ()
    assert count_of(seat.world.store, OUTBOX) == 0


# ---------------------------------------------------------------- housekeeping


def test_the_log_is_marked_daily_and_forgotten_after_its_time(office: Office) -> None:
    store, hub = office.hub.store, office.hub
    waiting_cases(office, 3)
    duties.once(hub.desk)
    with store.read() as conn:
        old = change_log.head(conn)
    hub.later(hours=12)
    duties.once(hub.desk)
    assert count_of(store, LOG_MARK) == 1
    hub.later(days=1)
    replies.note(hub.desk, waiting_cases(office, 1)[0], "Still here.")
    duties.once(hub.desk)
    assert count_of(store, LOG_MARK) == 2
    hub.later(days=179)
    duties.once(hub.desk)
    with store.read() as conn:
        assert conn.scalar(select(HUB.c.floor)) == old
        assert conn.scalar(select(func.min(SYNC_LOG.c.seq))) == old + 1


def test_the_newest_line_stays_so_that_numbers_go_on(office: Office) -> None:
    store, hub = office.hub.store, office.hub
    waiting_cases(office, 1)
    seat = office.seat("here", hub.desk.actor)
    with store.read() as conn:
        head = change_log.head(conn)
    with store.write() as conn:
        change_log.mark(conn, hub.now)
    office.later(days=400)
    # A few lines at a time, each time with the floor.
    while True:
        with store.write() as conn:
            more = change_log.forget(conn, hub.now, 2)
        with store.read() as conn:
            assert conn.scalar(select(func.min(SYNC_LOG.c.seq))) == change_log.state_of(conn).floor + 1
        if not more:
            break
    assert count_of(store, SYNC_LOG) == 1
    with store.read() as conn:
        assert change_log.head(conn) == head
    # A desk that knows everything goes on from where it stands.
    assert seat.sync().rows == 0
    replies.note(hub.desk, waiting_cases(office, 1)[0], "Another day.")
    assert seat.sync().rows
    assert rows_on(seat.world.store)["entry"] == rows_on(store)["entry"]


def test_a_desk_that_was_away_longer_than_the_log_goes_back_loads_anew(office: Office) -> None:
    (case_id,) = waiting_cases(office, 1)
    seat = office.seat("here", office.hub.desk.actor)
    replies.note(office.hub.desk, case_id, "While the desk was away.")
    with office.hub.store.write() as conn:
        change_log.mark(conn, office.now)
    replies.note(office.hub.desk, case_id, "Of late.")
    office.later(days=181)
    duties.once(office.hub.desk)
    with pytest.raises(Turned, match="longer than the hub remembers"):
        seat.link.pull(_pull_of(seat.world.store))
    seat.sync()
    assert rows_on(seat.world.store)["entry"] == rows_on(office.hub.store)["entry"]


def _pull_of(store: Store) -> Pull:
    with store.read() as conn:
        return pull_message(conn)


def test_who_was_where_is_forgotten(office: Office) -> None:
    (case_id,) = waiting_cases(office, 1)
    hub = office.hub
    with hub.store.write() as conn:
        presence_rows.be_at(conn, UUID(int=1), hub.desk.actor, case_id, writing=False, now=hub.now)
    hub.later(minutes=2)
    duties.once(hub.desk)
    assert count_of(hub.store, PRESENCE) == 0


# ---------------------------------------------------------------- effects, which no carrier takes out yet


def test_the_app_does_its_duties_while_it_runs_and_counts_them(world: HubWorld) -> None:
    with TestClient(create_app(world.hub), client=("127.0.0.1", 50_000)) as client:
        client.get("/health")
    # What had begun was finished before the app ended.
    assert count_of(world.hub.store, LOG_MARK) == 1
    told = dict(
        line.rsplit(" ", 1)
        for line in client.get("/metrics").text.splitlines()
        if line.startswith("supportdesk_")
    )
    assert float(told["supportdesk_last_run_timestamp_seconds"]) == world.clock.at.timestamp()
    assert float(told["supportdesk_steps_total"]) == 0


def test_what_goes_wrong_in_one_turn_does_not_end_the_duties(world: HubWorld) -> None:
    """A server that restarts, say; here a table is away for one turn."""
    rests: list[float] = []
    app = create_app(world.hub)
    hub: Desk = app.state.duties._hub  # noqa: SLF001 - the same desk with a table away
    with hub.store.write(schema=True) as conn:
        conn.exec_driver_sql("ALTER TABLE log_mark RENAME TO away")

    async def run() -> None:
        woken = asyncio.Event()

        async def rest(seconds: float) -> None:
            rests.append(seconds)
            if len(rests) == 1:
                with hub.store.write(schema=True) as conn:
                    conn.exec_driver_sql("ALTER TABLE away RENAME TO log_mark")
            else:
                woken.set()
                await asyncio.Event().wait()

        own = duties.Duties(hub, app.state.herald, app.state.figures, rest)
        async with own.at_work():
            await woken.wait()

    asyncio.run(run())
    assert rests == [60.0, 60.0]
    assert count_of(world.hub.store, LOG_MARK) == 1
