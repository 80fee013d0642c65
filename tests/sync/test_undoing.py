"""Taking an act back after others have built on it, or the hub has judged meanwhile: what is theirs stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.services import schedule, undo
from supportdesk.services.cases import handling, visit_reports, visits
from supportdesk.services.operations.desk import Desk
from supportdesk.services.registers import people, products
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import CLOCK
from supportdesk.store.tables.people import CONTACT
from supportdesk.store.tables.work import VISIT
from tests.services.desk_world import made
from tests.sync.disagreement import Disagreement, open_disagreement


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Disagreement]:
    with open_disagreement(tmp_path) as opened:
        yield opened


def test_a_report_that_another_desk_went_on_with_stays(two: Disagreement) -> None:
    hub, engineer = two.office.hub, two.nadia.desk.actor
    planned = visits.plan(
        hub.desk, two.client, planned_at=hub.now, engineer_id=engineer, case_ids=(two.case,)
    )
    visit = made(planned.created)
    two.office.sync()
    first = visit_reports.write_report(two.nadia.desk, visit, problems="The index is broken.\n")
    two.office.sync()
    both = "The index is broken.\nThe disk is full.\n"
    visit_reports.write_report(two.priya.desk, visit, problems=both)
    two.office.sync()
    with pytest.raises(KnownError, match="changed again"):
        undo.undo(two.nadia.desk, first.outcome.operation)
    with two.nadia.desk.store.read() as conn:
        assert get_row(conn, VISIT, visit)["report"]["problems"] == both


def test_TIME_7_what_the_hub_judged_missed_stays_so_when_a_case_is_reckoned_anew(two: Disagreement) -> None:
    """An act taken back offline before a deadline arrives after the hub has judged it."""
    edited = handling.edit(two.desk, two.case, title="Lines of MT940 are skipped")
    undo.undo(two.desk, edited.outcome.operation)
    two.office.later(minutes=60 * 24 * 30)
    hub = two.office.hub.desk
    schedule.run_due(hub, 100)
    before = verdicts(hub, two.case)
    assert "missed" in before
    two.office.sync()
    assert verdicts(hub, two.case) == verdicts(two.desk, two.case) == before


def verdicts(desk: Desk, case_id: UUID) -> list[str]:
    with desk.store.read() as conn:
        mine = select(CLOCK.c.verdict).where(CLOCK.c.case_id == case_id)
        return list(conn.scalars(mine.order_by(CLOCK.c.ordinal)))


def test_a_field_that_another_desk_changed_since_stays(two: Disagreement) -> None:
    def name() -> str:
        with two.nadia.desk.store.read() as conn:
            found: str = get_row(conn, CONTACT, two.contact)["name"]
            return found

    first = people.edit_contact(two.nadia.desk, two.client, two.contact, name="Grace Okafor-Lind")
    two.office.sync()
    second = people.edit_contact(two.priya.desk, two.client, two.contact, name="Grace Lind")
    two.office.sync()
    with pytest.raises(KnownError, match="changed again"):
        undo.undo(two.nadia.desk, first.outcome.operation)
    assert name() == "Grace Lind"
    # Once that is taken back, so can this be.
    undo.undo(two.priya.desk, second.outcome.operation)
    two.office.sync()
    undo.undo(two.nadia.desk, first.outcome.operation)
    assert name() == "Grace Okafor"


def test_a_version_that_another_desk_noted_since_stays(two: Disagreement) -> None:
    """ONX-6: what a client runs is what was heard last."""
    product = two.office.hub.product()
    two.office.sync()
    products.install(two.nadia.desk, two.client, product, "9.4.1")
    second = products.install(two.nadia.desk, two.client, product, "9.4.2")
    two.office.sync()
    third = products.install(two.priya.desk, two.client, product, "9.5.0")
    two.office.sync()
    with pytest.raises(KnownError, match="changed again"):
        undo.undo(two.nadia.desk, second.outcome.operation)
    assert [each.version for each in products.installations(two.nadia.desk)] == ["9.5.0"]
    undo.undo(two.priya.desk, third.outcome.operation)
    two.office.sync()
    undo.undo(two.nadia.desk, second.outcome.operation)
    assert [each.version for each in products.installations(two.nadia.desk)] == ["9.4.1"]
