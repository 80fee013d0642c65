"""A visit's place in the day's route across desks (ONX-2): it goes with the day, and is back with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.services import undo
from supportdesk.services.cases import visits
from supportdesk.services.operations.desk import Desk
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.sync import CONFLICT
from supportdesk.store.tables.work import VISIT
from tests.services.desk_world import made
from tests.sync.disagreement import Disagreement, open_disagreement


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Disagreement]:
    with open_disagreement(tmp_path) as opened:
        yield opened


def test_ONX_2_a_visit_moved_to_another_day_loses_its_place_on_every_desk_and_has_it_back(
    two: Disagreement,
) -> None:
    at, engineer = two.office.now + timedelta(days=1), two.desk.actor
    plan = visits.plan(two.desk, two.client, planned_at=at, engineer_id=engineer, case_ids=(two.case,))
    visit = made(plan.created)
    visits.order_route(two.desk, [visit])
    two.office.sync()
    moved = visits.edit(two.desk, visit, planned_at=at + timedelta(days=2))
    visits.edit(two.priya.desk, visit, travel_minutes=40)
    two.office.sync()
    everywhere = (two.desk, two.priya.desk, two.office.hub.desk)
    assert [position(desk, visit) for desk in everywhere] == [None] * 3
    assert moved.operation is not None
    undo.undo(two.desk, moved.operation.id)
    two.office.sync()
    assert [position(desk, visit) for desk in everywhere] == [1] * 3
    with two.office.hub.desk.store.read() as conn:
        assert conn.scalars(select(CONFLICT.c.id)).all() == []


def position(desk: Desk, visit: UUID) -> int | None:
    with desk.store.read() as conn:
        found: int | None = get_row(conn, VISIT, visit)["position"]
        return found
