"""Remote sessions across desks (DSK-4): begun on one, ended on another or on both, with the same lines everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from supportdesk.services.cases import remote_sessions
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries import details
from supportdesk.services.queries.remote_sessions import open_sessions
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.work import REMOTE_SESSION
from tests.services.desk_world import made
from tests.sync.disagreement import Disagreement, open_disagreement


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Disagreement]:
    with open_disagreement(tmp_path) as opened:
        yield opened


@pytest.fixture
def session(two: Disagreement) -> UUID:
    """One that Nadia began, known to both desks."""
    begun = remote_sessions.start_session(
        two.desk, two.case, tool="TeamViewer", remote_id="602724282", consent_by="Grace Okafor"
    )
    two.office.sync()
    return made(begun.created)


def lines(desk: Desk, case: UUID) -> list[tuple[Any, ...]]:
    """What the timeline says of remote sessions, with who said it."""
    return [
        (item.author, item.data.get("act", ""), item.data.get("seconds"), item.data.get("failed"), item.body)
        for item in details.timeline(desk, case).items
        if item.kind == "remote_session"
    ]


def same_everywhere(two: Disagreement, session: UUID) -> tuple[list[tuple[Any, ...]], dict[str, Any]]:
    """The lines and the row of the session, which are the same on both desks and on the hub."""
    desks = (two.desk, two.priya.desk, two.office.hub.desk)
    told = [lines(desk, two.case) for desk in desks]
    rows = []
    for desk in desks:
        with desk.store.read() as conn:
            row = get_row(conn, REMOTE_SESSION, session)
        names = ("started_at", "ended_at", "note", "chargeable", "failed", "remote_id", "by_id")
        rows.append({name: row[name] for name in names})
    assert told[0] == told[1] == told[2]
    assert rows[0] == rows[1] == rows[2]
    return told[0], rows[0]


def test_a_session_of_one_desk_has_the_same_lines_on_every_other(two: Disagreement, session: UUID) -> None:
    two.office.later(minutes=14)
    remote_sessions.end_session(two.desk, two.case, session, note="Rebuilt the index.", chargeable=True)
    two.office.sync()
    told, row = same_everywhere(two, session)
    assert told == [
        ("Nadia Karim", "begun", None, None, ""),
        ("Nadia Karim", "", 14 * 60, None, "Rebuilt the index."),
    ]
    assert (row["chargeable"], row["failed"]) == (True, None)
    assert open_sessions(two.desk) == ()


def test_one_that_both_ended_counts_once_and_for_the_longer_time(two: Disagreement, session: UUID) -> None:
    started = two.office.now
    two.office.later(minutes=30)
    remote_sessions.end_session(
        two.desk, two.case, session, ended_at=started + timedelta(minutes=14), note="Rebuilt the index."
    )
    remote_sessions.end_session(
        two.priya.desk,
        two.case,
        session,
        ended_at=started + timedelta(minutes=20),
        note="And the report.",
        chargeable=True,
    )
    two.priya.sync()
    two.nadia.sync()
    two.office.sync()
    told, row = same_everywhere(two, session)
    assert [(who, seconds) for who, _, seconds, _, _ in told[1:]] == [
        ("Priya Raman", 1200),
        ("Nadia Karim", 840),
    ]
    assert row["ended_at"] - row["started_at"] == timedelta(minutes=20)
    assert row["note"] == "And the report.\nRebuilt the index."
    assert row["chargeable"] is True
    assert details.case(two.desk, two.case).seconds_spent["remote"] == 1200


@pytest.mark.parametrize("failed_first", [True, False])
def test_one_that_took_place_is_not_unmade_by_a_tool_that_did_not_start(
    two: Disagreement, session: UUID, *, failed_first: bool
) -> None:
    two.office.later(minutes=14)
    remote_sessions.fail_session(two.desk, two.case, session, "gone")
    remote_sessions.end_session(two.priya.desk, two.case, session, note="Done.")
    seats = [two.nadia, two.priya] if failed_first else [two.priya, two.nadia]
    for seat in seats:
        seat.sync()
    two.office.sync()
    told, row = same_everywhere(two, session)
    assert {act for _, act, *_ in told} == {"begun", "failed", ""}
    assert (row["failed"], row["note"]) == (None, "Done.")
    assert row["ended_at"] - row["started_at"] == timedelta(minutes=14)


def test_an_end_by_a_clock_that_is_behind_is_kept(two: Disagreement) -> None:
    ahead = two.office.now + timedelta(minutes=3)
    begun = remote_sessions.start_session(
        two.desk, two.case, tool="TeamViewer", remote_id="602724282", started_at=ahead
    )
    two.office.later(minutes=4)
    remote_sessions.end_session(two.desk, two.case, made(begun.created))
    two.office.sync()
    told, row = same_everywhere(two, made(begun.created))
    assert [seconds for _, _, seconds, _, _ in told] == [None, 60]
    assert row["ended_at"] > row["started_at"]
