"""Rows of sessions: hashes of the tokens in use and when they end; how tokens are made is no matter here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, bindparam, delete, insert, select, update

from supportdesk.store.composed import Composed
from supportdesk.store.tables.accounts import ACCOUNT, DEVICE, SESSION
from supportdesk.store.tables.people import AGENT


@dataclass(frozen=True, slots=True)
class Session:
    """One sign-in on one device, from its log-in to its end; every token is kept as a hash only.

    `previous_refresh_hash` is None once the newest access token was used: until then its answer may have been lost.
    """

    id: UUID
    account_id: UUID
    device_id: UUID
    access_hash: str
    access_expires_at: datetime
    family_hash: str
    refresh_hash: str
    previous_refresh_hash: str | None
    salt: str
    started_at: datetime
    expires_at: datetime
    ended_at: datetime | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an access token, and whether they may still use it."""

    session_id: UUID
    account_id: UUID
    agent_id: UUID
    device_id: UUID
    roles: frozenset[str]
    branch_id: UUID | None
    language: str | None
    access_expires_at: datetime
    ended_at: datetime | None
    device_state: str
    active: bool
    unused: bool


_HOLDER = Composed(
    select(
        SESSION.c.id.label("session_id"),
        SESSION.c.account_id,
        ACCOUNT.c.agent_id,
        SESSION.c.device_id,
        AGENT.c.roles,
        AGENT.c.branch_id,
        AGENT.c.language,
        SESSION.c.access_expires_at,
        SESSION.c.ended_at,
        DEVICE.c.state.label("device_state"),
        (ACCOUNT.c.active & AGENT.c.active & ~AGENT.c.deleted).label("active"),
        SESSION.c.previous_refresh_hash.is_not(None).label("unused"),
    )
    .join(ACCOUNT, ACCOUNT.c.id == SESSION.c.account_id)
    .join(AGENT, AGENT.c.id == ACCOUNT.c.agent_id)
    .join(DEVICE, DEVICE.c.id == SESSION.c.device_id)
    .where(SESSION.c.access_hash == bindparam("access_hash"))
)


def holder_of(conn: Connection, access_hash: str) -> Holder | None:
    """Who holds the access token with this hash; None where no session has it."""
    row = _HOLDER.mapping(conn, access_hash=access_hash)
    return None if row is None else Holder(**{**row, "roles": frozenset(row["roles"] or ())})


def of_family(conn: Connection, family_hash: str) -> Session | None:
    """The session whose refresh tokens share this part, kept from everybody else until the transaction ends."""
    row = (
        conn.execute(select(SESSION).where(SESSION.c.family_hash == family_hash).with_for_update())
        .mappings()
        .first()
    )
    return None if row is None else Session(**row)


def add(conn: Connection, session: Session) -> None:
    """Begin a session."""
    conn.execute(
        insert(SESSION).values({name: getattr(session, name) for name in Session.__dataclass_fields__})
    )


def change(conn: Connection, session_id: UUID, **values: object) -> None:
    """Put other tokens or instants into a session."""
    conn.execute(update(SESSION).where(SESSION.c.id == session_id).values(**values))


def confirm(conn: Connection, session_id: UUID, access_hash: str) -> None:
    """Note that this access token was used: its answer arrived, and the previous refresh token is no longer good."""
    conn.execute(
        update(SESSION)
        .where(SESSION.c.id == session_id, SESSION.c.access_hash == access_hash)
        .values(previous_refresh_hash=None)
    )


def end(conn: Connection, session_id: UUID, why: str, at: datetime) -> int:
    """End a session; gives 0 where it has ended before."""
    return _end(conn, SESSION.c.id == session_id, why, at)


def end_of_device(conn: Connection, device_id: UUID, why: str, at: datetime) -> int:
    """End every session of a device; gives how many there were."""
    return _end(conn, SESSION.c.device_id == device_id, why, at)


def end_of_account(
    conn: Connection, account_id: UUID, why: str, at: datetime, *, but: UUID | None = None
) -> int:
    """End every session of an account, save the one given; gives how many there were."""
    condition = SESSION.c.account_id == account_id
    return _end(conn, condition if but is None else condition & (SESSION.c.id != but), why, at)


def listed(conn: Connection, now: datetime) -> tuple[Session, ...]:
    """Every session that has neither ended nor run out, the newest first."""
    rows = conn.execute(
        select(SESSION)
        .where(SESSION.c.ended_at.is_(None), SESSION.c.expires_at > now)
        .order_by(SESSION.c.started_at.desc(), SESSION.c.id)
    ).mappings()
    return tuple(Session(**row) for row in rows)


def forget(conn: Connection, before: datetime) -> None:
    """Drop the sessions that ended or ran out before an instant."""
    conn.execute(delete(SESSION).where((SESSION.c.ended_at < before) | (SESSION.c.expires_at < before)))


def _end(conn: Connection, condition: ColumnElement[bool], why: str, at: datetime) -> int:
    done = conn.execute(
        update(SESSION).where(condition, SESSION.c.ended_at.is_(None)).values(ended_at=at, why=why)
    )
    return int(done.rowcount)
