"""Values in the plain JSON form that operations and entries keep them in, and back; no schema of any of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

Plain = bool | int | float | str | list["Plain"] | dict[str, "Plain"] | None


_AS_THEY_ARE = frozenset({type(None), bool, int, float, str})


def plain(value: object) -> Plain:
    """A value as JSON keeps it: ids, dates and amounts as text, instants as ISO text, enumerations by value.

    Raises TypeError for anything that has no such form: that is a bug in the act that made it.
    """
    if type(value) in _AS_THEY_ARE:
        return value  # type: ignore[return-value]  # it is of one of these types
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, Mapping):
        return plain_mapping(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, Iterable) and not isinstance(value, bytes):
        items = sorted(value) if isinstance(value, frozenset | set) else value
        return [plain(item) for item in items]
    message = f"{type(value).__name__} has no plain form"
    raise TypeError(message)


def plain_mapping(values: Mapping[Any, object]) -> dict[str, Any]:
    """A mapping whose values are plain and whose keys are text."""
    return {str(key): plain(value) for key, value in values.items()}


def to_id(text: str | None) -> UUID | None:
    """The id that stands in plain values."""
    return None if text is None else UUID(text)


def to_instant(text: str | None) -> datetime | None:
    """The instant that stands in plain values; it was written with its offset."""
    return None if text is None else datetime.fromisoformat(text)


def to_date(text: str | None) -> date | None:
    """The civil date that stands in plain values."""
    return None if text is None else date.fromisoformat(text)


def to_amount(text: str | None) -> Decimal | None:
    """The amount that stands in plain values."""
    return None if text is None else Decimal(text)
