"""SQL straight to the driver, inside SQLAlchemy's transaction and with its errors; no statement is made here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from sqlalchemy import Connection


Parameters = Sequence[Any] | Mapping[str, Any]


def execute(conn: Connection, sql: str, parameters: Parameters = ()) -> Any:  # noqa: ANN401 - the driver ships no types
    """Run one statement with the driver's own values; gives the driver's cursor. DBAPIError as SQLAlchemy makes it."""
    raw: Any = conn.connection.dbapi_connection
    try:
        return raw.execute(sql, parameters)
    except conn.dialect.dbapi.Error as error:  # type: ignore[union-attr]  # every dialect in use has its driver
        raise _as_told(conn, sql, error) from error


def execute_many(conn: Connection, sql: str, rows: Iterable[Sequence[Any]]) -> None:
    """Run one statement for each row of parameters, on a file."""
    raw: Any = conn.connection.dbapi_connection
    try:
        raw.executemany(sql, rows)
    except conn.dialect.dbapi.Error as error:  # type: ignore[union-attr]  # as above
        raise _as_told(conn, sql, error) from error


def fetch(conn: Connection, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
    """All rows, as the driver gives them: of a file, ids as bytes, instants in micros, flags as 0 and 1."""
    rows: list[tuple[Any, ...]] = execute(conn, sql, parameters).fetchall()
    return rows


def fetch_value(conn: Connection, sql: str, parameters: Parameters = ()) -> Any:  # noqa: ANN401 - any SQL value
    """The first value of the first row, or None if there is no row."""
    row = execute(conn, sql, parameters).fetchone()
    return None if row is None else row[0]


def marks(count: int) -> str:
    """The placeholders of so many values, in a statement for a file."""
    return ", ".join("?" * count)


def _as_told(conn: Connection, sql: str, error: Exception) -> BaseException:
    module: Any = conn.dialect.dbapi
    lost = conn.dialect.is_disconnect(error, conn.connection.dbapi_connection, None)  # type: ignore[arg-type]
    # Parameters stay out of it: an error's text may reach the log, what people wrote may not.
    return DBAPIError.instance(
        sql,
        None,
        error,
        module.Error,
        hide_parameters=True,
        connection_invalidated=lost,
        dialect=conn.dialect,
    )
