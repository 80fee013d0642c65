"""What becomes of work that the hub did not take in: sent again, kept as a note, handed on, discarded; words stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Operation, Outcome, Status
from supportdesk.services.exchange.matters import words_of
from supportdesk.services.operations.applying import operation_of, perform
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.person.drafts import joined
from supportdesk.store import draft_rows, operation_rows
from supportdesk.store.operation_rows import Answered

SENT_AGAIN, EDITED, AS_NOTE, HANDED_OVER, DISCARDED = (
    "sent again",
    "edited",
    "note",
    "handed over",
    "discarded",
)

_DRAFT_OF = {
    "case.reply": "reply",
    "case.request_information": "reply",
    "case.note": "note",
    "case.call": "call",
}


def send_again(desk: Desk, operation_id: UUID) -> Done:
    """Do the same again, as a new act that names the old one; a held reply knows what is seen now.

    RuleRefusal or KnownError where it can't be done by now: nothing changed.
    """
    with desk.store.together() as store:
        together = replace(desk, store=store)
        old = _not_taken(together, operation_id).kept.operation
        args = dict(old.args)
        if "seen_until" in args:
            args["seen_until"] = desk.now()
        return _instead(together, old, SENT_AGAIN, old.name, args)


def save_as_note(desk: Desk, operation_id: UUID) -> Done:
    """Keep the words as an internal note on the case."""
    with desk.store.together() as store:
        together = replace(desk, store=store)
        old = _of_case(_not_taken(together, operation_id))
        return _instead(together, old, AS_NOTE, "case.note", {"body": _words(old), "files": _files(old)})


def hand_over(desk: Desk, operation_id: UUID) -> Done:
    """Put it before a manager, with its words on the case."""
    with desk.store.together() as store:
        together = replace(desk, store=store)
        answered = _not_taken(together, operation_id)
        old, outcome = _of_case(answered), answered.kept.outcome
        told = {"act": old.name, "rule": outcome.rule, "reason": outcome.reason}
        return _instead(
            together, old, HANDED_OVER, "case.hand_over", {"body": words_of(old) or old.name, **told}
        )


def discard(desk: Desk, operation_id: UUID) -> Done:
    """Let it be; its words stay with the operation."""
    with desk.store.together() as store:
        old = _not_taken(replace(desk, store=store), operation_id).kept.operation
        with store.write() as conn:
            operation_rows.settle(conn, old.id, desk.now(), DISCARDED)
    return _told(desk, old)


def edit(desk: Desk, operation_id: UUID) -> Done:
    """Put the words back into the draft that they came from, in front of what is being written there.

    `created` is the case on which they can be changed and sent again.
    """
    with desk.store.together() as store:
        old = _of_case(_not_taken(replace(desk, store=store), operation_id))
        kind = _DRAFT_OF.get(old.name)
        if kind is None:
            raise KnownError(
                "There are no words to edit in this.", "Nothing was changed.", "Open the case and do it anew."
            )
        key = f"case:{old.root.id}:{kind}"
        with store.write() as conn:
            kept = draft_rows.load(conn, key)
            draft_rows.save(conn, key, _draft(old, kept.content if kept else {}), desk.now())
            operation_rows.settle(conn, old.id, desk.now(), EDITED)
    return replace(_told(desk, old, Aspect.DRAFT), created=old.root.id)


# ---------------------------------------------------------------- inside


def _instead(desk: Desk, old: Operation, how: str, name: str, args: Mapping[str, Any]) -> Done:
    """Do something in the place of an operation that was not taken in, and note that this one is dealt with."""
    new = replace(operation_of(desk, name, old.root.id, args), deps=(old.id,))
    done = perform(desk, new)
    with desk.store.write() as conn:
        operation_rows.settle(conn, old.id, desk.now(), how)
    return done


def _not_taken(desk: Desk, operation_id: UUID) -> Answered:
    with desk.store.read() as conn:
        found = operation_rows.not_taken(conn, operation_id)
    if not found:
        raise KnownError(
            "This was settled already.", "Nothing was changed.", "Open the list again to see what is left."
        )
    return found[0]


def _of_case(answered: Answered) -> Operation:
    operation = answered.kept.operation
    if operation.root.entity is not Entity.CASE:
        raise KnownError(
            "This does not belong to a case.", "Nothing was changed.", "Do it anew, or let it be."
        )
    return operation


def _words(operation: Operation) -> str:
    words = words_of(operation)
    if not words:
        raise KnownError("There are no words in this.", "Nothing was changed.", "Do it anew, or let it be.")
    return words


def _files(operation: Operation) -> list[Any]:
    return list(operation.args.get("files") or ())


def _draft(old: Operation, kept: Mapping[str, Any]) -> dict[str, Any]:
    said = {"text": str(old.args.get("body") or ""), "files": _files(old)}
    if old.args.get("then_stage"):
        said["stage"] = old.args["then_stage"]
    if old.args.get("items"):
        said["items"] = list(old.args["items"])
    if "seconds" in old.args:
        said |= {"direction": old.args["direction"], "minutes": max(1, round(old.args["seconds"] / 60))}
    return joined(said, kept)


def _told(desk: Desk, operation: Operation, aspect: Aspect = Aspect.ROW) -> Done:
    changes = ChangeSet({operation.root: frozenset({aspect, Aspect.ROW})})
    return Done(Outcome(desk.new_id(), Status.APPLIED, changes), None, undoable=False)
