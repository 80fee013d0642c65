"""What screens show of the File Station: a client's data files with their copies, and how old the last ones are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CopyTaken:
    """That somebody took a copy, and why; the instant in UTC."""

    at: datetime
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class DataFileView:
    """One version of a client's data file; `version` counts those of the same name from 1. Copies: the latest first.

    `at_hub`: the hub has its bytes, so that others can fetch it.
    """

    id: UUID
    name: str
    version: int
    size: int
    sha256: str
    copied_at: datetime
    by: str
    erase_on: date | None
    erased_at: datetime | None
    erased_by: str
    at_hub: bool
    copies: tuple[CopyTaken, ...]


@dataclass(frozen=True, slots=True)
class DataFileAge:
    """How old a client's last copy is, in whole days."""

    organisation_id: UUID
    organisation: str
    copied_at: datetime
    days: int


@dataclass(frozen=True, slots=True)
class StationClient:
    """A client in the list: when its last copy was made, and how many whole days ago; None for one without.

    `is_old`: older than the client's policy allows for consulting (SAP-4), now.
    """

    organisation_id: UUID
    name: str
    copied_at: datetime | None
    days: int | None
    is_old: bool


@dataclass(frozen=True, slots=True)
class AuditView:
    """What is recorded of the audit of a client's data for an engagement that asks for one (SAP-4).

    `complete`: checks, findings and whether the data match are all there. `refusal` says why the work could not begin
    with the copy that is there now; empty where it could.
    """

    engagement_id: UUID
    title: str
    kind: str
    checks: tuple[str, ...]
    findings: str
    matches: bool | None
    complete: bool
    finished: bool
    refusal: str


@dataclass(frozen=True, slots=True)
class StationView:
    """One client's File Station. `roles` are those of the person at this desk.

    `has_hub`: others fetch what is deposited here from the hub.
    """

    client: StationClient
    files: tuple[DataFileView, ...]
    audits: tuple[AuditView, ...]
    roles: tuple[str, ...]
    has_hub: bool
