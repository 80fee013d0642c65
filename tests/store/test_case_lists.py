"""Lists as windows: every page is what a plain, slow query answers, whatever has happened in between."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Connection, delete, func, select, update

from supportdesk.store import case_lists, case_tally
from supportdesk.store.criteria import Criteria, Order, View
from supportdesk.store.insertion import insert_many
from supportdesk.store.list_changes import moves, version
from supportdesk.store.list_plans import plan_of
from supportdesk.store.list_windows import Anchors
from supportdesk.store.sqlite_schema import CHANGES_KEPT
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.desk import READ_MARK
from tests.store.rows import (
    HERE,
    KEY,
    ME,
    NOW,
    THERE,
    YOU,
    case,
    case_values,
    closed,
    organisation,
    paused,
    people,
    running,
)

BOUNDS = (
    ("overdue", NOW),
    ("two_hours", NOW + timedelta(hours=2)),
    ("today", NOW + timedelta(hours=8)),
    ("this_week", NOW + timedelta(days=3)),
)
MINUTE = timedelta(minutes=1)


def criteria(view: View, order: Order = Order.DEADLINE, *ranks: int) -> Criteria:
    return Criteria(view, order, ME, NOW, branch_id=HERE, severity_ranks=frozenset(ranks), bounds=BOUNDS)


def slow_list(conn: Connection, asked: Criteria) -> list[UUID]:
    """The whole list the plain way: every row, filtered and sorted in Python."""
    rows = [row for row in conn.execute(select(CASE)).all() if row.merged_into is None]
    of_view: dict[View, Callable[[Any], bool]] = {
        View.INBOX: lambda row: row.open and row.needs_answer,
        View.MINE: lambda row: row.open and row.owner_id == ME,
        View.UNASSIGNED: lambda row: row.open and row.owner_id is None,
        View.BREACHING: lambda row: row.open and row.due_state == "running" and row.soon_at <= NOW,
        View.WAITING: lambda row: row.open and row.stage_kind == "waiting",
        View.BRANCH: lambda row: row.open and row.branch_id == HERE,
        View.ALL_OPEN: lambda row: row.open,
        View.EVERYTHING: lambda row: row is not None,
        View.SEARCH: lambda row: row is not None,
    }
    key_of: dict[Order, Callable[[Any], Any]] = {
        Order.DEADLINE: lambda row: (row.due_sort, row.row),
        Order.SEVERITY: lambda row: (row.severity_rank, row.due_sort, row.row),
        Order.ACTIVITY: lambda row: (-row.last_activity_at.timestamp(), -row.row),
        Order.NEWEST: lambda row: (-row.logged_at.timestamp(), -row.row),
    }
    ranks, fits = asked.severity_ranks, of_view[asked.view]
    listed = [row for row in rows if fits(row) and (not ranks or row.severity_rank in ranks)]
    return [row.id for row in sorted(listed, key=key_of[asked.order])]


def slow_groups(conn: Connection, asked: Criteria) -> list[tuple[str, int]]:
    places = {row.id: row for row in conn.execute(select(CASE.c.id, CASE.c.due_state, CASE.c.due_at))}
    named: dict[str, int] = {}
    for case_id in slow_list(conn, asked):
        state, due = places[case_id].due_state, places[case_id].due_at
        if state == "running":
            name = next((group for group, end in BOUNDS if due < end), "later")
        else:
            name = "paused" if state == "paused" else "no_deadline"
        named[name] = named.get(name, 0) + 1
    order = [*(name for name, _ in BOUNDS), "later", "paused", "no_deadline"]
    return sorted(named.items(), key=lambda group: order.index(group[0]))


EVERY_LIST = [criteria(view, order, *ranks) for view in View for order in Order for ranks in ((), (1, 3))]

standings = st.one_of(
    st.builds(lambda minutes: running(NOW + minutes * MINUTE), st.integers(-300, 6_000)),
    st.just(paused()),
    st.just({"due_state": "none"}),
    st.just(closed()),
)
fields = st.fixed_dictionaries(
    {
        "owner_id": st.sampled_from([None, ME, YOU]),
        "branch_id": st.sampled_from([None, HERE, THERE]),
        "stage_kind": st.sampled_from(["open", "waiting"]),
        "needs_answer": st.booleans(),
        "severity_rank": st.sampled_from([1, 2, 3, 9]),
        "last_activity_at": st.integers(0, 5).map(lambda minutes: NOW + minutes * MINUTE),
        "logged_at": st.integers(-5, 0).map(lambda minutes: NOW + minutes * MINUTE),
    }
)


def drawn_case(values: dict[str, Any], standing: dict[str, Any]) -> dict[str, Any]:
    return case_values(**{**values, **standing})


class ListsUnderWork(RuleBasedStateMachine):
    """Cases come, move, are merged and go, while lists are looked at."""

    folder: Path
    empty: Path

    @initialize(drawn=st.lists(st.tuples(fields, standings), min_size=1, max_size=30))
    def begin(self, drawn: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
        path = self.folder / f"{id(self)}.db"
        shutil.copy(self.empty, path)
        self.store = Store.open(path, KEY)
        self.ids: list[UUID] = []
        with self.store.write() as conn:
            people(conn)
        self.log(drawn)

    @rule(drawn=st.lists(st.tuples(fields, standings), min_size=1, max_size=5))
    def log(self, drawn: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
        rows = [drawn_case(*each) for each in drawn]
        with self.store.write() as conn:
            insert_many(conn, CASE, rows)
        self.ids += [row["id"] for row in rows]

    @precondition(lambda self: self.ids)
    @rule(which=st.integers(0, 99), values=fields, standing=standings)
    def move(self, which: int, values: dict[str, Any], standing: dict[str, Any]) -> None:
        changed = drawn_case(values, standing)
        del changed["id"], changed["number"]
        with self.store.write() as conn:
            conn.execute(update(CASE).where(CASE.c.id == self.ids[which % len(self.ids)]).values(changed))

    @precondition(lambda self: self.ids)
    @rule(which=st.integers(0, 99), into=st.one_of(st.none(), st.integers(0, 99)))
    def merge_or_undo(self, which: int, into: int | None) -> None:
        target = None if into is None else self.ids[into % len(self.ids)]
        with self.store.write() as conn:
            chosen = CASE.c.id == self.ids[which % len(self.ids)]
            conn.execute(update(CASE).where(chosen).values(merged_into=target))

    @precondition(lambda self: self.ids)
    @rule(which=st.integers(0, 99))
    def forget(self, which: int) -> None:
        with self.store.write() as conn:
            conn.execute(delete(CASE).where(CASE.c.id == self.ids.pop(which % len(self.ids))))

    @precondition(lambda self: self.ids)
    @rule(which=st.integers(0, 99))
    def look(self, which: int) -> None:
        with self.store.write() as conn:
            mark = {"case_id": self.ids[which % len(self.ids)], "agent_id": ME, "seen_at": NOW}
            conn.execute(delete(READ_MARK).where(READ_MARK.c.case_id == mark["case_id"]))
            conn.execute(READ_MARK.insert().values(mark))

    @rule(asked=st.sampled_from(EVERY_LIST), first=st.integers(0, 40), limit=st.integers(1, 12))
    def page(self, asked: Criteria, first: int, limit: int) -> None:
        with self.store.read() as conn:
            expected = slow_list(conn, asked)
            assert case_lists.shape(conn, asked).count == len(expected)
            shown = [line.id for line in case_lists.page(conn, asked, first, limit)]
            assert shown == expected[first : first + limit]
            for case_id in self.ids:
                position = expected.index(case_id) if case_id in expected else None
                assert case_lists.index_of(conn, asked, case_id) == position

    @rule(view=st.sampled_from(View))
    def groups(self, view: View) -> None:
        with self.store.read() as conn:
            asked = criteria(view)
            assert list(case_lists.shape(conn, asked).groups) == slow_groups(conn, asked)

    @invariant()
    def tally_is_the_count(self) -> None:
        with self.store.read() as conn:
            counts = case_tally.count_views(conn, ME, NOW)
            assert counts == {view: len(slow_list(conn, criteria(view))) for view in counts}
            at = select(CASE.c.branch_id, func.count()).where(CASE.c.open, CASE.c.merged_into.is_(None))
            branches = conn.execute(at.where(CASE.c.branch_id.is_not(None)).group_by(CASE.c.branch_id))
            assert case_tally.count_branches(conn) == dict(branches.all())

    def teardown(self) -> None:
        self.store.close()


def test_lists_are_right_whatever_happens(empty_desk: Path, tmp_path: Path) -> None:
    machine = type("Machine", (ListsUnderWork,), {"folder": tmp_path, "empty": empty_desk})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=25, stateful_step_count=15, deadline=None)
    )


@pytest.fixture(scope="module")
def many(empty_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Cases with many ties in every order, to be read only."""
    path = tmp_path_factory.mktemp("many") / "desk.db"
    shutil.copy(empty_desk, path)
    made = Store.open(path, KEY)
    rows = []
    for number in range(400):
        standing = running(NOW + (number % 7) * MINUTE) if number % 3 else closed()
        ties = {"severity_rank": 1 + number % 4, "logged_at": NOW - (number % 11) * MINUTE}
        rows.append(case_values(**{**ties, **standing}))
    with made.write() as conn:
        people(conn)
        insert_many(conn, CASE, rows)
    yield made
    made.close()


