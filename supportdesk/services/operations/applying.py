"""Performing operations: the registry of handlers, and the one transaction of effect, operation and outbox.

What arrives from elsewhere is taken in by `services/exchange`, through the same handlers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Entity, Kind, Operation, Outcome, Ref, Status
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import plain_mapping
from supportdesk.services.operations.work import LEFT, Effect, Work
from supportdesk.store import desk_rows, draft_rows, operation_rows
from supportdesk.store.operation_rows import KeptOperation
from supportdesk.store.tracking import noted_as

HandlerFunction = Callable[[Work, Operation], Effect]


@dataclass(frozen=True, slots=True)
class _Handler:
    apply: HandlerFunction
    kind: Kind
    entity: Entity


_HANDLERS: dict[str, _Handler] = {}


def handles(name: str, *, kind: Kind, entity: Entity) -> Callable[[HandlerFunction], HandlerFunction]:
    """Register the one handler of the operations with this name.

    The handler decides through pure rules, writes through the store and raises RuleRefusal to refuse; what it wrote
    until then is rolled back. It takes time and ids from its Work only.
    """

    def register(function: HandlerFunction) -> HandlerFunction:
        if name in _HANDLERS:
            message = f"{name} has a handler already"
            raise ValueError(message)
        _HANDLERS[name] = _Handler(function, kind, entity)
        return function

    return register


def registered() -> frozenset[str]:
    """The names of the operations that have a handler so far."""
    return frozenset(_HANDLERS)


def is_of_form(operation: Operation) -> bool:
    """Whether an operation is of the kind, and about the kind of thing, that its handler is for; also one unknown."""
    handler = _HANDLERS.get(operation.name)
    return handler is None or (handler.kind, handler.entity) == (operation.kind, operation.root.entity)


def operation_of(
    desk: Desk,
    name: str,
    root: UUID,
    args: Mapping[str, Any] | None = None,
    *,
    operation_id: UUID | None = None,
    at: datetime | None = None,
) -> Operation:
    """What this desk's person does now, as an operation; `args` may hold ids, instants and amounts as they are."""
    handler = _HANDLERS[name]
    return Operation(
        id=operation_id or desk.new_id(),
        root=Ref(handler.entity, root),
        kind=handler.kind,
        name=name,
        args=plain_mapping(args or {}),
        actor=desk.actor,
        device=desk.device,
        at=at or desk.now(),
    )


def do(
    desk: Desk, name: str, root: UUID, args: Mapping[str, Any] | None = None, *, drafts: Iterable[str] = ()
) -> Done:
    """Make an operation and perform it; the common body of every act."""
    return perform(desk, operation_of(desk, name, root, args), drafts=drafts)


def perform(
    desk: Desk,
    operation: Operation,
    *,
    drafts: Iterable[str] = (),
    undoes: KeptOperation | None = None,
) -> Done:
    """Apply an operation of this desk in one transaction with its row and its outbox row; a hub has no outbox.

    `drafts` are discarded in the same transaction, and the operation that this one `undoes` is marked. One that was
    applied before, or is at the same moment elsewhere, changes nothing and gives its stored outcome. RuleRefusal or
    KnownError, also where what is undone was overwritten since: nothing was written.
    """
    try:
        return _performed(desk, operation, drafts, undoes)
    except IntegrityError:
        with desk.store.read() as conn:
            known = operation_rows.outcome_of(conn, operation.id)
        if known is None:
            raise
        return Done(known, operation, undoable=False)


def _performed(desk: Desk, operation: Operation, drafts: Iterable[str], undoes: KeptOperation | None) -> Done:
    with desk.store.write() as conn:
        known = operation_rows.outcome_of(conn, operation.id)
        if known is not None:
            return Done(known, operation, undoable=False)
        desk.policies.refresh(conn)
        # What is refused is told in the language of whoever asked.
        policies = desk.policies.read_in(desk.language)
        of_a_hub = desk.store.side == "desk"
        work = Work(conn, policies, operation, provisional=of_a_hub)
        with noted_as(conn, operation_rows.next_number(conn)) if of_a_hub else nullcontext():
            effect = effect_of(work, operation)
        if undoes is not None:
            _refuse_overwriting(undoes, effect)
        outcome = Outcome(operation.id, Status.APPLIED, effect.changes)
        # What took another act back is no act of its own to the person: the next Ctrl+Z goes on from there.
        recipe = effect.undo if undoes is None else None
        seen = desk_rows.cursor(conn) if of_a_hub else None
        based = replace(operation, expect=operation.expect or effect.expect, seen=seen)
        number = operation_rows.insert_operation(conn, based, outcome, undo=recipe)
        if desk.store.side != "hub":
            operation_rows.queue(conn, number, operation.id)
        if desk.outward is not None:
            desk.outward(conn, operation, outcome)
        for key in drafts:
            draft_rows.discard(conn, key)
        if undoes is not None:
            operation_rows.mark_undone(conn, undoes.operation.id, operation.id)
    return Done(outcome, operation, undoable=recipe is not None, created=effect.created)


def _refuse_overwriting(undone: KeptOperation, effect: Effect) -> None:
    """Refuse to take back an edit whose value somebody has changed since: with it would go what is theirs."""
    left: Mapping[str, Any] = (undone.undo or {}).get(LEFT, {})
    if any(effect.expect.get(name, value) != value for name, value in left.items()):
        raise built_upon("the same was changed again")


def built_upon(why: str) -> KnownError:
    """Told where an act can't be taken back for what was done since."""
    return KnownError(
        "This can no longer be taken back.",
        f"Later work depends on it: {why}.",
        "Change it by a new act instead.",
    )


def effect_of(work: Work, operation: Operation) -> Effect:
    """Let the operation's handler do its work; KnownError where it refuses, and the caller rolls back."""
    return _handler(operation).apply(work, operation)


def _handler(operation: Operation) -> _Handler:
    handler = _HANDLERS.get(operation.name)
    if handler is None:
        raise KnownError(
            f"This desk does not know the act “{operation.name}”.",
            "It was made by a newer version of the program and was not applied.",
            "Update this desk; the act is kept.",
        )
    return handler
