"""A desk for the `case` command: who is there, and how tests call the command and read what it left; no fixtures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from supportdesk.config.paths import Profile
from supportdesk.services.entitlements import contracts, credentials
from supportdesk.services.operations.desk import Desk
from supportdesk.services.registers import people, products, staff
from supportdesk.services.registers.people import NewContact, NewOrganisation
from supportdesk.services.registers.staff import NewAgent
from tests.app.desk_process import looked_into

Say = Callable[..., tuple[int, Any]]
Tell = Callable[..., tuple[int, str, str]]


def settle_in(desk: Desk) -> None:
    hartwell = people.add_organisation(desk, NewOrganisation("Hartwell Motors", "sparkrock", "HARTW")).created
    assert hartwell is not None
    diane = people.add_contact(desk, NewContact(hartwell, "Diane Hartwell", email="diane@h.example")).created
    assert diane is not None
    people.add_contact(desk, NewContact(hartwell, "Rolf Reader", email="rolf@h.example"))
    contracts.add_contract(desk, hartwell, "contract", starts_on=date(2020, 1, 1), plan_id="standard")
    credentials.name_contact(desk, hartwell, diane)
    people.add_organisation(desk, NewOrganisation("Hartmann AG", "sage", "HARTM"))
    people.add_organisation(desk, NewOrganisation("Pinewood", "synergy", "PINE"))
    people.add_organisation(desk, NewOrganisation("Sapphire Mill", "sapphireone", "SAPP"))
    staff.add_agent(desk, NewAgent("Tom Fisk", email="tom@desk.example"))
    products.add_product(desk, products.NewProduct("ledger", "Ledgerline ERP", "sparkrock"))


def process(
    profile: Profile, *words: object, given: bytes = b"", home: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "supportdesk", "case", *map(str, words), "--profile", str(profile.root)],
        input=given,
        capture_output=True,
        check=False,
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )


def new(say: Say, *more: object, client: str = "HARTW", title: str = "Payroll stops") -> dict[str, Any]:
    status, document = say("new", "--client", client, "--title", title, *more)
    assert status == 0, document
    found: dict[str, Any] = document["case"]
    return found


def rule(answer: tuple[int, Any]) -> str | None:
    status, document = answer
    assert status == 1
    found: str | None = document["error"]["rule"]
    assert all(document["error"][part] for part in ("what", "meaning", "remedy"))
    return found


def acts(profile: Profile) -> list[tuple[str, Any]]:
    """Name and arguments of what was done, each of which waits to be sent."""
    with looked_into(profile) as desk, desk.store.read() as conn:
        rows = conn.exec_driver_sql(
            "SELECT name, args FROM operation JOIN outbox ON outbox.n = operation.n AND outbox.op_id = operation.id "
            "ORDER BY operation.n"
        ).all()
        assert len(rows) == conn.exec_driver_sql("SELECT count(*) FROM operation").scalar()
    return [(row.name, json.loads(row.args)) for row in rows]
