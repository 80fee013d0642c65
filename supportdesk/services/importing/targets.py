"""What a column of an export can mean to us, and the headings under which other help desks write it."""

from __future__ import annotations

import re
from enum import StrEnum


class Target(StrEnum):
    """Where a column's values go. KEEP keeps them on the case as they are, under the column's own name."""

    NUMBER = "number"
    TITLE = "title"
    DESCRIPTION = "description"
    STAGE = "stage"
    SEVERITY = "severity"
    ORGANISATION = "organisation"
    CONTACT = "contact"
    CONTACT_EMAIL = "contact_email"
    OWNER = "owner"
    TEAM = "team"
    LOGGED_AT = "logged_at"
    FIRST_RESPONSE_AT = "first_response_at"
    FIRST_RESPONSE_MINUTES = "first_response_minutes"
    RESOLVED_AT = "resolved_at"
    CLOSED_AT = "closed_at"
    UPDATED_AT = "updated_at"
    CHANNEL = "channel"
    PRODUCT = "product"
    TAGS = "tags"
    COMMENT = "comment"
    KEEP = "keep"


INSTANTS = frozenset(
    {Target.LOGGED_AT, Target.FIRST_RESPONSE_AT, Target.RESOLVED_AT, Target.CLOSED_AT, Target.UPDATED_AT}
)
REPEATABLE = frozenset({Target.TAGS, Target.COMMENT, Target.KEEP})

# Headings in the order of preference: the first one present in a file gets the target.
_HEADINGS: dict[Target, tuple[str, ...]] = {
    Target.NUMBER: ("issue key", "ticket number", "#", "display id", "number", "ticket id", "id"),
    Target.TITLE: ("subject", "title", "summary", "short description"),
    Target.DESCRIPTION: ("description text", "description"),
    Target.STAGE: ("current status", "status name", "status", "state", "state id"),
    Target.SEVERITY: ("custom field (severity)", "priority name", "priority", "priority id"),
    Target.ORGANISATION: ("organization", "organisation", "company name", "company", "company id", "organization id"),
    Target.CONTACT: (
        "requester name", "requester", "full name", "customer", "reporter", "from",
        "requester id", "customer id",
    ),
    Target.CONTACT_EMAIL: ("requester email", "from email", "email"),
    Target.OWNER: (
        "responder name", "agent assigned", "assignee", "owner", "agent", "responder id", "assignee id", "owner id",
    ),
    Target.TEAM: ("team assigned", "group", "department", "group id"),
    Target.LOGGED_AT: ("created at", "created time", "date created", "created"),
    Target.FIRST_RESPONSE_AT: ("first response at", "initial response time"),
    Target.FIRST_RESPONSE_MINUTES: ("first reply time in minutes",),
    Target.RESOLVED_AT: ("resolved time", "solved at", "resolved"),
    Target.CLOSED_AT: ("closed at", "closed time", "closed date", "close at"),
    Target.UPDATED_AT: ("updated at", "last update time", "last update", "updated"),
    Target.CHANNEL: ("create channel", "source name", "via", "source", "via.channel"),
    Target.PRODUCT: ("product",),
    Target.TAGS: ("tags", "labels"),
    Target.COMMENT: ("comment", "comments", "notes"),
}  # fmt: skip

_TARGETS = {name: target for target, names in _HEADINGS.items() for name in names}
_SEPARATORS = re.compile(r"[\s_]+")


def plain_heading(heading: str) -> str:
    """A heading without what differs between accounts and years: case, underscores, «updated» for «update»."""
    plain = _SEPARATORS.sub(" ", heading.strip().casefold())
    return plain.replace("last updated", "last update")


def guess_targets(headings: tuple[str, ...]) -> tuple[Target, ...]:
    """A target for each column, in the order of the columns; what nothing fits is kept.

    Several columns may share a target: the best one that a record fills counts, see `preference`.
    """
    return tuple(_TARGETS.get(plain_heading(heading), Target.KEEP) for heading in headings)


def preference(heading: str, target: Target) -> int:
    """Which of several columns with one target comes first: the smaller; unknown headings come before all.

    A person who gives an unknown column a target means that column.
    """
    names = _HEADINGS.get(target, ())
    plain = plain_heading(heading)
    return names.index(plain) if plain in names else -1
