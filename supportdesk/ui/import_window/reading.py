"""What the import window asks of a file in one go: its guessed mapping, and a value of each column to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from supportdesk.services.importing.mapping import flat_fields
from supportdesk.services.importing.opening import OpenedFile, open_file

if TYPE_CHECKING:
    from supportdesk.services.importing import SourceFile
    from supportdesk.services.operations.desk import Desk

_LOOKED_AT = 50
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class ShownFile:
    """An opened file with the first value of each heading that has one; `size` in bytes, as it lies on the disk."""

    opened: OpenedFile
    samples: Mapping[str, str]
    size: int


def open_to_show(
    desk: Desk, path: Path, *, policy: str | None = None, time_zone: str | None = None
) -> ShownFile:
    """Look at a file as `open_file` does, and at its first records."""
    opened = open_file(desk, path, policy=policy, time_zone=time_zone)
    return ShownFile(opened, _samples(opened.source), path.stat().st_size)


def _samples(source: SourceFile) -> dict[str, str]:
    found: dict[str, str] = {}
    for record in islice(source.records(), _LOOKED_AT):
        if record.fields is not None:
            values = flat_fields(record).items()
        else:
            values = dict(zip(source.headers, record.cells, strict=False)).items()
        for heading, value in values:
            text = " ".join(str(value if value is not None else "").split())
            if text and heading not in found:
                found[heading] = text[:_LONGEST]
    return found
