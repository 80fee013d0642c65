"""A case's rows hold all of its state, say what a list shows, and are the same from one act and from an import."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from supportdesk.domain.case_events import EventKind
from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Entity, Kind, Operation, Ref
from supportdesk.domain.words import ClockKind, Verdict
from supportdesk.rules.cases.state import CaseState, Clock, Pause
from supportdesk.store.case_rows import (
    CaseInsert,
    clock_id,
    insert_case,
    insert_cases,
    insert_entries,
    insert_entry,
    load_state,
    revise,
    save_state,
)
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import CASE, CLOCK, ENTRY, NO_DEADLINE_SORT, PAUSED_SORT
from supportdesk.store.tables.columns import from_micros, to_micros
from supportdesk.store.tables.people import ORGANISATION
from tests.rules.cases.case_play import Case
from tests.rules.policy_files import policy
from tests.store.rows import ME, NOW, YOU, organisation, people

SPARKROCK = policy("sparkrock")
MONDAY_NOON = datetime(2025, 6, 2, 16, tzinfo=UTC)


def operation(at: datetime = NOW) -> Operation:
    return Operation(uuid4(), Ref(Entity.CASE, uuid4()), Kind.COMMAND, "case.try", {}, ME, YOU, at)


def new_case(state: CaseState, number: str, **values: Any) -> CaseInsert:
    made = {"number": number, "title": "Printing", "channel": "email", **values}
    return CaseInsert(uuid4(), made, state, SPARKROCK, NOW)


def row_of(conn: Connection, case_id: UUID) -> dict[str, Any]:
    return dict(conn.execute(select(CASE).where(CASE.c.id == case_id)).mappings().one())


# A few years, as calendars are worked out by the year; and an instant that counts as false where one is careless.
instants = st.integers(to_micros(NOW), to_micros(NOW) + 10**14).map(from_micros)
any_instant = st.none() | st.just(from_micros(0)) | instants
kinds = st.sampled_from(ClockKind)
clocks = st.builds(
    Clock,
    ordinal=st.just(0),
    kind=kinds,
    started_at=instants,
    due_at=st.none() | instants,
    soon_at=st.none() | instants,
    verdict=st.sampled_from(Verdict),
    met_at=st.none() | instants,
    ended_at=st.none() | instants,
    agreed_at=st.none() | instants,
    agreed_until=st.none() | instants,
    severity=st.sampled_from([None, "S1", "S4"]),
    after_hours=st.booleans(),
    policy=st.just("sparkrock"),
    policy_version=st.integers(1, 9),
)
STATE = dict[str, st.SearchStrategy[Any]](
    policy=st.just("sparkrock"),
    policy_version=st.integers(1, 9),
    logged_at=instants,
    stage=st.sampled_from([stage.id for stage in SPARKROCK.stages]),
    stage_entered_at=instants,
    after_hours=st.booleans(),
    severity_claimed=st.sampled_from([None, "S1", "S2"]),
    severity_verified=st.sampled_from([None, "S3", "S4"]),
    visited=st.lists(st.sampled_from([stage.id for stage in SPARKROCK.stages]), max_size=4).map(tuple),
    clocks=st.lists(clocks, max_size=4).map(
        lambda drawn: tuple(replace(clock, ordinal=number) for number, clock in enumerate(drawn, start=1))
    ),
    pauses=st.lists(
        st.builds(
            Pause, instants, st.none() | instants, st.frozensets(kinds), st.sampled_from(["", "on_hold"])
        ),
        max_size=3,
    ).map(tuple),
    reminders=st.lists(st.tuples(st.integers(1, 2), instants), max_size=2).map(tuple),
    close_not_before=any_instant,
    responded=st.booleans(),
    agreement_at=any_instant,
    closed_at=any_instant,
    closed_automatically=st.booleans(),
    resolution=st.sampled_from([None, "solution"]),
    reopened=st.integers(0, 3),
    needs_answer=st.booleans(),
    needs_owner=st.booleans(),
    owner=st.sampled_from([None, str(ME), str(YOU)]),
    last_at=any_instant,
    reopened_at=any_instant,
    last_closed_at=any_instant,
    updates_from=any_instant,
    countdown_ended=st.booleans(),
)
states = st.builds(CaseState, **STATE)


def test_the_drawn_states_leave_no_field_out() -> None:
    """So that a field added to the state and forgotten by the rows fails the test below."""
    assert {field.name for field in fields(CaseState)} == set(STATE)


@given(before=states, after=states)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_TIME_6_the_rows_give_back_every_state_that_was_written(
    store: Store, before: CaseState, after: CaseState
) -> None:
    # A clock is never taken away.
    after = replace(after, clocks=(*after.clocks, *before.clocks[len(after.clocks) :]))
    case = new_case(before, f"C-{uuid4()}")
    with store.write() as conn:
        if conn.execute(select(CASE.c.row)).first() is None:
            people(conn)
        insert_case(conn, case)
        known, row = load_state(conn, case.id)
        assert known == before
        save_state(conn, row, before, after, policy=SPARKROCK, operation=operation())
        assert load_state(conn, case.id)[0] == after


@given(before=states, after=states)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_import_leaves_the_rows_that_acts_would_have_left(
    store: Store, before: CaseState, after: CaseState
) -> None:
    after = replace(
        after, logged_at=before.logged_at, clocks=(*after.clocks, *before.clocks[len(after.clocks) :])
    )
    acted, imported = new_case(before, f"A-{uuid4()}"), new_case(after, f"I-{uuid4()}")
    with store.write() as conn:
        if conn.execute(select(CASE.c.row)).first() is None:
            people(conn)
        insert_case(conn, acted)
        save_state(
            conn, load_state(conn, acted.id)[1], before, after, policy=SPARKROCK, operation=operation()
        )
        insert_cases(conn, (imported,))
        one, other = row_of(conn, acted.id), row_of(conn, imported.id)
    differing = {name for name, value in one.items() if other[name] != value}
    assert differing <= {"row", "id", "number", "rev", "field_rev", "updated_at"}


def deadline(conn: Connection, state: CaseState) -> tuple[Any, ...]:
    case = new_case(state, f"C-{uuid4()}")
    insert_case(conn, case)
    row = row_of(conn, case.id)
    return row["due_state"], row["due_kind"], row["due_at"], row["due_sort"]


def test_SPK_3_a_list_shows_the_running_promise(store: Store) -> None:
    state = Case(MONDAY_NOON, "S2").state
    due = state.clocks[0].due_at
    assert due is not None
    with store.write() as conn:
        assert deadline(conn, state) == ("running", "first_response", due, to_micros(due))


def test_SPK_3_a_missed_promise_that_still_awaits_its_answer_stays_overdue(store: Store) -> None:
    case = Case(MONDAY_NOON, "S1")
    due = case.response.due_at
    assert due is not None
    case.settles(due + timedelta(hours=5))
    assert case.response.verdict is Verdict.MISSED
    with store.write() as conn:
        assert deadline(conn, case.state)[0] == "running"
        assert deadline(conn, case.state)[2] == due


def test_SPK_6_a_paused_case_stands_behind_the_running_ones(store: Store) -> None:
    case = Case(MONDAY_NOON, "S2")
    case.moves("on_hold", MONDAY_NOON + timedelta(hours=1))
    with store.write() as conn:
        state, kind, due, sort = deadline(conn, case.state)
    assert (state, kind, due) == ("paused", "first_response", None)
    assert PAUSED_SORT <= sort < NO_DEADLINE_SORT


def test_the_nearest_of_two_promises_is_shown(store: Store) -> None:
    state = Case(MONDAY_NOON, "S2").state
    first = state.clocks[0]
    assert first.due_at is not None
    nearer = replace(first, ordinal=2, kind=ClockKind.NEXT_UPDATE, due_at=first.due_at - timedelta(hours=1))
    paused = replace(first, ordinal=3, due_at=None)
    with store.write() as conn:
        shown = deadline(conn, replace(state, clocks=(first, nearer, paused)))
        closed = deadline(conn, replace(state, clocks=(first, nearer), closed_at=NOW))
    assert shown[:3] == ("running", "next_update", nearer.due_at)
    assert closed[0] == "none"


def test_a_case_without_a_promise_stands_last_the_newest_first(store: Store) -> None:
    def answered(at: datetime) -> CaseState:
        case = Case(at, "S4")
        case.does(EventKind.PUBLIC_ANSWER, at + timedelta(hours=1))
        return case.state

    with store.write() as conn:
        older = deadline(conn, answered(MONDAY_NOON))
        newer = deadline(conn, answered(MONDAY_NOON + timedelta(hours=2)))
    assert older[0] == newer[0] == "met"
    assert NO_DEADLINE_SORT <= newer[3] < older[3]


def test_SPK_7_the_row_says_when_the_case_next_acts_by_itself(store: Store) -> None:
    case = Case(MONDAY_NOON, "S3")
    case.moves("in_progress", MONDAY_NOON + timedelta(minutes=5))
    case.moves("waiting_for_customer", MONDAY_NOON + timedelta(minutes=10))
    made = new_case(case.state, "C-1")
    with store.write() as conn:
        insert_case(conn, made)
        row = row_of(conn, made.id)
    assert row["next_step_at"] == datetime(2025, 6, 4, 16, 10, tzinfo=UTC)
    assert (row["stage_kind"], row["open"], row["severity_rank"]) == ("waiting", True, 3)


def test_what_an_act_changes_is_noted_field_by_field(store: Store) -> None:
    with store.write() as conn:
        client = organisation(conn, "Clinique Atlas", region="North")
        first, second = operation(), operation(NOW + timedelta(minutes=1))
        assert revise(conn, ORGANISATION, client, {"region": "South", "kind": None}, first) == {"region"}
        assert revise(conn, ORGANISATION, client, {"region": "South"}, second) == frozenset()
        assert revise(conn, ORGANISATION, client, {"kind": "clinic", "region": "West"}, second) == {
            "kind",
            "region",
        }
        row = conn.execute(select(ORGANISATION)).mappings().one()
    assert (row["rev"], row["field_rev"]) == (3, {"region": 3, "kind": 3})
    assert row["updated_at"] == second.at


def test_a_row_that_is_not_here_is_named_plainly(store: Store) -> None:
    with store.write() as conn:
        with pytest.raises(KnownError, match="no case with the id"):
            load_state(conn, uuid4())
        with pytest.raises(KnownError, match="no organisation with the id"):
            revise(conn, ORGANISATION, uuid4(), {"name": "x"}, operation())


def test_only_the_clocks_that_changed_get_a_new_revision(store: Store) -> None:
    case = Case(MONDAY_NOON, "S2")
    made = new_case(case.state, "C-1")
    before = case.state
    case.does(EventKind.PUBLIC_ANSWER, MONDAY_NOON + timedelta(hours=1))
    with store.write() as conn:
        insert_case(conn, made)
        row = load_state(conn, made.id)[1]
        changed = save_state(conn, row, before, case.state, policy=SPARKROCK, operation=operation())
        assert load_state(conn, made.id)[1] == {**row, **changed}
        row = {**row, **changed}
        again = save_state(conn, row, case.state, case.state, policy=SPARKROCK, operation=operation())
        revs = conn.execute(select(CLOCK.c.ordinal, CLOCK.c.rev).order_by(CLOCK.c.ordinal)).all()
        ids = set(conn.scalars(select(CLOCK.c.id)))
    assert {"responded", "needs_answer", "due_kind"} <= changed.keys()
    assert again == {}
    assert [tuple(rev) for rev in revs] == [(1, 2), (2, 1)]
    assert ids == {clock_id(made.id, 1), clock_id(made.id, 2)}


def test_a_line_of_the_timeline_is_the_same_alone_and_among_many(store: Store) -> None:
    state = Case(MONDAY_NOON).state
    made = new_case(state, "C-1")
    plain = {"case_id": made.id, "at": NOW, "kind": "note", "body": "Called back", "data": {"seconds": 60}}
    with store.write() as conn:
        insert_case(conn, made)
        insert_entry(conn, {"id": uuid4(), **plain})
        insert_entries(conn, [{"id": uuid4(), **plain}, {"id": uuid4(), **plain, "op_id": ME}])
        alone, among, acted = conn.execute(select(ENTRY).order_by(ENTRY.c.row)).mappings().all()
    assert {name for name in alone if alone[name] != among[name]} == {"row", "id"}
    assert {name for name in alone if alone[name] != acted[name]} == {"row", "id", "op_id", "created_op"}
    assert (alone["updated_at"], alone["data"], acted["created_op"]) == (NOW, {"seconds": 60}, ME)


def test_a_misspelt_column_is_refused(store: Store) -> None:
    with store.write() as conn, pytest.raises(KeyError, match="titel"):
        insert_case(conn, new_case(Case(MONDAY_NOON).state, "C-1", titel="x"))
