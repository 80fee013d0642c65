"""Reads a case's timeline as its history: events, fields changed, merges; what they come to is folded elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, bindparam, case, func, literal, or_, select

from supportdesk.domain.case_events import CaseEvent
from supportdesk.domain.words import EntryKind
from supportdesk.store.case_event_codec import read_event
from supportdesk.store.composed import Composed, one_of
from supportdesk.store.tables.cases import CASE, ENTRY
from supportdesk.store.tables.columns import Id
from supportdesk.store.tables.desk import OPERATION
from supportdesk.store.tables.sync import SYNC_LOG

_RULES = (EntryKind.LOGGED, EntryKind.POLICY)
_TURNS = (*_RULES, EntryKind.MERGED, EntryKind.UNMERGED, EntryKind.UNDONE)
_SPOKEN = (EntryKind.REPLY, EntryKind.CLIENT, EntryKind.CALL, EntryKind.INFO_REQUEST)
# Entries of one instant stand in the order of their operations, and of one operation in the order of their ids: so
# they do on every desk, whatever number a row has there. What an import wrote has no operation.
_OP: ColumnElement[UUID] = func.coalesce(ENTRY.c.op_id, literal(UUID(int=0), Id))
IN_ORDER = (ENTRY.c.at, _OP, ENTRY.c.id)
LATEST_FIRST = tuple(column.desc() for column in IN_ORDER)
_COLUMNS = (
    ENTRY.c.id,
    ENTRY.c.case_id,
    ENTRY.c.at,
    ENTRY.c.kind,
    ENTRY.c.data,
    ENTRY.c.event,
    ENTRY.c.op_id,
)


_OF_CASE = select(*_COLUMNS).where(ENTRY.c.case_id == bindparam("case_id"))
_TURNING_POINTS = Composed(
    _OF_CASE.where(
        or_(ENTRY.c.event.is_not(None), one_of(ENTRY.c.kind, [kind.value for kind in _TURNS]))
    ).order_by(*IN_ORDER)
)
_OF_RULES = Composed(
    _OF_CASE.where(one_of(ENTRY.c.kind, [kind.value for kind in _RULES])).order_by(*LATEST_FIRST)
)
_LATEST = Composed(
    select(ENTRY.c.at, ENTRY.c.op_id)
    .where(ENTRY.c.case_id == bindparam("case_id"))
    .order_by(*LATEST_FIRST)
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry as far as the history needs it."""

    id: UUID
    case_id: UUID
    at: datetime
    kind: EntryKind
    data: Mapping[str, Any]
    event: CaseEvent | None
    op_id: UUID | None

    @property
    def place(self) -> tuple[datetime, UUID, UUID]:
        """Where the line stands in time."""
        return self.at, self.op_id or UUID(int=0), self.id


def turning_points(conn: Connection, case_id: UUID, until: datetime | None = None) -> tuple[HistoryLine, ...]:
    """The entries that the case's state is folded from, in order; those after `until` are left out."""
    lines = _TURNING_POINTS.all(conn, case_id=case_id)
    return tuple(_line(row) for row in lines if until is None or row.at <= until)


def field_changes(conn: Connection, case_id: UUID, after: datetime) -> tuple[HistoryLine, ...]:
    """The entries after an instant that changed fields of the case, latest first."""
    later = (ENTRY.c.at > after, ENTRY.c.data.is_not(None))
    rows = conn.execute(_OF_CASE.where(*later).order_by(*LATEST_FIRST), {"case_id": case_id})
    return tuple(line for line in map(_line, rows) if "fields" in line.data)


def of_operation(conn: Connection, operation_id: UUID) -> tuple[HistoryLine, ...]:
    """The entries that one operation left, on whichever case."""
    rows = conn.execute(select(*_COLUMNS).where(ENTRY.c.op_id == operation_id).order_by(ENTRY.c.id))
    return tuple(_line(row) for row in rows)


def support_given(conn: Connection, case_id: UUID, since: HistoryLine) -> bool:
    """Whether support was given on the case after this entry: an answer, a remote session, a visit."""
    return _any_after(conn, case_id, since, (EntryKind.REPLY, EntryKind.REMOTE_SESSION, EntryKind.VISIT))


