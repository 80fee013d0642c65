"""Lists under work: every page is what the slow way answers, whatever has happened in between."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import delete, func, select, update

from supportdesk.store import case_lists, case_tally
from supportdesk.store.criteria import Criteria, View
from supportdesk.store.insertion import insert_many
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
    case_values,
    closed,
    paused,
    people,
    running,
)
from tests.store.slow_lists import EVERY_LIST, MINUTE, criteria, slow_groups, slow_list

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
