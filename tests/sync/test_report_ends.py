"""Reports that end a session on one desk while an officer ends it on another (DSK-4): all desks come to the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from supportdesk.rules.remote_sessions.facts import ConnectionReport, Person
from supportdesk.services.cases import remote_sessions
from supportdesk.services.cases.remote_reports import report_row
from supportdesk.services.cases.report_links import unlink_report
from supportdesk.services.importing.connection_reports import take_in
from supportdesk.services.queries import details
from tests.services.desk_world import made
from tests.sync.disagreement import Disagreement, open_disagreement


@pytest.fixture
def two(tmp_path: Path, server_url: str | None) -> Iterator[Disagreement]:
    with open_disagreement(tmp_path, server_url) as opened:
        yield opened


def parts(two: Disagreement) -> tuple[UUID, list[ConnectionReport]]:
    """A session of Nadia's that nobody has ended, known everywhere, and its connection in two parts."""
    session = made(
        remote_sessions.start_session(two.desk, two.case, tool="TeamViewer", remote_id="602724282").created
    )
    began = two.office.now
    two.office.later(minutes=60)
    two.office.sync()
    two.priya.sync()
    spans = {"r1": (0, 2), "r2": (3, 43)}
    reports = [
        ConnectionReport(
            name,
            began + timedelta(minutes=first),
            began + timedelta(minutes=last),
            officer=Person("u1", "Nadia Karim"),
            device_id="602724282",
        )
        for name, (first, last) in spans.items()
    ]
    return session, reports


def spent(two: Disagreement) -> int:
    """Minutes in sessions, which are the same on the hub and on both desks."""
    for _ in range(3):
        two.nadia.sync()
        two.priya.sync()
    desks = (two.desk, two.priya.desk, two.office.hub.desk)
    (seconds,) = {details.case(desk, two.case).seconds_spent["remote"] for desk in desks}
    return seconds // 60


@pytest.mark.parametrize("first", ["officer", "reports"])
def test_DSK_4_what_the_officer_logged_counts_whichever_reaches_the_hub_first(
    two: Disagreement, first: str
) -> None:
    session, reports = parts(two)
    remote_sessions.end_session(
        two.desk,
        two.case,
        session,
        ended_at=two.office.now - timedelta(minutes=35),
        note="Rebuilt the index.",
    )
    two.office.later(minutes=1)
    assert take_in(two.priya.desk, reports).linked == 2
    for desk in (two.nadia, two.priya) if first == "officer" else (two.priya, two.nadia):
        desk.sync()
    assert spent(two) == 25


def test_DSK_4_two_desks_that_fetch_one_part_each_count_both(two: Disagreement) -> None:
    _, (cut, taken_up) = parts(two)
    assert take_in(two.desk, [cut]).linked == 1
    two.office.later(minutes=1)
    assert take_in(two.priya.desk, [taken_up]).linked == 1
    assert spent(two) == 42
    unlink_report(two.desk, two.case, report_row("r2"))
    assert spent(two) == 2
    unlink_report(two.priya.desk, two.case, report_row("r1"))
    assert spent(two) == 0
