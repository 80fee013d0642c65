"""Desks that worked alone, with work of all kinds, and how they come to an office; no tests here."""

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from supportdesk.domain.words import AgentRole
from supportdesk.hub.conversation import Party
from supportdesk.services.cases import attachments, remote_sessions, visits
from supportdesk.services.cases.attachments import keep
from supportdesk.services.entitlements import engagements
from supportdesk.services.exchange.joining import Joined, Registration, join_with_cases
from supportdesk.services.person import drafts, marks
from supportdesk.services.registers import knowledge, releases, saved_views
from supportdesk.services.registers.knowledge import NewArticle, NewTrackingNote
from supportdesk.store import migrate, policy_rows
from supportdesk.store.blobs import Blobs
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.desk import OUTBOX
from supportdesk.store.tables.sync import SHADOW, TOUCH
from supportdesk.sync.catalogue import fetch_catalogue
from supportdesk.sync.engine import Engine
from tests.services.desk_world import KEY, World, policies
from tests.services.random_acts import ALL, Players, play, players_of
from tests.sync.office import InProcess, Office, Seat

OFFICE_ROLES = (AgentRole.SUPPORT_OFFICER, AgentRole.MANAGER, AgentRole.ADMINISTRATOR)


def install_policies(office: Office, changed: Mapping[str, Callable[[str], str]] | None = None) -> None:
    """The policies of the program as a founded hub has them; some `changed`, by their codes."""
    with office.hub.store.write() as conn:
        for policy in policies():
            policy_rows.insert_version(
                conn,
                version_id=office.hub.new_id(),
                code=policy.code,
                version=policy.version,
                effective_from=policy.effective_from,
                text=(changed or {}).get(policy.code, str)(policy.text),
                at=office.now,
                operation_id=office.hub.new_id(),
            )


@contextmanager
def lone_world(folder: Path, office: Office, number: int = 0xA0) -> Iterator[World]:
    """A desk without a hub, whose ids are nobody else's; its person has not sat down yet."""
    folder.mkdir(parents=True, exist_ok=True)
    store = Store.open(folder / "lone.db", KEY, create=True)
    try:
        migrate.upgrade(store)
        yield World(store, now=office.now, made_so_far=number << 40)
    finally:
        store.close()


def live(world: World, seed: int, acts: int = 60, name: str = "Nadia Karim") -> list[Players]:
    """A year of work under several policies, with things of every kind."""
    chance = random.Random(seed)
    first = world.branch("Own branch", kind="central")
    second = world.branch("Second branch", kind="subsidiary")
    me = world.sits_down(name, *OFFICE_ROLES, branch_id=first, email="nadia@example.org")
    everyone = []
    for policy in ("sparkrock", "synergy", "sapphireone", "onyxpro"):
        players = _players(world, me, policy)
        everyone.append(players)
        for _ in range(acts):
            play(
                players,
                (chance.choice(ALL), chance.randrange(6), chance.randrange(51), chance.randrange(4000)),
            )
    _others(world, everyone, second)
    return everyone


def _players(world: World, me: UUID, policy: str) -> Players:
    desk = world.desk
    players = players_of(world, policy)
    # `players_of` sits somebody else down for each: here it is one person's desk.
    world.desk = desk
    return replace(players, agents=(me, players.agents[1]))


