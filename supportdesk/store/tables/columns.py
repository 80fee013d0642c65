"""Column types and the declaration of how two edits of a column meet; the tables themselves are next door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
    Uuid,
)
from sqlalchemy.types import TypeEngine

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.engine import Dialect

Merge = Literal["park", "text", "set", "max", "hub", "append"]
"""How two people's edits of one field meet: keep both and ask · diff3 · element-wise · greater · the hub computes
it · written once and never edited."""

Root = Literal["case", "organisation", "agent", "catalogue"]
"""What a row belongs to, and with it who may see it: a case, a client, one agent, or everybody who works here."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where the rows of a synced table belong; a table without one fails the tests.

    `by` names, in order, the columns that may hold the root's id and the kind of root each stands for: the first that
    is not null counts, and where all are null the row is everybody's. A kind that is no root is a table whose row's
    own home counts. `also` are columns that make a row belong to a second root. `entity` is the column that names the
    kind of root itself, where rows of one table belong to different ones.
    """

    by: tuple[tuple[str, str], ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    entity: str | None = None


def home(
    *by: tuple[str, str], also: tuple[tuple[str, str], ...] = (), entity: str | None = None
) -> dict[str, Home]:
    """The `info` of a synced table: the columns by which its rows belong to a root."""
    return {"home": Home(by, also, entity)}


_Type = TypeEngine[Any] | type[TypeEngine[Any]]

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "pk": "pk_%(table_name)s",
    },
)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
# Nearer to the ends of what a datetime holds, another zone or a deadline leads beyond them, and a row that was
# written could not be read again.
_EARLIEST = (datetime(1000, 1, 1, tzinfo=UTC) - _EPOCH) // _MICROSECOND
_LATEST = (datetime(9000, 1, 1, tzinfo=UTC) - _EPOCH) // _MICROSECOND


def to_micros(at: datetime) -> int:
    """Microseconds since the epoch of an aware datetime; ValueError for a naive one and for one out of all time."""
    if at.tzinfo is None:
        message = "an instant needs a time zone"
        raise ValueError(message)
    micros = (at - _EPOCH) // _MICROSECOND
    if not _EARLIEST <= micros < _LATEST:
        message = "an instant is in the years 1000 to 8999"
        raise ValueError(message)
    return micros


def from_micros(micros: int) -> datetime:
    """The UTC instant so many microseconds after the epoch."""
    return _EPOCH + timedelta(microseconds=micros)


def _read_instant(micros: int | None) -> datetime | None:
    return None if micros is None else _EPOCH + timedelta(microseconds=micros)


def _write_instant(at: datetime | None) -> int | None:
    return None if at is None else to_micros(at)


def _write_id(value: UUID | None) -> bytes | None:
    return None if value is None else value.bytes


def _read_id(octets: bytes | None) -> UUID | None:
    return None if octets is None else UUID(bytes=octets)


class Instant(TypeDecorator[datetime]):
    """A UTC instant, kept as microseconds since the epoch so that ranges and keysets are integer comparisons."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """To the database, where the value stands in the statement itself."""
        return _write_instant(value)

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], int | None]:
        """To the database; at once, as most of a row's columns are instants and ids."""
        return _write_instant

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        """From the database."""
        return _read_instant


class Id(TypeDecorator[UUID]):
    """A UUID: sixteen bytes in SQLite, native in PostgreSQL."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type each database uses."""
        return dialect.type_descriptor(Uuid() if dialect.name == "postgresql" else LargeBinary(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> UUID | bytes | None:
        """To the database, where the value stands in the statement itself."""
        return value if dialect.name == "postgresql" else _write_id(value)

    def bind_processor(self, dialect: Dialect) -> Callable[[UUID | None], bytes | None] | None:
        """To the database; PostgreSQL's driver takes UUIDs as they are."""
        return None if dialect.name == "postgresql" else _write_id

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], UUID | None] | None:
        """From the database; PostgreSQL's driver gives UUIDs as they are."""
        return None if dialect.name == "postgresql" else _read_id


class Amount(TypeDecorator[Decimal]):
    """A decimal amount of money, kept as text so that no database rounds it."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """From the database."""
        return None if value is None else Decimal(value)


class _Json(TypeDecorator[Any]):
    impl = JSON(none_as_null=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name != "postgresql":
            return self.impl_instance
        from sqlalchemy.dialects.postgresql import JSONB  # noqa: PLC0415 - 3 MB that a desk's own file never needs

        return dialect.type_descriptor(JSONB(none_as_null=True))


Json = _Json()
"""Plain JSON; None is SQL's NULL."""
RowNumber = BigInteger().with_variant(Integer(), "sqlite")


def col(name: str, kind: _Type, merge: Merge, *args: ForeignKey, **options: Any) -> Column[Any]:
    """A column of a synced table; `merge` says how two edits of it meet."""
    options.setdefault("nullable", True)
    return Column(name, kind, *args, info={"merge": merge}, **options)


def flag(name: str, merge: Merge, *, default: bool = False) -> Column[Any]:
    """A boolean that is never null."""
    return Column(name, Boolean, nullable=False, default=default, info={"merge": merge})


def synced() -> list[Column[Any]]:
    """The columns every synced table carries: local row number, identity, revision and provenance.

    `row` is the desk's own number of the row and never leaves it; `id` is the UUIDv7 made by whoever created it.
    `field_rev` holds {"field": rev of its last change}; `created_op` is the operation that made the row,
    whose id follows from it: no append can be doubled.
    """
    return [
        Column("row", RowNumber, primary_key=True, autoincrement=True),
        Column("id", Id, nullable=False, unique=True),
        Column("rev", Integer, nullable=False, default=1),
        Column("field_rev", Json),
        Column("deleted", Boolean, nullable=False, default=False),
        Column("created_op", Id),
        Column("updated_at", Instant, nullable=False),
    ]


__all__ = [
    "METADATA",
    "Amount",
    "BigInteger",
    "Boolean",
    "Column",
    "Home",
    "Id",
    "Instant",
    "Integer",
    "Json",
    "Merge",
    "Root",
    "RowNumber",
    "String",
    "Text",
    "col",
    "flag",
    "from_micros",
    "home",
    "synced",
    "to_micros",
]
