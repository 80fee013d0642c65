"""Taking acts back: as though they had not been, with a line that says so; refused where later work depends on them."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import Channel, LinkKind, Verdict
from supportdesk.rules.cases.machine import settle
from supportdesk.services import undo
from supportdesk.services.cases import closing, handling, linking, replies
from supportdesk.services.entitlements import incidents
from supportdesk.services.in_hand.entitling import facts_of
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.in_hand.history import TRACKED
from supportdesk.services.operations.desk import Done
from supportdesk.services.registers import people
from supportdesk.store import operation_rows
from supportdesk.store.case_rows import load_state
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import ATTACHMENT, ENTRY, LINK
from supportdesk.store.tables.desk import OPERATION, OUTBOX
from supportdesk.store.tables.people import ORGANISATION
from tests.services.desk_world import World, made, open_world
from tests.services.random_acts import WITHOUT_SHRINKING, Choice, choices, play, players_of

Snapshot = tuple[Any, dict[str, Any]]


def snapshot(world: World, case_id: UUID) -> Snapshot:
    with world.store.read() as conn:
        state, row = load_state(conn, case_id)
    return settle(state, world.now), {name: row[name] for name in (*TRACKED, "attachments")}


def undone(world: World, done: Done) -> Done:
    assert done.undoable
    return undo.undo(world.desk, done.outcome.operation)


@pytest.fixture
def case_id(world: World) -> UUID:
    world.sits_down()
    client = world.client()
    world.contract(client)
    return world.case(client, severity="S3")


_ACTS: dict[str, Callable[[World, UUID], Done]] = {
    "assign": lambda world, case: handling.assign(world.desk, case, world.desk.actor),
    "stage": lambda world, case: handling.move_stage(world.desk, case, "development"),
    "severity": lambda world, case: handling.verify_severity(
        world.desk, case, "S1", reason="Everyone is down"
    ),
    "claim": lambda world, case: handling.claim_severity(world.desk, case, "S2"),
    "edit": lambda world, case: handling.edit(world.desk, case, title="Payroll stops in step 3", area=None),
    "agreed update": lambda world, case: handling.agree_update(world.desk, case, world.now.replace(day=25)),
    "close": lambda world, case: closing.close(world.desk, case, by_client=True),
    "reply": lambda world, case: replies.reply(world.desk, case, "Try step 2 again.", then_stage="complete"),
    "note": lambda world, case: replies.note(world.desk, case, "Looks like the index."),
    "client": lambda world, case: replies.client_entry(world.desk, case, "Thanks.", channel=Channel.EMAIL),
    "call": lambda world, case: replies.call(world.desk, case, "Asked.", direction="incoming", seconds=90),
    "info": lambda world, case: replies.request_information(world.desk, case, "", items=("steps",)),
}


_BEFORE = (
    "reply",
    "note",
    "client",
    "call",
    "info",
    "came",
    "claim",
    "verify",
    "assign",
    "move",
    "agree",
    "edit",
    "close",
    "agreement",
    "reactivate",
)


@pytest.mark.parametrize("name", _ACTS)
def test_an_act_taken_back_leaves_the_case_as_it_was(world: World, case_id: UUID, name: str) -> None:
    world.later(minutes=30)
    before = snapshot(world, case_id)
    done = _ACTS[name](world, case_id)
    assert snapshot(world, case_id) != before or name == "note"
    world.later(seconds=5)
    undone(world, done)
    assert snapshot(world, case_id) == before
    with world.store.read() as conn:
        last = conn.execute(
            select(ENTRY.c.kind, ENTRY.c.data, ENTRY.c.author_id)
            .where(ENTRY.c.case_id == case_id)
            .order_by(ENTRY.c.row.desc())
        ).first()
    assert last is not None
    assert (last.kind, last.data["undoes"]) == ("undone", str(done.outcome.operation))
    assert last.author_id == world.desk.actor


@settings(max_examples=40, suppress_health_check=list(HealthCheck), phases=WITHOUT_SHRINKING)
@given(
    policy=st.sampled_from(["sparkrock", "synergy"]),
    before=choices((*_BEFORE, "due", "merge"), most=8),
    act=choices(_BEFORE, most=1),
)
def test_the_last_act_taken_back_never_was_whatever_went_before(
    policy: str, before: list[Choice], act: list[Choice]
) -> None:
    with TemporaryDirectory() as folder, open_world(Path(folder)) as world:
        players = players_of(world, policy)
        for choice in before:
            play(players, choice)
        name, which, how, pause = act[0]
        world.later(minutes=pause)
        snapshots = [snapshot(world, case) for case in players.cases]
        count = operations(world)
        assume(play(players, (name, which, how, 0)))
        with world.store.read() as conn:
            last = operation_rows.last_undoable(conn, world.desk.actor, world.desk.device)
        # An edit that changes nothing leaves nothing to be taken back.
        assume(last is not None and last.number > count)
        undo.last(world.desk)
        assert [snapshot(world, case) for case in players.cases] == snapshots


def operations(world: World) -> int:
    with world.store.read() as conn:
        return conn.scalar(select(func.count()).select_from(OPERATION)) or 0


def test_a_withdrawn_reply_is_no_longer_there_with_its_file(world: World, case_id: UUID) -> None:
    file = NewFile("ab" * 32, 2048, "protocol.txt", "text/plain")
    done = replies.reply(world.desk, case_id, "Here is how.", files=(file,))
    undone(world, done)
    with world.store.read() as conn:
        assert conn.execute(select(ENTRY.c.id).where(ENTRY.c.kind == "reply", ~ENTRY.c.deleted)).all() == []
        assert conn.execute(select(ATTACHMENT.c.id).where(~ATTACHMENT.c.deleted)).all() == []


def test_a_reply_can_be_withdrawn_for_ten_seconds_or_until_it_is_sent(world: World, case_id: UUID) -> None:
    first = replies.reply(world.desk, case_id, "Try this.")
    with world.store.write() as conn:
        conn.execute(update(OUTBOX).values(state="sent"))
    world.later(seconds=11)
    with pytest.raises(KnownError, match="sent"):
        undone(world, first)
    second = replies.reply(world.desk, case_id, "Or that.")
    world.later(minutes=30)
    undone(world, second)


def test_what_later_work_depends_on_is_not_taken_back(world: World, case_id: UUID) -> None:
    moved = handling.move_stage(world.desk, case_id, "development")
    world.later(minutes=1)
    handling.move_stage(world.desk, case_id, "testing")
    with pytest.raises(KnownError, match="Later work"):
        undone(world, moved)
    answered = replies.reply(world.desk, case_id, "Is it better?")
    replies.client_entry(world.desk, case_id, "No.", channel=Channel.EMAIL)
    with pytest.raises(KnownError, match="written since"):
        undone(world, answered)
    renamed = handling.edit(world.desk, case_id, title="One")
    handling.edit(world.desk, case_id, title="Two")
    with pytest.raises(KnownError, match="changed again"):
        undone(world, renamed)


def test_TIME_6_a_verdict_given_since_is_not_taken_back(world: World, case_id: UUID) -> None:
    raised = handling.verify_severity(world.desk, case_id, "S1", reason="Everyone is down")
    world.later(hours=3)
    replies.note(world.desk, case_id, "Nobody was free.")
    with world.store.read() as conn:
        (clock,) = load_state(conn, case_id)[0].clocks
    assert clock.verdict is Verdict.MISSED
    with pytest.raises(KnownError, match="deadline has been judged"):
        undone(world, raised)


def test_an_act_is_taken_back_once(world: World, case_id: UUID) -> None:
    done = handling.assign(world.desk, case_id, world.desk.actor)
    undone(world, done)
    with pytest.raises(KnownError, match="already"):
        undone(world, done)


def test_ctrl_z_goes_back_act_by_act(world: World, case_id: UUID) -> None:
    start = snapshot(world, case_id)
    handling.assign(world.desk, case_id, world.desk.actor)
    middle = snapshot(world, case_id)
    client = get_client(world, case_id)
    people.edit_organisation(world.desk, client, region="West")
    handling.verify_severity(world.desk, case_id, "S2", reason="Ten users")
    undo.last(world.desk)
    assert snapshot(world, case_id) == middle
    undo.last(world.desk)
    with world.store.read() as conn:
        assert get_row(conn, ORGANISATION, client)["region"] is None
    undo.last(world.desk)
    assert snapshot(world, case_id) == start


def test_ctrl_z_takes_back_nothing_of_somebody_elses(world: World, case_id: UUID) -> None:
    handling.assign(world.desk, case_id, world.desk.actor)
    other = world.as_agent(world.agent("Tomas Berg"))
    assert undo.last(other) is None


def test_a_link_and_a_merge_are_taken_back(world: World, case_id: UUID) -> None:
    other = world.case(get_client(world, case_id), "Payroll stops again")
    undone(world, linking.link(world.desk, case_id, other, LinkKind.SAME_CAUSE))
    with world.store.read() as conn:
        assert conn.execute(select(LINK.c.id).where(LINK.c.ended_at.is_(None))).all() == []
    before = snapshot(world, case_id)
    undone(world, linking.merge(world.desk, case_id, other))
    assert snapshot(world, case_id) == before


def test_SYN_2_the_incident_that_a_withdrawn_reply_charged_is_returned(world: World) -> None:
    world.sits_down()
    client = world.client(policy="synergy")
    incidents.buy_season_ticket(
        world.desk, client, amount=Decimal(700), currency="GBP", method="cash", reference="T1"
    )
    case_id = world.case(client)
    done = replies.reply(world.desk, case_id, "Open the ledger first.")
    assert balance(world, client) == 9
    undone(world, done)
    assert balance(world, client) == 10


def test_SYN_2_a_payment_is_corrected_and_never_taken_back(world: World) -> None:
    world.sits_down()
    case_id = world.case(world.client(policy="synergy"))
    done = incidents.record_payment(
        world.desk, case_id, amount=Decimal(95), currency="GBP", method="cash", reference="R1"
    )
    assert not done.undoable
    with pytest.raises(KnownError, match="can't be taken back"):
        undo.undo(world.desk, done.outcome.operation)


def balance(world: World, client: UUID) -> int:
    with world.store.read() as conn:
        policy = world.desk.policies.in_effect("synergy", world.now)
        return facts_of(conn, policy, client).ledger.balance(world.now)


def get_client(world: World, case_id: UUID) -> UUID:
    with world.store.read() as conn:
        return made(load_state(conn, case_id)[1]["organisation_id"])
