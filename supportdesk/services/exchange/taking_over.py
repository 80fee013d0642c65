"""Takes over what the hub sent, whole, and puts this desk's own unfinished work on top of it again (sync B5).

Work that the hub has not answered is taken off the rows that changed, the hub's rows are written, and the work is done
anew by its handlers on what is now known: what a rule refuses by then is known before it is sent. All of it, with the
cursor, is one transaction: a reader sees the state before or the state after.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Outcome, Ref, Status
from supportdesk.services.bringing.adding import ADD, rest_of
from supportdesk.services.exchange.permissions import ids_named
from supportdesk.services.exchange.taking_in import try_out
from supportdesk.services.operations.desk import Desk
from supportdesk.store import aggregates, desk_rows, overlay, scope_rows
from supportdesk.store.desk_rows import Waiting
from supportdesk.store.images import Image, InTheWay, delete_rows, write_images
from supportdesk.store.savepoints import savepoint
from supportdesk.store.scope_rows import Root
from supportdesk.store.synced_tables import ROOTS, by_name, home_of
from supportdesk.store.tracking import noted_as

_LOG = logging.getLogger(__name__)
_MOST_TOLD = 300
_ALL = frozenset(Aspect) - {Aspect.DRAFT}


@dataclass(slots=True)
class Arrived:
    """What came from the hub, to be taken over at once.

    `columns` are those of each table's images, in order. `cursor` is the change of the hub up to which everything is
    known then, None while a scope is being loaded; `scopes` are what is to be noted of scopes, by their numbers.
    Of the roots in `whole` every row is here.
    """

    columns: Mapping[str, Sequence[str]]
    rows: dict[str, list[Image]] = field(default_factory=dict)
    deleted: list[tuple[str, UUID]] = field(default_factory=list)
    left: list[Root] = field(default_factory=list)
    whole: list[Root] = field(default_factory=list)
    cursor: int | None = None
    scopes: dict[int, dict[str, Any]] = field(default_factory=dict)
    lost: list[int] = field(default_factory=list)


def take_over(desk: Desk, arrived: Arrived) -> ChangeSet:
    """Write what arrived and redo this desk's own work over it; gives what screens have to read again."""
    try:
        # What is seen in scopes that are lost is told by the hub's rows, not by what this desk would make of them.
        return _take_over(desk, arrived, everything=bool(arrived.lost))
    except InTheWay:
        # Unfinished work stands where the hub's rows must: all of it is put aside first.
        return _take_over(desk, arrived, everything=True)


def _take_over(desk: Desk, arrived: Arrived, *, everything: bool) -> ChangeSet:
    with desk.store.write(arriving=True) as conn:
        back = desk_rows.come_back(conn, _known_upto(conn, arrived))
        for kept in desk_rows.kept_with(conn, back, ADD):
            desk_rows.shorten(conn, kept.number, rest_of(kept))
        redo = _take_off(conn, arrived, back, everything=everything)
        left = [root for root in arrived.left if _leave(conn, root)]
        _drop_vanished(conn, arrived)
        for entity in by_name():
            if entity in arrived.rows:
                write_images(conn, entity, arrived.columns[entity], arrived.rows[entity])
        for entity in reversed(by_name()) if arrived.deleted else ():
            delete_rows(conn, entity, [row_id for name, row_id in arrived.deleted if name == entity])
        _leave_again(conn, arrived.left)
        for scope, values in arrived.scopes.items():
            desk_rows.update_scope(conn, scope, **values)
        left += _leave_scopes(conn, arrived.lost)
        if arrived.cursor is not None:
            desk_rows.update_membership(conn, cursor=arrived.cursor)
        desk.policies.refresh(conn)
        redone = [_redo(conn, desk, waiting) for waiting in redo]
    return _changes(arrived, left, redone)


