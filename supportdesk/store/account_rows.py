"""Rows of accounts: who may sign in to the hub, by which login; how a password is checked is no matter here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, Row, Select, insert, select, update

from supportdesk.store.tables.accounts import ACCOUNT
from supportdesk.store.tables.people import AGENT, BRANCH


@dataclass(frozen=True, slots=True)
class Account:
    """One account with the agent it belongs to; `active` means that both may work."""

    id: UUID
    agent_id: UUID
    login: str
    password_hash: str | None
    oidc_subject: str | None
    active: bool
    created_at: datetime
    name: str
    email: str | None
    roles: frozenset[str]
    branch_id: UUID | None
    branch: str | None


def by_login(conn: Connection, login: str) -> Account | None:
    """The account with this login, written as it is kept."""
    return _one(conn, _ACCOUNTS.where(ACCOUNT.c.login == login))


def by_id(conn: Connection, account_id: UUID) -> Account | None:
    """The account with this id."""
    return _one(conn, _ACCOUNTS.where(ACCOUNT.c.id == account_id))


def by_subject(conn: Connection, issuer: str, subject: str) -> Account | None:
    """The account that a provider of single sign-on knows by this subject."""
    return _one(conn, _ACCOUNTS.where(ACCOUNT.c.oidc_issuer == issuer, ACCOUNT.c.oidc_subject == subject))


def listed(conn: Connection) -> tuple[Account, ...]:
    """Every account, by login."""
    return tuple(map(_read, conn.execute(_ACCOUNTS.order_by(ACCOUNT.c.login))))


def exist(conn: Connection) -> bool:
    """Whether there is any account."""
    return conn.scalar(select(ACCOUNT.c.id).limit(1)) is not None


def add(conn: Connection, account_id: UUID, agent_id: UUID, login: str, at: datetime) -> None:
    """Make an account that can't sign in yet; IntegrityError where the login or the agent has one."""
    conn.execute(
        insert(ACCOUNT).values(id=account_id, agent_id=agent_id, login=login, active=True, created_at=at)
    )


def set_password(conn: Connection, account_id: UUID, password_hash: str, at: datetime) -> None:
    """Let the account sign in by the password with this hash, and by no other."""
    _set(conn, account_id, password_hash=password_hash, password_changed_at=at)


def rehash_password(conn: Connection, account_id: UUID, old_hash: str, new_hash: str) -> None:
    """Keep the same password hashed with newer parameters, unless it was changed meanwhile."""
    conn.execute(
        update(ACCOUNT)
        .where(ACCOUNT.c.id == account_id, ACCOUNT.c.password_hash == old_hash)
        .values(password_hash=new_hash)
    )


def set_active(conn: Connection, account_id: UUID, *, active: bool) -> None:
    """Let the account sign in, or no longer."""
    _set(conn, account_id, active=active)


def set_subject(conn: Connection, account_id: UUID, issuer: str, subject: str) -> None:
    """Let the account sign in as this subject of a provider; IntegrityError where another one does."""
    _set(conn, account_id, oidc_issuer=issuer, oidc_subject=subject)


def _set(conn: Connection, account_id: UUID, **values: object) -> None:
    conn.execute(update(ACCOUNT).where(ACCOUNT.c.id == account_id).values(**values))


_ACCOUNTS = (
    select(
        ACCOUNT.c.id,
        ACCOUNT.c.agent_id,
        ACCOUNT.c.login,
        ACCOUNT.c.password_hash,
        ACCOUNT.c.oidc_subject,
        (ACCOUNT.c.active & AGENT.c.active & ~AGENT.c.deleted).label("active"),
        ACCOUNT.c.created_at,
        AGENT.c.name,
        AGENT.c.email,
        AGENT.c.roles,
        AGENT.c.branch_id,
        BRANCH.c.name.label("branch"),
    )
    .join(AGENT, AGENT.c.id == ACCOUNT.c.agent_id)
    .outerjoin(BRANCH, BRANCH.c.id == AGENT.c.branch_id)
)


def _one(conn: Connection, statement: Select[*tuple[object, ...]]) -> Account | None:
    row = conn.execute(statement).first()
    return None if row is None else _read(row)


def _read(row: Row[*tuple[object, ...]]) -> Account:
    values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for a row by column
    return Account(**{**values, "roles": frozenset(values["roles"] or ())})
