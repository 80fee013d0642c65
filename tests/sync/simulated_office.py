"""The office of a simulated day: its hub and seats, opened and opened again, and where its faults strike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from supportdesk.hub.conversation import Party
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.store.composed import Composed
from supportdesk.store.tables.people import AGENT
from supportdesk.sync.engine import Engine
from tests.services.desk_world import FIRST, World, policies
from tests.sync import acting, field_acts, holding
from tests.sync.acting import Person
from tests.sync.faulty import Crash, FaultyLink, FaultyStore, FullDisk
from tests.sync.prepared import READY, Prepared, prepared
from tests.sync.sight import Sight

MESSAGE_FAULTS = (
    "drop request",
    "drop answer",
    "duplicate",
    "reorder",
    "delayed request",
    "delayed answer",
    "truncated request",
    "truncated answer",
    "corrupt answer",
    "proxy page",
    "401",
    "403",
    "409",
    "410",
    "413",
    "422",
    "429",
    "500",
    "502",
    "503",
    "504",
)
STORE_FAULTS = ("crash before commit", "crash in commit", "crash after commit", "full disk")
OFFICE_FAULTS = (
    "partition",
    "partition all",
    "flapping",
    "clock jumps",
    "clock freezes",
    "clock steps",
    "role added",
    "role removed",
    "branch changed",
    "team changed",
    "root moved",
    "poison",
    "poison at home",
    "disabled",
    "log pruned",
    "power cut",
)
WITH_FIELD_WORK = 100_000
"""From this seed on people also work in the field; the days before it stay what they were."""
_MESSAGES = ("push", "pull", "page", "load")
_COMMITS = ("act", "note answers", "checkpoint", "scopes", "push at the hub", "work at the hub")


_SENDER = Composed(select(AGENT.c.roles, AGENT.c.active).where(AGENT.c.id == bindparam("agent")))


@dataclass(frozen=True, slots=True)
class Told:
    """What a day came to."""

    seed: int
    trace: str
    steps: int
    faults: Counter[tuple[str, str]]
    statuses: Counter[str]
    refused: Counter[str]


@dataclass
class Seat:
    """A desk with its person, its engine and what its clock is off by."""

    name: str
    person: Person
    engine: Engine
    store: FaultyStore
    off: timedelta = timedelta(0)
    frozen: datetime | None = None
    cut: bool = False
    flapping: bool = False
    busy: bool = False
    answered: dict[int, str] = field(default_factory=dict)
    seen: dict[Any, Any] = field(default_factory=dict)
    reads_at: int = -1
    acked: int = 0  # the last operation of which its person knows

    @property
    def desk(self) -> Desk:
        return self.person.desk


class SimulatedOffice:
    """The office on its day; `run` plays it."""

    def __init__(self, seed: int, folder: Path, *, hub: FaultyStore | None = None) -> None:
        self.seed, self.folder = seed, folder
        self.chance = Random(seed)
        self.office = self._office()
        self.now = READY + timedelta(minutes=1)
        self.trace = sha256()
        self.lines: list[str] = []
        self.steps = self.messages = 0
        self.faults: Counter[tuple[str, str]] = Counter()
        self.calm = False
        self.depth = 0
        self.kept_for_later: list[tuple[str, Callable[[], object]]] = []
        self.poison: set[UUID] = set()
        self.poison_at_home: set[UUID] = set()
        self.carried: Counter[tuple[UUID, str]] = Counter()
        self.acked: dict[UUID, str] = {}
        self.armed: tuple[str, str, int] | None = None
        self.doing = ""
        self.verdicts: dict[UUID, tuple[str, datetime | None]] = {}
        self.cut_all = False
        self._draw_weights()
        self.order = self._drawn_desks()
        if self.copied():
            self.office.copy_to(folder, 8)
        self.hub_store = hub or self._opened("hub")
        self.hub_world = World(self.hub_store, now=self.now, made_so_far=1 << 60)
        self.hub_world.desk = replace(self.hub_world.desk, actor=FIRST)
        self.hub_store.at = self._at_the_hub
        self._sights: dict[UUID, Sight] = {}
        self._sights_at: tuple[FaultyStore, int] = (self.hub_store, -1)
        self.seats = {f"desk{number}": self._seat(number) for number in sorted(self.order)}

    # ------------------------------------------------------------ the parts

    def _office(self) -> Prepared:
        return prepared()

    def copied(self) -> bool:
        """Whether the office is a new copy of the prepared one."""
        return True

    def _drawn_desks(self) -> list[int]:
        desks = self.chance.choices(range(2, 9), (30, 20, 8, 4, 2, 1, 1))[0]
        return self.chance.sample(range(8), desks)

    def _draw_weights(self) -> None:
        chance = self.chance
        acts = (*acting.ALL, *field_acts.ALL, *field_acts.ALL) if self.seed >= WITH_FIELD_WORK else acting.ALL
        self.acts = [name for name in acts if chance.random() < 0.6] or list(acts)
        self.act_weights = [chance.random() ** 2 + 0.01 for _ in self.acts]
        self.message_faults = [name for name in MESSAGE_FAULTS if chance.random() < 0.35]
        self.store_faults = [name for name in STORE_FAULTS if chance.random() < 0.5]
        self.office_faults = [name for name in OFFICE_FAULTS if chance.random() < 0.35]
        self.often = chance.choice((0.02, 0.05, 0.1, 0.25))
        self.load_pages: tuple[int | None, ...] = (None, 1, 2)
        self.page = chance.choice((2, 5, 12, 40, 2000))
        self.every = 9  # how seldom what holds always is looked at: at one in so many messages
        self.rounds = chance.choice((0.15, 0.25, 0.4))

    def _opened(self, name: str) -> FaultyStore:
        store = FaultyStore.open(self.folder / f"{name}.db", None)
        assert isinstance(store, FaultyStore)
        return store

    def _seat(self, number: int) -> Seat:
        name, agent = f"desk{number}", self.office.agents[number]
        store = self._opened(name)
        counted, device = (number + 1) << 40, UUID(int=0xDE01 + number)
        world = World(store, now=self.now, made_so_far=counted, actor=agent, device=device)
        person = Person(world, agent, self.office.agents, self.chance, self.office.clients)
        person.deeds = {**acting.OWN, **field_acts.ALL}
        seat = Seat(name, person, Engine(world.desk, FaultyLink(name, self)), store)
        store.at = lambda step, arriving: self._at_a_desk(seat, step, arriving)
        return seat

    def _reopen(self, seat: Seat) -> None:
        seat.store.close()
        seat.store = self._opened(seat.name)
        seat.store.at = lambda step, arriving: self._at_a_desk(seat, step, arriving)
        world = seat.person.world
        world.store = seat.store
        world.desk = replace(world.desk, store=seat.store, policies=PolicyBook(policies()))
        seat.engine = Engine(world.desk, FaultyLink(seat.name, self))
        seat.busy = False
        self.note(seat.name, "opened again")

    def _reopen_hub(self) -> None:
        if self.hub_store.path is not None:
            self.hub_store.close()
            self.hub_store = self._opened("hub")
            self.hub_store.at = self._at_the_hub
            self.hub_world.store = self.hub_store
        self.hub_world.desk = replace(
            self.hub_world.desk, store=self.hub_store, policies=PolicyBook(policies())
        )
        self.note("hub opened again")

    def sight_of(self, conn: Connection, agent: UUID) -> Sight:
        """What an agent may see of the hub as it is now; reckoned anew after each of its commits."""
        now = (self.hub_store, self.hub_store.commits)
        if self._sights_at != now:
            self._sights, self._sights_at = {}, now
        if agent not in self._sights:
            self._sights[agent] = Sight(conn, agent)
        return self._sights[agent]

    # ------------------------------------------------------------ what a network does

    def party(self, name: str) -> Party | None:
        seat = self.seats[name]
        with self.hub_store.read() as conn:
            row = _SENDER.first(conn, agent=seat.person.agent)
        if not row.active:
            return None
        return Party(seat.person.agent, seat.desk.device, frozenset(row.roles))

    def hub(self) -> Desk:
        self._after_a_crash_of_the_hub()
        self.doing = "push at the hub"
        self.hub_world.now = self.now
        return self.hub_world.desk

    def fate(self, name: str, step: str) -> str | None:
        self.steps += 1
        self.messages += 1
        seat = self.seats[name]
        holding.before_a_message(self, seat, step)
        if self.calm:
            return None
        if seat.cut or self.cut_all:
            return self._hit("partition", step)
        if seat.flapping and self.chance.random() < 0.5:
            return self._hit("flapping", step)
        if self.chance.random() < 0.1:
            return self._hit(self.chance.choice(("delayed request", "delayed answer")), step)
        if self.message_faults and self.chance.random() < self.often:
            return self._hit(self.chance.choice(self.message_faults), step)
        return None

    def meanwhile(self, name: str) -> None:
        if self.depth > 1 or self.calm:
            return
        self.depth += 1
        doing = self.doing
        try:
            for _ in range(self.chance.randrange(1, 4)):
                self.step()
        finally:
            self.depth -= 1
            self.doing = doing

    def late(self, name: str, again: Callable[[], object]) -> None:
        self.kept_for_later.append((name, again))

    def passed(self, name: str, step: str, sent: object, answer: object) -> None:
        holding.on_the_wire(self, self.seats[name], step, sent, answer)

    def page_size(self) -> int:
        return self.page

    def note(self, *words: object) -> None:
        line = " ".join(map(str, words))
        self.trace.update(line.encode())
        self.lines.append(f"{self.steps}: {'  ' * self.depth}{line}")

    def _hit(self, fault: str, step: str) -> str:
        self.faults[fault, step] += 1
        return fault

    # ------------------------------------------------------------ what stores do

    def _at_a_desk(self, seat: Seat, at: str, arriving: bool) -> None:
        step = "checkpoint" if arriving else "act" if not seat.busy else "note answers"
        if arriving and at != "after commit":
            holding.while_arriving(self, seat, at)
        self._fail(seat.name, step, at)

    def _at_the_hub(self, at: str, _arriving: bool) -> None:
        self._fail("hub", self.doing or "work at the hub", at)

    def _fail(self, where: str, step: str, at: str) -> None:
        if self.calm or not self.store_faults or self.chance.random() >= self.often / 4:
            return
        fault = self.chance.choice(self.store_faults)
        if fault == "full disk" and at == "in commit":
            self.note(where, step, self._hit(fault, step))
            raise FullDisk
        if fault == f"crash {at}":
            self.note(where, step, self._hit(fault, step))
            if where == "hub":
                self.hub_crashed = True
            raise Crash(where)

    hub_crashed = False

    # ------------------------------------------------------------ steps

    # ---------------------------------------------------------------- what a day makes of it

    def step(self) -> None:
        """Do the next thing."""
        raise NotImplementedError

    def round(self, seat: Seat) -> None:
        """Let a desk speak with the hub once."""
        raise NotImplementedError

    def _after_a_crash_of_the_hub(self) -> None:
        if self.hub_crashed:
            self.hub_crashed = False
            self._reopen_hub()