def latest_rules(conn: Connection, case_id: UUID) -> Mapping[str, Any] | None:
    """What the last entry that set the case's rules recorded of them; None where none did (an import)."""
    rows = _OF_RULES.all(conn, case_id=case_id)
    return next((line.data["rules"] for line in map(_line, rows) if "rules" in line.data), None)


def latest_entry(conn: Connection, case_id: UUID) -> tuple[datetime | None, UUID | None]:
    """The instant of the case's last entry, and the operation that left it."""
    row = _LATEST.first(conn, case_id=case_id)
    return (None, None) if row is None else (row.at, row.op_id)


def spoken_after(conn: Connection, case_id: UUID, line: HistoryLine) -> bool:
    """Whether client or agent have spoken to each other on the case after this entry."""
    return _any_after(conn, case_id, line, _SPOKEN)


def client_spoke_after(conn: Connection, case_id: UUID, at: datetime) -> bool:
    """Whether the client has written or called after an instant, on the case or on one merged into it."""
    merged = select(CASE.c.id).where(CASE.c.merged_into == case_id)
    statement = select(ENTRY.c.id).where(
        or_(ENTRY.c.case_id == case_id, ENTRY.c.case_id.in_(merged)),
        ENTRY.c.kind == EntryKind.CLIENT.value,
        ENTRY.c.at > at,
        ~ENTRY.c.deleted,
    )
    return conn.execute(statement.limit(1)).first() is not None


def client_spoke_beyond(conn: Connection, case_id: UUID, seen: int, device: UUID) -> bool:
    """Whether a hub noted a word of the client's after this change of its log, from another device than this one.

    On the case or on one merged into it; instants say nothing here, as a clock may be wrong.
    """
    merged = select(CASE.c.id).where(CASE.c.merged_into == case_id)
    first_noted = (
        select(func.min(SYNC_LOG.c.seq))
        .where(SYNC_LOG.c.entity == ENTRY.name, SYNC_LOG.c.entity_id == ENTRY.c.id)
        .scalar_subquery()
    )
    statement = (
        select(ENTRY.c.id)
        .outerjoin(OPERATION, OPERATION.c.id == ENTRY.c.op_id)
        .where(
            or_(ENTRY.c.case_id == case_id, ENTRY.c.case_id.in_(merged)),
            ENTRY.c.kind == EntryKind.CLIENT.value,
            ~ENTRY.c.deleted,
            or_(OPERATION.c.device.is_(None), OPERATION.c.device != device),
            first_noted > seen,
        )
    )
    return conn.execute(statement.limit(1)).first() is not None


def last_spoken(conn: Connection, case_id: UUID) -> tuple[datetime | None, datetime | None]:
    """The instants of the case's last entry of any kind and of the client's last one."""
    by_client = ENTRY.c.kind == EntryKind.CLIENT.value
    row = conn.execute(
        select(func.max(ENTRY.c.at), func.max(case((by_client, ENTRY.c.at)))).where(
            ENTRY.c.case_id == case_id, ~ENTRY.c.deleted
        )
    ).one()
    return row[0], row[1]


def _any_after(conn: Connection, case_id: UUID, line: HistoryLine, kinds: Iterable[EntryKind]) -> bool:
    """Whether another operation left an entry of these kinds after this one."""
    at, op_id, entry_id = line.place
    act = _OP
    in_one_act = and_(act == op_id, ENTRY.c.id > entry_id)
    later = or_(ENTRY.c.at > at, and_(ENTRY.c.at == at, or_(act > op_id, in_one_act)))
    named = [kind.value for kind in kinds]
    statement = select(ENTRY.c.id).where(
        ENTRY.c.case_id == case_id,
        ENTRY.c.kind.in_(named),
        ~ENTRY.c.deleted,
        or_(ENTRY.c.op_id.is_(None), ENTRY.c.op_id != line.op_id),
        later,
    )
    return conn.execute(statement.limit(1)).first() is not None


def _line(row: Any) -> HistoryLine:  # noqa: ANN401 - a row of the columns above
    return HistoryLine(
        id=row.id,
        case_id=row.case_id,
        at=row.at,
        kind=EntryKind(row.kind),
        data=row.data or {},
        event=read_event(row.event, row.at) if row.event else None,
        op_id=row.op_id,
    )
