"""What is known of remote sessions, by the vendor's reports and by the desk; which belong together is `matching`'s."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from uuid import UUID

from supportdesk.rules.cases.engagement import Money

_PARTING = re.compile(r"[\s.\-]+")
_DEVICE = re.compile(r"r?([0-9]{6,12})|(d[0-9]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Person:
    """An officer as TeamViewer knows one: the id of the account, and the name shown; empty where not known."""

    user_id: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ConnectionReport:
    """One connection as its vendor counted it; instants in UTC, empty texts where the vendor says nothing.

    `device_id` is a peer id (602724282, r602724282) or the number of a managed device (d123): these are not the same.
    A report without `ended_at` is of a connection that still runs.
    """

    id: str
    started_at: datetime
    ended_at: datetime | None
    officer: Person = Person()
    device_id: str = ""
    device_name: str = ""
    session_code: str = ""
    group_name: str = ""
    session_type: int | None = None
    fee: Money | None = None
    billing_state: str = ""
    notes: str = ""

    @property
    def length(self) -> timedelta:
        """How long it took; nothing while it runs."""
        return timedelta() if self.ended_at is None else self.ended_at - self.started_at


@dataclass(frozen=True, slots=True)
class KnownSession:
    """A remote session as the desk has it on a case; without `ended_at` nobody has said yet when it was over."""

    id: UUID
    case_id: UUID
    started_at: datetime
    ended_at: datetime | None = None
    officer: Person = Person()
    device_id: str = ""
    device_name: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class KnownCode:
    """A session code whose custom field, as the vendor gives it back, names one of our cases."""

    code: str
    case_id: UUID
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case, with the devices of its client and the officers who worked on it."""

    id: UUID
    opened_at: datetime
    closed_at: datetime | None = None
    device_ids: frozenset[str] = frozenset()
    device_names: frozenset[str] = frozenset()
    officers: frozenset[Person] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """All that the desk knows of the time that the reports are of."""

    sessions: tuple[KnownSession, ...] = ()
    codes: tuple[KnownCode, ...] = ()
    cases: Mapping[UUID, KnownCase] = field(default_factory=dict)


# One name is compared with those of many cases.
@lru_cache(maxsize=1 << 15)
def device_key(text: str) -> str:
    """A device's id as it is compared: the digits of a peer id, a managed device with its d; else empty."""
    found = _DEVICE.fullmatch(_PARTING.sub("", text).lower())
    return "" if found is None else found[1] or found[2]


@lru_cache(maxsize=1 << 15)
def name_key(text: str) -> str:
    """A name as it is compared: without regard to case and spaces."""
    return " ".join(text.casefold().split())


def code_key(text: str) -> str:
    """A session's code as it is compared. It is opaque: nothing in it is taken apart."""
    return text.strip().casefold()
