"""Lists as windows: what a line shows, what a snapshot sees, and that an index alone answers."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from supportdesk.store import case_lists
from supportdesk.store.criteria import Criteria, Order, View
from supportdesk.store.list_plans import plan_of
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.desk import READ_MARK
from tests.store.rows import (
    ME,
    NOW,
    YOU,
    case,
    organisation,
    people,
    running,
)
from tests.store.slow_lists import EVERY_LIST, MINUTE, criteria


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
