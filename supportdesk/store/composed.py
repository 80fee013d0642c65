"""Statements that are composed once and run by the driver itself; which ones there are is each store module's affair.

SQLAlchemy composes, quotes and types them, for either kind of database. What it does again at every execution – the
statement's key, the description of its result – takes longer than the database, and an act has some twenty statements.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import RowMapping, bindparam, literal, update

from supportdesk.store import driving

if TYPE_CHECKING:
    from sqlalchemy import BindParameter, Column, ColumnElement, Connection, Executable, Table
    from sqlalchemy.engine import Dialect
    from sqlalchemy.sql.compiler import SQLCompiler
    from sqlalchemy.types import TypeEngine

Record = Mapping[str, Any] | RowMapping
"""A row by column name."""

_Convert = Callable[[Any], Any]


_MISSING = object()
# A list is filled up to the next of these with its last value, so that a few statements serve lists of any length.
_LENGTHS = (1, 2, 4, 8, 16, 64, 250)


class _Bound(NamedTuple):
    """A parameter of the statement: its name, the value that the statement itself gives it, what makes the driver's."""

    name: str
    own: Any
    convert: _Convert | None


class _Ready(NamedTuple):
    """A statement as one kind of database takes it."""

    sql: str
    bound: tuple[_Bound, ...]
    positional: bool
    parameters: tuple[str, ...]
    known: frozenset[str]
    names: tuple[str, ...]
    converted: tuple[tuple[int, _Convert], ...]
    row: Callable[..., Any]


class Composed:
    """A statement whose values are named parameters (`bindparam`), none of them a list.

    KeyError for a parameter that is not given, or that the statement does not have.

    Rows come with Python's own types, as SQLAlchemy would give them: by attribute, or as mappings by column name. What
    the database refuses comes as the DBAPIError that SQLAlchemy makes of it.
    """

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._ready: dict[str, _Ready] = {}

    def all(self, conn: Connection, **values: object) -> list[Any]:
        """Every row, its columns as attributes and by place."""
        ready, rows = self._rows(conn, values)
        return [ready.row(*row) for row in rows]

    def first(self, conn: Connection, **values: object) -> Any:  # noqa: ANN401 - a row of whatever is selected
        """The first row, None where there is none."""
        ready, rows = self._rows(conn, values)
        return ready.row(*rows[0]) if rows else None

    def mappings(self, conn: Connection, **values: object) -> list[dict[str, Any]]:
        """Every row by column name."""
        ready, rows = self._rows(conn, values)
        return [dict(zip(ready.names, row, strict=True)) for row in rows]

    def mapping(self, conn: Connection, **values: object) -> dict[str, Any] | None:
        """The first row by column name, None where there is none."""
        ready, rows = self._rows(conn, values)
        return dict(zip(ready.names, rows[0], strict=True)) if rows else None

    def scalars(self, conn: Connection, **values: object) -> list[Any]:
        """The first column of every row."""
        return [row[0] for row in self._rows(conn, values)[1]]

    def scalar(self, conn: Connection, **values: object) -> Any:  # noqa: ANN401 - a value of whatever is selected
        """The first column of the first row, None where there is none."""
        rows = self._rows(conn, values)[1]
        return rows[0][0] if rows else None

    def run(self, conn: Connection, **values: object) -> None:
        """Do what gives no rows."""
        ready = self._made_ready(conn.dialect)
        driving.execute(conn, ready.sql, _parameters(ready, values))

    def _rows(self, conn: Connection, values: Mapping[str, object]) -> tuple[_Ready, list[Any]]:
        ready = self._made_ready(conn.dialect)
        rows = driving.execute(conn, ready.sql, _parameters(ready, values)).fetchall()
        if ready.converted:
            rows = [_typed(row, ready.converted) for row in rows]
        return ready, rows

    def _made_ready(self, dialect: Dialect) -> _Ready:
        ready = self._ready.get(dialect.name)
        if ready is None:
            ready = self._ready[dialect.name] = _made_ready(self._statement, dialect)
        return ready


