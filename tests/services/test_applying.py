"""Operations: applied once, in one transaction with their row and outbox; refused with nothing written."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.operation import Entity, Kind, Operation, Ref, Status
from supportdesk.services import acts
from supportdesk.services.cases import handling, replies
from supportdesk.services.exchange.taking_in import take_in
from supportdesk.services.operations.applying import operation_of, perform
from supportdesk.services.operations.work import derived_id
from supportdesk.services.person import drafts
from supportdesk.store import migrate, operation_rows
from supportdesk.store.case_rows import load_state
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import ENTRY
from supportdesk.store.tables.desk import OPERATION, OUTBOX
from tests.services.desk_world import FIRST, World

SERVICES = Path(acts.__file__).parent


def rows(world: World) -> tuple[int, int, int]:
    """How many operations, outbox rows and entries there are."""
    with world.store.read() as conn:
        counts = [
            conn.scalar(select(func.count()).select_from(table)) for table in (OPERATION, OUTBOX, ENTRY)
        ]
    return counts[0] or 0, counts[1] or 0, counts[2] or 0


def test_an_act_leaves_its_operation_and_its_outbox_row(world: World) -> None:
    case_id = world.case(world.client())
    done = handling.assign(world.desk, case_id, world.agent())
    with world.store.read() as conn:
        kept = operation_rows.kept(conn, done.outcome.operation)
        waiting = conn.execute(select(OUTBOX.c.n, OUTBOX.c.op_id, OUTBOX.c.state).order_by(OUTBOX.c.n)).all()
        numbers = conn.scalars(select(OPERATION.c.n).order_by(OPERATION.c.n)).all()
    assert kept is not None
    assert done.operation is not None
    assert kept.operation == replace(done.operation, expect={"owner": None})
    assert (kept.operation.name, kept.operation.root) == ("case.assign", Ref(Entity.CASE, case_id))
    assert tuple(waiting[-1]) == (kept.number, kept.operation.id, "waiting")
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_same_operation_twice_has_one_effect(world: World) -> None:
    case_id = world.case(world.client())
    operation = operation_of(world.desk, "case.note", case_id, {"body": "Once.", "files": []})
    first = perform(world.desk, operation)
    before = rows(world)
    again = perform(world.desk, operation)
    with world.store.write() as conn:
        arrived = take_in(conn, operation, world.desk.policies)
    assert rows(world) == before
    assert first.outcome.status is again.outcome.status is arrived.status is Status.APPLIED


def test_a_refused_act_writes_nothing(world: World) -> None:
    case_id = world.case(world.client(policy="synergy"))
    drafts.save(world.desk, "case:1:reply", {"text": "Open the ledger."})
    before = rows(world)
    with pytest.raises(RuleRefusal) as refusal:
        replies.reply(world.desk, case_id, "Open the ledger.", draft_key="case:1:reply")
    assert refusal.value.rule == "SYN-1"
    assert rows(world) == before
    assert drafts.load(world.desk, "case:1:reply") is not None


def test_what_arrives_from_elsewhere_and_is_refused_is_kept_as_rejected(world: World) -> None:
    case_id = world.case(world.client())
    operation = operation_of(world.desk, "case.move_stage", case_id, {"stage": "testing", "recorded": {}})
    entries = rows(world)[2]
    with world.store.write() as conn:
        outcome = take_in(conn, operation, world.desk.policies)
    assert (outcome.status, outcome.rule) == (Status.REJECTED, "SPK-6")
    assert outcome.reason
    assert "Development" in outcome.reason
    assert rows(world)[2] == entries
    with world.store.write() as conn:
        assert take_in(conn, operation, world.desk.policies).reason == outcome.reason


def test_a_bug_in_a_handler_is_no_refusal(world: World) -> None:
    case_id = world.case(world.client())
    broken = operation_of(world.desk, "case.move_stage", case_id, {})
    before = rows(world)
    with pytest.raises(KeyError):
        perform(world.desk, broken)
    with pytest.raises(KeyError), world.store.write() as conn:
        take_in(conn, broken, world.desk.policies)
    assert rows(world) == before


def test_an_act_of_a_newer_program_is_told_of(world: World) -> None:
    unknown = Operation(
        id=world.new_id(),
        root=Ref(Entity.CASE, FIRST),
        kind=Kind.COMMAND,
        name="case.teleport",
        args={},
        actor=FIRST,
        device=FIRST,
        at=world.now,
    )
    with pytest.raises(KnownError, match="does not know"):
        perform(world.desk, unknown)


def test_replaying_a_desks_operations_elsewhere_makes_the_same_rows(world: World, tmp_path: Path) -> None:
    world.sits_down()
    client = world.client()
    world.contract(client)
    case_id = world.case(client, severity="S2")
    for minutes in (5, 10, 15):
        world.later(minutes=minutes)
        replies.reply(world.desk, case_id, f"Answer {minutes}")
    handling.verify_severity(world.desk, case_id, "S1", reason="Everyone is down")
    other = Store.open(tmp_path / "other.db", None, create=True)
    migrate.upgrade(other)
    with world.store.read() as conn:
        ids = conn.scalars(select(OPERATION.c.id).order_by(OPERATION.c.n)).all()
        operations = [operation_rows.kept(conn, operation_id) for operation_id in ids]
        here = (load_state(conn, case_id), conn.execute(select(ENTRY).order_by(ENTRY.c.row)).all())
    with other.write() as conn:
        for kept in operations:
            assert kept is not None
            assert take_in(conn, kept.operation, world.desk.policies).status is Status.APPLIED
    with other.read() as conn:
        there = (load_state(conn, case_id), conn.execute(select(ENTRY).order_by(ENTRY.c.row)).all())
    other.close()
    assert there == here


def test_ids_follow_from_the_operation_and_sort_as_it_did(world: World) -> None:
    source = world.new_id()
    made = [derived_id(source, ordinal) for ordinal in range(300)]
    assert made == sorted(made)
    assert made == [derived_id(source, ordinal) for ordinal in range(300)]
    assert {each.version for each in made} == {7}
    assert derived_id(source, 0, "closing") != made[0]
    world.later(seconds=1)
    assert derived_id(world.new_id(), 0) > made[-1]
    with pytest.raises(ValueError, match="at most"):
        derived_id(source, 4096)


def test_every_handler_is_known_once_the_families_are() -> None:
    families = {family.__name__ for family in acts.FAMILIES}
    handling_modules = {
        ".".join(("supportdesk.services", *file.relative_to(SERVICES).with_suffix("").parts))
        for file in SERVICES.rglob("*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
        for mark in node.decorator_list
        if isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "handles"
    }
    assert handling_modules == families
    assert {"case.log", "case.undo", "policy.install"} <= acts.known()
