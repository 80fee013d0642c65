"""What is remembered of a list: places learnt on the way are right, and stay right when rows move."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update

from supportdesk.store import case_lists
from supportdesk.store.criteria import Criteria, Order, View
from supportdesk.store.insertion import insert_many
from supportdesk.store.list_changes import moves, version
from supportdesk.store.list_plans import plan_of
from supportdesk.store.list_windows import Anchors
from supportdesk.store.sqlite_schema import CHANGES_KEPT
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import CASE
from tests.store.rows import (
    KEY,
    NOW,
    case,
    case_values,
    closed,
    people,
    running,
)
from tests.store.slow_lists import EVERY_LIST, MINUTE, criteria, slow_list, slow_rows


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
