"""Brings a database to the schema this program knows; the tables are declared next door."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from supportdesk.domain.errors import KnownError
from supportdesk.store import revision, schema

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

    from supportdesk.store.store import Store

_MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(store: Store) -> None:
    """Create the schema in an empty database, or bring an older one up to date with its data in it.

    One transaction: it happens whole or not at all. Raises KnownError for a database that is not a desk's or
    that a newer program has written, and when a migration fails.
    """
    with store.read() as connection:
        if revision.current(connection) == revision.HEAD:
            return
    with store.write(schema=True) as connection:
        found = revision.current(connection)
        if found is None:
            schema.create(connection)
        elif found != revision.HEAD:
            try:
                run_migrations(connection, revision.HEAD)
            except Exception as error:
                # Whatever stopped it, the transaction takes all of it back.
                raise KnownError(
                    f"The desk's file couldn't be brought from schema {found} to {revision.HEAD}.",
                    f"It was left as it was. What stopped it: {type(error).__name__}: {error}.",
                    "Keep a copy of the file, and open it with the version of the program that wrote it last.",
                ) from error


def run_migrations(connection: Connection, target: str) -> None:
    """Run the migrations up to a revision, in the connection's transaction; an empty database starts from nothing."""
    # Loaded when it is needed, after an update of the program: it costs more than opening the desk.
    from alembic import command  # noqa: PLC0415

    command.upgrade(configuration(connection), target)


def configuration(connection: Connection) -> Config:
    """Alembic's configuration, for this connection."""
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
