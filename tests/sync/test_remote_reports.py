"""A vendor's connection reports across desks (DSK-4): two that fetch the same month keep each once, and agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.words import EntryKind
from supportdesk.rules.remote_sessions.facts import ConnectionReport, Person
from supportdesk.services import undo
from supportdesk.services.cases import remote_sessions
from supportdesk.services.cases.remote_reports import report_row, set_aside
from supportdesk.services.cases.report_links import link_report
from supportdesk.services.cases.session_codes import SessionCode, code_offer, note_code
from supportdesk.services.importing.connection_reports import take_in
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.queries import details
from supportdesk.store.tables.remote import REMOTE_REPORT
from tests.services.desk_world import made
from tests.sync.disagreement import Disagreement, open_disagreement


@pytest.fixture
def two(tmp_path: Path, server_url: str | None) -> Iterator[Disagreement]:
    with open_disagreement(tmp_path, server_url) as opened:
        yield opened


def month(two: Disagreement) -> list[ConnectionReport]:
    """One connection of Nadia's session, and some that are nobody's."""
    session = made(
        remote_sessions.start_session(two.desk, two.case, tool="TeamViewer", remote_id="602724282").created
    )
    began = two.office.now
    two.office.later(minutes=14)
    remote_sessions.end_session(two.desk, two.case, session)
    two.office.sync()
    length = timedelta(minutes=13)
    nadias = ConnectionReport(
        "r1", began, began + length, officer=Person("u1", "Nadia Karim"), device_id="602724282"
    )
    others = [
        replace(
            nadias,
            id=f"x{n}",
            started_at=began - timedelta(days=n),
            ended_at=began + length - timedelta(days=n),
        )
        for n in range(2, 6)
    ]
    return [nadias, *(replace(each, device_id="999888777") for each in others)]


def rows(desk: Desk) -> dict[str, tuple[str, UUID | None, bool, str | None]]:
    columns = REMOTE_REPORT.c
    with desk.store.read() as conn:
        found = conn.execute(
            select(columns.report_id, columns.standing, columns.case_id, columns.made_session, columns.reason)
        ).all()
    assert len(found) == len({row.report_id for row in found})
    return {row.report_id: (row.standing, row.case_id, row.made_session, row.reason) for row in found}


def acted(done: Done) -> UUID:
    """The id of what was done."""
    assert done.operation is not None
    return done.operation.id


def reported(desk: Desk, case: UUID) -> list[str]:
    items = details.timeline(desk, case).items
    return [
        str(item.data.get("act"))
        for item in items
        if item.kind is EntryKind.REMOTE_SESSION and "report" in item.data
    ]


def agreed(two: Disagreement) -> dict[str, tuple[str, UUID | None, bool, str | None]]:
    """What all know of the reports, which is the same everywhere and what the hub has."""
    for _ in range(3):
        two.nadia.sync()
        two.priya.sync()
    desks = (two.desk, two.priya.desk, two.office.hub.desk)
    told = [rows(desk) for desk in desks]
    assert told[0] == told[1] == told[2]
    spent = [details.case(desk, two.case).seconds_spent["remote"] for desk in desks]
    assert len(set(spent)) == 1
    lines = [reported(desk, two.case) for desk in desks]
    assert lines[0] == lines[1] == lines[2]
    return told[0]


def test_the_same_month_fetched_on_both_desks_is_there_once(two: Disagreement) -> None:
    fetched = month(two)
    assert take_in(two.desk, fetched).linked == 1
    assert take_in(two.priya.desk, list(reversed(fetched))).linked == 1
    found = agreed(two)
    assert len(found) == 5
    assert found["r1"] == ("linked", two.case, False, None)
    assert reported(two.desk, two.case) == ["reported"]
    assert details.case(two.desk, two.case).seconds_spent["remote"] == 14 * 60
    assert take_in(two.priya.desk, fetched).steps == take_in(two.desk, fetched).steps == ()


def test_two_who_put_one_report_on_the_case_make_one_session_of_it(two: Disagreement) -> None:
    fetched = month(two)
    take_in(two.desk, fetched)
    two.office.sync()
    link_report(two.desk, two.case, report_row("x2"))
    two.office.later(minutes=1)
    link_report(two.priya.desk, two.case, report_row("x2"))
    found = agreed(two)
    assert found["x2"] == ("linked", two.case, True, None)
    assert details.case(two.desk, two.case).seconds_spent["remote"] == (14 + 13) * 60


def test_one_put_on_a_case_here_and_aside_there_ends_alike_everywhere(two: Disagreement) -> None:
    take_in(two.desk, month(two))
    two.office.sync()
    set_aside(two.desk, report_row("x3"), "A demonstration.")
    two.office.later(minutes=1)
    link_report(two.priya.desk, two.case, report_row("x3"))
    two.priya.sync()
    two.nadia.sync()
    assert agreed(two)["x3"][0] == "linked"


def test_what_is_taken_back_is_taken_back_everywhere(two: Disagreement) -> None:
    take_in(two.desk, month(two))
    two.office.sync()
    done = link_report(two.desk, two.case, report_row("x4"))
    agreed(two)
    undo.undo(two.desk, acted(done))
    assert agreed(two)["x4"] == ("open", None, False, None)
    assert details.case(two.priya.desk, two.case).seconds_spent["remote"] == 14 * 60


def test_a_code_that_one_desk_got_is_used_by_the_other(two: Disagreement) -> None:
    code = SessionCode(
        "s12-345-678", "https://get.teamviewer.com/v15/s1", two.office.now + timedelta(hours=20)
    )
    note_code(two.desk, two.case, code)
    two.office.sync()
    assert code_offer(two.priya.desk, two.case).current == code
