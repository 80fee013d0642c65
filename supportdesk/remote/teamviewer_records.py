"""Reads TeamViewer's answers into records; what is wrong is an error, or left out and counted, never guessed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from supportdesk.remote import teamviewer_errors as errors
from supportdesk.rules.cases.engagement import Money
from supportdesk.rules.remote_sessions.facts import ConnectionReport, Person

_CODE = re.compile(r"[A-Za-z0-9-]{5,20}", re.ASCII)
_INSTANT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6})\d*)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_LINK = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]{1,2000}", re.ASCII)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+teamviewer\.com", re.ASCII)
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
_YEARS = range(2000, 2200)
_HTTPS = 443
_LONGEST_TEXT = 10_000
_MOST_MONEY = Decimal(10) ** 9
_FINEST = -6


class State(StrEnum):
    """Of a session at TeamViewer."""

    OPEN = "Open"
    CLOSED = "Closed"


@dataclass(frozen=True, slots=True)
class Session:
    """A session as TeamViewer has it; instants in UTC, links that lead to TeamViewer, and where none is, None.

    `case_id` is what our custom field says; None where the session was not made by a desk.
    """

    code: str
    state: State
    end_customer_link: str | None
    supporter_link: str | None
    valid_until: datetime | None
    created_at: datetime | None = None
    closed_at: datetime | None = None
    case_id: UUID | None = None
    description: str = ""
    customer: str = ""
    assigned_user: str = ""


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One page of connection reports, how many of it could not be read, and where the next one begins."""

    reports: tuple[ConnectionReport, ...]
    left_out: int
    next_offset: str | None


def is_code(text: str) -> bool:
    """Whether this can be a session's code."""
    return _CODE.fullmatch(text) is not None


def session_of(answer: object, link_hosts: Collection[str], *, fresh: bool) -> Session:
    """A session by its answer. A fresh one must have what is sent to the client. Unreadable where it can't be used.

    `link_hosts` are hosts with a port on this machine to which links may lead besides TeamViewer's own.
    """
    told = _object(answer)
    code = told.get("code")
    if not isinstance(code, str) or not is_code(code):
        raise errors.Unreadable("has no session code")
    # Whoever made a session needs no word of its state.
    state = told.get("state", State.OPEN if fresh else None)
    if state not in tuple(State):
        raise errors.Unreadable("does not say whether the session is open")
    session = Session(
        code=code,
        state=State(state),
        end_customer_link=_link(told, "end_customer_link", link_hosts),
        supporter_link=_link(told, "supporter_link", link_hosts),
        valid_until=_dated(told, "valid_until"),
        created_at=_dated(told, "created_at"),
        closed_at=_dated(told, "closed_at"),
        case_id=_case_of(told.get("custom_api")),
        description=_text(told.get("description")) or "",
        customer=_customer(told.get("end_customer")),
        assigned_user=_text(told.get("assigned_userid")) or "",
    )
    if fresh and None in {session.end_customer_link, session.supporter_link, session.valid_until}:
        raise errors.Unreadable("lacks the links of the session, or until when they are good")
    return session


def page_of(answer: object) -> ReportPage:
    """A page of connection reports. Unreadable where it is none; a single report that can't be read is counted."""
    told = _object(answer)
    records = told.get("records")
    if not isinstance(records, list):
        raise errors.Unreadable("has no list of connections")
    reports = [report for each in records if (report := _report(each)) is not None]
    return ReportPage(tuple(reports), len(records) - len(reports), _offset(told.get("next_offset")))


def is_link(text: str, link_hosts: Collection[str]) -> bool:
    """Whether this leads to TeamViewer, or to one of the hosts named, and is nothing but an address."""
    if _LINK.fullmatch(text) is None:
        return False
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    if "@" in parts.netloc:
        return False
    if parts.netloc in link_hosts:
        return parts.scheme in {"http", "https"}
    ours = _HOST.fullmatch(parts.hostname or "") is not None
    return ours and parts.scheme == "https" and port in {None, _HTTPS} and not parts.netloc.endswith(":")


