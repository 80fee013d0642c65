"""The hub's side of a push: each operation once, judged by what its sender may see and do, with a receipt (sync B4).

Effect and receipt are one transaction. Operations of one push share transactions, so that the log's lock is taken once
for many; what goes wrong with one does not touch the others.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import DecimalException
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError, StatementError

from supportdesk.config.log import traced
from supportdesk.domain.operation import Entity, Kind, Operation, Outcome, Status
from supportdesk.services.exchange import effects, giving_out, permissions
from supportdesk.services.exchange.scopes_held import held_at
from supportdesk.services.exchange.taking_in import malformed, not_there, take_in, take_in_new
from supportdesk.services.operations.applying import is_of_form
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.plain import plain
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.store import change_log, operation_rows, receipt_rows
from supportdesk.store.change_log import LEAVE
from supportdesk.store.failures import refused_content
from supportdesk.store.savepoints import begin_part, end_part, take_back
from supportdesk.store.tables.sync import SYNC_LOG

_LOG = logging.getLogger(__name__)

TOGETHER = 50
_TRIES_BEFORE_PARKING = 3
_TRIES_OF_A_TRANSACTION = 6
_AHEAD = timedelta(minutes=2)
# Nothing is older that was ever done by a program of this kind; clocks can be set to the year 1.
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
# What arguments of other types than an act has come to in its handler, or on the way into the database.
_OF_NO_FORM = (
    AttributeError,
    DecimalException,
    LookupError,
    OverflowError,
    RecursionError,
    StatementError,
    TypeError,
    ValueError,
)
_AGAIN = frozenset({"40001", "40P01"})  # a serialisation failure, a deadlock: somebody else went first


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: an agent on a device, with the scopes and roles as they are now."""

    agent: UUID
    device: UUID
    scopes: frozenset[int]
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sent:
    """An operation as it came; `digest` is the SHA-256 of what was sent, by which a changed repetition is known."""

    number: int
    operation: Operation
    digest: bytes


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of what was sent. `status` is that of the outcome, or `blocked`, `retry` or `reused`: no end yet.

    `receipt` is what says so for ever, where it came to its end just now.
    """

    sent: Sent
    status: str
    seq: int
    rule: str | None = None
    reason: str | None = None
    result: Mapping[str, Any] | None = None
    receipt: Mapping[str, Any] | None = None


_TakeIn = Callable[[Connection, Operation, PolicyBook], Outcome]


def receive(hub: Desk, sender: Sender, letters: Sequence[Sent]) -> list[Taken]:
    """Take in what a desk sent, in order; what was taken in before gets its former answer."""
    taken: list[Taken] = []
    for start in range(0, len(letters), TOGETHER):
        taken += _in_one_transaction(hub, sender, letters[start : start + TOGETHER])
    return taken


def _in_one_transaction(hub: Desk, sender: Sender, letters: Sequence[Sent]) -> list[Taken]:
    for tries_left in reversed(range(_TRIES_OF_A_TRANSACTION)):
        try:
            with hub.store.write() as conn:
                receipt_rows.heard_of(conn, sender.device, hub.now(), last_n=letters[-1].number)
                hub.policies.refresh(conn)
                taken = list(_each(conn, hub, sender, letters))
                receipt_rows.write_receipts(conn, [each.receipt for each in taken if each.receipt])
                seq = change_log.log_changes(conn) or change_log.head(conn)
            return [replace(each, seq=seq) for each in taken]
        except DBAPIError as error:
            if not tries_left or getattr(error.orig, "sqlstate", None) not in _AGAIN:
                raise
    raise AssertionError  # the last try returns or raises


def _each(conn: Connection, hub: Desk, sender: Sender, letters: Sequence[Sent]) -> Iterator[Taken]:
    named = {each.operation.id: permissions.ids_named(each.operation) for each in letters}
    hidden = _hidden(conn, sender, frozenset().union(*named.values()))
    ids = {each.operation.id for each in letters}
    known = receipt_rows.receipts(conn, ids)
    done_here = operation_rows.kept_among(conn, ids - known.keys())
    deps = {dep for each in letters for dep in each.operation.deps}
    ended = set(receipt_rows.ended_of(conn, deps, sender.device, sender.agent) if deps else ())
    for sent in letters:
        operation = sent.operation
        receipt = known.get(operation.id)
        if receipt is not None:
            ended.add(operation.id)
            yield _again(sent, receipt)
            continue
        waits_for = [dep for dep in operation.deps if dep not in ended]
        if waits_for:
            yield Taken(sent, "blocked", 0, reason="It builds on work that has not arrived.")
            continue
        unseen = named[operation.id] & hidden
        refusal = _refusal(conn, sender, operation, sees_root=operation.root.id not in unseen)
        others = unseen - {operation.root.id}
        seen = replace(sent, operation=permissions.with_nobodys(operation, others))
        take = take_in if operation.id in done_here else take_in_new
        taken = _take(conn, hub, sender, seen, refusal, take)
        if taken.status != "retry":
            ended.add(operation.id)
        if taken.receipt:
            known[operation.id] = taken.receipt
        if operation.root.entity is Entity.POLICY:
            hub.policies.refresh(conn)
        yield taken


def _again(sent: Sent, receipt: Any) -> Taken:  # noqa: ANN401 - a row of receipts
    if bytes(receipt["body_sha"]) != sent.digest:
        return Taken(sent, "reused", 0, rule="op_reused", reason="Another operation was sent under this id.")
    told: Mapping[str, Any] = receipt["result"] or {}
    return Taken(
        sent,
        receipt["status"],
        0,
        rule=told.get("rule"),
        reason=told.get("reason"),
        result=told.get("result"),
    )


def _take(
    conn: Connection, hub: Desk, sender: Sender, sent: Sent, refusal: Outcome | None, take: _TakeIn
) -> Taken:
    operation = _timed(sent.operation, hub)
    begin_part(conn)
    try:
        outcome = refusal or take(conn, operation, hub.policies)
        effects.note(conn, operation, outcome, hub.now())
        end_part(conn)
    except _OF_NO_FORM as error:
        if isinstance(error, DBAPIError) and refused_content(error) is None:
            # Of the server, not of this operation: the transaction is tried again, or the sender told to.
            raise
        take_back(conn)
        end_part(conn)
        # Its author is told at once and has the words; they are kept here too, for it may be a fault of the hub.
        _LOG.warning("operation %s is of no form: %s", operation.id, traced(error))
        _park(conn, hub, sender, sent, f"{type(error).__name__}", 0)
        outcome = malformed(operation)
    except Exception as error:  # noqa: BLE001 - a fault of the hub must not stop the queue behind it
        take_back(conn)
        end_part(conn)
        tries = receipt_rows.tries_of(conn, operation.id) + 1
        _LOG.exception("operation %s met a fault, try %d", operation.id, tries)
        _park(conn, hub, sender, sent, f"{type(error).__name__}", tries)
        if tries < _TRIES_BEFORE_PARKING:
            return Taken(sent, "retry", 0, reason="The hub met a fault and will try again.")
        outcome = Outcome(
            operation.id, Status.PARKED, rule="fault", reason="The hub could not take this in. It is kept."
        )
    else:
        if outcome.status is Status.PARKED:
            _park(conn, hub, sender, sent, outcome.reason or "", 0)
    told = {"rule": outcome.rule, "reason": outcome.reason, "result": dict(outcome.result)}
    receipt = {
        "op_id": operation.id,
        "device_id": sender.device,
        "n": sent.number,
        "body_sha": sent.digest,
        "status": outcome.status.value,
        "result": told,
        "received_at": hub.now(),
    }
    return Taken(sent, outcome.status.value, 0, outcome.rule, outcome.reason, outcome.result, receipt)


def _park(conn: Connection, hub: Desk, sender: Sender, sent: Sent, why: str, tries: int) -> None:
    operation = sent.operation
    body = {
        "n": sent.number,
        "name": operation.name,
        "kind": operation.kind.value,
        "root": [operation.root.entity.value, str(operation.root.id)],
        "args": plain(operation.args),
        "expect": plain(operation.expect),
        "at": operation.at.isoformat(),
    }
    values = {"op_id": operation.id, "device_id": sender.device, "actor": operation.actor, "body": body}
    receipt_rows.park(conn, {**values, "why": why, "tries": tries, "at": hub.now()})


def _timed(operation: Operation, hub: Desk) -> Operation:
    """The operation at an instant that can be: a clock that runs ahead does not make the future (sync B6)."""
    at = min(max(operation.at, _EARLIEST), hub.now() + _AHEAD)
    return replace(operation, at=at.astimezone(UTC))


# ---------------------------------------------------------------- what the sender may


def _hidden(conn: Connection, sender: Sender, ids: frozenset[UUID]) -> frozenset[UUID]:
    """Which of these ids are of rows that the sender does not see."""
    rows = permissions.rows_named(conn, ids)
    seen = giving_out.sees(conn, sender.scopes, rows)
    return frozenset(row.id for row, visible in seen.items() if not visible)


def _refusal(conn: Connection, sender: Sender, operation: Operation, *, sees_root: bool) -> Outcome | None:
    """Why the hub does not even look at an operation; None where it does.

    What a sender does not see is not there: the answer is the same as for an id that nobody has.
    """

    def refused(rule: str, reason: str) -> Outcome:
        return Outcome(operation.id, Status.REJECTED, rule=rule, reason=reason)

    if operation.actor != sender.agent:
        return refused("actor", "It was done by somebody else, who has to send it.")
    if not permissions.may_do(sender.roles, operation.name):
        return refused("role", "Your role does not include this.")
    if not is_of_form(operation):
        return malformed(operation)
    if not sees_root and not _was_seen(conn, sender, operation):
        return not_there(operation)
    return None


def _was_seen(conn: Connection, sender: Sender, operation: Operation) -> bool:
    """Whether the sender saw the root when the act was done: words that were right then are taken in (sync B6)."""
    if operation.kind is not Kind.APPEND:
        return False
    held = held_at(conn, sender.agent, operation.at) | sender.scopes
    if operation.seen is not None:
        left_since = (
            select(SYNC_LOG.c.seq)
            .where(
                SYNC_LOG.c.scope_id.in_(held),
                SYNC_LOG.c.seq > operation.seen,
                SYNC_LOG.c.entity_id == operation.root.id,
                SYNC_LOG.c.act == LEAVE,
            )
            .limit(1)
        )
        if conn.execute(left_since).first() is not None:
            return True
    then = giving_out.sees(conn, held, permissions.rows_named(conn, [operation.root.id]))
    return any(then.values())


__all__ = ["Sender", "Sent", "Taken", "receive"]
