"""The fee of a visit across desks (ONX-3): what a revision drops and drafts again, and whose last free day it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.words import AgentRole
from supportdesk.services.cases import visit_reports, visits
from supportdesk.services.operations.desk import Desk
from supportdesk.store.tables.people import INVOICE_DRAFT
from tests.services.desk_world import made
from tests.services.signing import sign, whole_report
from tests.sync.office import Office, Seat, open_office

WEEK = {day: [["08:00", "22:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
EVENING = datetime(2026, 11, 18, 22, 30, tzinfo=UTC)
"""Half past five in Montreal, and the day after in Aden, by whose clock the policy goes."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as opened:
        yield opened


def visited(office: Office, first_day: date) -> tuple[Seat, UUID]:
    """Claire's visit from half past five to half past seven in the evening, to a client that is new since a day."""
    hub = office.hub
    hours = {"time_zone": "America/Toronto", "weekly": WEEK}
    branch = hub.branch("Montreal", time_zone="America/Toronto", calendar=hours)
    claire = hub.agent("Claire", AgentRole.FIELD_ENGINEER, AgentRole.MANAGER, branch_id=branch)
    client = hub.client("Laiterie du Sahel", "onyxpro", branch_id=branch, start_date=first_day)
    seat = office.seat("claire", claire)
    office.later(seconds=(EVENING - office.now).total_seconds())
    case = hub.case(client, "VAT summary", reason="update", branch_id=branch)
    office.sync()
    plan = visits.plan(seat.desk, client, planned_at=EVENING, engineer_id=claire, case_ids=(case,))
    visit = made(plan.created)
    visits.arrive(seat.desk, visit)
    office.sync()
    whole_report(seat.desk, visit)
    sign(seat.desk, visit)
    office.later(hours=2)
    visit_reports.finish(seat.desk, visit)
    office.sync()
    return seat, visit


def lines(desk: Desk) -> list[tuple[str, str]]:
    of_visits = INVOICE_DRAFT.c.text.startswith("VR-")
    with desk.store.read() as conn:
        rows = conn.execute(select(INVOICE_DRAFT).where(of_visits).order_by(INVOICE_DRAFT.c.row))
        return [(row.text, row.state) for row in rows]


def test_ONX_3_the_last_free_day_is_the_branchs_on_the_desk_and_on_the_hub(office: Office) -> None:
    seat, _visit = visited(office, date(2025, 11, 19))
    assert lines(seat.desk) == lines(office.hub.desk) == []


def test_ONX_3_a_fee_dropped_and_drafted_again_is_the_same_on_the_desk_and_on_the_hub(office: Office) -> None:
    seat, visit = visited(office, date(2025, 11, 18))
    assert lines(seat.desk) == lines(office.hub.desk) == [("VR-0001 2 h 00 m", "draft")]
    before = EVENING - timedelta(days=2)
    for arrived, expected in (
        (before, ("VR-0001 2 h 00 m", "dropped")),
        (EVENING, ("VR-0001 3 h 00 m", "draft")),
    ):
        office.later(hours=1)
        visit_reports.revise_report(seat.desk, visit, "A wrong time.")
        visits.edit(seat.desk, visit, arrived_at=arrived, left_at=arrived + timedelta(hours=3))
        sign(seat.desk, visit)
        visit_reports.finish(seat.desk, visit)
        office.sync()
        assert lines(seat.desk) == lines(office.hub.desk) == [expected]
