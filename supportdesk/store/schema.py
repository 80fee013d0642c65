"""The whole schema created at once in an empty database; step by step it grows in the migrations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Table

from supportdesk.store import revision, server_schema, sqlite_schema
from supportdesk.store.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection


def create(connection: Connection) -> None:
    """Create every table and note the revision; a test holds the outcome equal to that of the migrations."""
    dialect = connection.dialect.name
    METADATA.create_all(connection, tables=tables_of(dialect), checkfirst=False)
    beside = sqlite_schema.statements() if dialect == "sqlite" else server_schema.statements()
    for statement in beside:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        f"CREATE TABLE {revision.VERSION_TABLE} ("
        f"version_num VARCHAR(32) NOT NULL, CONSTRAINT {revision.VERSION_TABLE}_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql(f"INSERT INTO {revision.VERSION_TABLE} VALUES ('{revision.HEAD}')")


def tables_of(dialect: str) -> list[Table]:
    """The tables that a database of this dialect has."""
    return [table for table in METADATA.sorted_tables if _belongs(table, dialect)]


def is_of(dialect: str) -> Callable[[object, str | None, str, bool, object], bool]:
    """What Alembic asks of each object: whether a database of this dialect has it by way of the tables' metadata.

    The search index makes tables of its own, which no metadata know.
    """

    def included(found: object, name: str | None, kind: str, reflected: bool, _other: object) -> bool:  # noqa: FBT001 - as Alembic calls it
        if kind != "table":
            return True
        if reflected and "_search" in (name or ""):
            return False
        return not isinstance(found, Table) or _belongs(found, dialect)

    return included


def _belongs(table: Table, dialect: str) -> bool:
    return bool(table.info.get("dialect", dialect) == dialect)
