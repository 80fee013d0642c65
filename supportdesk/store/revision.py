"""Which schema a database has and which this program knows; the migrations themselves run in `migrate`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import inspect

from supportdesk.domain.errors import KnownError

if TYPE_CHECKING:
    from sqlalchemy import Connection

HISTORY = (
    *("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010"),
    *("0011", "0012", "0013", "0014", "0015", "0016", "0017", "0018", "0019", "0020"),
)
"""Every revision this program knows, oldest first; a test holds it equal to the migrations' own chain."""

HEAD = HISTORY[-1]
VERSION_TABLE = "alembic_version"


def current(connection: Connection) -> str | None:
    """The revision of the database, or None for one that is still empty.

    Raises KnownError for a database that is not a desk's, and for one that a newer program has written.
    """
    if not _has_table(connection, VERSION_TABLE):
        if inspect(connection).get_table_names():
            raise KnownError(
                "The database holds tables of another program.",
                "Nothing in it was changed.",
                "Choose a desk's database, or an empty one.",
            )
        return None
    found: str | None = connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar()
    if found is not None and found not in HISTORY:
        raise KnownError(
            "The database was written by a newer version of Support Desk.",
            f"It has schema {found}; this program knows schemas up to {HEAD}. Nothing in it was changed.",
            "Install the newer version on this computer too.",
        )
    return found


def _has_table(connection: Connection, name: str) -> bool:
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)).first()
        return found is not None
    return inspect(connection).has_table(name)
