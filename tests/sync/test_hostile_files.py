"""Rows of files that are brought by hand: none is let in that is no file's, or passes for what it is not (SAP-4)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from supportdesk.services.cases import visits
from supportdesk.services.entitlements import file_station
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.people import AGENT
from tests.services.desk_world import made
from tests.sync.lone_desk import install_policies
from tests.sync.office import Office, open_office
from tests.sync.test_hostile_rows import Hand, added, client, row_of, whys

SHA256 = "ab" * 32


@pytest.fixture
def hand(tmp_path: Path) -> Any:  # noqa: ANN401 - a generator of one
    with open_office(tmp_path) as office:
        install_policies(office)
        mallory = office.hub.agent("Mallory", branch_id=office.hub.branch())
        yield Hand(office, office.seat("mallory", mallory))


def data_file(of: UUID, office: Office, **values: Any) -> list[Any]:
    now = int(office.now.timestamp() * 1_000_000)
    usual = {"organisation_id": of, "name": "books.data", "sha256": SHA256, "size": 9, "copied_at": now}
    return row_of("data_file", **{**usual, "state": "local", **values})


@pytest.mark.parametrize("wrong", [{"sha256": "zz"}, {"sha256": SHA256.upper()}, {"size": 0}, {"size": -7}])
def test_SAP_4_what_is_no_data_file_is_left_out(hand: Hand, wrong: dict[str, Any]) -> None:
    own = uuid4()
    taken = hand.send({"organisation": [client(id=own)], "data_file": [data_file(own, hand.office, **wrong)]})
    assert added(taken) == 1
    assert "makes no sense" in whys(taken)
    assert file_station.versions(hand.office.hub.desk, own) == ()


def test_SAP_4_a_copy_that_is_brought_is_of_now_at_the_latest(hand: Hand) -> None:
    own, office = uuid4(), hand.office
    late = int((office.now + timedelta(days=3650)).timestamp() * 1_000_000)
    rows = [data_file(own, office, copied_at=late, name="../../books\u202e.data")]
    assert added(hand.send({"organisation": [client(id=own)], "data_file": rows})) == 2
    (seen,) = file_station.versions(office.hub.desk, own)
    assert (seen.copied_at, seen.name) == (office.now, "books.data")


@pytest.mark.parametrize("wrong", [{"sha256": "zz"}, {"size": -1}])
def test_B12_what_is_no_attachment_is_left_out(hand: Hand, wrong: dict[str, Any]) -> None:
    visit = visit_row(own := uuid4())
    file = {"name": "x", "sha256": SHA256, "size": 1, "state": "local", **wrong}
    rows = {
        "organisation": [client(id=own)],
        "visit": [visit],
        "attachment": [row_of("attachment", visit_id=UUID(visit[0]), **file)],
    }
    taken = hand.send(rows)
    assert added(taken) == 2
    assert "makes no sense" in whys(taken)


def test_ONX_2_the_pdf_of_a_report_comes_with_its_visit_and_never_to_anothers(hand: Hand) -> None:
    own, office = uuid4(), hand.office
    report = {"sha256": SHA256, "size": 1, "state": "local", "revision": 1, "language": "fr"}
    mine = visit_row(own)
    brought = hand.send(
        {
            "organisation": [client(id=own)],
            "visit": [mine],
            "attachment": [row_of("attachment", visit_id=UUID(mine[0]), name="VR.pdf", **report)],
        }
    )
    assert added(brought) == 3
    # Also where the visit came with an earlier letter.
    later = {**report, "language": "en"}
    again = hand.send({"attachment": [row_of("attachment", visit_id=UUID(mine[0]), name="VR.pdf", **later)]})
    assert added(again) == 1
    theirs = another_visit(office)
    forged = hand.send({"attachment": [row_of("attachment", visit_id=theirs, name="VR.pdf", **report)]})
    assert added(forged) == 0
    # A photo of it is, as an act of theirs would attach one.
    photo = {"sha256": SHA256, "size": 1, "state": "local"}
    seen = hand.send({"attachment": [row_of("attachment", visit_id=theirs, name="Server room", **photo)]})
    assert added(seen) == 1
    with office.hub.store.read() as conn:
        there = conn.scalars(select(ATTACHMENT.c.name).where(ATTACHMENT.c.visit_id == theirs)).all()
    assert there == ["Server room"]


def visit_row(organisation: UUID) -> list[Any]:
    return row_of("visit", organisation_id=organisation, number="VR-0001", state="finished")


def another_visit(office: Office) -> UUID:
    """A visit of a colleague of the same branch, which whoever brings rows sees too."""
    hub = office.hub
    with hub.store.read() as conn:
        branch = conn.scalar(select(AGENT.c.branch_id).where(AGENT.c.name == "Mallory"))
    hub.sits_down("Omar Ben Salem", branch_id=branch)
    client = hub.client("Sahel", "onyxpro", branch_id=branch, start_date=office.now.date())
    planned = visits.plan(hub.desk, client, planned_at=office.now, engineer_id=hub.desk.actor)
    return made(planned.created)
