"""Work that the hub did not take in: seen with its words and its reason, and dealt with in each of its ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from sqlalchemy import update

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import Channel, EntryKind
from supportdesk.services.cases import handling, replies
from supportdesk.services.exchange import outlook, repairing
from supportdesk.services.exchange.matters import matters
from supportdesk.services.in_hand import attention
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import drafts
from supportdesk.services.queries import details, sidebar
from supportdesk.services.registers import staff
from supportdesk.services.views.matters import Contested, Item, SettledItself, Unaccepted
from supportdesk.store.tables.desk import OPERATION
from supportdesk.sync.engine import Round
from tests.sync.disagreement import Disagreement, open_disagreement


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Disagreement]:
    with open_disagreement(tmp_path) as opened:
        yield opened


def only(desk: Desk) -> Unaccepted:
    (matter,) = matters(desk).waiting
    assert isinstance(matter, Unaccepted)
    return matter


def bodies(desk: Desk, two: Disagreement, kind: EntryKind) -> list[str]:
    return [item.body for item in details.timeline(desk, two.case).items if item.kind is kind]


def title_refused(two: Disagreement) -> None:
    """Nadia gives the case another title while it is given to nobody she may name; the hub turns it down."""
    handling.assign(two.desk, two.case, two.priya.desk.actor)
    staff.edit_agent(two.office.hub.desk, two.priya.desk.actor, active=False)
    two.nadia.sync()


def test_a_held_reply_shows_what_the_client_wrote(two: Disagreement) -> None:
    two.reply_held()
    held = only(two.desk)
    assert (held.held, held.words) == (True, "Send us the file of 20 November.")
    assert (held.client_words, held.client) == ("The file is attached.", "Grace Okafor")
    assert sidebar.counts(two.desk).attention == 1
    assert bodies(two.desk, two, EntryKind.REPLY) == []


def test_a_held_reply_is_sent_as_it_is(two: Disagreement) -> None:
    two.reply_held()
    done = repairing.send_again(two.desk, only(two.desk).operation_id)
    assert done.operation is not None
    assert len(done.operation.deps) == 1
    assert matters(two.desk).waiting == ()
    two.office.sync()
    assert bodies(two.priya.desk, two, EntryKind.REPLY) == ["Send us the file of 20 November."]


def test_a_held_reply_goes_back_to_the_composer_in_front_of_what_is_typed(two: Disagreement) -> None:
    two.reply_held()
    key = f"case:{two.case}:reply"
    drafts.save(two.desk, key, {"text": "Thank you.", "stage": None})
    done = repairing.edit(two.desk, only(two.desk).operation_id)
    kept = drafts.load(two.desk, key)
    assert kept is not None
    assert kept.content["text"] == "Send us the file of 20 November.\n\nThank you."
    assert (done.created, matters(two.desk).waiting) == (two.case, ())


def test_SPK_9_a_request_goes_back_to_the_composer_with_what_was_asked_for_and_its_files(
    two: Disagreement,
) -> None:
    form = NewFile("ab" * 32, 7, "form.csv", "text/csv")
    two.reply_held()
    # No disagreement that two desks can come to has a request refused: this one becomes it.
    args = {"body": "Fill it in.", "items": ["steps", "Your export"], "files": [asdict(form)]}
    with two.desk.store.write() as conn:
        held = OPERATION.c.id == only(two.desk).operation_id
        conn.execute(update(OPERATION).where(held).values(name="case.request_information", args=args))
    key = f"case:{two.case}:reply"
    drafts.save(two.desk, key, {"text": "Thank you.", "files": [asdict(form)]})
    repairing.edit(two.desk, only(two.desk).operation_id)
    kept = drafts.load(two.desk, key)
    assert kept is not None
    assert kept.content == {
        "text": "Fill it in.\n\nThank you.",
        "items": ["steps", "Your export"],
        "files": [asdict(form)],
    }


def test_discarding_keeps_the_words_in_the_operation(two: Disagreement) -> None:
    two.reply_held()
    operation = only(two.desk).operation_id
    repairing.discard(two.desk, operation)
    assert matters(two.desk).waiting == ()
    with two.desk.store.read() as conn:
        kept = conn.exec_driver_sql(
            "SELECT json_extract(args, '$.body'), settlement FROM operation WHERE id = ?", (operation.bytes,)
        ).one()
    assert tuple(kept) == ("Send us the file of 20 November.", "discarded")
    with pytest.raises(KnownError, match="already"):
        repairing.send_again(two.desk, operation)


def test_words_become_a_note(two: Disagreement) -> None:
    two.reply_held()
    repairing.save_as_note(two.desk, only(two.desk).operation_id)
    two.office.sync()
    assert matters(two.desk).waiting == ()
    assert bodies(two.priya.desk, two, EntryKind.NOTE) == ["Send us the file of 20 November."]


def test_a_manager_is_handed_the_words_and_the_reason(two: Disagreement) -> None:
    two.reply_held()
    repairing.hand_over(two.desk, only(two.desk).operation_id)
    assert matters(two.desk).waiting == ()
    two.office.sync()
    (item,) = matters(two.priya.desk).waiting
    assert isinstance(item, Item)
    assert (item.item.kind, item.by, item.words) == (
        "handed_over",
        "Nadia Karim",
        "Send us the file of 20 November.",
    )
    assert item.reason.startswith("The client has written")
    attention.settle(two.priya.desk, item.item.id, "Called the client")
    two.office.sync()
    assert matters(two.priya.desk).waiting == ()


def test_a_rejected_act_says_why_and_can_be_tried_again(two: Disagreement) -> None:
    title_refused(two)
    refused = only(two.desk)
    assert (refused.act, refused.held, refused.can_draft) == ("case.assign", False, False)
    assert "no longer works here" in refused.reason
    with pytest.raises(KnownError):
        repairing.send_again(two.desk, refused.operation_id)
    assert only(two.desk) == refused  # what could not be done settles nothing
    staff.edit_agent(two.office.hub.desk, two.priya.desk.actor, active=True)
    two.nadia.sync()
    repairing.send_again(two.desk, refused.operation_id)
    assert matters(two.desk).waiting == ()
    owner = details.case(two.desk, two.case).owner
    assert owner is not None
    assert owner.name == "Priya Raman"


def test_what_has_no_words_is_neither_a_note_nor_a_draft(two: Disagreement) -> None:
    title_refused(two)
    refused = only(two.desk)
    for act in (repairing.save_as_note, repairing.edit):
        with pytest.raises(KnownError):
            act(two.desk, refused.operation_id)
    assert only(two.desk) == refused


def test_what_settled_by_itself_is_told(two: Disagreement) -> None:
    handling.edit(two.desk, two.case, title="MT940 import loses lines")
    handling.edit(two.priya.desk, two.case, title="MT940 import loses lines")
    handling.edit(two.desk, two.case, area="Bank")
    two.priya.sync()
    two.nadia.sync()
    told = [each for each in matters(two.desk).settled if isinstance(each, SettledItself)]
    assert [dict(each.fields) for each in told] in ([], [{"title": "same"}])


def test_what_waits_is_listed_in_order_with_its_reason(two: Disagreement) -> None:
    replies.note(two.desk, two.case, "Asked Mrs Okafor for the file.")
    two.office.later(minutes=3)
    replies.note(two.desk, two.case, "She is out until Monday.")
    first, second = outlook.waiting(two.desk)
    assert (first.act, first.case_id, first.tries, first.why) == ("case.note", two.case, 0, "")
    assert first.about == "Bank reconciliation skips lines imported by MT940"
    assert first.size >= len("Asked Mrs Okafor for the file.")
    assert (second.at - first.at).total_seconds() == 180
    standing = outlook.standing(two.desk)
    assert (standing.alone, standing.agent, standing.waiting) == (False, "Nadia Karim", 2)
    two.nadia.sync()
    assert outlook.waiting(two.desk) == ()


def test_what_will_become_of_it_is_known_before_it_is_sent(two: Disagreement) -> None:
    handling.verify_severity(two.desk, two.case, "S3", reason="One report only.")
    replies.reply(two.desk, two.case, "Send us the file.", seen_until=two.office.now)
    two.office.later(minutes=5)
    handling.verify_severity(two.priya.desk, two.case, "S1", reason="Everybody.")
    replies.client_entry(two.priya.desk, two.case, "It is attached.", channel=Channel.EMAIL)
    two.priya.sync()
    two.nadia.engine.pull(Round())
    severity, reply = outlook.waiting(two.desk)
    assert (severity.contested, severity.refused, severity.why) == (True, False, "")
    assert (reply.contested, reply.refused) == (False, True)
    assert reply.why.startswith("The client has written")
    # Whether it comes to a conflict is the hub's to say; nobody is asked before.
    assert not [each for each in matters(two.desk).waiting if isinstance(each, Contested)]


def test_a_pause_is_kept(two: Disagreement) -> None:
    outlook.pause(two.desk, True)
    assert outlook.standing(two.desk).paused
    outlook.pause(two.desk, False)
    assert not outlook.standing(two.desk).paused


def test_a_desk_alone_has_no_standing_with_a_hub(two: Disagreement) -> None:
    hub = two.office.hub.desk
    standing = outlook.standing(hub)
    assert (standing.alone, standing.waiting, outlook.waiting(hub)) == (True, 0, ())
