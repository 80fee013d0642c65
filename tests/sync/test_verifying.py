"""A desk that differs from its hub finds out by itself, and is set right."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete, update

from supportdesk.services.cases import replies
from supportdesk.store.tables.cases import CASE, ENTRY
from supportdesk.store.tracking import unnoted
from supportdesk.sync.verifying import compare
from tests.sync.office import Office, Seat, open_office, rows_on


def settled(office: Office) -> Seat:
    """A desk with two cases and some words on them, that stands where the hub does."""
    branch = office.hub.branch()
    agent = office.hub.agent("Nadia Karim", branch_id=branch)
    client = office.hub.client(branch_id=branch)
    for title in ("Payroll stops", "Nothing prints"):
        replies.note(office.hub.desk, office.hub.case(client, title), f"About {title}")
    seat = office.seat("a", agent)
    office.sync()
    return seat


def test_a_desk_that_has_what_the_hub_has_differs_in_nothing(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        seat = settled(office)
        found = compare(seat.desk, seat.link)
        assert (found.done, found.differing) == (True, {})


@pytest.mark.parametrize("fault", ["lost", "old", "too many"])
def test_what_a_desk_has_wrong_is_found_and_set_right(tmp_path: Path, fault: str) -> None:
    with open_office(tmp_path) as office:
        seat = settled(office)
        with seat.world.store.write() as conn, unnoted(conn):
            if fault == "lost":
                conn.execute(delete(ENTRY))
            elif fault == "old":
                conn.execute(update(CASE).values(title="An old title", rev=CASE.c.rev - 1))
            else:
                row = conn.execute(ENTRY.select().limit(1)).mappings().one()
                values = {name: value for name, value in row.items() if name != "row"}
                conn.execute(ENTRY.insert().values({**values, "id": office.hub.new_id()}))
        found = compare(seat.desk, seat.link)
        assert found.done
        assert set(found.differing) == ({"case"} if fault == "old" else {"entry"})
        office.sync()
        on_hub, here = rows_on(office.hub.store), rows_on(seat.world.store)
        assert here["entry"] == on_hub["entry"]
        assert here["case"] == on_hub["case"]
        assert compare(seat.desk, seat.link).differing == {}


def test_a_desk_with_work_of_its_own_is_not_compared(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        seat = settled(office)
        with seat.world.store.read() as conn:
            case = conn.execute(CASE.select().limit(1)).mappings().one()["id"]
        replies.note(seat.desk, case, "Not sent yet")
        assert not compare(seat.desk, seat.link).done


def test_a_hub_that_has_gone_on_is_compared_later(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        seat = settled(office)
        office.hub.case(None, "Came meanwhile", policy_code="sparkrock")
        assert not compare(seat.desk, seat.link).done
        office.sync()
        assert compare(seat.desk, seat.link).done