@given(
    asked=st.sampled_from(EVERY_LIST),
    visits=st.lists(st.integers(0, 420), min_size=1, max_size=8),
    stride=st.sampled_from([1, 2, 7, 50]),
)
@settings(max_examples=60, deadline=None)
def test_places_learnt_on_the_way_are_right(
    many: Store, asked: Criteria, visits: list[int], stride: int
) -> None:
    with many.read() as conn:
        expected = slow_rows(conn, asked)
        anchors = Anchors(plan_of(asked), len(expected), stride=stride)
        for first in visits:
            assert anchors.rows(conn, first, 10) == expected[first : first + 10]
            if first < len(expected):
                sql = f'SELECT {anchors.plan.key_columns} FROM "case" WHERE row = {expected[first]}'
                key = tuple(conn.exec_driver_sql(sql).one())
                assert anchors.position_of(conn, key) == first


def slow_rows(conn: Connection, asked: Criteria) -> list[int]:
    rows = dict(conn.execute(select(CASE.c.id, CASE.c.row)).all())
    return [rows[case_id] for case_id in slow_list(conn, asked)]


def test_what_is_remembered_moves_with_the_rows(store: Store) -> None:
    """The places of a list of everything are kept through changes, and stay right."""
    asked = criteria(View.EVERYTHING, Order.NEWEST)
    with store.write() as conn:
        people(conn)
        rows = [case_values(logged_at=NOW - number * MINUTE) for number in range(60)]
        insert_many(conn, CASE, rows)
    with store.read() as conn:
        anchors = Anchors(plan_of(asked), 60, stride=5)
        anchors.rows(conn, 55, 5)
        anchors.rows(conn, 20, 5)
        since = version(conn)
    with store.write() as conn:
        conn.execute(update(CASE).where(CASE.c.id == rows[3]["id"]).values(merged_into=rows[4]["id"]))
        conn.execute(update(CASE).where(CASE.c.id == rows[30]["id"]).values(logged_at=NOW + MINUTE))
        conn.execute(delete(CASE).where(CASE.c.id == rows[10]["id"]))
        case(conn, logged_at=NOW - 40 * MINUTE)
    with store.read() as conn:
        known = moves(conn, anchors.plan, since, version(conn))
        assert known is not None
        moved = anchors.moved(known)
        expected = slow_rows(conn, asked)
        assert moved.count == len(expected) == 59
        for first in range(60):
            assert moved.rows(conn, first, 7) == expected[first : first + 7]


