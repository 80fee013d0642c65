"""Reads the lines of a list by their row numbers; which rows those are is decided elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from supportdesk.store.criteria import ListedCase
from supportdesk.store.driving import fetch, marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

_SQL = """
    SELECT c.row, c.id, c.number, c.title, coalesce(o.name, ''), c.policy_code, c.policy_version, c.stage,
        c.severity_rank, coalesce(c.severity_verified, c.severity_claimed, ''), c.severity_verified IS NOT NULL,
        c.open AND c.last_client_at > coalesce(m.seen_at, 0), c.attachments, c.owner_id, coalesce(a.name, ''),
        c.due_state, c.due_kind, c.due_from, c.soon_at, c.due_at, c.last_activity_at
    FROM "case" AS c
    LEFT JOIN organisation AS o ON o.id = c.organisation_id
    LEFT JOIN agent AS a ON a.id = c.owner_id
    LEFT JOIN read_mark AS m ON m.case_id = c.id AND m.agent_id = ?
    WHERE c.row IN ({marks})
"""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def read_cases(conn: Connection, rows: Sequence[int], me: UUID) -> tuple[ListedCase, ...]:
    """The lines of these rows, in their order; a row that is no more is left out. `me` decides what is unread."""
    found = {line[0]: line for line in fetch(conn, _statement(len(rows)), (me.bytes, *rows))}
    return tuple(_listed(found[row]) for row in rows if row in found)


@lru_cache(maxsize=512)
def _statement(count: int) -> str:
    return _SQL.format(marks=marks(count))


def _listed(line: tuple[Any, ...]) -> ListedCase:
    _, identity, number, title, organisation, policy, version, stage, rank, severity, verified, *rest = line
    unread, attachments, owner, owner_name, due_state, due_kind, due_from, soon_at, due_at, active_at = rest
    return ListedCase(
        UUID(bytes=identity),
        number,
        title,
        organisation,
        policy,
        version,
        stage,
        rank,
        severity,
        verified == 1,
        unread == 1,
        attachments,
        _owner(owner),
        owner_name,
        due_state,
        due_kind,
        None if due_from is None else _EPOCH + timedelta(microseconds=due_from),
        None if soon_at is None else _EPOCH + timedelta(microseconds=soon_at),
        None if due_at is None else _EPOCH + timedelta(microseconds=due_at),
        _EPOCH + timedelta(microseconds=active_at),
    )


@lru_cache(maxsize=4_096)
def _owner(identity: bytes | None) -> UUID | None:
    return None if identity is None else UUID(bytes=identity)
