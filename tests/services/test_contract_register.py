"""All contracts: as many as the dashboard counts, what ends first is first, a client is found by part of its name."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from supportdesk.services import dashboards
from supportdesk.services.dashboards.contract_register import running_contracts
from supportdesk.services.entitlements import incidents
from tests.services.desk_world import World, open_world


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with open_world(tmp_path) as opened:
        opened.sits_down(branch_id=opened.branch())
        opened.contract(opened.client("Lakeshore Clinics"), "gold", ends_on=date(2026, 11, 30))
        opened.contract(opened.client("Hartwell Motors"), "gold", ends_on=date(2026, 11, 1))
        opened.contract(opened.client("Open End"), "standard", ends_on=None)
        runs_on = opened.client("Northfield Council")
        opened.contract(runs_on, "gold", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 25))
        opened.contract(runs_on, "gold", starts_on=date(2026, 12, 26), ends_on=date(2028, 11, 25))
        buyer = opened.client("Cobalt Freight", "synergy")
        for reference in ("R-1", "R-2"):
            incidents.buy_season_ticket(
                opened.desk,
                buyer,
                amount=Decimal(900),
                currency="GBP",
                method="cash",
                reference=reference,
            )
        yield opened


def test_the_register_has_as_many_as_the_dashboard_counts(world: World) -> None:
    lines = running_contracts(world.desk)
    assert len(lines) == dashboards.dashboard(world.desk).contract_count
    # What is over is no contract any more; what begins later is none yet.
    assert [(line.organisation, line.ends_on) for line in lines] == [
        ("Lakeshore Clinics", date(2026, 11, 30)),
        ("Northfield Council", date(2026, 12, 25)),
        ("Open End", None),
        ("Cobalt Freight", None),
    ]


def test_part_of_a_name_finds_contracts_and_tickets(world: World) -> None:
    assert [line.organisation for line in running_contracts(world.desk, "shore")] == ["Lakeshore Clinics"]
    assert [line.organisation for line in running_contracts(world.desk, "COBALT")] == ["Cobalt Freight"]
    assert running_contracts(world.desk, "%") == ()


def test_more_than_fit_are_cut_at_what_ends_last(world: World) -> None:
    assert [line.organisation for line in running_contracts(world.desk, most=1)] == ["Lakeshore Clinics"]


def test_SYN_2_a_line_counts_the_tickets_that_still_cover(world: World) -> None:
    (line,) = running_contracts(world.desk, "Cobalt")
    assert (line.left, line.size) == (20, 20)
