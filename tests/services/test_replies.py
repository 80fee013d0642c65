"""What is said on a case, what it counts for, and what is held back."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.words import Channel, ClockKind, EntryKind, Verdict
from supportdesk.rules.cases.state import CaseState
from supportdesk.services.cases import handling, information, linking, replies
from supportdesk.services.in_hand.stage_moves import Recorded
from supportdesk.services.person import drafts
from supportdesk.store.case_rows import load_state
from supportdesk.store.tables.cases import ENTRY
from tests.services.desk_world import World


@pytest.fixture
def case_id(world: World) -> UUID:
    world.sits_down()
    client = world.client()
    world.contract(client)
    return world.case(client, severity="S1")


def state(world: World, case_id: UUID) -> CaseState:
    with world.store.read() as conn:
        return load_state(conn, case_id)[0]


def kinds(world: World, case_id: UUID) -> list[str]:
    with world.store.read() as conn:
        return list(
            conn.scalars(select(ENTRY.c.kind).where(ENTRY.c.case_id == case_id).order_by(ENTRY.c.row))
        )


def test_SPK_3_the_first_answer_of_an_agent_meets_the_clock(world: World, case_id: UUID) -> None:
    world.later(minutes=50)
    replies.note(world.desk, case_id, "Looking at it.")
    assert state(world, case_id).clocks[0].verdict is Verdict.RUNNING
    replies.reply(world.desk, case_id, "We are at it.")
    first, update = state(world, case_id).clocks
    assert (first.verdict, first.met_at) == (Verdict.MET, world.now)
    assert (update.kind, update.verdict, update.started_at) == (
        ClockKind.NEXT_UPDATE,
        Verdict.RUNNING,
        world.now,
    )
    assert not state(world, case_id).needs_answer


def test_SPK_4_every_public_update_restarts_the_rhythm(world: World, case_id: UUID) -> None:
    replies.reply(world.desk, case_id, "We are at it.")
    world.later(hours=2)
    replies.call(world.desk, case_id, "Told them how far we are.", direction="outgoing", seconds=240)
    update = state(world, case_id).clock(ClockKind.NEXT_UPDATE)
    assert update is not None
    assert update.started_at == world.now
    assert update.due_at is not None
    assert update.due_at > world.now + timedelta(hours=5)


def test_a_reply_can_move_the_case_with_what_the_stage_asks_for(world: World, case_id: UUID) -> None:
    with pytest.raises(RuleRefusal):
        replies.reply(world.desk, case_id, "We asked Nordbank.", then_stage="waiting_for_vendor")
    assert kinds(world, case_id) == ["logged"]
    replies.reply(
        world.desk,
        case_id,
        "We asked Nordbank.",
        then_stage="waiting_for_vendor",
        recorded=Recorded(vendor="Nordbank"),
    )
    assert state(world, case_id).stage == "waiting_for_vendor"
    assert kinds(world, case_id) == ["logged", "reply", "stage"]


def test_SPK_6_a_word_of_the_client_moves_the_case_to_updated(world: World, case_id: UUID) -> None:
    replies.client_entry(world.desk, case_id, "And?", channel=Channel.EMAIL)
    assert state(world, case_id).stage == "new"
    handling.assign(world.desk, case_id, world.desk.actor)
    replies.client_entry(world.desk, case_id, "Hello?", channel=Channel.PORTAL)
    now = state(world, case_id)
    assert (now.stage, now.needs_answer) == ("updated_by_customer", True)


def test_an_incoming_call_is_the_clients_word_and_its_answer(world: World, case_id: UUID) -> None:
    handling.move_stage(world.desk, case_id, "waiting_for_customer")
    world.later(minutes=5)
    replies.call(world.desk, case_id, "They found the file.", direction="incoming", seconds=300)
    now = state(world, case_id)
    assert (now.stage, now.needs_answer, now.responded) == ("updated_by_customer", False, True)
    assert kinds(world, case_id)[-3:] == ["client", "stage", "call"]
    with pytest.raises(KnownError, match="A call is"):
        replies.call(world.desk, case_id, "", direction="sideways", seconds=1)
    with pytest.raises(KnownError, match="A call is"):
        replies.call(world.desk, case_id, "", direction="incoming", seconds=-1)


def test_a_reply_is_held_back_when_the_client_has_written_since(world: World, case_id: UUID) -> None:
    opened_at = world.now
    world.later(minutes=1)
    replies.client_entry(world.desk, case_id, "Wait, it is step 4.", channel=Channel.EMAIL)
    drafts.save(world.desk, "case:reply", {"text": "Try step 3."})
    with pytest.raises(KnownError, match="has written since"):
        replies.reply(world.desk, case_id, "Try step 3.", seen_until=opened_at, draft_key="case:reply")
    assert drafts.load(world.desk, "case:reply") is not None
    replies.reply(world.desk, case_id, "Try step 4.", seen_until=world.now, draft_key="case:reply")
    assert drafts.load(world.desk, "case:reply") is None


def test_a_word_on_a_merged_case_holds_a_reply_back_too(world: World, case_id: UUID) -> None:
    with world.store.read() as conn:
        client = load_state(conn, case_id)[1]["organisation_id"]
    other = world.case(client, "The same")
    linking.merge(world.desk, other, case_id)
    opened_at = world.now
    world.later(minutes=1)
    replies.client_entry(world.desk, other, "It is step 4.", channel=Channel.EMAIL)
    with pytest.raises(KnownError, match="has written since"):
        replies.reply(world.desk, case_id, "Try step 3.", seen_until=opened_at)


@pytest.mark.parametrize("body", ["", "   ", "\n"])
def test_nothing_is_said_without_words(world: World, case_id: UUID, body: str) -> None:
    for say in (replies.reply, replies.note):
        with pytest.raises(KnownError, match="missing"):
            say(world.desk, case_id, body)
    assert kinds(world, case_id) == ["logged"]


def test_SPK_9_what_is_asked_for_is_ticked_off_as_it_comes(world: World, case_id: UUID) -> None:
    replies.request_information(
        world.desk, case_id, "To find the fault:", items=("log_files", "The export of May")
    )
    assert state(world, case_id).stage == "waiting_for_customer"
    world.later(hours=1)
    with pytest.raises(RuleRefusal) as refusal:
        replies.information_received(world.desk, case_id, ("The export of June",))
    assert refusal.value.rule == "SPK-9"
    replies.information_received(world.desk, case_id, ("log_files",))
    with world.store.read() as conn:
        (request,) = information.requests_of(conn, case_id)
        line = conn.execute(
            select(ENTRY.c.data).where(ENTRY.c.kind == EntryKind.INFO_RECEIVED.value)
        ).scalar_one()
    assert [information.words(request.checklist.items[at]) for at in request.checklist.missing] == [
        "The export of May"
    ]
    assert request.checklist.items[0].came_at == world.now
    assert (line["items"], line["missing"]) == (["log_files"], ["The export of May"])
    with pytest.raises(RuleRefusal):
        replies.information_received(world.desk, case_id, ("log_files",))
    replies.information_received(world.desk, case_id, ("The export of May",))
    with world.store.read() as conn:
        assert information.requests_of(conn, case_id)[0].checklist.complete


def test_SPK_9_a_request_asks_for_something(world: World, case_id: UUID) -> None:
    for items in ((), ("",), ("log_files", "log_files")):
        with pytest.raises(RuleRefusal) as refusal:
            replies.request_information(world.desk, case_id, "", items=items)
        assert refusal.value.rule == "SPK-9"
