"""Who lives in the sample world: branches, agents, products, clients and contracts, made by the desk's own acts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from supportdesk.config.paths import resources
from supportdesk.domain.words import AgentRole, Channel
from supportdesk.services.entitlements import contracts, credentials, incidents
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.registers import people, products, staff
from supportdesk.services.registers.people import NewContact, NewOrganisation
from supportdesk.services.registers.products import NewProduct
from supportdesk.services.registers.staff import NewAgent, NewBranch

_WITH_WARRANTY = 0.6
_TICKET_PRICE = Decimal(950)
SAMPLE_PIN = "48213"


@dataclass(frozen=True, slots=True)
class Colleague:
    """An agent of the sample world; `weight` is how many cases fall to them beside the others."""

    id: UUID
    name: str
    branch: str
    roles: frozenset[AgentRole]
    weight: int


@dataclass(slots=True)
class Ticket:
    """A season ticket while the world is made: `left` sinks with each case charged to it."""

    id: UUID
    bought_at: datetime
    left: int = 10


@dataclass(frozen=True, slots=True)
class Client:
    """A client with its contacts. `busy` is how many cases it logs beside the others."""

    id: UUID
    name: str
    policy: str
    branch: str
    language: str
    contacts: tuple[UUID, ...]
    product: UUID
    versions: tuple[str, ...]
    plan: str | None
    tickets: tuple[Ticket, ...]
    busy: float


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody. `shares` is how many cases in a hundred come under each policy."""

    branches: Mapping[str, UUID]
    colleagues: tuple[Colleague, ...]
    clients: tuple[Client, ...]
    shares: Mapping[str, int]

    def named(self, name: str) -> Colleague:
        """The colleague of this name."""
        return next(colleague for colleague in self.colleagues if colleague.name == name)


def load(name: str) -> dict[str, Any]:
    """A file of the sample world's raw material."""
    return tomllib.loads((resources() / "demo" / f"{name}.toml").read_text("utf-8"))


def id_of(done: Done) -> UUID:
    """What an act made."""
    if done.created is None:
        message = "the act made nothing"
        raise ValueError(message)
    return done.created


def at_instant(desk: Desk, at: datetime) -> Desk:
    """The desk as it was at an instant (UTC)."""
    return replace(desk, now=lambda: at)


def make_cast(desk: Desk, random: Random, now: datetime) -> Cast:
    """Write the cast through the desk's acts. The colleague to sit at the desk is the first."""
    raw = load("cast")
    branches = {branch["key"]: id_of(staff.add_branch(desk, _branch(branch))) for branch in raw["branch"]}
    colleagues = tuple(_colleague(desk, agent, branches) for agent in raw["agent"])
    desk = replace(desk, actor=colleagues[0].id)
    clients = tuple(_clients(desk, random, raw, branches, now))
    return Cast(branches, colleagues, clients, {each["policy"]: each["share"] for each in raw["product"]})


def _branch(raw: Mapping[str, Any]) -> NewBranch:
    channels = frozenset(Channel(each) for each in raw["channels"])
    return NewBranch(
        raw["name"], raw["kind"], raw["time_zone"],
        country=raw["country"], region=raw["region"], channels=channels,
        address=raw.get("address"), phone=raw.get("phone"), email=raw.get("email"),
    )  # fmt: skip


def _colleague(desk: Desk, raw: Mapping[str, Any], branches: Mapping[str, UUID]) -> Colleague:
    roles = frozenset(AgentRole(role) for role in raw["roles"])
    email = raw["name"].lower().replace(" ", ".") + "@ledgerline.example"
    agent = NewAgent(
        raw["name"], roles, email=email, branch_id=branches[raw["branch"]],
        language=raw["language"], agreed_load=raw["agreed_load"],
    )  # fmt: skip
    agent_id = id_of(staff.add_agent(desk, agent))
    return Colleague(agent_id, raw["name"], raw["branch"], roles, raw["weight"])