def test_a_log_that_was_cut_is_not_believed(store: Store) -> None:
    with store.write() as conn:
        made = case(conn)
    with store.read() as conn:
        since = version(conn)
    with store.write() as conn:
        for minute in range(CHANGES_KEPT + 1):
            conn.execute(update(CASE).where(CASE.c.id == made).values(last_activity_at=NOW + minute * MINUTE))
    with store.read() as conn:
        assert moves(conn, plan_of(criteria(View.EVERYTHING)), since, version(conn)) is None
        assert conn.exec_driver_sql("SELECT count(*) FROM list_change").scalar() == CHANGES_KEPT


def test_a_line_says_what_a_list_shows(store: Store) -> None:
    with store.write() as conn:
        people(conn)
        client = organisation(conn, "Hôpital Ibn Rochd")
        due = NOW + timedelta(hours=3)
        made = case(
            conn,
            title="Paie de mars",
            organisation_id=client,
            owner_id=YOU,
            severity_claimed="S2",
            severity_rank=2,
            attachments=3,
            last_client_at=NOW,
            **running(due),
        )
        bare = case(conn, severity_verified="S4", severity_claimed="S1", severity_rank=4)
    with store.read() as conn:
        full, plain = case_lists.page(conn, criteria(View.ALL_OPEN), 0, 10)
    assert (full.id, full.title, full.organisation, full.owner_id) == (
        made,
        "Paie de mars",
        "Hôpital Ibn Rochd",
        YOU,
    )
    assert (full.owner_name, full.severity, full.severity_verified, full.severity_rank) == (
        "Samir Élan",
        "S2",
        False,
        2,
    )
    assert (full.unread, full.attachments, full.due_state, full.due_kind) == (
        True,
        3,
        "running",
        "next_update",
    )
    assert (full.due_at, full.soon_at, full.due_from) == (
        due,
        due - timedelta(hours=1),
        due - timedelta(days=1),
    )
    assert (full.last_activity_at, full.stage, full.policy_code, full.policy_version) == (
        NOW,
        "in_progress",
        "sparkrock",
        1,
    )
    assert (plain.id, plain.organisation, plain.owner_id, plain.owner_name) == (bare, "", None, "")
    assert (plain.severity, plain.severity_verified, plain.unread, plain.due_at) == ("S4", True, False, None)


