"""A hub at which somebody works, with cases that wait for their customers, for tests of what it does by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select

from supportdesk.domain.operation import Operation, Outcome
from supportdesk.services.cases import handling
from supportdesk.services.exchange import effects
from supportdesk.store.store import Store, Transaction
from tests.sync.office import Office, open_office

# Thursday, 5 June 2025, 15:45 in New York.
THURSDAY = datetime(2025, 6, 5, 19, 45, tzinfo=UTC)


@contextmanager
def busy_office(folder: Path, postgres: str | None) -> Iterator[Office]:
    """A hub with an agent at it; what is done there is noted for the outside."""
    with open_office(folder, postgres) as opened:
        hub = opened.hub
        hub.now = THURSDAY

        def note(conn: Transaction, operation: Operation, outcome: Outcome) -> None:
            effects.note(conn, operation, outcome, hub.now)

        hub.desk = replace(hub.desk, outward=note)
        hub.sits_down(branch_id=hub.branch())
        yield opened


def waiting_cases(office: Office, count: int) -> list[UUID]:
    """So many cases that wait for the customer."""
    client = office.hub.client()
    office.hub.contract(client, starts_on=date(2025, 1, 1))
    cases = [office.hub.case(client, severity="S1") for _ in range(count)]
    for case_id in cases:
        handling.move_stage(office.hub.desk, case_id, "waiting_for_customer")
    return cases


def count_of(store: Store, table: object, *conditions: object) -> int:
    with store.read() as conn:
        found: int = conn.scalar(select(func.count()).select_from(table).where(*conditions)) or 0  # type: ignore[arg-type]
        return found