def instant_of(value: object) -> datetime | None:
    """An instant in UTC by TeamViewer's writing of it; None for anything else."""
    found = _INSTANT.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    fraction = f".{found[2].ljust(6, '0')}" if found[2] else ""
    zone = "+00:00" if found[3] in {None, "Z"} else found[3]
    try:
        instant = datetime.fromisoformat(f"{found[1]}{fraction}{zone}")
    except ValueError:
        return None
    # The zone can carry no instant of these years beyond what a datetime holds.
    return instant.astimezone(UTC) if instant.year in _YEARS else None


def _object(answer: object) -> Mapping[str, Any]:
    if not isinstance(answer, dict):
        raise errors.Unreadable("is not what was asked for")
    return answer


def _link(told: Mapping[str, Any], name: str, link_hosts: Collection[str]) -> str | None:
    link = told.get(name)
    if link is None or link == "":
        return None
    if not isinstance(link, str) or not is_link(link, link_hosts):
        raise errors.BadLink
    return link


def _dated(told: Mapping[str, Any], name: str) -> datetime | None:
    value = told.get(name)
    if value is None or value == "":
        return None
    instant = instant_of(value)
    if instant is None:
        raise errors.Unreadable("holds a date that is none")
    return instant


def _case_of(value: object) -> UUID | None:
    """The case that our custom field names, if a desk wrote it; other programs write there what they like."""
    try:
        case_id = UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return case_id if str(case_id) == value else None


def _customer(value: object) -> str:
    return (_text(value.get("name")) or "") if isinstance(value, dict) else ""


def _text(value: object) -> str | None:
    """A text or a number as text, empty for nothing; None for anything else."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    # Neither a half of a letter nor a NUL can be kept by a database.
    text = str(value).encode(errors="replace").decode().replace("\0", "").strip()
    return text if len(text) <= _LONGEST_TEXT else None


def _offset(value: object) -> str | None:
    text = _text(value)
    if text is None:
        raise errors.Unreadable("does not say where the next page begins")
    return text or None


_TEXTS = (
    "id",
    "userid",
    "username",
    "deviceid",
    "devicename",
    "session_code",
    "groupname",
    "billing_state",
    "notes",
)


def _report(record: object) -> ConnectionReport | None:
    """A report, or None for one that has no id, no true times or a field of the wrong kind."""
    if not isinstance(record, dict):
        return None
    texts = {name: text for name in _TEXTS if (text := _text(record.get(name))) is not None}
    started_at, open_ended = instant_of(record.get("start_date")), record.get("end_date") in (None, "")
    ended_at = None if open_ended else instant_of(record.get("end_date"))
    if len(texts) < len(_TEXTS) or not texts["id"] or started_at is None:
        return None
    if not open_ended and (ended_at is None or ended_at < started_at):
        return None
    return ConnectionReport(
        id=texts["id"],
        started_at=started_at,
        ended_at=ended_at,
        officer=Person(texts["userid"], texts["username"]),
        device_id=texts["deviceid"],
        device_name=texts["devicename"],
        session_code=texts["session_code"],
        group_name=texts["groupname"],
        session_type=_number(record.get("support_session_type")),
        fee=_fee(record),
        billing_state=texts["billing_state"],
        notes=texts["notes"],
    )


def _fee(record: Mapping[str, Any]) -> Money | None:
    """The fee, if there is one that can be understood: for the sake of another one no time is lost."""
    fee, currency = record.get("fee"), (_text(record.get("currency")) or "").upper()
    if isinstance(fee, bool) or not isinstance(fee, str | int | Decimal):
        return None
    try:
        amount = Decimal(fee)
    except InvalidOperation:
        return None
    if not amount.is_finite() or not 0 <= amount < _MOST_MONEY or _exponent(amount) < _FINEST:
        return None
    return Money(amount, currency) if _CURRENCY.fullmatch(currency) else None


def _exponent(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else _FINEST - 1


def _number(value: object) -> int | None:
    text = _text(value)
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < len("1000") else None
