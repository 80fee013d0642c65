"""Prepared SQL straight to SQLite's driver, for reads that run at every key press; nothing of it knows a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection


Parameters = Sequence[Any] | Mapping[str, Any]


def fetch(conn: Connection, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
    """All rows, as the driver gives them: ids as bytes, instants in micros, flags as 0 and 1.

    It runs inside the connection's transaction; an error of the driver reaches `Store` as it is.
    """
    rows: list[tuple[Any, ...]] = _driver(conn).execute(sql, parameters).fetchall()
    return rows


def fetch_value(conn: Connection, sql: str, parameters: Parameters = ()) -> Any:  # noqa: ANN401 - any SQL value
    """The first value of the first row, or None if there is no row."""
    row = _driver(conn).execute(sql, parameters).fetchone()
    return None if row is None else row[0]


def run_many(conn: Connection, sql: str, rows: Iterable[Sequence[Any]]) -> None:
    """One statement for each row of parameters."""
    _driver(conn).executemany(sql, rows)


def marks(count: int) -> str:
    """The placeholders of so many values."""
    return ", ".join("?" * count)


def _driver(conn: Connection) -> Any:  # noqa: ANN401 - a connection of the driver, which ships no types
    return conn.connection.dbapi_connection
