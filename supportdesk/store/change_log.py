"""The hub's log: at the end of each transaction, what it touched is noted for every scope that sees it (sync B3).

The numbers of the log are given last, under a lock that is held until the commit has become visible: whoever sees a
number sees every smaller one. On a file there is one writer, which comes to the same.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from sqlalchemy import delete, func, insert, select, update

from supportdesk.domain.errors import KnownError
from supportdesk.store import scope_rows
from supportdesk.store.composed import Composed
from supportdesk.store.driving import fetch, fetch_value
from supportdesk.store.insertion import insert_many
from supportdesk.store.tables.sync import HUB, LOG_MARK, SYNC_LOG
from supportdesk.store.tracking import Touched, take_touched

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from supportdesk.store.scope_rows import Root

PUT, DELETED, ENTER, LEAVE = "put", "del", "enter", "leave"

# A log of which everything was dropped goes on where it stood.
_HEAD = Composed(select(func.coalesce(func.max(SYNC_LOG.c.seq), select(HUB.c.floor).scalar_subquery(), 0)))
_STATE = Composed(
    select(
        HUB.c.epoch,
        HUB.c.floor,
        func.coalesce(select(func.max(SYNC_LOG.c.seq)).scalar_subquery(), HUB.c.floor).label("head"),
    )
)
_APPEND = "SELECT sync_append(%s::jsonb)"


class LogLine(NamedTuple):
    """One line of the log, before it has its number."""

    scope_id: int
    entity: str
    entity_id: UUID
    root_entity: str
    root_id: UUID
    act: str


def log_changes(conn: Connection) -> int | None:
    """Note what this transaction touched; gives the log's new head, None where nothing was touched.

    The last thing before the commit: on a server it takes the lock under which all commits of the hub go in order.
    """
    touched = take_touched(conn)
    if not touched:
        return None
    moved = scope_rows.place_roots(conn, touched)
    lines = _lines(conn, touched, moved)
    return _append(conn, lines) if lines else None


def head(conn: Connection) -> int:
    """The number of the latest change."""
    found: int = _HEAD.scalar(conn) or 0
    return found


class LogState(NamedTuple):
    """How a hub's log stands: the timeline that its numbers belong to, after which it is whole, and the latest."""

    epoch: UUID
    floor: int
    head: int


def state_of(conn: Connection) -> LogState:
    """The log as it stands; KnownError for a database that is no hub's."""
    row = _STATE.first(conn)
    if row is None:
        raise KnownError(
            "This database is no hub's.", "Nothing was read or changed.", "Run `supportdesk hub init` first."
        )
    return LogState(row.epoch, row.floor, row.head)


def _lines(
    conn: Connection, touched: Sequence[Touched], moved: Mapping[Root, tuple[frozenset[int], frozenset[int]]]
) -> list[LogLine]:
    roots_of = scope_rows.roots_of(conn, touched)
    seen_in = scope_rows.scopes_of(
        conn, {root for roots in roots_of.values() for root in roots} | moved.keys()
    )
    lines: list[LogLine] = []
    for (entity, root_id), (entered, left) in moved.items():
        lines += [LogLine(scope, entity, root_id, entity, root_id, ENTER) for scope in sorted(entered)]
        lines += [LogLine(scope, entity, root_id, entity, root_id, LEAVE) for scope in sorted(left)]
    for row in touched:
        act = DELETED if row.gone else PUT
        scopes: dict[int, Root] = {}
        for root in roots_of[row]:
            # What entered a scope is sent whole.
            new = (
                moved.get(root, (frozenset(), frozenset()))[0]
                if (row.entity, row.id) == root
                else frozenset()
            )
            scopes.update((scope, root) for scope in seen_in[root] - new)
        lines += [
            LogLine(scope, row.entity, row.id, root_entity, root_id, act)
            for scope, (root_entity, root_id) in sorted(scopes.items())
        ]
    return lines


