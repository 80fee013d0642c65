"""Applying operations: the registry of handlers, and the one transaction of effect, operation and outbox."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.operation import Entity, Kind, Operation, Outcome, Ref, Status
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import plain_mapping
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.services.operations.work import Effect, Work
from supportdesk.store import draft_rows, operation_rows

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
    desk: Desk, operation: Operation, *, drafts: Iterable[str] = (), undoes: UUID | None = None
) -> Done:
    """Apply an operation of this desk in one transaction with its row and its outbox row.

    `drafts` are discarded in the same transaction, and the operation that this one `undoes` is marked. One that was
    applied before changes nothing and gives its stored outcome. RuleRefusal or KnownError: nothing was written.
    """
    with desk.store.write() as conn:
        known = operation_rows.outcome_of(conn, operation.id)
        if known is not None:
            return Done(known, operation, undoable=False)
        desk.policies.refresh(conn)
        # What is refused is told in the language of whoever asked.
        work = Work(conn, desk.policies.read_in(desk.language), operation)
        effect = _handler(operation).apply(work, operation)
        outcome = Outcome(operation.id, Status.APPLIED, effect.changes)
        # What took another act back is no act of its own to the person: the next Ctrl+Z goes on from there.
        recipe = effect.undo if undoes is None else None
        based = replace(
            operation, expect=operation.expect or effect.expect, base_rev=operation.base_rev or work.base_rev
        )
        number = operation_rows.insert_operation(conn, based, outcome, undo=recipe)
        operation_rows.queue(conn, number, operation.id)
        for key in drafts:
            draft_rows.discard(conn, key)
        if undoes is not None:
            operation_rows.mark_undone(conn, undoes, operation.id)
    return Done(outcome, operation, undoable=recipe is not None, created=effect.created)


def apply(conn: Connection, operation: Operation, policies: PolicyBook) -> Outcome:
    """Apply an operation that arrived from elsewhere, inside the caller's transaction; it does not go to the outbox.

    A refusal undoes what the handler wrote and becomes the outcome REJECTED with rule and reason, kept like any
    other. The same operation twice gives the stored outcome.
    """
    known = operation_rows.outcome_of(conn, operation.id)
    if known is not None:
        return known
    policies.refresh(conn)
    savepoint = conn.begin_nested()
    try:
        effect = _handler(operation).apply(Work(conn, policies, operation, arrived=True), operation)
    except KnownError as refusal:
        savepoint.rollback()
        rule = refusal.rule if isinstance(refusal, RuleRefusal) else None
        outcome = Outcome(operation.id, Status.REJECTED, rule=rule, reason=str(refusal))
        operation_rows.insert_operation(conn, operation, outcome)
        return outcome
    except BaseException:
        savepoint.rollback()
        raise
    savepoint.commit()
    outcome = Outcome(operation.id, Status.APPLIED, effect.changes)
    operation_rows.insert_operation(conn, operation, outcome, undo=effect.undo)
    return outcome


def _handler(operation: Operation) -> _Handler:
    handler = _HANDLERS.get(operation.name)
    if handler is None:
        raise KnownError(
            f"This desk does not know the act “{operation.name}”.",
            "It was made by a newer version of the program and was not applied.",
            "Update this desk; the act is kept.",
        )
    return handler
