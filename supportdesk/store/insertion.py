"""Writes many rows of one table at once, each as a single insert would have left it; no table is known here by name."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from supportdesk.store import driving
from supportdesk.store.composed import Composed, parameters_for
from supportdesk.store.tables.columns import Id, Instant, to_micros

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Column, Connection, Table
    from sqlalchemy.engine import Dialect

_BYTES = attrgetter("bytes")
# On a server, so few rows are written one by one sooner than a statement of all their values is composed.
_FEW = 8

_ColumnEncoder = tuple[str, Any, Any]
"""A column's name, its default and what turns a value into the driver's, if anything does."""


def insert_many(conn: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows given as {column: value}; what a row leaves out gets the column's default, else null.

    Values are of the columns' Python types. On SQLite the rows go to the driver in one call, which is what makes an
    import fast. KeyError for a name that is no column.
    """
    if not rows:
        return
    on_file = conn.dialect.name == "sqlite"
    if len(rows) <= (1 if on_file else _FEW):
        for row in rows:
            _insert_one(conn, table, row)
        return
    if not on_file:
        conn.execute(insert(table), _filled(table, rows))
        return
    _refuse_unknown(table, set().union(*rows))
    names: list[str] = []
    columns: list[list[Any]] = []
    for name, default, encode in _encoders(table, conn.dialect):
        values = [row.get(name, default) for row in rows]
        # The driver takes a microsecond for each null it is handed, so a column of nothing else is left out.
        if values.count(None) == len(values):
            continue
        names.append(name)
        columns.append(
            values if encode is None else [None if value is None else encode(value) for value in values]
        )
    statement = _statement(table, tuple(names), conn.dialect)
    driving.execute_many(conn, statement, list(zip(*columns, strict=True)))


def _insert_one(conn: Connection, table: Table, row: Mapping[str, Any]) -> None:
    _refuse_unknown(table, row)
    values = {name: value for name, value in {**_defaults(table), **row}.items() if value is not None}
    _of_one(table, tuple(values)).run(conn, **values)


@lru_cache(maxsize=256)
def _defaults(table: Table) -> Mapping[str, Any]:
    """What the columns have that have a default."""
    found = {column.name: _default(column) for column in table.c}
    return {name: value for name, value in found.items() if value is not None}


@lru_cache(maxsize=4096)
def _of_one(table: Table, names: tuple[str, ...]) -> Composed:
    return Composed(insert(table).values(parameters_for(table, names)))


@lru_cache(maxsize=256)
def _encoders(table: Table, dialect: Dialect) -> tuple[_ColumnEncoder, ...]:
    return tuple((column.name, _default(column), _encoder(column, dialect)) for column in table.c)


@lru_cache(maxsize=256)
def _statement(table: Table, names: tuple[str, ...], dialect: Dialect) -> str:
    quote = dialect.identifier_preparer.quote
    columns = ", ".join(map(quote, names))
    return f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({', '.join('?' * len(names))})"


def _encoder(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    # What SQLAlchemy would call through two more layers; an import has a million such values.
    if isinstance(column.type, Instant):
        return to_micros
    if isinstance(column.type, Id):
        return _BYTES
    encode: Callable[[Any], Any] | None = column.type.dialect_impl(dialect).bind_processor(dialect)
    return encode


def _filled(table: Table, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Every row with the same columns, as only then one prepared statement serves them all."""
    named = set().union(*rows)
    _refuse_unknown(table, named)
    blank = {**dict.fromkeys(named), **_defaults(table)}
    return [{**blank, **row} for row in rows]


def _refuse_unknown(table: Table, names: Iterable[str]) -> None:
    unknown = set(names) - _names(table)
    if unknown:
        raise KeyError(f"{table.name} has no column {', '.join(sorted(unknown))}")


@lru_cache(maxsize=256)
def _names(table: Table) -> frozenset[str]:
    return frozenset(table.c.keys())


def _default(column: Column[Any]) -> Any:  # noqa: ANN401 - of the column's own type
    default = column.default
    return default.arg if isinstance(default, ScalarElementColumnDefault) else None
