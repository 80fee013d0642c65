"""The form in which `rows.add` carries rows: written from a desk's file, read and checked value by value.

A row is what its desk's file holds, as JSON: its columns in the order of "columns", ids as 32 hexadecimal digits,
instants as micros, flags as 0 and 1, JSON, dates and amounts as text. What is read comes from anywhere, so nothing of
it is believed: each value must be one that its column can hold in every database. Whether a row may come is judged
elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, Date, Integer, String, Table

from supportdesk.domain.errors import KnownError
from supportdesk.services.bringing.references import in_order
from supportdesk.store.images import Image
from supportdesk.store.synced_tables import by_name, columns_of
from supportdesk.store.tables.columns import Amount, BigInteger, Id, Instant, Json

MOST_ROWS = 500
"""Rows that an operation carries at most."""

MOST_CHARACTERS = 256 * 1024
"""Length of an operation's rows as JSON, beyond which the next ones go with another operation."""

_MOST_READ = 2 * MOST_ROWS
_DEEPEST = 40
_LATEST = 253_402_300_799_999_999  # the last micro of the year 9999
_EARLIEST = -62_135_596_800_000_000
_HEX_DIGITS = 32
_NUL = "\0"

Row = dict[str, Any]
"""A row that was read: every value as an image has it, but ids as UUIDs."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that was not taken in, and why in one sentence; `id` is None where even that could not be read."""

    entity: str
    id: UUID | None
    why: str

    def plain(self) -> dict[str, str | None]:
        """For an operation's result."""
        return {"entity": self.entity, "id": self.id.hex if self.id else None, "why": self.why}


@dataclass(slots=True)
class Brought:
    """What an operation carries: rows by table, each after those it stands on, and those that can't be read."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many rows came."""
        return sum(map(len, self.rows.values())) + len(self.left_out)


# ---------------------------------------------------------------- writing


def written(entity: str, image: Image) -> list[Any]:
    """A row of a desk's file as JSON carries it."""
    ids = _places_of_ids(entity)
    return [value.hex() if place in ids and value is not None else value for place, value in enumerate(image)]


@cache
def _places_of_ids(entity: str) -> frozenset[int]:
    table = by_name()[entity]
    return frozenset(
        place for place, name in enumerate(columns_of(table)) if isinstance(table.c[name].type, Id)
    )


def args_of(rows: Iterable[tuple[str, Sequence[Any]]]) -> dict[str, Any]:
    """The arguments of an operation that carries these rows, each with the name of its table."""
    by_table: dict[str, list[Sequence[Any]]] = {}
    for entity, row in rows:
        by_table.setdefault(entity, []).append(row)
    return {"columns": {entity: list(columns_of(by_name()[entity])) for entity in by_table}, "rows": by_table}


# ---------------------------------------------------------------- reading


def read(args: Mapping[str, Any]) -> Brought:
    """The rows that an operation carries. KnownError where it does not have the form at all."""
    columns, rows = args.get("columns"), args.get("rows")
    if not isinstance(columns, Mapping) or not isinstance(rows, Mapping):
        raise _malformed("it names no columns and rows")
    unknown = sorted(set(map(str, rows)) - by_name().keys())
    if unknown:
        raise _malformed(f"there is no table {unknown[0][:40]}")
    brought = Brought()
    for entity in in_order():
        given = rows.get(entity)
        if given is None:
            continue
        readers, missing = _readers(entity, columns.get(entity))
        if not isinstance(given, list) or len(given) + brought.count > _MOST_READ:
            raise _malformed(f"it carries more than {_MOST_READ} rows")
        for each in given:
            _read_row(brought, entity, readers, missing, each)
    return brought


def _readers(entity: str, names: object) -> tuple[list[tuple[str, _Reader]], Row]:
    """What reads each of the columns that are named, and the values of those that are not."""
    table = by_name()[entity]
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise _malformed(f"the columns of {entity} are not named")
    known = columns_of(table)
    foreign = [name for name in names if name not in known]
    if foreign or "id" not in names or len(set(names)) != len(names):
        raise _malformed(f"these are not the columns of {entity}")
    missing = [table.c[name] for name in known if name not in names]
    if any(not column.nullable and column.default is None for column in missing):
        raise _malformed(f"columns of {entity} are missing")
    return [(name, _reader(table, name)) for name in names], {each.name: _filled(each) for each in missing}