def _clients(
    desk: Desk, random: Random, raw: Mapping[str, Any], branches: Mapping[str, UUID], now: datetime
) -> Iterator[Client]:
    for product in raw["product"]:
        product_id = id_of(
            products.add_product(desk, NewProduct(product["code"], product["name"], product["policy"]))
        )
        for age, version in enumerate(reversed(product["versions"])):
            released = now.date() - timedelta(days=90 * age + 20)
            products.add_version(desk, product_id, version, released_on=released)
        for name, code, kind in raw["clients"][product["policy"]]:
            key = random.choice(product["branches"])
            branch = next(each for each in raw["branch"] if each["key"] == key)
            organisation = NewOrganisation(
                name, product["policy"], client_code=code, branch_id=branches[key], kind=kind,
                region=branch["region"], country=branch["country"], language=_language(name, key),
                start_date=now.date() - timedelta(days=random.randint(60, 1500)),
                certified_partner=kind == "accounting",
            )  # fmt: skip
            yield _client(desk, random, organisation, key, product, product_id, raw["contacts"], now)


def _language(name: str, branch: str) -> str:
    if any("\u0600" <= letter <= "\u06ff" for letter in name):
        return "ar"
    return {"lyon": "fr", "tunis": "fr", "sanaa": "fr"}.get(branch, "en")


def _client(
    desk: Desk,
    random: Random,
    organisation: NewOrganisation,
    branch: str,
    product: Mapping[str, Any],
    product_id: UUID,
    names: Mapping[str, list[str]],
    now: datetime,
) -> Client:
    client = id_of(people.add_organisation(desk, organisation))
    language = organisation.language or "en"
    contacts = []
    for person, role in zip(
        random.sample(names[language], 3), ("accounts lead", "payroll lead", "office manager"), strict=True
    ):
        phone = f"+1 905 555 {random.randint(100, 199):04d}"
        contact = NewContact(client, person, phone=phone, role=role, language=language)
        contacts.append(id_of(people.add_contact(desk, contact)))
    products.install(desk, client, product_id, random.choice(product["versions"]))
    plan = _contract(desk, random, client, organisation, now)
    _credentials(desk, client, contacts, plan)
    tickets = tuple(_tickets(desk, random, client, now)) if product["policy"] == "synergy" else ()
    return Client(
        client, organisation.name, product["policy"], branch, language, tuple(contacts), product_id,
        tuple(product["versions"]), plan, tickets, random.choice((0.5, 1.0, 1.0, 2.0, 3.0)),
    )  # fmt: skip


def _credentials(desk: Desk, client: UUID, contacts: list[UUID], plan: str | None) -> None:
    """The first contact calls by support code; where a plan names who may log cases, it and the second are named."""
    credentials.set_pin(desk, contacts[0], SAMPLE_PIN)
    for contact in contacts[:2] if plan else ():
        credentials.name_contact(desk, client, contact)


def _contract(
    desk: Desk, random: Random, client: UUID, organisation: NewOrganisation, now: datetime
) -> str | None:
    """The contract with a plan or the warranty that a client of this policy usually has, if it has one."""
    today = now.date()
    begun = organisation.start_date or today
    if organisation.policy_code in {"sparkrock", "sapphireone", "sage"}:
        plan = (
            random.choice(("standard", "standard", "gold"))
            if organisation.policy_code == "sparkrock"
            else None
        )
        ends = today + timedelta(days=random.choice((12, 40, 128, 210, 300)))
        contracts.add_contract(desk, client, "contract", starts_on=begun, ends_on=ends, plan_id=plan)
        return plan
    if organisation.policy_code == "onyxpro" and random.random() < _WITH_WARRANTY:
        starts = _last_anniversary(begun, today)
        contracts.add_contract(
            desk, client, "warranty", starts_on=starts, ends_on=starts + timedelta(days=364)
        )
    return None


def _tickets(desk: Desk, random: Random, client: UUID, now: datetime) -> Iterator[Ticket]:
    for age in range(250, 0, -random.choice((40, 60, 80))):
        bought = now - timedelta(days=age)
        ticket = incidents.buy_season_ticket(
            at_instant(desk, bought), client, amount=_TICKET_PRICE, currency="GBP",
            method="bank_transfer", reference=f"RE-{random.randint(1000, 9999)}",
        )  # fmt: skip
        yield Ticket(id_of(ticket), bought)


def _last_anniversary(begun: date, today: date) -> date:
    this_year = begun.replace(year=today.year, day=min(begun.day, 28))
    return this_year if this_year <= today else this_year.replace(year=today.year - 1)
