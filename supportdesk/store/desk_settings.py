"""Small values that belong to this copy of the database, such as its device id; what people choose is in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from supportdesk.store.tables.desk import SETTING

if TYPE_CHECKING:
    from sqlalchemy import Connection


def get(conn: Connection, key: str) -> Any:  # noqa: ANN401 - any JSON value
    """The value kept under a key, None if there is none."""
    return conn.scalar(select(SETTING.c.value).where(SETTING.c.key == key))


def put(conn: Connection, key: str, value: object) -> None:
    """Keep a JSON value under a key, in place of the one there."""
    conn.execute(delete(SETTING).where(SETTING.c.key == key))
    conn.execute(insert(SETTING).values(key=key, value=value))
