"""Writes many rows of one table at once, each as a single insert would have left it; no table is known here by name."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from supportdesk.store.tables.columns import Id, Instant, to_micros

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Column, Connection, Table
    from sqlalchemy.engine import Dialect

_BYTES = attrgetter("bytes")

_ColumnEncoder = tuple[str, Any, Any]
"""A column's name, its default and what turns a value into the driver's, if anything does."""


def insert_many(conn: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows given as {column: value}; what a row leaves out gets the column's default, else null.

    Values are of the columns' Python types. On SQLite the rows go to the driver in one call, which is what makes an
    import fast. KeyError for a name that is no column.
    """
    if not rows:
        return
    if conn.dialect.name != "sqlite":
        conn.execute(insert(table), _filled(table, rows))
        return
    statement, columns = _prepared(table, _used(table, rows), conn.dialect)
    conn.exec_driver_sql(statement, [_encoded(columns, row) for row in rows])


def _used(table: Table, rows: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """The columns that any row has something for; the driver takes a microsecond for each null it is handed."""
    used: set[str] = set()
    for row in rows:
        used.update(name for name, value in row.items() if value is not None)
    _refuse_unknown(table, used)
    return frozenset(used)


def _encoded(columns: tuple[_ColumnEncoder, ...], row: Mapping[str, Any]) -> tuple[Any, ...]:
    get = row.get
    values = []
    for name, default, encode in columns:
        value = get(name, default)
        values.append(value if encode is None or value is None else encode(value))
    return tuple(values)


@lru_cache(maxsize=256)
def _prepared(table: Table, used: frozenset[str], dialect: Dialect) -> tuple[str, tuple[_ColumnEncoder, ...]]:
    columns = tuple(
        (column.name, _default(column), _encoder(column, dialect))
        for column in table.c
        if column.name in used or _default(column) is not None
    )
    quote = dialect.identifier_preparer.quote
    names = ", ".join(quote(name) for name, _, _ in columns)
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {quote(table.name)} ({names}) VALUES ({marks})", columns


def _encoder(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    # What SQLAlchemy would call through two more layers; an import has a million such values.
    if isinstance(column.type, Instant):
        return to_micros
    if isinstance(column.type, Id):
        return _BYTES
    encode: Callable[[Any], Any] | None = column.type.dialect_impl(dialect).bind_processor(dialect)
    return encode


def _filled(table: Table, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Every row with every column, as one prepared statement serves them all only if they name the same ones."""
    _used(table, rows)
    blank = {column.name: _default(column) for column in table.c if not _numbered(column)}
    return [{**blank, **row} for row in rows]


def _refuse_unknown(table: Table, names: Iterable[str]) -> None:
    unknown = sorted(set(names) - set(table.c.keys()))
    if unknown:
        raise KeyError(f"{table.name} has no column {', '.join(unknown)}")


def _numbered(column: Column[Any]) -> bool:
    """Whether the database numbers the rows by this column itself."""
    return column.primary_key and column.autoincrement is True


def _default(column: Column[Any]) -> Any:  # noqa: ANN401 - of the column's own type
    default = column.default
    return default.arg if isinstance(default, ScalarElementColumnDefault) else None
