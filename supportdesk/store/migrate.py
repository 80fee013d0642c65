"""Brings a database to the schema this program knows; the tables are declared next door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportdesk.store import revision, schema

if TYPE_CHECKING:
    from supportdesk.store.store import Store


def upgrade(store: Store) -> None:
    """Create the schema in an empty database, or bring an older one up to date with its data in it.

    One transaction: it happens whole or not at all. Raises KnownError for a database that is not a desk's or
    that a newer program has written.
    """
    with store.read() as connection:
        if revision.current(connection) == revision.HEAD:
            return
    with store.write() as connection:
        if revision.current(connection) is None:
            schema.create(connection)
