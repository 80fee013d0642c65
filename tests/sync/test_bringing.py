"""Rows that came about without operations: they reach the hub once, and only where their sender may write."""

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from supportdesk.domain.operation import Status
from supportdesk.services import schedule
from supportdesk.services.bringing.admitting import ADD
from supportdesk.services.bringing.references import unexplained
from supportdesk.services.registers.policy_versions import adopt_in_effect
from supportdesk.store import import_rows
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import CASE, ENTRY
from supportdesk.store.tables.desk import OPERATION, OUTBOX
from supportdesk.store.tables.sync import SHADOW, TOUCH
from tests.services.importing.exports import HEADING, LOG, TICKET, imported
from tests.services.importing.exports import written as file_with
from tests.sync.lone_desk import seats
from tests.sync.office import Office, Seat, open_office, rows_on


@pytest.fixture
def office(tmp_path: Path, server_url: str | None) -> Iterator[Office]:
    with open_office(tmp_path, server_url) as opened:
        yield opened


@pytest.fixture
def on_file(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as opened:
        yield opened


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


def test_what_is_left_out_is_kept_on_the_desk(on_file: Office, tmp_path: Path) -> None:
    nadia, *_ = seats(on_file)
    imported(nadia.world, file_with(tmp_path, HEADING + TICKET))
    with nadia.world.store.write(schema=True) as conn:
        conn.exec_driver_sql(
            "UPDATE operation SET args = replace(args, '\"Printer is on fire\"', '7') WHERE name = 'rows.add'"
        )
    on_file.sync()
    with nadia.world.store.read() as conn:
        kept = conn.execute(
            select(OPERATION).where(OPERATION.c.name == ADD, OPERATION.c.status != "applied")
        ).one()
    assert (kept.status, kept.rule) == (Status.PARKED.value, "left_out")
    assert "Its title is nothing that can be kept there." in json.dumps(kept.result)
    assert len(kept.args["rows"]["case"]) == 1
    assert len(kept.args["rows"]["entry"]) >= 1
    assert cases_of(nadia.world.store) == 0


# ---------------------------------------------------------------- what else a desk of a hub does not do by itself


def test_on_a_desk_of_a_hub_nothing_is_due(on_file: Office) -> None:
    nadia, *_ = seats(on_file)
    theirs = nadia.world.client("Hartwell Motors")
    nadia.world.contract(theirs)
    nadia.world.case(theirs, "Payroll stops", severity="S1")
    on_file.sync()
    on_file.later(days=40)
    assert schedule.next_due_at(on_file.hub.desk) is not None
    assert schedule.next_due_at(nadia.desk) is None
    assert schedule.run_due(nadia.desk) == ()
    assert adopt_in_effect(nadia.desk, 10) == ()
    assert schedule.run_due(on_file.hub.desk) != ()
    on_file.sync()
    assert rows_on(nadia.world.store)["clock"] == rows_on(on_file.hub.store)["clock"]


def test_a_shared_row_is_changed_by_operations_only(on_file: Office) -> None:
    nadia, *_ = seats(on_file)
    with pytest.raises(Exception, match="outside an operation"), nadia.world.store.write() as conn:
        import_rows.insert_parties(conn, {"team": [{"id": uuid4(), "name": "x", "updated_at": on_file.now}]})
