"""The day on which a data file goes by itself, at a desk of a hub: sooner for who may erase, later for all (SAP-6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from supportdesk.domain.errors import RuleRefusal
from supportdesk.domain.words import AgentRole
from supportdesk.services.entitlements import file_station
from supportdesk.services.registers import staff
from tests.sync.office import open_office
from tests.sync.test_data_files import Depositing


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Depositing]:
    with open_office(tmp_path) as office:
        yield Depositing(office)


def test_SAP_6_a_sooner_day_is_refused_at_once_and_a_later_one_is_not_to_be_taken_back(
    desk: Depositing,
) -> None:
    at, today = desk.seat.desk, desk.office.now.date()
    file = desk.deposit(b"books")
    desk.seat.sync()
    with pytest.raises(RuleRefusal, match="erased sooner") as refused:
        file_station.set_erase_day(at, desk.client, file, today)
    assert refused.value.rule == "SAP-6"
    file_station.set_erase_day(desk.office.hub.desk, desk.client, file, today + timedelta(days=30))
    desk.seat.sync()
    # Else what is open to everybody would be undone into what is not.
    for later in (today + timedelta(days=60), None):
        assert not file_station.set_erase_day(at, desk.client, file, later).undoable
    desk.seat.sync()
    for seen in (at, desk.office.hub.desk):
        assert file_station.versions(seen, desk.client)[0].erase_on is None


def test_SAP_6_a_manager_sets_it_and_takes_it_back(desk: Depositing) -> None:
    at, today = desk.seat.desk, desk.office.now.date()
    file = desk.deposit(b"books")
    staff.edit_agent(desk.office.hub.desk, at.actor, roles=frozenset({AgentRole.MANAGER}))
    desk.seat.sync()
    assert file_station.set_erase_day(at, desk.client, file, today).undoable
    desk.seat.sync()
    assert file_station.versions(desk.office.hub.desk, desk.client)[0].erase_on == today
