"""The help desks whose exports are understood: how to recognise each, and what its words and numbers mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from supportdesk.services.importing.targets import plain_heading

SERVICENOW = "servicenow"
"""The event log, whose rows are changes of cases and not cases."""


class Meaning(StrEnum):
    """What a status word says, before a policy gives the stage for it."""

    NEW = "new"
    WORKING = "working"
    WAITING_CLIENT = "waiting_client"
    WAITING_VENDOR = "waiting_vendor"
    HOLD = "hold"
    DEVELOPMENT = "development"
    DONE = "done"
    CLOSED = "closed"
    UNKNOWN = "unknown"  # the case keeps the stage it has


@dataclass(frozen=True, slots=True)
class Product:
    """One help desk. A file is its when it has all of the headings of one of its `signatures`.

    `severities` rank its priorities from 1, the gravest, to 4. `day_first` decides dates that leave it open.
    """

    id: str
    name: str
    signatures: tuple[frozenset[str], ...]
    stages: Mapping[str, Meaning] = field(default_factory=dict)
    severities: Mapping[str, int] = field(default_factory=dict)
    channels: Mapping[str, str] = field(default_factory=dict)
    day_first: bool = True


_WORDS = {
    "new": Meaning.NEW,
    "open": Meaning.WORKING,
    "active": Meaning.WORKING,
    "in progress": Meaning.WORKING,
    "work in progress": Meaning.WORKING,
    "to do": Meaning.NEW,
    "reopened": Meaning.WORKING,
    "waiting for support": Meaning.WORKING,
    "pending": Meaning.WAITING_CLIENT,
    "pending reminder": Meaning.WAITING_CLIENT,
    "waiting for customer": Meaning.WAITING_CLIENT,
    "waiting on customer": Meaning.WAITING_CLIENT,
    "awaiting user info": Meaning.WAITING_CLIENT,
    "awaiting evidence": Meaning.WAITING_CLIENT,
    "awaiting vendor": Meaning.WAITING_VENDOR,
    "waiting on third party": Meaning.WAITING_VENDOR,
    "awaiting problem": Meaning.DEVELOPMENT,
    "hold": Meaning.HOLD,
    "on hold": Meaning.HOLD,
    "pending close": Meaning.DONE,
    "resolved": Meaning.DONE,
    "solved": Meaning.DONE,
    "done": Meaning.DONE,
    "complete": Meaning.DONE,
    "closed": Meaning.CLOSED,
    "merged": Meaning.CLOSED,
}
_RANKS = {
    "critical": 1, "urgent": 1, "emergency": 1, "highest": 1, "blocker": 1, "s1": 1,
    "high": 2, "s2": 2,
    "normal": 3, "medium": 3, "moderate": 3, "s3": 3,
    "low": 4, "lowest": 4, "s4": 4,
}  # fmt: skip
_CHANNELS = {
    "email": "email", "mail": "email", "e-mail": "email",
    "phone": "phone", "phone call": "phone", "voice": "phone",
    "web": "portal", "portal": "portal", "self service": "portal", "self-service": "portal",
    "chat": "net", "ivr": "phone", "direct opening": "desk",
}  # fmt: skip


def _signature(*headings: str) -> frozenset[str]:
    return frozenset(plain_heading(heading) for heading in headings)


PRODUCTS = (
    Product(
        SERVICENOW,
        "ServiceNow event log",
        (_signature("number", "incident_state", "sys_mod_count", "sys_updated_at"),),
        _WORDS | {"-100": Meaning.UNKNOWN},
        {"1 - critical": 1, "2 - high": 2, "3 - moderate": 3, "4 - low": 4},
        _CHANNELS,
    ),
    Product(
        "zammad",
        "Zammad",
        (
            _signature("#", "Title", "State", "Create Channel"),
            _signature("number", "title", "state_id", "priority_id"),
        ),
        _WORDS
        | {
            "1": Meaning.NEW,
            "2": Meaning.WORKING,
            "3": Meaning.WAITING_CLIENT,
            "4": Meaning.CLOSED,
            "5": Meaning.CLOSED,
            "6": Meaning.DONE,
            "7": Meaning.DONE,
        },
        {"1 low": 4, "2 normal": 3, "3 high": 2, "1": 4, "2": 3, "3": 2},
        _CHANNELS,
    ),
    Product(
        "osticket",
        "osTicket",
        (_signature("Ticket Number", "Current Status", "Subject"),),
        _WORDS,
        _RANKS,
        _CHANNELS,
    ),
    Product(
        "freshdesk",
        "Freshdesk",
        (
            _signature("Ticket ID", "Subject", "Status", "Created time"),
            _signature("subject", "status", "priority", "responder_id", "requester_id", "cc_emails"),
            _signature("display_id", "subject", "status_name"),
        ),
        _WORDS | {"2": Meaning.WORKING, "3": Meaning.WAITING_CLIENT, "4": Meaning.DONE, "5": Meaning.CLOSED},
        _RANKS | {"1": 4, "2": 3, "3": 2, "4": 1},
        _CHANNELS | {"1": "email", "2": "portal", "3": "phone", "7": "net", "9": "portal", "10": "email"},
    ),
    Product(
        "zendesk",
        "Zendesk",
        (
            _signature("Requester", "Subject", "Status", "Assignee", "Created at", "Via"),
            _signature("subject", "status", "submitter_id", "requester_id", "via.channel"),
        ),
        _WORDS,
        _RANKS,
        _CHANNELS,
        day_first=False,
    ),
    Product(
        "jira",
        "Jira",
        (_signature("Summary", "Issue key", "Status", "Created"),),
        _WORDS,
        _RANKS,
        _CHANNELS,
    ),
)
OTHER = Product("other", "Another help desk", (), _WORDS, _RANKS, _CHANNELS)


def recognise(headings: tuple[str, ...]) -> Product:
    """Whose export has these headings; OTHER when it is nobody's we know."""
    plain = {plain_heading(heading) for heading in headings}
    for product in PRODUCTS:
        if any(signature <= plain for signature in product.signatures):
            return product
    return OTHER


def product_called(product_id: str) -> Product:
    """The product with this id, OTHER if there is none."""
    return next((product for product in PRODUCTS if product.id == product_id), OTHER)
