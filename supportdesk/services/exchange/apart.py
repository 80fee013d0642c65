"""When this desk and its hub were out of touch: who settles what two changed meanwhile is told of it.

Kept in the desk's own file, so that a stretch that begins before the computer is switched off ends at the right one.
All instants are UTC.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection

from supportdesk.services.operations.desk import Desk
from supportdesk.store import desk_settings

_KEY = "apart"
_KEPT = 50
_WORTH_TELLING = timedelta(minutes=1)


class Stretch(NamedTuple):
    """From when until when they were apart."""

    begin: datetime
    end: datetime


def begin(desk: Desk, at: datetime) -> None:
    """Note that they are out of touch from now on, unless that is noted already."""
    with desk.store.write() as conn:
        kept = _kept(conn)
        if kept["since"] is None:
            desk_settings.put(conn, _KEY, {**kept, "since": at.isoformat()})


def end(desk: Desk, at: datetime) -> Stretch | None:
    """Note that they are in touch again; gives the stretch that ended, None for none or one not worth telling."""
    with desk.store.read() as conn:
        if _kept(conn)["since"] is None:
            return None
    with desk.store.write() as conn:
        kept = _kept(conn)
        stretch = Stretch(datetime.fromisoformat(kept["since"]), at)
        told = stretch.end - stretch.begin >= _WORTH_TELLING
        ended = [*kept["ended"], [each.isoformat() for each in stretch]] if told else kept["ended"]
        desk_settings.put(conn, _KEY, {"since": None, "ended": ended[-_KEPT:]})
    return stretch if told else None


def stretch_with(conn: Connection, at: datetime) -> Stretch | None:
    """The stretch in which this instant lies, None where they were in touch, as far as is known."""
    for first, last in reversed(_kept(conn)["ended"]):
        stretch = Stretch(datetime.fromisoformat(first), datetime.fromisoformat(last))
        if stretch.begin <= at <= stretch.end:
            return stretch
    return None


def _kept(conn: Connection) -> dict[str, Any]:
    return desk_settings.get(conn, _KEY) or {"since": None, "ended": []}