def _others(world: World, everyone: list[Players], branch: UUID) -> None:
    desk = world.desk
    product = world.product()
    clients = [players.client for players in everyone]
    free = world.client("Al-Rashid Trading", "onyxpro", branch_id=branch, start_date=world.now.date())
    world.contact(free, "Samir Rashid")
    cases = [world.case(free, reason="update"), world.case(free, "Another", reason="update")]
    visit = visits.plan(desk, free, planned_at=world.now, engineer_id=desk.actor, case_ids=(cases[0],))
    assert visit.created is not None
    blobs = Blobs(_folder(world) / "blobs")
    attachments.attach_to_visit(desk, visit.created, keep(blobs, BytesIO(b"a photo"), "a.jpg"))
    attachments.attach_files(desk, cases[1], [keep(blobs, BytesIO(b"a log"), "b.log")])
    article = knowledge.write_article(desk, NewArticle("Rebuild costs", "Run it.", "en")).created
    assert article is not None
    knowledge.write_article(desk, NewArticle("Recalculer", "Lancez.", "fr", number="KB-1"))
    knowledge.use_article(desk, cases[0], article)
    note = knowledge.create_tracking_note(desk, NewTrackingNote("It stops", product_id=product)).created
    assert note is not None
    knowledge.link_tracking_note(desk, cases[0], note)
    engagements.open_engagement(desk, clients[2], "custom_programming", "Port it")
    release = releases.publish_release(desk, product, "12.1").created
    assert release is not None
    releases.receive_release(desk, branch, release)
    saved_views.save_view(desk, "Mine", "is:open")
    saved_views.save_view(desk, "Ours", "is:open", shared=True)
    drafts.save(desk, f"case:{cases[0]}:reply", {"body": "half", "to": str(desk.actor)})
    marks.follow(desk, cases[0])
    remote_sessions.start_session(desk, cases[0], tool="teamviewer", consent_by="Samir")


def _folder(world: World) -> Path:
    assert world.store.path is not None
    return world.store.path.parent


@dataclass
class Joining:
    """A desk on its way to a hub."""

    world: World
    registration: Registration
    link: InProcess

    def join(self) -> Joined:
        """Take everything along."""
        catalogue = fetch_catalogue(self.link, self.registration.device_id)
        return join_with_cases(
            self.world.desk, self.registration, catalogue, _folder(self.world) / "before joining.db"
        )

    def seat(self, office: Office, name: str) -> Seat:
        """The desk as one of the office, with its engine."""
        self.world.desk = replace(
            self.world.desk, actor=self.registration.agent_id, device=self.registration.device_id
        )
        heard: list[object] = []
        seat = Seat(self.world, Engine(self.world.desk, self.link, heard.append), self.link, [])
        office.seats[name] = seat
        return seat


def coming(office: Office, world: World, agent: UUID, number: int = 0x77, *roles: str) -> Joining:
    """A desk whose person has signed in as this agent of the hub."""
    device = UUID(int=0xDE0000 + number)
    link = InProcess(office.hub.desk, Party(agent, device, frozenset(roles)))
    return Joining(world, Registration("in process", agent, device), link)


def seats(office: Office) -> tuple[Seat, Seat, Seat]:
    """Two desks of one branch and one of another."""
    toronto, lyon = office.hub.branch("Toronto"), office.hub.branch("Lyon", time_zone="Europe/Paris")
    return (
        office.seat("nadia", office.hub.agent("Nadia Karim", branch_id=toronto)),
        office.seat("tomas", office.hub.agent("Tomas Berg", branch_id=toronto)),
        office.seat("claire", office.hub.agent("Claire Roux", branch_id=lyon)),
    )


_OF_THE_HUB = {"rev", "field_rev", "created_op", "updated_at"}


def settle(office: Office) -> None:
    for _ in range(2):
        office.sync()


def assert_nothing_waits(store: Store) -> None:
    with store.read() as conn:
        for table in (OUTBOX, SHADOW, TOUCH):
            assert conn.scalar(select(func.count()).select_from(table)) == 0, table.name


def of_before(rows: dict[str, dict[bytes, dict[str, Any]]], entity: str, *without: str) -> dict[bytes, Any]:
    """The rows of a table without what the hub says of each."""
    left = _OF_THE_HUB | set(without)
    return {
        row_id: {name: value for name, value in row.items() if name not in left}
        for row_id, row in rows[entity].items()
    }


def small(world: World, *, name: str = "Nadia Karim", title: str = "Payroll stops") -> UUID:
    """One case of one client, on a desk with nothing else."""
    own = world.branch("Own branch", kind="central")
    world.sits_down(
        name, *OFFICE_ROLES, branch_id=own, email=f"{name.split(maxsplit=1)[0].lower()}@example.org"
    )
    client = world.client()
    world.contract(client)
    world.named_contact(client)
    return world.case(client, title)


def numbers(store: Store) -> dict[UUID, str]:
    with store.read() as conn:
        return {row.id: row.number for row in conn.execute(select(CASE.c.id, CASE.c.number))}
