"""One severity change, from the act to the rows: operation, rule, clocks, timeline, outbox, what screens are told."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import RuleRefusal
from supportdesk.domain.operation import Aspect, Entity, Kind, Ref, Status
from supportdesk.services import undo
from supportdesk.services.cases import handling
from supportdesk.services.queries import details, lists
from supportdesk.services.views import CaseRow
from supportdesk.store import operation_rows
from supportdesk.store.tables.cases import CASE, CLOCK, ENTRY
from supportdesk.store.tables.desk import OUTBOX
from tests.services.desk_world import World, open_world


def shown(world: World, case_id: UUID) -> CaseRow:
    """The case's line in a list."""
    row = lists.row(world.desk, case_id)
    assert row is not None
    return row


def test_an_officer_makes_a_case_critical(tmp_path: Path) -> None:
    with open_world(tmp_path) as world:
        officer = world.sits_down()
        client = world.client()
        world.contract(client)
        case_id = world.case(client, severity="S3")
        logged_at = world.now
        due_before = shown(world, case_id).deadline.due_at
        world.later(minutes=40)

        # Without a reason the rule refuses, and nothing has happened.
        with pytest.raises(RuleRefusal, match="no reason"):
            handling.verify_severity(world.desk, case_id, "S1")

        # The act makes an operation, applies it and says which screens have to look again.
        done = handling.verify_severity(world.desk, case_id, "S1", reason="Nobody is paid today")
        operation = done.operation
        assert operation is not None
        assert (operation.name, operation.kind) == ("case.verify_severity", Kind.COMMAND)
        assert (operation.root, operation.actor, operation.at) == (
            Ref(Entity.CASE, case_id),
            officer,
            world.now,
        )
        assert (done.outcome.status, done.undoable) == (Status.APPLIED, True)
        changed = done.outcome.changes.changes
        assert set(changed) == {Ref(Entity.CASE, case_id)}
        assert changed[Ref(Entity.CASE, case_id)] == {Aspect.ROW, Aspect.TIMELINE, Aspect.CLOCKS}

        # The rows of the one transaction: case, clock, line, operation, outbox.
        with world.store.read() as conn:
            case = conn.execute(select(CASE).where(CASE.c.id == case_id)).one()
            clock = conn.execute(select(CLOCK).where(CLOCK.c.case_id == case_id)).one()
            line = conn.execute(select(ENTRY).where(ENTRY.c.op_id == operation.id)).one()
            kept = operation_rows.kept(conn, operation.id)
            waiting = conn.execute(select(OUTBOX).where(OUTBOX.c.op_id == operation.id)).one()
        assert (case.severity_claimed, case.severity_verified, case.severity_rank) == ("S3", "S1", 1)
        assert case.severity_reason == "Nobody is paid today"
        assert clock.due_at == case.due_at == logged_at + timedelta(hours=2)
        assert due_before is not None
        assert clock.due_at < due_before
        assert (line.author_id, line.at, line.public) == (officer, world.now, True)
        assert line.data["verified"] == [None, "S1"]
        assert line.event == {"kind": "severity_verified", "to": "S1"}
        assert kept is not None
        assert (waiting.n, waiting.state) == (kept.number, "waiting")

        # What the screens then read.
        row = shown(world, case_id)
        assert (row.severity_code, row.severity_verified, row.deadline.due_at) == ("S1", True, clock.due_at)
        opened = details.case(world.desk, case_id)
        assert opened.severity_verified is not None
        assert opened.severity_verified.code == "S1"
        assert details.case(world.desk, case_id, as_of=logged_at).severity_verified is None

        # And back.
        world.later(seconds=4)
        undo.last(world.desk)
        assert shown(world, case_id).deadline.due_at == due_before
