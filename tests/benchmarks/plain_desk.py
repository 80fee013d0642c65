"""A transaction in a desk's file, as bare as it can be: the yardstick of all that writes what comes from a hub."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from supportdesk.store.engines import set_pragmas, sqlite_connector, sqlite_engine
from supportdesk.store.search_documents import index_changes


@contextmanager
def arriving(path: Path, key: bytes) -> Iterator[Connection]:
    """Write with the tables' own triggers and the search index, waiting for the disk as for what comes from a hub."""
    engine = sqlite_engine(sqlite_connector(path, key, writes=True), writes=True)
    try:
        with engine.connect() as conn:
            set_pragmas(conn.connection.dbapi_connection, {"foreign_keys": "OFF", "synchronous": "NORMAL"})
            with conn.begin():
                yield conn
                index_changes(conn)
    finally:
        engine.dispose()
