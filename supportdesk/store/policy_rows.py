"""Rows of installed policy versions; the policies that come with the program are files, not rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from sqlalchemy import Connection, insert, select

from supportdesk.store.composed import Composed
from supportdesk.store.tables.people import POLICY_VERSION

_INSTALLED = Composed(select(POLICY_VERSION.c.sha256).order_by(POLICY_VERSION.c.row))


@dataclass(frozen=True, slots=True)
class Installed:
    """An installed version, without its text."""

    code: str
    version: int
    effective_from: date
    installed_at: datetime


def listed(conn: Connection) -> tuple[Installed, ...]:
    """Every installed version, in order of installation."""
    columns = (POLICY_VERSION.c[name] for name in Installed.__dataclass_fields__)
    return tuple(Installed(*row) for row in conn.execute(select(*columns).order_by(POLICY_VERSION.c.row)))


def installed(conn: Connection) -> tuple[str, ...]:
    """The checksums of the installed versions' texts, in order of installation."""
    return tuple(_INSTALLED.scalars(conn))


def text_of(conn: Connection, sha256: str) -> str:
    """The text with this checksum."""
    found: str = conn.execute(
        select(POLICY_VERSION.c.text).where(POLICY_VERSION.c.sha256 == sha256).limit(1)
    ).scalar_one()
    return found


def insert_version(
    conn: Connection,
    *,
    version_id: UUID,
    code: str,
    version: int,
    effective_from: date,
    text: str,
    at: datetime,
    operation_id: UUID,
) -> None:
    """Keep a version with the whole text of its file."""
    conn.execute(
        insert(POLICY_VERSION).values(
            id=version_id,
            code=code,
            version=version,
            effective_from=effective_from,
            text=text,
            sha256=sha256(text.encode()).hexdigest(),
            installed_at=at,
            created_op=operation_id,
            updated_at=at,
        )
    )