class ComposedAmong:
    """A statement about some rows: `composed` makes it of the parameters that stand for the values of `column`."""

    def __init__(
        self, column: ColumnElement[Any], composed: Callable[[Sequence[ColumnElement[Any]]], Executable]
    ) -> None:
        self._column, self._composed = column, composed
        self._of_length: dict[int, Composed] = {}

    def all(self, conn: Connection, values: Iterable[object], **others: object) -> list[Any]:
        """Every row about these values, in batches where they are many."""
        return [row for part, given in self._parts(values, others) for row in part.all(conn, **given)]

    def mappings(self, conn: Connection, values: Iterable[object], **others: object) -> list[dict[str, Any]]:
        """Every row about these values by column name."""
        return [row for part, given in self._parts(values, others) for row in part.mappings(conn, **given)]

    def _parts(
        self, values: Iterable[object], others: Mapping[str, object]
    ) -> Iterator[tuple[Composed, dict[str, object]]]:
        ordered = list(values)
        for start in range(0, len(ordered), _LENGTHS[-1]):
            part = ordered[start : start + _LENGTHS[-1]]
            length = next(length for length in _LENGTHS if length >= len(part))
            part += part[-1:] * (length - len(part))
            yield self._for(length), {**{f"among{n}": value for n, value in enumerate(part)}, **others}

    def _for(self, length: int) -> Composed:
        found = self._of_length.get(length)
        if found is None:
            kind = self._column.type
            marks = [bindparam(f"among{n}", type_=kind) for n in range(length)]
            found = self._of_length[length] = Composed(self._composed(marks))
        return found


def parameters_for(table: Table, names: Iterable[str], prefix: str = "") -> dict[str, BindParameter[Any]]:
    """A parameter of its type for each of a table's columns, by column; `prefix` sets their names apart."""
    return {name: bindparam(f"{prefix}{name}", type_=table.c[name].type) for name in names}


def change_row(conn: Connection, key: Column[Any], value: object, changes: Mapping[str, object]) -> None:
    """Write these columns of the row, or rows, whose `key` has this value."""
    new = {f"new_{name}": each for name, each in changes.items()}
    _changing(key.table, key.name, tuple(changes)).run(conn, key=value, **new)


@lru_cache(maxsize=1024)
def _changing(table: Table, key: str, names: tuple[str, ...]) -> Composed:
    of_row = table.c[key] == bindparam("key", type_=table.c[key].type)
    return Composed(update(table).where(of_row).values(parameters_for(table, names, "new_")))


def one_of(column: ColumnElement[Any], values: Iterable[object]) -> ColumnElement[bool]:
    """Whether a column has one of some values that are known when the statement is composed."""
    return column.in_([literal(value, column.type) for value in values])


def _made_ready(statement: Any, dialect: Dialect) -> _Ready:  # noqa: ANN401 - a select, an insert, …
    compiled: SQLCompiler = statement.compile(dialect=dialect)
    if compiled.post_compile_params or compiled.literal_execute_params:
        raise TypeError("a list among a statement's values: it can't be composed once")
    named = {name: bound for bound, name in compiled.bind_names.items()}
    # SQLite's parameters are counted, PostgreSQL's have names.
    order = list(compiled.positiontup or ()) if compiled.positional else list(named)
    columns = list(getattr(statement, "exported_columns", ()))
    names = tuple(column.key for column in columns)
    readers = [_reader(column.type, dialect) for column in columns]
    return _Ready(
        sql=compiled.string,
        bound=tuple(
            _Bound(
                name,
                _MISSING if named[name].required else named[name].effective_value,
                _writer(named[name].type, dialect),
            )
            for name in order
        ),
        positional=compiled.positional,
        parameters=tuple(order),
        known=frozenset(order),
        names=names,
        converted=tuple((place, reader) for place, reader in enumerate(readers) if reader is not None),
        row=namedtuple("Row", names, rename=True),  # noqa: PYI024 - its fields are the statement's
    )


def _writer(kind: TypeEngine[Any], dialect: Dialect) -> _Convert | None:
    found: _Convert | None = kind.dialect_impl(dialect).bind_processor(dialect)
    return found


def _reader(kind: TypeEngine[Any], dialect: Dialect) -> _Convert | None:
    found: _Convert | None = kind.dialect_impl(dialect).result_processor(dialect, None)
    return found


def _parameters(ready: _Ready, values: Mapping[str, object]) -> Any:  # noqa: ANN401 - of the driver's own kind
    if not values.keys() <= ready.known:
        raise KeyError(*(values.keys() - ready.known))
    given = []
    for name, own, convert in ready.bound:
        value = values[name] if own is _MISSING else values.get(name, own)
        given.append(value if convert is None else convert(value))
    return given if ready.positional else dict(zip(ready.parameters, given, strict=True))


def _typed(row: Any, converted: tuple[tuple[int, _Convert], ...]) -> list[Any]:  # noqa: ANN401 - of the driver
    typed = list(row)
    for place, convert in converted:
        if typed[place] is not None:
            typed[place] = convert(typed[place])
    return typed
