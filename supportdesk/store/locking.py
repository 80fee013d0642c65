"""Keeps two transactions of a server from deciding on the same row at once; a file has one writer and needs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

NUMBERS = 7401
"""The lock under which numbers that people call things by are given."""

DUTIES = 7404
"""The lock of the one worker of a hub that does what is due by itself."""

UPLOADS = 7405
"""The lock under which uploads are begun, so that two of them do not fill one client's share."""

_LOCK = text("SELECT pg_advisory_xact_lock(:lock)")
_TRY = text("SELECT pg_try_advisory_xact_lock(:lock)")


def decides(conn: Connection) -> bool:
    """Whether others could be writing beside this transaction, which writes too."""
    readonly = conn.get_execution_options().get("postgresql_readonly", False)
    return conn.dialect.name == "postgresql" and not readonly


def held(conn: Connection, statement: Select[Any]) -> Select[Any]:
    """The statement, keeping the rows it finds for this transaction where it decides on them."""
    return statement.with_for_update() if decides(conn) else statement


def one_at_a_time(conn: Connection, lock: int) -> None:
    """Wait for other transactions that hold this lock, and hold it to the end of this one."""
    if decides(conn):
        conn.execute(_LOCK, {"lock": lock})


def elected(conn: Connection, lock: int) -> bool:
    """Whether this transaction alone holds a lock, to its end; nobody waits for it, and a file has one process."""
    return conn.dialect.name != "postgresql" or bool(conn.execute(_TRY, {"lock": lock}).scalar_one())
