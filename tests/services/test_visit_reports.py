"""Reports of visits: written part by part, signed, finished, revised and signed anew (ONX-2); their fee (ONX-3)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.words import AgentRole, EntryKind
from supportdesk.rules.cases.visit_content import content_of, differences, fingerprint, plain_content
from supportdesk.rules.cases.visit_report import Acceptance, CheckedPoint, Health, SparePart
from supportdesk.services import undo
from supportdesk.services.cases import visit_reports, visits
from supportdesk.services.in_hand import attention
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.operations.applying import do
from supportdesk.services.operations.desk import Done
from supportdesk.services.queries import details, visit_lists
from supportdesk.store.tables.people import INVOICE_DRAFT
from supportdesk.store.tables.work import VISIT_CASE
from tests.services.desk_world import World, made
from tests.services.signing import STROKES, sign, whole_report

ARRIVAL = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)


def a_case(world: World, start: date) -> UUID:
    branch = world.branch("Sana'a", kind="central", time_zone="Asia/Aden")
    world.sits_down("Karim Haddad", AgentRole.FIELD_ENGINEER, AgentRole.MANAGER, branch_id=branch)
    client = world.client("Al-Rashid Trading", "onyxpro", branch_id=branch, start_date=start)
    return world.case(client, reason="update")


@pytest.fixture
def case(world: World) -> UUID:
    """A case of a client in its first, free year."""
    return a_case(world, date(2026, 6, 1))


@pytest.fixture
def visit(world: World, case: UUID) -> UUID:
    """A visit that has begun."""
    return begun(world, case)


def begun(world: World, case: UUID) -> UUID:
    client = details.case(world.desk, case).organisation_id
    assert client is not None
    planned = visits.plan(
        world.desk, client, planned_at=ARRIVAL, engineer_id=world.desk.actor, case_ids=(case,)
    )
    world.now = ARRIVAL
    visits.arrive(world.desk, made(planned.created))
    return made(planned.created)


def finished(world: World, visit: UUID) -> None:
    whole_report(world.desk, visit)
    sign(world.desk, visit)
    world.later(hours=2)
    visit_reports.finish(world.desk, visit)


def test_ONX_2_a_visit_is_finished_only_with_all_required_parts(world: World, visit: UUID) -> None:
    with pytest.raises(RuleRefusal, match="not complete") as told:
        visit_reports.finish(world.desk, visit)
    assert told.value.rule == "ONX-2"
    assert all(part in told.value.what for part in ("performance", "work done", "recommendations"))
    whole_report(world.desk, visit)
    with pytest.raises(RuleRefusal, match="agreement"):
        visit_reports.finish(world.desk, visit)
    sign(world.desk, visit)
    world.later(hours=3, minutes=25)
    visit_reports.finish(world.desk, visit)
    (line,) = visit_lists.visits_between(world.desk, ARRIVAL, ARRIVAL + timedelta(days=1))
    assert (line.number, line.state, line.left_at) == ("VR-0001", "finished", world.now)


def test_ONX_2_the_report_stands_on_the_case_and_reaches_those_concerned(
    world: World, case: UUID, visit: UUID
) -> None:
    finished(world, visit)
    item = details.timeline(world.desk, case).items[-1]
    assert (item.kind, item.body, item.data["agreed_by"]) == (
        EntryKind.VISIT,
        "Rebuilt the index.",
        "Amal Rashid",
    )
    assert item.data["health"] == ["good", "watch"]
    assert item.data["report_to"] == ["department", "branches", "managers", "engineers"]
    assert details.case(world.desk, case).seconds_spent["on_site"] == 2 * 3600
    # Who wrote it has read it.
    assert attention.open_items(world.desk) == ()
    world.sits_down("Yousef Al-Hakimi", AgentRole.MANAGER, AgentRole.FIELD_ENGINEER)
    assert [each.kind for each in attention.open_items(world.desk)] == ["visit_report", "visit_report"]


def test_the_clients_suggestions_go_to_those_who_look_after_the_product(world: World, visit: UUID) -> None:
    visit_reports.write_report(world.desk, visit, passed_on=True)
    finished(world, visit)
    world.sits_down("Lina Faris", AgentRole.DEVELOPER_LIAISON, branch_id=world.branch("Aden"))
    (item,) = attention.open_items(world.desk)
    assert (item.kind, item.data["text"]) == ("suggestion", "Arabic help.")


def test_ONX_2_a_finished_report_stays_as_it_was_signed(world: World, visit: UUID) -> None:
    finished(world, visit)
    acts: tuple[Callable[[], Done], ...] = (
        lambda: visit_reports.write_report(world.desk, visit, problems="One more."),
        lambda: visits.edit(world.desk, visit, left_at=world.now),
        lambda: sign(world.desk, visit),
        lambda: visit_reports.finish(world.desk, visit),
    )
    for act in acts:
        with pytest.raises(KnownError, match="is finished"):
            act()


def test_ONX_2_what_is_changed_after_the_signature_voids_it(world: World, visit: UUID) -> None:
    whole_report(world.desk, visit)
    sign(world.desk, visit)
    assert visit_reports.report(world.desk, visit).agreement is not None
    visits.edit(world.desk, visit, received_by="Somebody else")
    assert visit_reports.report(world.desk, visit).agreement is None
    with pytest.raises(RuleRefusal, match="not what Amal Rashid signed: received by"):
        visit_reports.finish(world.desk, visit)
    visits.edit(world.desk, visit, received_by=None)
    assert visit_reports.report(world.desk, visit).agreement is not None
    visit_reports.finish(world.desk, visit)


def test_the_times_of_the_way_home_do_not_touch_the_signature(world: World, visit: UUID) -> None:
    whole_report(world.desk, visit)
    sign(world.desk, visit)
    visits.leave(world.desk, visit, at=world.now + timedelta(hours=1))
    visits.edit(world.desk, visit, travel_minutes=80, travel_km=128)
    visit_reports.finish(world.desk, visit)


def test_ONX_2_a_revision_asks_for_a_signature_of_its_own_and_keeps_the_first(
    world: World, case: UUID, visit: UUID
) -> None:
    finished(world, visit)
    with pytest.raises(KnownError, match="reason is missing"):
        visit_reports.revise_report(world.desk, visit, " ")
    visit_reports.revise_report(world.desk, visit, "A workstation was forgotten.")
    item = details.timeline(world.desk, case).items[-1]
    assert (item.data["act"], item.data["revision"], item.body) == (
        "revised",
        2,
        "A workstation was forgotten.",
    )
    # What was signed before is another revision, even where not a word is different.
    with pytest.raises(RuleRefusal, match="a later revision"):
        visit_reports.finish(world.desk, visit)
    with pytest.raises(KnownError, match="client's agreement"):
        visits.edit(world.desk, visit, state="on_site")
    visit_reports.write_report(world.desk, visit, work_done="Rebuilt the index.\nUpdated desk 2.")
    sign(world.desk, visit, "Omar Rashid", "Owner")
    visit_reports.finish(world.desk, visit)
    latest, first = visit_reports.signatures(world.desk, visit)
    assert ((latest.name, latest.job, latest.revision), (first.name, first.revision)) == (
        ("Omar Rashid", "Owner", 2),
        ("Amal Rashid", 1),
    )
    (changed,) = differences(first.content, latest.content)
    assert (changed.part, changed.line, changed.after) == ("work_done", 2, "Updated desk 2.")
    with pytest.raises(KnownError, match="is not finished"):
        visit_reports.revise_report(world.desk, begun(world, case), "Again")


def test_ONX_2_an_act_of_signing_that_tells_no_revision_is_of_the_first(world: World, visit: UUID) -> None:
    finished(world, visit)
    visit_reports.revise_report(world.desk, visit, "A workstation was forgotten.")
    shown = plain_content(content_of(visit_reports.report(world.desk, visit)))
    strokes = [[list(point) for point in stroke] for stroke in STROKES]
    act = {"name": "Amal", "job": "", "strokes": strokes, "content": shown}
    do(world.desk, "visit.sign", visit, act)
    assert [each.revision for each in visit_reports.signatures(world.desk, visit)] == [1, 1]
    for strange in (0, "2", True, None):
        with pytest.raises(ValueError, match="revision is a whole number"):
            do(world.desk, "visit.sign", visit, {**act, "revision": strange})


def test_nothing_is_signed_unseen_undrawn_or_unnamed(world: World, visit: UUID) -> None:
    whole_report(world.desk, visit)
    seen = fingerprint(content_of(visit_reports.report(world.desk, visit)))
    visit_reports.write_report(world.desk, visit, problems="Found after it was shown.")
    with pytest.raises(KnownError, match="while it was being signed"):
        visit_reports.sign(world.desk, visit, seen=seen, name="Amal", strokes=STROKES)
    seen = fingerprint(content_of(visit_reports.report(world.desk, visit)))
    with pytest.raises(KnownError, match="Nothing was drawn"):
        visit_reports.sign(world.desk, visit, seen=seen, name="Amal", strokes=(((5, 5, 0), (9, 9, 1)),))
    with pytest.raises(KnownError, match="name of who signs is missing"):
        visit_reports.sign(world.desk, visit, seen=seen, name=" ", strokes=STROKES)
    assert visit_reports.signatures(world.desk, visit) == ()


def test_a_report_comes_back_as_it_was_written(world: World, visit: UUID) -> None:
    parts: dict[str, Any] = {
        "performance": (CheckedPoint("Backup", Health.BAD, "none"),),
        "spare_parts": (SparePart("Label roll", 2),),
        "acceptance": Acceptance(as_asked=True, may_close=False, remark="Too late."),
        "passed_on": True,
        "problems": "السجل تالف",
    }
    visit_reports.write_report(world.desk, visit, **parts)
    report = visit_reports.report(world.desk, visit)
    assert replace(report, **parts) == report


@pytest.mark.parametrize(
    "part",
    [
        {"weather": "Rain"},
        {"problems": 7},
        {"problems": "x" * 100_001},
        {"performance": "all good"},
        {"performance": [{"name": "Backup"}]},
        {"performance": [{"name": "Backup", "health": "splendid"}]},
        {"performance": [{"name": " ", "health": "good"}]},
        {"performance": [{"name": "Backup", "health": "good"}] * 201},
        {"spare_parts": [{"name": "Roll", "quantity": 0}]},
        {"spare_parts": [{"name": "Roll", "quantity": True}]},
        {"acceptance": ["yes"]},
        {"acceptance": {"as_asked": "yes"}},
        {"passed_on": "perhaps"},
    ],
)
def test_a_part_of_another_form_is_refused(world: World, visit: UUID, part: dict[str, object]) -> None:
    with pytest.raises(KnownError, match="part"):
        visit_reports.write_report(world.desk, visit, **part)


def test_what_was_written_of_a_report_can_be_taken_back(world: World, visit: UUID) -> None:
    points = (CheckedPoint("Backup", Health.GOOD),)
    visit_reports.write_report(world.desk, visit, problems="First")
    for parts in ({"problems": "Second"}, {"performance": points}, {"passed_on": True}):
        done = visit_reports.write_report(world.desk, visit, **parts)
        undo.undo(world.desk, done.outcome.operation)
    report = visit_reports.report(world.desk, visit)
    assert (report.problems, report.performance, report.passed_on) == ("First", (), False)


@pytest.mark.parametrize(("start", "lines"), [(date(2026, 6, 1), 0), (date(2024, 1, 1), 1)])
def test_ONX_3_a_visit_that_nothing_covers_is_drafted_for_the_invoice_once(
    world: World, start: date, lines: int
) -> None:
    case = a_case(world, start)
    before = invoice_lines(world)
    visit = begun(world, case)
    finished(world, visit)
    drafted = invoice_lines(world)[len(before) :]
    assert drafted == ["VR-0001 2 h 00 m"] * lines
    visit_reports.revise_report(world.desk, visit, "A word was wrong.")
    sign(world.desk, visit)
    visit_reports.finish(world.desk, visit)
    assert len(invoice_lines(world)) == len(before) + lines


def invoice_lines(world: World) -> list[str]:
    with world.store.read() as conn:
        return list(conn.scalars(select(INVOICE_DRAFT.c.text).order_by(INVOICE_DRAFT.c.row)))


def test_a_recommendation_becomes_a_case_that_names_its_visit(world: World, case: UUID, visit: UUID) -> None:
    client = details.case(world.desk, case).organisation_id
    new = NewCase("A larger disk", "Recommended at the visit.", client, reason="update")
    logged = made(visits.follow_up(world.desk, visit, "A larger disk.", new).created)
    item = details.timeline(world.desk, logged).items[-1]
    assert (item.kind, item.data["act"], item.body) == (EntryKind.VISIT, "follow_up", "A larger disk.")
    with world.store.read() as conn:
        found = conn.execute(select(VISIT_CASE.c.case_id, VISIT_CASE.c.recommendation)).all()
    assert (logged, "A larger disk.") in found
    # It was not what the visit was for, and is no part of what the client signs.
    assert visit_reports.report(world.desk, visit).cases == (case,)
    with pytest.raises(KnownError, match="recommendation is missing"):
        visits.follow_up(world.desk, visit, " ", new)
    assert len(details.timeline(world.desk, logged).items) == 2
