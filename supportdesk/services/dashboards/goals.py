"""What share of its promises a desk wants to keep; no rule depends on it, the dashboard measures against it."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import Connection

from supportdesk.domain.errors import KnownError
from supportdesk.services.operations.desk import Desk
from supportdesk.store import desk_settings

_KEY = "goals"


@dataclass(frozen=True, slots=True)
class Goals:
    """Shares from 0 to 1; None where the desk has no goal."""

    first_responses: float | None = None
    updates: float | None = None


def goals(desk: Desk) -> Goals:
    """The goals of this desk."""
    with desk.store.read() as conn:
        return goals_in(conn)


def goals_in(conn: Connection) -> Goals:
    """The same, inside a reading."""
    kept = desk_settings.get(conn, _KEY) or {}
    return Goals(kept.get("first_responses"), kept.get("updates"))


def set_goals(desk: Desk, wanted: Goals) -> None:
    """Keep other goals; KnownError if one is not above 0 and at most 1."""
    for share in (wanted.first_responses, wanted.updates):
        if share is not None and not 0 < share <= 1:
            raise KnownError(
                "A target lies between 1 and 100 %.",
                "No target was changed.",
                "Type a figure such as 95, or leave the field empty for no target.",
            )
    with desk.store.write() as conn:
        desk_settings.put(conn, _KEY, asdict(wanted))
