"""The parts of a visit report between plain JSON, as rows and operations keep them, and what the rules take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, is_dataclass
from typing import Any

from supportdesk.domain.errors import KnownError
from supportdesk.rules.cases.visit_report import Acceptance, CheckedPoint, Health, SparePart
from supportdesk.services.operations.plain import plain_mapping

TEXT_PARTS = ("problems", "work_done", "recommendations", "client_suggestions")
_MOST_ROWS = 200
_LONGEST_NAME = 200
_LONGEST_TEXT = 100_000
_MOST_OF_ONE = 1_000_000


def plain_parts(parts: Mapping[str, object]) -> dict[str, Any]:
    """Parts as an operation carries them; sequences and records of the rules become lists and mappings."""
    return plain_mapping({name: _plain(value) for name, value in parts.items()})


def read_parts(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Parts from plain JSON as the rules take them; KnownError for one that a report does not have, or not so."""
    found = {}
    for name, value in parts.items():
        read = _READ.get(name)
        if read is None:
            raise KnownError(
                f"A visit report has no part “{name[:60]}”.",
                "Nothing was saved.",
                f"Its parts are: {', '.join(_READ)}.",
            )
        try:
            found[name] = read(value)
        except (TypeError, ValueError, LookupError, AttributeError) as error:
            raise KnownError(
                f"The part “{name}” can't be read.",
                "Nothing was saved.",
                "Write it anew in the report's own form.",
            ) from error
    return found


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value


def _text(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
        raise ValueError("no text, or a very long one")
    return value


def _name(value: object) -> str:
    text = _text(value).strip()
    if not text or len(text) > _LONGEST_NAME:
        raise ValueError("no name, or a very long one")
    return text


def _flag(value: object) -> bool:
    if value not in (True, False, None):
        raise ValueError("neither yes nor no")
    return bool(value)


def _rows(value: object) -> list[Mapping[str, Any]]:
    rows = value or []
    if not isinstance(rows, list) or len(rows) > _MOST_ROWS:
        raise ValueError("no list, or a very long one")
    return rows


def _checked(value: object) -> tuple[CheckedPoint, ...]:
    return tuple(
        CheckedPoint(_name(row["name"]), Health(row["health"]), _text(row.get("remark")))
        for row in _rows(value)
    )


def _spare_parts(value: object) -> tuple[SparePart, ...]:
    return tuple(SparePart(_name(row["name"]), _quantity(row.get("quantity", 1))) for row in _rows(value))


def _quantity(value: object) -> int:
    if type(value) is not int or not 0 < value <= _MOST_OF_ONE:
        raise ValueError("no quantity")
    return value


def _acceptance(value: Mapping[str, Any] | None) -> Acceptance:
    given = value or {}
    return Acceptance(_flag(given.get("as_asked")), _flag(given.get("may_close")), _text(given.get("remark")))


_READ: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(TEXT_PARTS, _text),
    "performance": _checked,
    "spare_parts": _spare_parts,
    "passed_on": _flag,
    "acceptance": _acceptance,
}
