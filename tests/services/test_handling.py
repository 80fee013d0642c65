"""Handling a case: severity, owner, stage, update, fields; each leaves who, when, from and to on the timeline."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Row, select

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.operation import Aspect, Entity, Ref
from supportdesk.domain.words import ClockKind, EntryKind, Verdict
from supportdesk.rules.cases.state import CaseState
from supportdesk.services.cases import closing, handling, replies
from supportdesk.services.entitlements import engagements
from supportdesk.services.registers import staff
from supportdesk.services.views import Money
from supportdesk.store.case_rows import load_state
from supportdesk.store.tables.cases import ENTRY
from tests.services.desk_world import World

NEW_YORK = {
    "time_zone": "America/New_York",
    "weekly": {"wed": [["08:00", "11:00"]], "thu": [["08:00", "11:00"]]},
}


@pytest.fixture
def case_id(world: World) -> UUID:
    world.sits_down()
    client = world.client()
    world.contract(client)
    return world.case(client, severity="S3")


def state(world: World, case_id: UUID) -> CaseState:
    with world.store.read() as conn:
        return load_state(conn, case_id)[0]


def last_line(world: World, case_id: UUID, kind: EntryKind) -> Row[*tuple[Any, ...]]:
    with world.store.read() as conn:
        of_kind = select(ENTRY).where(ENTRY.c.case_id == case_id, ENTRY.c.kind == kind.value)
        found = conn.execute(of_kind.order_by(ENTRY.c.row.desc())).first()
    assert found is not None
    return found


def test_SPK_2_a_claim_is_confirmed_or_changed_with_a_reason(world: World, case_id: UUID) -> None:
    handling.verify_severity(world.desk, case_id, "S3")
    with pytest.raises(RuleRefusal, match="no reason") as refusal:
        handling.verify_severity(world.desk, case_id, "S1")
    assert refusal.value.rule == "SPK-2"
    handling.verify_severity(world.desk, case_id, "critical", reason="All payrolls are down")
    now = state(world, case_id)
    assert (now.severity_claimed, now.severity_verified, now.severity) == ("S3", "S1", "S1")
    line = last_line(world, case_id, EntryKind.SEVERITY)
    assert (line.data["verified"], line.body, line.public) == (["S3", "S1"], "All payrolls are down", True)
    assert (line.author_id, line.at) == (world.desk.actor, world.now)


def test_TIME_6_a_changed_severity_counts_from_the_logging(world: World, case_id: UUID) -> None:
    logged_at = world.now
    world.later(hours=1)
    handling.verify_severity(world.desk, case_id, "S1", reason="All payrolls are down")
    (clock,) = state(world, case_id).clocks
    assert clock.due_at == logged_at + timedelta(hours=2)
    world.later(minutes=30)
    replies.reply(world.desk, case_id, "We are at it.")
    handling.verify_severity(world.desk, case_id, "S4", reason="It was the printer")
    met = state(world, case_id).clocks[0]
    assert (met.verdict, met.severity, met.due_at) == (Verdict.MET, "S1", logged_at + timedelta(hours=2))


def test_SPK_6_assigning_a_new_case_moves_it_to_work(world: World, case_id: UUID) -> None:
    done = handling.assign(world.desk, case_id, world.desk.actor)
    now = state(world, case_id)
    assert (now.owner, now.stage) == (str(world.desk.actor), "in_progress")
    assert last_line(world, case_id, EntryKind.ASSIGNED).data == {"from": None, "to": str(world.desk.actor)}
    moved = last_line(world, case_id, EntryKind.STAGE)
    assert moved.data == {"from": "new", "to": "in_progress", "automatic": True}
    assert moved.author_id is None
    assert {Aspect.ROW, Aspect.TIMELINE} <= done.outcome.changes.aspects_of(Ref(Entity.CASE, case_id))


def test_SPK_10_a_case_has_one_owner_who_works_here(world: World, case_id: UUID) -> None:
    handling.assign(world.desk, case_id, world.desk.actor)
    with pytest.raises(KnownError, match="stands there already"):
        handling.assign(world.desk, case_id, world.desk.actor)
    gone = world.agent("Rosa Lindt")
    staff.edit_agent(world.desk, gone, active=False)
    with pytest.raises(KnownError, match="no longer works"):
        handling.assign(world.desk, case_id, gone)
    handling.assign(world.desk, case_id, None)
    assert state(world, case_id).owner is None


def test_SPK_6_a_stage_is_given_what_it_asks_for(world: World, case_id: UUID) -> None:
    for stage, rule in (("waiting_for_vendor", "SPK-6"), ("estimate", "SPK-6"), ("testing", "SPK-6")):
        with pytest.raises(RuleRefusal) as refusal:
            handling.move_stage(world.desk, case_id, stage)
        assert refusal.value.rule == rule
    handling.move_stage(world.desk, case_id, "waiting_for_vendor", vendor="Nordbank")
    assert last_line(world, case_id, EntryKind.STAGE).data["vendor"] == "Nordbank"
    handling.move_stage(world.desk, case_id, "Estimate", quote=Money(Decimal("1200.00"), "CAD"))
    assert last_line(world, case_id, EntryKind.STAGE).data["quote"] == {
        "amount": "1200.00",
        "currency": "CAD",
    }
    handling.move_stage(world.desk, case_id, "development")
    handling.move_stage(world.desk, case_id, "testing")
    assert state(world, case_id).stage == "testing"


def test_SPK_6_a_move_to_where_the_case_stands_is_none(world: World, case_id: UUID) -> None:
    handling.move_stage(world.desk, case_id, "development")
    entered = state(world, case_id).stage_entered_at
    world.later(hours=1)
    assert not handling.move_stage(world.desk, case_id, "development").undoable
    assert state(world, case_id).stage_entered_at == entered


def test_SPK_6_waiting_for_the_customer_pauses_the_clocks(world: World, case_id: UUID) -> None:
    handling.move_stage(world.desk, case_id, "waiting_for_customer")
    (clock,) = state(world, case_id).clocks
    assert clock.due_at is None
    world.later(days=2)
    handling.move_stage(world.desk, case_id, "in_progress")
    (resumed,) = state(world, case_id).clocks
    assert resumed.due_at is not None
    assert resumed.due_at > world.now


def test_SPK_4_an_agreed_update_replaces_the_next_one(world: World, case_id: UUID) -> None:
    until = world.now + timedelta(days=3)
    handling.agree_update(world.desk, case_id, until)
    clock = state(world, case_id).clock(ClockKind.NEXT_UPDATE)
    assert clock is not None
    assert clock.due_at == until
    with pytest.raises(RuleRefusal) as refusal:
        handling.agree_update(world.desk, case_id, world.now)
    assert refusal.value.rule == "SPK-4"


def test_SYN_4_closing_asks_how_the_case_was_resolved(world: World) -> None:
    case_id = world.case(world.client(policy="synergy"))
    with pytest.raises(RuleRefusal) as refusal:
        handling.close(world.desk, case_id)
    assert refusal.value.rule == "SYN-4"
    handling.close(world.desk, case_id, resolution="workaround")
    assert state(world, case_id).resolution == "workaround"
    assert last_line(world, case_id, EntryKind.CLOSED).data["resolution"] == "workaround"


def test_ONX_1_a_case_is_finished_only_with_the_clients_agreement(world: World) -> None:
    client = world.client(policy="onyxpro")
    world.contract(client, kind="warranty")
    intake = world.desk.policies.versions("onyxpro")[-1].intake
    case_id = world.case(
        client,
        template={part.id: "x" for part in intake.template},
        reason=intake.reasons[0].id if intake.reasons else None,
        area=intake.areas[0].id if intake.areas else None,
    )
    with pytest.raises(RuleRefusal) as refusal:
        handling.close(world.desk, case_id)
    assert refusal.value.rule == "ONX-1"
    handling.record_agreement(world.desk, case_id, name="Karim Haddad")
    handling.close(world.desk, case_id)
    assert state(world, case_id).closed_at == world.now


def test_TIME_7_a_reactivated_case_has_a_first_response_of_its_own(world: World, case_id: UUID) -> None:
    replies.reply(world.desk, case_id, "Done.")
    closing.close(world.desk, case_id, by_client=True)
    world.later(days=1)
    closing.reactivate(world.desk, case_id)
    verdicts = [(clock.kind, clock.verdict) for clock in state(world, case_id).clocks]
    assert verdicts[0] == (ClockKind.FIRST_RESPONSE, Verdict.MET)
    assert verdicts[-1] == (ClockKind.FIRST_RESPONSE, Verdict.RUNNING)
    assert state(world, case_id).reopened == 1


def test_a_changed_field_says_from_what_to_what(world: World, case_id: UUID) -> None:
    handling.edit(world.desk, case_id, title="Payroll stops in step 3", product_version="7.2")
    assert last_line(world, case_id, EntryKind.EDITED).data["fields"] == {
        "title": ["Payroll stops", "Payroll stops in step 3"],
        "product_version": [None, "7.2"],
    }
    with pytest.raises(KnownError, match="can't be changed"):
        handling.edit(world.desk, case_id, number="C-1")
    with pytest.raises(KnownError, match="title"):
        handling.edit(world.desk, case_id, title="  ")


def test_ONX_1_another_branch_brings_its_hours(world: World, case_id: UUID) -> None:
    before = state(world, case_id).clocks[0].due_at
    branch = world.branch("Boston", calendar=NEW_YORK)
    handling.edit(world.desk, case_id, branch_id=branch)
    after = state(world, case_id).clocks[0].due_at
    assert before is not None
    assert after is not None
    assert after > before
    assert last_line(world, case_id, EntryKind.POLICY).data["rules"]["calendar"] == NEW_YORK


def test_a_clock_that_was_set_back_changes_no_order(world: World, case_id: UUID) -> None:
    world.later(hours=1)
    replies.note(world.desk, case_id, "First.")
    latest = world.now
    world.later(minutes=-30)
    replies.note(world.desk, case_id, "Second.")
    assert last_line(world, case_id, EntryKind.NOTE).at == latest + timedelta(microseconds=1)


def test_SAP_3_training_needs_its_engagement(world: World) -> None:
    client = world.client(policy="sapphireone")
    world.contract(client)
    case_id = world.case(client)
    training = next(
        stage
        for stage in world.desk.policies.versions("sapphireone")[-1].stages
        if stage.engagement == "training"
    )
    with pytest.raises(RuleRefusal, match="engagement"):
        handling.move_stage(world.desk, case_id, training.id)
    engagements.open_engagement(world.desk, client, "training", "Two mornings on stock", case_id=case_id)
    handling.move_stage(world.desk, case_id, training.id)
    assert state(world, case_id).stage == training.id
