"""What one record of an export says, by what its columns mean; what becomes of it is decided in `cells`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from supportdesk.services.importing.dates import parse_instant
from supportdesk.services.importing.mapping import NOTHING, ImportMapping, flat_fields
from supportdesk.services.importing.reading import Record
from supportdesk.services.importing.targets import REPEATABLE, Target, preference

_FORMULA_GUARD = re.compile(r"'(?=[=+\-@])")
_MOST_MINUTES = 10 * 366 * 24 * 60


class CellError(Exception):
    """Why a record can't become a case, in one sentence."""


class Values:
    """The record's values by target, each with its heading; empty ones are left out.

    Of several columns for one target the best one that is filled counts, and the others are kept as they are.
    """

    def __init__(self, record: Record, mapping: ImportMapping, zone: ZoneInfo) -> None:
        self._zone = zone
        self._day_first = mapping.day_first
        self._found: dict[Target, list[tuple[str, Any]]] = {}
        for heading, target, value in _named(record, mapping):
            if not _is_nothing(value):
                self._found.setdefault(target, []).append((heading, value))
        for target in [each for each in self._found if each not in REPEATABLE and len(self._found[each]) > 1]:
            best, *others = sorted(self._found[target], key=lambda pair: preference(pair[0], target))
            self._found[target] = [best]
            self._found.setdefault(Target.KEEP, []).extend(others)

    def all(self, target: Target) -> list[Any]:
        """Every value of a target, as the file brings it."""
        return [value for _, value in self._found.get(target, ())]

    def text(self, target: Target) -> str:
        """The value of a target as text; "" if there is none."""
        found = self._found.get(target)
        return as_text(found[0][1]).strip() if found else ""

    def name(self, target: Target, what: str) -> str:
        """A person's or company's name; of a bare number "Customer 7", so that it reads as what it is."""
        text = " ".join(self.text(target).split())
        return f"{what} {text}" if text.isdecimal() else text

    def instant_of(self, text: str) -> datetime | None:
        """The instant that a text of this file names, None if it names none."""
        return parse_instant(text, day_first=self._day_first, zone=self._zone)

    def instant(self, target: Target) -> datetime | None:
        """The instant of a target, None if there is none; CellError for a text that is no date."""
        text = self.text(target)
        at = self.instant_of(text) if text else None
        if text and at is None:
            heading = self._found[target][0][0]
            raise CellError(f"“{text[:80]}” in {heading} is not a date that is understood")
        return at

    def minutes(self, target: Target) -> timedelta | None:
        """A span given in whole minutes, None if there is none."""
        text = self.text(target)
        # More figures than any span has would take long to read.
        minutes = int(text) if text.isdecimal() and len(text) < len(str(_MOST_MINUTES)) else _MOST_MINUTES
        return timedelta(minutes=minutes) if minutes < _MOST_MINUTES else None

    def kept(self) -> dict[str, str]:
        """The columns without a place of their own, by heading; of a repeated heading all values, and the tags."""
        kept: dict[str, list[str]] = {}
        for heading, value in self._found.get(Target.KEEP, ()):
            kept.setdefault(heading, []).append(as_text(value))
        tags = [as_text(value) for value in self.all(Target.TAGS)]
        return {heading: ", ".join(texts) for heading, texts in kept.items()} | (
            {"tags": ", ".join(tags)} if tags else {}
        )


def as_text(value: object) -> str:
    """A value of JSON as text: lists as their parts with commas, all else but texts as JSON writes it."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(as_text(each) for each in value)
    return json.dumps(value, ensure_ascii=False)


def mark_of(record: Record, mapping: ImportMapping) -> str:
    """A hash of what the file says in this record, whatever the order of its columns; empty ones do not count."""
    if record.fields is not None:
        said = json.dumps(record.fields, sort_keys=True)
    else:
        pairs = zip(mapping.columns, record.cells, strict=True)
        said = "\x1e".join(sorted(f"{heading}\x1f{cell}" for (heading, _), cell in pairs if cell))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _named(record: Record, mapping: ImportMapping) -> Iterator[tuple[str, Target, Any]]:
    if record.fields is None:
        for (heading, target), cell in zip(mapping.columns, record.cells, strict=True):
            yield heading, target, _FORMULA_GUARD.sub("", cell, count=1) if cell.startswith("'") else cell
        return
    flat = flat_fields(record)
    for heading, target in mapping.columns:
        yield heading, target, flat.pop(heading, None)
    for heading, value in flat.items():
        yield heading, Target.KEEP, value


def _is_nothing(value: object) -> bool:
    if isinstance(value, str):
        return value.strip().casefold() in NOTHING
    return value is None or value in ([], {})
