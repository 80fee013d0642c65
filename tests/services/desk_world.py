"""A desk over a real encrypted store, with a clock that tests move and people to talk of; no fixtures here."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import InitVar, dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from supportdesk.domain.words import AgentRole
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.cases import cases
from supportdesk.services.entitlements import contracts, credentials
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.policies import PolicyBook, built_in_policies
from supportdesk.services.registers import people, products, staff
from supportdesk.services.registers.people import NewContact, NewOrganisation
from supportdesk.services.registers.staff import NewAgent, NewBranch
from supportdesk.store import migrate
from supportdesk.store.store import Store

KEY = bytes(range(32))
# A Wednesday, 10:00 in Toronto and New York.
START = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
FIRST, DEVICE = UUID(int=0xA1), UUID(int=0xD1)


@cache
def policies() -> tuple[Policy, ...]:
    """The policies that come with the program, read once for all tests."""
    return built_in_policies()


@dataclass
class World:
    """One desk. `now` moves only when a test moves it; ids are counted, so that a run repeats itself."""

    store: Store
    now: datetime = START
    desk: Desk = field(init=False)
    made_so_far: int = 0
    actor: InitVar[UUID] = FIRST
    device: InitVar[UUID] = DEVICE

    def __post_init__(self, actor: UUID, device: UUID) -> None:
        self.desk = Desk(
            store=self.store,
            actor=actor,
            device=device,
            policies=PolicyBook(policies()),
            now=lambda: self.now,
            new_id=self.new_id,
        )

    def new_id(self) -> UUID:
        """A UUIDv7 of the world's own time."""
        self.made_so_far += 1
        millis = int(self.now.timestamp() * 1000)
        return UUID(int=millis << 80 | 0x7 << 76 | 0b10 << 62 | self.made_so_far)

    def later(self, **span: float) -> datetime:
        """Let so much time pass."""
        self.now += timedelta(**span)
        return self.now

    def as_agent(self, agent_id: UUID, *, language: str | None = None) -> Desk:
        """The same desk with somebody else at it."""
        return replace(self.desk, actor=agent_id, language=language or self.desk.language)

    def branch(self, name: str = "Toronto", **values: Any) -> UUID:
        values = {"kind": "subsidiary", "time_zone": "America/Toronto", **values}
        return made(staff.add_branch(self.desk, NewBranch(name, **values)).created)

    def agent(self, name: str = "Nadia Karim", *roles: AgentRole, **values: Any) -> UUID:
        held = frozenset(roles or (AgentRole.SUPPORT_OFFICER,))
        return made(staff.add_agent(self.desk, NewAgent(name, held, **values)).created)

    def sits_down(self, name: str = "Nadia Karim", *roles: AgentRole, **values: Any) -> UUID:
        """Add an agent and let them be the one at this desk."""
        agent_id = self.agent(name, *roles, **values)
        self.desk = self.as_agent(agent_id)
        return agent_id

    def client(self, name: str = "Hartwell Motors", policy: str = "sparkrock", **values: Any) -> UUID:
        return made(people.add_organisation(self.desk, NewOrganisation(name, policy, **values)).created)

    def contact(self, client: UUID, name: str = "Diane Hartwell", **values: Any) -> UUID:
        return made(people.add_contact(self.desk, NewContact(client, name, **values)).created)

    def named_contact(self, client: UUID, name: str = "Diane Hartwell", **values: Any) -> UUID:
        contact = self.contact(client, name, **values)
        credentials.name_contact(self.desk, client, contact)
        return contact

    def contract(self, client: UUID, plan: str | None = None, **values: Any) -> UUID:
        days = {"starts_on": date(2026, 1, 1), "ends_on": date(2027, 12, 31), **values}
        kind = days.pop("kind", "contract")
        return made(contracts.add_contract(self.desk, client, kind, plan_id=plan, **days).created)

    def case(self, client: UUID | None, title: str = "Payroll stops", **values: Any) -> UUID:
        return made(cases.log_case(self.desk, NewCase(title, organisation_id=client, **values)).created)

    def product(self, name: str = "Ledgerline ERP", **values: Any) -> UUID:
        product = products.NewProduct(code=name.split(maxsplit=1)[0].lower(), name=name, **values)
        return made(products.add_product(self.desk, product).created)


def made(created: UUID | None) -> UUID:
    """The id of what an act created."""
    assert created is not None
    return created


@contextmanager
def open_world(folder: Path) -> Iterator[World]:
    """A world in a new encrypted file, closed afterwards."""
    store = Store.open(folder / "desk.db", KEY, create=True)
    try:
        migrate.upgrade(store)
        yield World(store)
    finally:
        store.close()
