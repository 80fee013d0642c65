"""Visits across desks (ONX-2): signed without a network, met by another's work, and the same everywhere afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.words import AgentRole
from supportdesk.services.cases import attachments, handling, lost_files, visit_reports, visits
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.exchange.matters import matters
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries import visit_calendar, visit_planning, visit_views
from supportdesk.services.views.matters import Unaccepted
from supportdesk.store.synced_rows import find_row, get_row
from supportdesk.store.tables.cases import CASE, ENTRY
from supportdesk.store.tables.people import AGENT
from supportdesk.store.tables.sync import CONFLICT
from supportdesk.store.tables.work import VISIT
from supportdesk.workers.paper_press import PaperPress
from tests.documents.sahel import photo
from tests.services.desk_world import made
from tests.services.signing import sign, whole_report
from tests.sync.disagreement import Disagreement, open_disagreement


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Disagreement]:
    with open_disagreement(tmp_path) as opened:
        yield opened


@pytest.fixture
def visit(two: Disagreement) -> UUID:
    """One that both desks have, begun by Nadia."""
    planned = visits.plan(
        two.desk,
        two.client,
        planned_at=two.office.now,
        engineer_id=two.desk.actor,
        case_ids=(two.case,),
    )
    visits.arrive(two.desk, made(planned.created))
    two.office.sync()
    return made(planned.created)


def state(desk: Desk, visit: UUID) -> str:
    with desk.store.read() as conn:
        found: str = get_row(conn, VISIT, visit)["state"]
        return found


def test_a_report_signed_without_a_network_is_the_same_on_every_desk(two: Disagreement, visit: UUID) -> None:
    whole_report(two.desk, visit)
    visits.edit(two.desk, visit, received_by="Grace Okafor", travel_minutes=40)
    sign(two.desk, visit, "Grace Okafor", "Head accountant")
    visit_reports.finish(two.desk, visit)
    two.office.sync()
    everywhere = (two.desk, two.priya.desk, two.office.hub.desk)
    assert [state(desk, visit) for desk in everywhere] == ["finished"] * 3
    reports = {visit_reports.report(desk, visit) for desk in everywhere}
    assert len(reports) == 1
    (report,) = reports
    assert report.agreement is not None
    assert report.agreement.name == "Grace Okafor"
    assert len({visit_reports.signatures(desk, visit) for desk in everywhere}) == 1


def test_ONX_2_what_a_colleague_wrote_meanwhile_is_not_covered_by_the_signature(two: Disagreement) -> None:
    """The finish is not accepted, its engineer is told why, and the signature and every word are kept."""
    visit = visit_that_wants_an_agreement(two)
    visit_reports.write_report(two.priya.desk, visit, problems="The disk is full.")
    two.priya.sync()
    whole_report(two.desk, visit)
    sign(two.desk, visit, "Sonia Trabelsi")
    visit_reports.finish(two.desk, visit)
    two.office.sync()
    report = visit_reports.report(two.desk, visit)
    assert (report.problems, report.work_done) == ("The disk is full.", "Rebuilt the index.")
    assert report.agreement is None
    assert report == visit_reports.report(two.priya.desk, visit)
    assert [state(each.desk, visit) for each in (two.nadia, two.priya)] == ["on_site"] * 2
    (matter,) = matters(two.desk).waiting
    assert isinstance(matter, Unaccepted)
    assert "not what Sonia Trabelsi signed: problems" in matter.reason
    # Shown once more and signed again, it is finished everywhere.
    sign(two.desk, visit, "Sonia Trabelsi")
    visit_reports.finish(two.desk, visit)
    two.office.sync()
    assert [state(each.desk, visit) for each in (two.nadia, two.priya)] == ["finished"] * 2
    assert len(visit_reports.signatures(two.priya.desk, visit)) == 2


def test_ONX_2_a_visit_is_finished_also_when_its_case_has_gone_where_the_engineer_sees_it_no_more(
    two: Disagreement, visit: UUID
) -> None:
    hub = two.office.hub
    lyon = hub.branch("Lyon", time_zone="Europe/Paris")
    claire = hub.agent("Claire Roux", branch_id=lyon)
    handling.assign(hub.desk, two.case, claire)
    handling.edit(hub.desk, two.case, branch_id=lyon)
    two.office.sync()
    with two.desk.store.read() as conn:
        assert find_row(conn, CASE, two.case) is None
    whole_report(two.desk, visit)
    visit_reports.finish(two.desk, visit)
    two.office.sync()
    with hub.store.read() as conn:
        told = conn.scalars(select(ENTRY.c.data).where(ENTRY.c.case_id == two.case)).all()
    assert [data["act"] for data in told if data and data.get("visit")] == ["planned", "finished"]
    assert state(two.desk, visit) == "finished"


def visit_that_wants_an_agreement(two: Disagreement) -> UUID:
    hub, now = two.office.hub, two.office.now
    with hub.store.read() as conn:
        branch = get_row(conn, AGENT, two.desk.actor)["branch_id"]
    client = hub.client("Laiterie du Sahel", "onyxpro", branch_id=branch, start_date=now.date())
    case = hub.case(client, "VAT summary", reason="update", branch_id=branch)
    two.office.sync()
    planned = visits.plan(two.desk, client, planned_at=now, engineer_id=two.desk.actor, case_ids=(case,))
    visits.arrive(two.desk, made(planned.created))
    two.office.sync()
    return made(planned.created)


def test_ONX_2_a_signature_that_comes_late_is_of_the_revision_that_the_client_saw(two: Disagreement) -> None:
    visit = visit_that_wants_an_agreement(two)
    whole_report(two.desk, visit)
    two.office.sync()
    sign(two.priya.desk, visit, "Sonia Trabelsi")
    two.office.later(minutes=10)
    sign(two.desk, visit, "Grace Okafor")
    visit_reports.finish(two.desk, visit)
    two.nadia.sync()
    two.office.later(hours=1)
    visit_reports.revise_report(two.desk, visit, "A spare part was forgotten.")
    two.nadia.sync()
    two.office.sync()
    two.office.sync()
    everywhere = (two.desk, two.priya.desk, two.office.hub.desk)
    assert [visit_reports.report(desk, visit).agreement for desk in everywhere] == [None] * 3
    for desk in everywhere:
        kept = visit_reports.signatures(desk, visit)
        assert {(each.name, each.revision) for each in kept} == {("Sonia Trabelsi", 1), ("Grace Okafor", 1)}
    with pytest.raises(RuleRefusal, match="a later revision"):
        visit_reports.finish(two.desk, visit)


def test_ONX_2_what_was_signed_of_a_revision_that_never_came_to_be_is_not_of_the_next(
    two: Disagreement,
) -> None:
    """Her finish is not accepted, so that there is nothing to revise; the client signed what was there."""
    visit = visit_that_wants_an_agreement(two)
    visit_reports.write_report(two.priya.desk, visit, problems="The disk is full.")
    two.priya.sync()
    whole_report(two.desk, visit)
    sign(two.desk, visit, "Sonia Trabelsi")
    visit_reports.finish(two.desk, visit)
    visit_reports.revise_report(two.desk, visit, "A spare part was forgotten.")
    sign(two.desk, visit, "Sonia Trabelsi")
    two.office.sync()
    two.office.sync()
    for desk in (two.desk, two.priya.desk, two.office.hub.desk):
        assert [each.revision for each in visit_reports.signatures(desk, visit)] == [1, 1]


@pytest.mark.usefixtures("qapp")
def test_ONX_2_a_photo_on_a_colleagues_desk_holds_up_the_pdf_until_it_is_here_or_lost(
    two: Disagreement, tmp_path: Path
) -> None:
    visit = visit_that_wants_an_agreement(two)
    whole_report(two.desk, visit)
    priya, nadia = FileShelf(tmp_path / "priya"), FileShelf(tmp_path / "nadia")
    names = ("Server room.jpg", "Error.jpg")
    photos = [photo(name, number).picture for number, name in enumerate(names)]
    files = [
        attachments.attach_to_visit(
            two.priya.desk, visit, priya.keep_bytes(two.priya.desk, data, name, "image/jpeg")
        )
        for name, data in zip(names, photos, strict=True)
    ]
    two.office.sync()
    sign(two.desk, visit, "Sonia Trabelsi")
    visit_reports.finish(two.desk, visit)
    press = PaperPress(nadia, lambda _: None)
    with pytest.raises(KnownError, match=r"Not on this computer yet: Server room\.jpg, Error\.jpg"):
        press.keep(two.desk, visit)
    assert state(two.desk, visit) == "finished"
    nadia.keep_bytes(two.desk, photos[0], names[0], "image/jpeg")
    with pytest.raises(KnownError, match=r"Not on this computer yet: Error\.jpg"):
        press.keep(two.desk, visit)
    lost_files.give_up(two.priya.desk, made(files[1].created))
    two.office.sync()
    kept = press.keep(two.desk, visit)
    pdf = nadia.bytes_of(two.desk, kept.file.sha256)
    assert pdf is not None
    assert b"/Subtype /Image" in pdf


def test_two_desks_plan_at_once_and_both_visits_stand_with_numbers_of_their_own(two: Disagreement) -> None:
    at = two.office.now
    mine = visits.plan(two.desk, two.client, planned_at=at, engineer_id=two.desk.actor, case_ids=(two.case,))
    hers = visits.plan(
        two.priya.desk, two.client, planned_at=at, engineer_id=two.desk.actor, case_ids=(two.case,)
    )
    two.priya.sync()
    two.nadia.sync()
    two.office.sync()
    planned = {made(mine.created), made(hers.created)}
    for desk in (two.desk, two.priya.desk, two.office.hub.desk):
        found = {number_and_state(desk, visit) for visit in planned}
        assert len(found) == 2
        assert {each for _, each in found} == {"planned"}
    week = visit_calendar.week(two.desk, at.date())
    assert {each.id for each in week.visits} == planned


def test_moved_on_one_desk_and_cancelled_on_the_other_it_is_cancelled_and_nobody_is_asked(
    two: Disagreement,
) -> None:
    """They are two columns: the time is the new one, and the visit is cancelled all the same."""
    visit = planned_visit(two)
    there = two.office.now + timedelta(days=2)
    visits.edit(two.desk, visit, planned_at=there)
    visits.cancel(two.priya.desk, visit, "The client is closed.")
    two.priya.sync()
    two.nadia.sync()
    two.office.sync()
    for desk in (two.desk, two.priya.desk, two.office.hub.desk):
        plan = visit_planning.plan_of(desk, visit)
        assert (plan.state, plan.planned_at) == ("cancelled", there)
    assert matters(two.desk).waiting == matters(two.priya.desk).waiting == ()


def test_moved_by_both_the_time_is_contested_and_both_times_are_kept(two: Disagreement) -> None:
    visit = planned_visit(two)
    hers, mine = (two.office.now + timedelta(days=number) for number in (1, 2))
    visits.edit(two.priya.desk, visit, planned_at=hers)
    visits.edit(two.desk, visit, planned_at=mine)
    two.priya.sync()
    two.nadia.sync()
    two.office.sync()
    there = {
        visit_planning.plan_of(desk, visit).planned_at
        for desk in (two.desk, two.priya.desk, two.office.hub.desk)
    }
    assert len(there) == 1
    with two.office.hub.store.read() as conn:
        rows = conn.execute(select(CONFLICT).where(CONFLICT.c.field == "planned_at")).all()
    assert len(rows) == 1


def test_begun_on_one_desk_and_cancelled_on_the_other_nothing_of_the_visit_is_lost(two: Disagreement) -> None:
    visit = planned_visit(two)
    visits.cancel(two.priya.desk, visit, "The client is closed.")
    two.priya.sync()
    visits.arrive(two.desk, visit)
    visit_reports.write_report(two.desk, visit, work_done="Rebuilt the index.")
    two.nadia.sync()
    two.office.sync()
    states = {state(desk, visit) for desk in (two.desk, two.priya.desk, two.office.hub.desk)}
    assert len(states) == 1
    report = visit_reports.report(two.office.hub.desk, visit)
    assert (report.work_done, report.arrived) == ("Rebuilt the index.", two.office.now)


def test_DSK_5_a_client_that_does_not_come_to_an_engineers_computer_is_told_with_the_way_there(
    two: Disagreement,
) -> None:
    hub = two.office.hub
    tunis = hub.branch("Tunis", time_zone="Africa/Tunis")
    omar = hub.agent("Omar Ben Salem", AgentRole.FIELD_ENGINEER, branch_id=tunis)
    two.office.sync()
    at = two.office.now + timedelta(days=1)

    def away(engineer: UUID) -> bool:
        return visit_planning.advice(two.priya.desk, two.client, engineer, at, 60).away

    assert (away(omar), away(two.desk.actor)) == (True, False)
    visits.plan(two.priya.desk, two.client, planned_at=at, engineer_id=omar, case_ids=(two.case,))
    day = visit_views.day(two.priya.desk, at.date(), omar)
    assert (day.engineer, day.away) == ("Omar Ben Salem", ("Brookfield Housing",))
    # What is offered as the way out is one.
    handling.assign(two.priya.desk, two.case, omar)
    assert not away(omar)
    assert visit_views.day(two.priya.desk, at.date(), omar).away == ()


def planned_visit(two: Disagreement) -> UUID:
    done = visits.plan(
        two.desk, two.client, planned_at=two.office.now, engineer_id=two.desk.actor, case_ids=(two.case,)
    )
    two.office.sync()
    return made(done.created)


def number_and_state(desk: Desk, visit: UUID) -> tuple[str, str]:
    with desk.store.read() as conn:
        row = get_row(conn, VISIT, visit)
        return row["number"], row["state"]