def _read_row(
    brought: Brought, entity: str, readers: Sequence[tuple[str, _Reader]], missing: Row, given: object
) -> None:
    if not isinstance(given, list) or len(given) != len(readers):
        brought.left_out.append(LeftOut(entity, None, "It has not as many values as there are columns."))
        return
    row: Row = dict(missing)
    wrong = ""
    for (name, reader), value in zip(readers, given, strict=True):
        try:
            row[name] = reader(value)
        except (ValueError, TypeError, RecursionError):
            wrong = wrong or name
    if wrong:
        row_id = row.get("id")
        brought.left_out.append(LeftOut(entity, row_id, f"Its {wrong} is nothing that can be kept there."))
    else:
        brought.rows.setdefault(entity, []).append(row)


_Reader = Callable[[Any], Any]


@cache
def _reader(table: Table, name: str) -> _Reader:
    """What checks a value of a column and gives it as it is kept; ValueError or TypeError for one that is none."""
    column: Column[Any] = table.c[name]
    reader = _of_type(column)

    def read_or_null(value: Any) -> Any:  # noqa: ANN401 - of the column's own type
        if value is None:
            # What every database fills in by itself may be missing.
            if column.nullable or column.default is not None:
                return _filled(column)
            raise ValueError("nothing")
        return reader(value)

    return read_or_null


def _filled(column: Column[Any]) -> Any:  # noqa: ANN401 - of the column's own type
    default = getattr(column.default, "arg", None)
    return int(default) if isinstance(default, bool) else default


def _of_type(column: Column[Any]) -> _Reader:
    kind = column.type
    if isinstance(kind, String):
        longest = kind.length
        return lambda value: _text(value, longest)
    for known, reader in _READERS:
        if isinstance(kind, known):
            return reader
    message = f"{column} has a type that does not travel"
    raise TypeError(message)


def _id(value: Any) -> UUID:  # noqa: ANN401 - anything may come
    if not isinstance(value, str) or len(value) != _HEX_DIGITS:
        raise ValueError(value)
    return UUID(hex=value)


def _whole(value: Any, least: int, most: int) -> int:  # noqa: ANN401 - anything may come
    if type(value) is not int or not least <= value <= most:
        raise ValueError(value)
    return value


def _text(value: Any, longest: int | None) -> str:  # noqa: ANN401 - anything may come
    if not isinstance(value, str) or _NUL in value or (longest is not None and len(value) > longest):
        raise ValueError("no text")
    value.encode()  # half a character, which JSON can name, is none
    return value


def _json(value: Any) -> str:  # noqa: ANN401 - anything may come
    text = _text(value, None)
    parsed = json.loads(text, parse_constant=_no_number)
    if "\\u" in text and ("\\u0000" in text or "\\ud" in text.lower()):
        # A server keeps neither of them.
        text = json.dumps(parsed, ensure_ascii=False)
        if _NUL in text or "\\u0000" in text:
            raise ValueError("no text")
        text.encode()
    if text.count("[") + text.count("{") > _DEEPEST and _is_deeper(parsed, _DEEPEST):
        raise ValueError("too deep")
    return text


def _no_number(name: str) -> object:
    raise ValueError(name)


def _is_deeper(value: object, limit: int) -> bool:
    rest: list[tuple[object, int]] = [(value, 1)]
    while rest:
        each, depth = rest.pop()
        if isinstance(each, dict | list):
            if depth > limit:
                return True
            rest += [(part, depth + 1) for part in (each.values() if isinstance(each, dict) else each)]
    return False


def _amount(value: Any) -> str:  # noqa: ANN401 - anything may come
    text = _text(value, 40)
    try:
        finite = Decimal(text).is_finite()
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not finite:
        raise ValueError(text)
    return text


def _date(value: Any) -> str:  # noqa: ANN401 - anything may come
    return date.fromisoformat(_text(value, 10)).isoformat()


# A type before those that it is a kind of.
_READERS: tuple[tuple[type, _Reader], ...] = (
    (Id, _id),
    (Instant, lambda value: _whole(value, _EARLIEST, _LATEST)),
    (Boolean, lambda value: _whole(int(value) if isinstance(value, bool) else value, 0, 1)),
    (type(Json), _json),
    (Amount, _amount),
    (Date, _date),
    (BigInteger, lambda value: _whole(value, -(1 << 63), (1 << 63) - 1)),
    (Integer, lambda value: _whole(value, -(1 << 31), (1 << 31) - 1)),
)


def _malformed(why: str) -> KnownError:
    return KnownError(f"These rows can't be read: {why}.", "None of them was taken in.", "Update this desk.")
