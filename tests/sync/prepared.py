"""An office made once a process and copied for each simulation: branches, people, clients, cases, joined desks."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from uuid import UUID

from supportdesk.domain.words import AgentRole
from supportdesk.services.cases import cases, visits
from supportdesk.services.entitlements import incidents
from supportdesk.services.registers import staff
from tests.services.desk_world import START, made
from tests.services.random_acts import Players, request
from tests.sync.office import Office, open_office

READY = START + timedelta(days=1)
"""When the prepared office begins its day."""

DESKS = 8


@dataclass(frozen=True, slots=True)
class Prepared:
    """The files of the prepared office, and who and what is in it."""

    folder: Path
    branches: tuple[UUID, ...]  # Toronto, Paris, the centre
    team: UUID
    agents: tuple[UUID, ...]  # who sits at the desks, in their order
    clients: tuple[UUID, ...]
    made_so_far: int

    def copy_to(self, folder: Path, desks: int) -> None:
        """Put the hub's file and the first desks' files into a folder."""
        for name in ("hub", *(f"desk{number}" for number in range(desks))):
            shutil.copyfile(self.folder / f"{name}.db", folder / f"{name}.db")


@cache
def prepared() -> Prepared:
    """The office of this process."""
    folder = Path(tempfile.mkdtemp(prefix="desk-office-", dir=memory()))
    made_by = folder / "made"
    made_by.mkdir()
    with open_office(made_by, encrypted=False) as office:
        told = _people(office)
        everything = _cases(office, told)
        office.later(seconds=(READY - office.now).total_seconds())
        for number, agent in enumerate(everything.agents):
            office.seat(f"desk{number}", agent)
        office.sync()
        made_so_far = office.hub.made_so_far
    for file in made_by.glob("*.db"):
        # The last connection that closes brings the log of a file into it.
        assert not file.with_name(f"{file.name}-wal").exists()
        file.rename(folder / file.name)
    made_by.rmdir()
    return Prepared(folder, *everything.as_tuple(), made_so_far)


def memory() -> str | None:
    """A folder whose files cost no disk, where the system has one."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


@dataclass(frozen=True, slots=True)
class _People:
    branches: tuple[UUID, ...]
    team: UUID
    agents: tuple[UUID, ...]
    clients: tuple[UUID, ...]

    def as_tuple(self) -> tuple[tuple[UUID, ...], UUID, tuple[UUID, ...], tuple[UUID, ...]]:
        return self.branches, self.team, self.agents, self.clients


def _people(office: Office) -> _People:
    hub = office.hub
    toronto = hub.branch("Toronto")
    paris = hub.branch("Paris", time_zone="Europe/Paris")
    centre = hub.branch("Centre", kind="central", time_zone="Asia/Aden")
    team = made(staff.add_team(hub.desk, "Payroll", branch_id=paris).created)
    officer, manager = AgentRole.SUPPORT_OFFICER, AgentRole.MANAGER
    agents = (
        hub.agent("Nadia Karim", officer, branch_id=toronto),
        hub.agent("Tomas Berg", officer, branch_id=toronto),
        hub.agent("Lucie Marchand", officer, branch_id=paris),
        hub.agent("Salim Haddad", AgentRole.CENTRAL_SUPPORT, branch_id=centre),
        hub.agent("Ruth Okafor", manager, officer, branch_id=toronto),
        hub.agent("Yann Petit", officer, branch_id=paris),
        hub.agent("Anna Lind", AgentRole.ADMINISTRATOR, branch_id=centre),
        hub.agent("Pavel Novak", AgentRole.FIELD_ENGINEER, officer, branch_id=toronto),
    )
    clients = (
        hub.client("Hartwell Motors", "sparkrock", branch_id=toronto),
        hub.client("Nordbank", "synergy", branch_id=toronto),
        hub.client("Al Saeed Trading", "onyxpro", branch_id=paris),
        hub.client("Everybody's", "sparkrock"),
    )
    return _People((toronto, paris, centre), team, agents, clients)


def _cases(office: Office, people: _People) -> _People:
    hub = office.hub
    for client in people.clients:
        hub.contact(client)
        players = Players(hub, client, people.agents)
        if client == people.clients[1]:
            incidents.buy_season_ticket(
                hub.desk, client, amount=Decimal(700), currency="GBP", method="cash", reference="T0"
            )
        else:
            hub.contract(client)
        for title in ("Payroll stops", "It prints twice"):
            players.cases.append(made(cases.log_case(hub.desk, request(players, title)).created))
        visits.plan(
            hub.desk,
            client,
            planned_at=hub.now,
            engineer_id=people.agents[-1],
            case_ids=tuple(players.cases[:1]),
        )
    hub.product()
    return people