def test_a_case_is_read_once_it_was_looked_at_after_the_clients_last_word(store: Store) -> None:
    def unread() -> bool:
        with store.read() as conn:
            return case_lists.page(conn, criteria(View.ALL_OPEN), 0, 1)[0].unread

    with store.write() as conn:
        people(conn)
        made = case(conn, last_client_at=NOW)
    assert unread()
    with store.write() as conn:
        conn.execute(READ_MARK.insert().values(case_id=made, agent_id=ME, seen_at=NOW))
    assert not unread()
    with store.write() as conn:
        conn.execute(update(CASE).where(CASE.c.id == made).values(last_client_at=NOW + MINUTE))
    assert unread()


def test_a_snapshot_keeps_its_own_list_while_others_write(store: Store) -> None:
    asked = criteria(View.EVERYTHING, Order.NEWEST)
    with store.write() as conn:
        case(conn)
    with store.read() as before:
        assert case_lists.shape(before, asked).count == 1
        with store.write() as conn:
            case(conn)
        with store.read() as after:
            assert case_lists.shape(after, asked).count == 2
            assert len(case_lists.page(after, asked, 0, 10)) == 2
        assert case_lists.shape(before, asked).count == 1
        assert len(case_lists.page(before, asked, 0, 10)) == 1


def test_a_list_seen_inside_a_transaction_that_is_taken_back_is_forgotten(store: Store) -> None:
    asked = criteria(View.EVERYTHING, Order.NEWEST)

    def look_and_fail() -> None:
        with store.write() as conn:
            case(conn, title="never")
            assert case_lists.shape(conn, asked).count == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        look_and_fail()
    with store.write() as conn:
        merged = case(conn, merged_into=UUID(int=1))
        assert case_lists.shape(conn, asked).count == 0
        assert case_lists.index_of(conn, asked, merged) is None
    with store.read() as conn:
        assert case_lists.page(conn, asked, 0, 5) == ()


def test_threads_share_what_is_remembered(many: Store) -> None:
    asked = criteria(View.EVERYTHING)
    with many.read() as conn:
        expected = slow_list(conn, asked)
    wrong: list[int] = []

    def scroll(step: int) -> None:
        for first in range(0, 400, step):
            with many.read() as conn:
                if [line.id for line in case_lists.page(conn, asked, first, 9)] != expected[
                    first : first + 9
                ]:
                    wrong.append(first)

    threads = [threading.Thread(target=scroll, args=(step,)) for step in (3, 17, 50, 101)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.mark.parametrize(
    "asked", EVERY_LIST, ids=lambda asked: f"{asked.view}-{asked.order}-{len(asked.severity_ranks)}"
)
def test_no_list_reads_the_cases_to_find_its_rows(store: Store, asked: Criteria) -> None:
    """The rows and the counts of every list come from an index alone, and in its order."""
    plan = plan_of(asked)
    with store.read() as conn:
        root = conn.exec_driver_sql("SELECT rootpage FROM sqlite_schema WHERE name = 'case'").scalar()
        for sql in (plan.select("row"), plan.select("count(*)", ordered=False)):
            program = conn.exec_driver_sql(f"EXPLAIN {sql}", plan.parameters).all()
            tables = {step.p1 for step in program if step.opcode == "OpenRead" and step.p2 == root}
            assert not [step for step in program if step.opcode == "Column" and step.p1 in tables]
            assert not [step for step in program if step.opcode == "SorterOpen"]