def _known_upto(conn: Connection, arrived: Arrived) -> int:
    """The change of the hub up to which this desk knows everything, as soon as this has been taken over.

    Nothing has come back for certain while a scope is being loaded: its rows may be on a page yet to come. Nor has it
    while a case may be here that the hub shows no longer: one's words on it stay until it goes.
    """
    if desk_rows.is_unswept(conn):
        return 0
    cursor = desk_rows.cursor(conn) if arrived.cursor is None else arrived.cursor
    for scope in desk_rows.scopes(conn):
        if scope["scope_id"] in arrived.lost:
            continue
        noted = {**scope, **arrived.scopes.get(scope["scope_id"], {})}
        if noted["state"] != "held":
            return 0
        cursor = min(cursor, noted["seq"] or cursor)
    return cursor


# ---------------------------------------------------------------- own work


def _take_off(conn: Connection, arrived: Arrived, back: Sequence[int], *, everything: bool) -> list[Waiting]:
    """Take off all work that hangs together with what arrived or has come back; gives what is to be redone.

    Work that a rule refused on what was known until now lies on no row; it is redone when what it names arrives.
    """
    refused = desk_rows.waiting(
        conn, numbers=desk_rows.numbers_refused(conn) - desk_rows.numbers_waiting(conn, ADD)
    )
    if not refused and overlay.is_empty(conn):
        return []
    numbers = set(back)
    nodes: set[bytes] = set()
    if everything:
        numbers |= desk_rows.numbers_waiting(conn)
    for entity, images in arrived.rows.items():
        nodes |= overlay.nodes_of(entity, arrived.columns[entity], images)
        place = arrived.columns[entity].index("id")
        nodes |= overlay.nodes_over(conn, entity, (bytes(image[place]) for image in images))
        nodes |= overlay.in_the_way(conn, entity, arrived.columns[entity], images)
    for entity, row_id in arrived.deleted:
        nodes |= overlay.nodes_over(conn, entity, [row_id.bytes])
    nodes |= {row_id.bytes for _, row_id in (*arrived.deleted, *arrived.left)}
    for kind, ids in _by_kind(arrived.left):
        # What hangs on a row of the root, as a visit's link to a case does, goes with it too.
        for entity, rows in aggregates.rows_of(conn, kind, ids).items():
            nodes |= overlay.nodes_over(conn, entity, (bytes(image[0]) for image in rows))
    numbers |= {each.kept.number for each in refused if _names(each) & nodes}
    nodes, numbers = overlay.reached_from(conn, nodes, numbers, desk_rows.numbers_waiting(conn, ADD))
    overlay.take_off(conn, nodes)
    return desk_rows.waiting(conn, numbers=numbers)


def _names(waiting: Waiting) -> set[bytes]:
    return {named.bytes for named in ids_named(waiting.kept.operation)}


def _redo(conn: Connection, desk: Desk, waiting: Waiting) -> Outcome:
    """Do an operation of this desk anew; what keeps it from having its effect is noted beside it."""
    operation, number = waiting.kept.operation, waiting.kept.number
    policies = desk.policies.read_in(desk.language)
    try:
        # In this order, or what is taken back takes the note with it.
        with noted_as(conn, number), savepoint(conn):
            outcome, _ = try_out(conn, operation, policies, provisional=True)
    except Exception:  # noqa: BLE001 - its words are safe in the outbox, and what came from the hub must not wait for it
        _LOG.exception("operation %s could not be redone", operation.id)
        outcome = Outcome(operation.id, Status.PARKED, reason="")
    accepted = outcome.status in {Status.APPLIED, Status.MERGED}
    why = None if accepted else outcome.reason or outcome.status.value
    if why != waiting.why and waiting.state != desk_rows.ANSWERED:
        desk_rows.update_waiting(conn, number, why=why)
    return outcome


# ---------------------------------------------------------------- what leaves


def _leave(conn: Connection, root: Root) -> bool:
    """Take a case or client that this desk may not see any longer out of it, with all that belongs to nothing else."""
    kind, root_id = root
    rows = aggregates.rows_of(conn, kind, [root_id])
    if not rows:
        return False
    delete_rows(conn, kind, [root_id])
    for entity in reversed(by_name()):
        ids = [UUID(bytes=bytes(image[0])) for image in rows.get(entity, ())]
        if entity == kind:
            continue
        roots_of = scope_rows.read_roots(conn, by_name()[entity], ids)
        delete_rows(conn, entity, [each for each in ids if not _here(conn, roots_of[each])])
    return True


