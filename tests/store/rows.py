"""Makes rows for the tests of the store: plain cases, clients and people without any rule at work."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, select

from supportdesk.store.insertion import insert_many
from supportdesk.store.tables.cases import CASE, ENTRY, NO_DEADLINE_SORT, PAUSED_SORT
from supportdesk.store.tables.columns import to_micros
from supportdesk.store.tables.people import AGENT, BRANCH, CONTACT, ORGANISATION

KEY = bytes(range(32))
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
ME, YOU = UUID(int=0xA1), UUID(int=0xA2)
HERE, THERE = UUID(int=0xB1), UUID(int=0xB2)

_numbers = itertools.count(100_001)  # far from the numbers that tests name


def agent(conn: Connection, agent_id: UUID, name: str) -> UUID:
    insert_many(conn, AGENT, [{"id": agent_id, "name": name, "roles": [], "updated_at": NOW}])
    return agent_id


def branch(conn: Connection, branch_id: UUID, name: str) -> UUID:
    row = {"id": branch_id, "name": name, "kind": "subsidiary", "time_zone": "UTC", "updated_at": NOW}
    insert_many(conn, BRANCH, [row])
    return branch_id


def organisation(conn: Connection, name: str, client_code: str = "", **fields: Any) -> UUID:
    made = uuid4()
    row = {"id": made, "name": name, "client_code": client_code or None, "policy_code": "sparkrock"}
    insert_many(conn, ORGANISATION, [{**row, "updated_at": NOW, **fields}])
    return made


def contact(conn: Connection, name: str, organisation_id: UUID | None = None) -> UUID:
    made = uuid4()
    row = {"id": made, "name": name, "organisation_id": organisation_id, "updated_at": NOW}
    insert_many(conn, CONTACT, [row])
    return made


def people(conn: Connection) -> None:
    """The agents and branches that cases name."""
    agent(conn, ME, "Nadia Benali")
    agent(conn, YOU, "Samir Élan")
    branch(conn, HERE, "Casablanca")
    branch(conn, THERE, "Lyon")


def case_values(**fields: Any) -> dict[str, Any]:
    """The columns of a plain open case without a deadline, logged now."""
    logged = fields.get("logged_at", NOW)
    return {
        "id": uuid4(),
        "number": f"C-2026-{next(_numbers):06d}",
        "title": "Printing",
        "channel": "email",
        "policy_code": "sparkrock",
        "policy_version": 1,
        "stage": "in_progress",
        "stage_kind": "open",
        "stage_entered_at": logged,
        "logged_at": logged,
        "last_activity_at": logged,
        # All of the deadline, so that these columns laid over a row leave nothing of an older one.
        "due_state": "none",
        "due_kind": None,
        "due_sort": NO_DEADLINE_SORT + (1 << 60) - to_micros(logged),
        "due_at": None,
        "due_from": None,
        "soon_at": None,
        "updated_at": NOW,
        **fields,
    }


def running(due: datetime, *, soon: timedelta = timedelta(hours=1)) -> dict[str, Any]:
    """The columns of a clock that runs."""
    return {
        "due_state": "running",
        "due_kind": "next_update",
        "due_sort": to_micros(due),
        "due_at": due,
        "due_from": due - timedelta(days=1),
        "soon_at": due - soon,
    }


def paused(since: datetime = NOW) -> dict[str, Any]:
    """The columns of a clock that stands still."""
    return {"due_state": "paused", "due_kind": "next_update", "due_sort": PAUSED_SORT + to_micros(since)}


def closed(at: datetime = NOW) -> dict[str, Any]:
    """The columns of a closed case; its place in the queue is that of a case without a deadline."""
    return {"open": False, "stage": "closed", "stage_kind": "closed", "closed_at": at, "needs_answer": False}


def case(conn: Connection, **fields: Any) -> UUID:
    values = case_values(**fields)
    insert_many(conn, CASE, [values])
    made: UUID = values["id"]
    return made


def entry(conn: Connection, case_id: UUID, body: str, at: datetime = NOW) -> None:
    row = {"id": uuid4(), "case_id": case_id, "at": at, "kind": "client", "body": body, "updated_at": at}
    insert_many(conn, ENTRY, [row])


def number_of(conn: Connection, case_id: UUID) -> str:
    found: str = conn.execute(select(CASE.c.number).where(CASE.c.id == case_id)).scalar_one()
    return found
