"""Rows that came about without operations: they reach the hub once, as they are, and only where their sender may write."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from supportdesk.domain.operation import Entity, Kind, Operation, Outcome, Ref, Status
from supportdesk.domain.words import AgentRole
from supportdesk.services.bringing.admitting import ADD
from supportdesk.services.bringing.form import written
from supportdesk.services.bringing.references import unexplained
from supportdesk.services.exchange.receiving import Sender, Sent, Taken, receive
from supportdesk.services.exchange.scopes_held import held_by
from supportdesk.services.operations.work import derived_id
from supportdesk.store import images
from supportdesk.store.store import Store
from supportdesk.store.synced_tables import by_name, columns_of
from supportdesk.store.tables.cases import CASE, ENTRY
from supportdesk.store.tables.desk import OPERATION, OUTBOX
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.store.tables.sync import SHADOW, TOUCH
from tests.services.desk_world import World, open_world
from tests.services.importing.exports import HEADING, LOG, TICKET, imported, written as file_with
from tests.sync.office import Office, Seat, open_office, rows_on


@pytest.fixture(params=["file", "server"])
def office(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Office]:
    url = request.getfixturevalue("postgres_url") if request.param == "server" else None
    with open_office(tmp_path, url) as opened:
        yield opened


@pytest.fixture
def on_file(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as opened:
        yield opened


def seats(office: Office) -> tuple[Seat, Seat, Seat]:
    """Two desks of one branch and one of another."""
    toronto, lyon = office.hub.branch("Toronto"), office.hub.branch("Lyon", time_zone="Europe/Paris")
    return (
        office.seat("nadia", office.hub.agent("Nadia Karim", branch_id=toronto)),
        office.seat("tomas", office.hub.agent("Tomas Berg", branch_id=toronto)),
        office.seat("claire", office.hub.agent("Claire Roux", branch_id=lyon)),
    )


def cases_of(store: Store) -> int:
    with store.read() as conn:
        return conn.scalar(select(func.count()).select_from(CASE)) or 0


def assert_nothing_waits(seat: Seat) -> None:
    with seat.world.store.read() as conn:
        for table in (OUTBOX, SHADOW, TOUCH):
            assert conn.scalar(select(func.count()).select_from(table)) == 0
        brought = conn.execute(select(OPERATION.c.args).where(OPERATION.c.name == ADD)).scalars()
        assert {json.dumps(args) for args in brought} <= {'{"columns": {}, "rows": {}}'}


def test_every_id_in_a_shared_row_is_explained() -> None:
    assert unexplained() == []


# ---------------------------------------------------------------- imports


def test_an_import_on_a_desk_of_a_hub_reaches_the_others(office: Office) -> None:
    nadia, tomas, claire = seats(office)
    report = imported(nadia.world, LOG)
    assert report.new > 100
    with nadia.world.store.read() as conn:
        assert all(number.startswith("new-") for number in conn.scalars(select(CASE.c.number)))
    office.sync()
    assert cases_of(tomas.world.store) == cases_of(nadia.world.store) == report.new
    assert cases_of(claire.world.store) == 0
    with claire.world.store.read() as conn:
        assert conn.scalar(select(func.count()).select_from(ENTRY)) == 0
    on_hub = rows_on(office.hub.store)
    for seat in (nadia, tomas):
        here = rows_on(seat.world.store)
        for entity in ("case", "clock", "entry", "organisation", "contact", "agent", "team", "product"):
            assert here[entity] == on_hub[entity], entity
    assert all(str(row["number"]).startswith("C-") for row in on_hub["case"].values())
    assert_nothing_waits(nadia)
    before = rows_on(nadia.world.store)
    again = imported(nadia.world, LOG)
    assert (again.new, again.unchanged) == (0, report.new)
    office.sync()
    assert rows_on(nadia.world.store) == before


def test_the_same_file_imported_on_two_desks_is_there_once(on_file: Office, tmp_path: Path) -> None:
    nadia, tomas, _ = seats(on_file)
    file = file_with(tmp_path, HEADING + TICKET)
    assert imported(nadia.world, file).new == imported(tomas.world, file).new == 1
    on_file.sync()
    assert cases_of(on_file.hub.store) == cases_of(nadia.world.store) == cases_of(tomas.world.store) == 1
    assert rows_on(tomas.world.store)["entry"] == rows_on(on_file.hub.store)["entry"]
    assert_nothing_waits(tomas)