def _leave_again(conn: Connection, left: Sequence[Root]) -> None:
    """Take out what an earlier page of the same run has brought of roots that left with a later one."""
    for kind, ids in _by_kind(left):
        if aggregates.rows_of(conn, kind, ids):
            for root_id in ids:
                _leave(conn, (kind, root_id))


def _drop_vanished(conn: Connection, arrived: Arrived) -> None:
    """Take out the rows of roots that came whole and are not among what came: they are no more on the hub."""
    came: dict[str, set[bytes]] = {}
    vanished: dict[str, list[UUID]] = {}
    for kind, ids in _by_kind(arrived.whole):
        for entity, rows in aggregates.rows_of(conn, kind, ids).items():
            if entity not in came:
                place = arrived.columns[entity].index("id") if entity in arrived.columns else 0
                came[entity] = {bytes(image[place]) for image in arrived.rows.get(entity, ())}
            gone = {bytes(image[0]) for image in rows} - came[entity]
            vanished.setdefault(entity, []).extend(UUID(bytes=octets) for octets in gone)
    for entity in reversed(by_name()) if vanished else ():
        delete_rows(conn, entity, vanished.get(entity, ()))


def _by_kind(roots: Sequence[Root]) -> Iterator[tuple[str, list[UUID]]]:
    """The ids of the roots of each kind that is among them."""
    for kind in ROOTS:
        ids = [root_id for entity, root_id in roots if entity == kind]
        if ids:
            yield kind, ids


def _here(conn: Connection, roots: Iterable[Root]) -> bool:
    """Whether one of these roots is on this desk, or is the desk's own agent."""
    membership = desk_rows.membership(conn)
    me = membership["agent_id"] if membership is not None else None
    for kind, root_id in roots:
        if kind == "agent" and root_id == me:
            return True
        if kind in ROOTS and aggregates.has(conn, kind, root_id):
            return True
    return False


def _leave_scopes(conn: Connection, lost: Sequence[int]) -> list[Root]:
    """Take out what was seen in scopes that are lost and is seen in none of those that are left."""
    if not lost:
        return []
    desk_rows.drop_scopes(conn, lost)
    held = {(row["kind"], row["ref"]) for row in desk_rows.scopes(conn)}
    left = [root for root in scope_rows.unseen(conn, held) if _leave(conn, root)]
    if any(kind == "organisation" for kind, _ in left):
        _load_from_the_start(conn)
    return left


def _load_from_the_start(conn: Connection) -> None:
    """Begin the scopes being loaded again: a client that went may have come with one, whose case is yet to come."""
    for scope in desk_rows.scopes(conn):
        if scope["state"] == "loading":
            desk_rows.update_scope(conn, scope["scope_id"], after=None, loaded=0)


# ---------------------------------------------------------------- what screens are told


def _changes(arrived: Arrived, left: Sequence[Root], redone: Sequence[Outcome]) -> ChangeSet:
    touched: dict[Ref, frozenset[Aspect]] = {}
    count = sum(map(len, arrived.rows.values())) + len(arrived.deleted) + len(left)
    if count > _MOST_TOLD or arrived.lost:
        return ChangeSet(everything=True)
    entities = {entity.value: entity for entity in Entity}
    for name, images in arrived.rows.items():
        table = by_name()[name]
        columns = list(arrived.columns[name])
        told = [(name, columns.index("id"))]
        told += [(kind, columns.index(column)) for column, kind in home_of(table).by if column in columns]
        for image in images:
            for entity, octets in ((kind, image[place]) for kind, place in told):
                if entity in entities and octets is not None:
                    touched[Ref(entities[entity], UUID(bytes=bytes(octets)))] = _ALL
    for name, row_id in (*left, *arrived.deleted):
        if name in entities:
            touched[Ref(entities[name], row_id)] = _ALL
    changes = ChangeSet(touched)
    for outcome in redone:
        changes |= outcome.changes
    return changes