def _append(conn: Connection, lines: Sequence[LogLine]) -> int:
    if conn.dialect.name == "postgresql":
        from json import dumps  # noqa: PLC0415 - not needed where the log is a file's

        values = [
            {**line._asdict(), "entity_id": str(line.entity_id), "root_id": str(line.root_id)}
            for line in lines
        ]
        last: int = fetch_value(conn, _APPEND, (dumps(values),))
        return last
    number = head(conn)
    insert_many(
        conn, SYNC_LOG, [{**line._asdict(), "seq": seq} for seq, line in enumerate(lines, start=number + 1)]
    )
    return number + len(lines)


def lines_after(
    conn: Connection, cursors: Mapping[int, int], upto: int, limit: int
) -> list[tuple[int, LogLine]]:
    """The lines of some scopes with their numbers, each scope's after its own cursor, in order; at most so many."""
    if not cursors:
        return []
    sql = _after(len(cursors), limit, conn.dialect.name)
    bound = [value for scope, cursor in sorted(cursors.items()) for value in (scope, cursor, upto)]
    return [
        (seq, LogLine(scope, entity, _uuid(row_id), root_entity, _uuid(root_id), act))
        for scope, seq, entity, row_id, root_entity, root_id, act in fetch(conn, sql, bound)
    ]


def mark(conn: Connection, now: datetime) -> None:
    """Note how far the log has come, so that it is known later how old its lines are."""
    conn.execute(insert(LOG_MARK).values(at=now, seq=head(conn)))


def marked_at(conn: Connection) -> datetime | None:
    """When the log was last marked."""
    found: datetime | None = conn.scalar(select(func.max(LOG_MARK.c.at)))
    return found


def forget(conn: Connection, before: datetime, limit: int) -> bool:
    """Drop at most so many lines that are older than an instant, and raise the floor with them; whether more are left.

    How old a line is follows from the marks; the newest line stays, as numbers go on from it. Call it again, each time
    in a transaction of its own, so that nobody waits long.
    """
    old = conn.scalar(select(func.max(LOG_MARK.c.seq)).where(LOG_MARK.c.at <= before)) or 0
    oldest = (
        select(SYNC_LOG.c.seq)
        .where(SYNC_LOG.c.seq <= old, SYNC_LOG.c.seq < head(conn))
        .order_by(SYNC_LOG.c.seq)
        .limit(limit)
        .subquery()
    )
    count, last = conn.execute(select(func.count(), func.max(oldest.c.seq))).one()
    if last is not None:
        conn.execute(update(HUB).values(floor=last))
        conn.execute(delete(SYNC_LOG).where(SYNC_LOG.c.seq <= last))
    if count == limit:
        return True
    # One mark is enough to tell the age of what that far back is left.
    kept = select(func.max(LOG_MARK.c.at)).where(LOG_MARK.c.at <= before).scalar_subquery()
    conn.execute(delete(LOG_MARK).where(LOG_MARK.c.at < kept))
    return False


@lru_cache(maxsize=64)
def _after(scopes: int, limit: int, dialect: str) -> str:
    """Each scope's part is read by the key of the log; a plain `scope IN` would walk the whole of it (sync B5)."""
    mark = "%s" if dialect == "postgresql" else "?"
    # SQLite takes a limit inside a union only in a sub-select of its own.
    parts = " UNION ALL ".join(
        "SELECT * FROM (SELECT scope_id, seq, entity, entity_id, root_entity, root_id, act FROM sync_log "
        f"WHERE scope_id = {mark} AND seq > {mark} AND seq <= {mark} ORDER BY seq LIMIT {limit})"
        + (f" AS part{each}" if dialect == "postgresql" else "")
        for each in range(scopes)
    )
    return f"SELECT * FROM ({parts}) AS lines ORDER BY seq LIMIT {limit}"


def _uuid(value: UUID | bytes) -> UUID:
    return value if isinstance(value, UUID) else UUID(bytes=value)
