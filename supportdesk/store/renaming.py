"""Gives rows that others point to another id, in everything that names them: columns, values, what people keep."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID

from supportdesk.store.driving import execute_many, fetch
from supportdesk.store.synced_tables import by_name
from supportdesk.store.tables.columns import Id, Json
from supportdesk.store.tables.desk import DRAFT, FOLLOW, OPERATION, READ_MARK, SETTING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Table

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_OWN = (OPERATION, DRAFT, READ_MARK, FOLLOW, SETTING)
# Of a row itself, and of acts: these name what they name for ever.
_STAY = frozenset({"id", "created_op", "op_id", "undone_by"})
# Text in which the program, and not a person, writes ids.
_TEXTS = {"saved_view": "query", "draft": "key"}


def rename(conn: Connection, ids: Mapping[UUID, UUID]) -> None:
    """Put new ids in the place of old ones in all that a desk's file holds; the rows so named stay as they are."""
    if not ids:
        return
    conn.exec_driver_sql("CREATE TEMP TABLE renamed (old BLOB PRIMARY KEY, new BLOB NOT NULL)")
    execute_many(
        conn, "INSERT INTO renamed VALUES (?, ?)", ((old.bytes, new.bytes) for old, new in ids.items())
    )
    texts = {str(old): str(new) for old, new in ids.items()}
    for table in (*by_name().values(), *_OWN):
        _rename_columns(conn, table)
        _rename_values(conn, table, texts)
    conn.exec_driver_sql("DROP TABLE renamed")


def _rename_columns(conn: Connection, table: Table) -> None:
    for column in table.c:
        if isinstance(column.type, Id) and column.name not in _STAY:
            conn.exec_driver_sql(
                f'UPDATE OR IGNORE "{table.name}" '
                f'SET "{column.name}" = (SELECT new FROM renamed WHERE old = "{column.name}") '
                f'WHERE "{column.name}" IN (SELECT old FROM renamed)'
            )
            # Two that are one by now say the same thing once.
            conn.exec_driver_sql(
                f'DELETE FROM "{table.name}" WHERE "{column.name}" IN (SELECT old FROM renamed)'
            )


def _rename_values(conn: Connection, table: Table, texts: Mapping[str, str]) -> None:
    for column in table.c:
        if not isinstance(column.type, type(Json)) and _TEXTS.get(str(table.name)) != column.name:
            continue
        name = f'"{table.name}"'
        found = fetch(
            conn, f'SELECT rowid, "{column.name}" FROM {name} WHERE "{column.name}" LIKE \'%-%-%-%-%\''
        )
        changed = [(new, row) for row, text in found if (new := _renamed(text, texts)) != text]
        execute_many(conn, f'UPDATE {name} SET "{column.name}" = ? WHERE rowid = ?', changed)


def _renamed(text: str, texts: Mapping[str, str]) -> str:
    return _ID.sub(lambda found: texts.get(found[0], found[0]), text)
