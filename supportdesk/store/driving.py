"""SQL straight to the driver, inside SQLAlchemy's transaction and with its errors; no statement is made here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


def execute(conn: Connection, sql: str, parameters: Any) -> Any:  # noqa: ANN401 - the driver ships no types
    """Run one statement with the driver's own values; gives the driver's cursor. DBAPIError as SQLAlchemy makes it."""
    raw: Any = conn.connection.dbapi_connection
    try:
        return raw.execute(sql, parameters)
    except conn.dialect.dbapi.Error as error:  # type: ignore[union-attr]  # every dialect in use has its driver
        raise _as_told(conn, sql, error) from error


def execute_many(conn: Connection, sql: str, rows: Sequence[Any]) -> None:
    """Run one statement for each row of parameters, on a file."""
    raw: Any = conn.connection.dbapi_connection
    try:
        raw.executemany(sql, rows)
    except conn.dialect.dbapi.Error as error:  # type: ignore[union-attr]  # as above
        raise _as_told(conn, sql, error) from error


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
