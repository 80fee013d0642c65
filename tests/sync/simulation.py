"""One day of an office whose network, disks, clocks and people fail by chance: `sim(seed)`; one seed, one day.

What must hold is in `holding`; the weights of acts and faults are drawn anew for each seed, so that some days have much
of one thing and nothing of another.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch
from uuid import UUID

from sqlalchemy import delete, select, update

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Operation
from supportdesk.domain.words import AgentRole, Channel
from supportdesk.hub.conversation import Party
from supportdesk.services import schedule
from supportdesk.services.cases import replies
from supportdesk.services.exchange import effects, sending, taking_in
from supportdesk.services.operations.applying import effect_of
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.services.operations.work import Effect, Work
from supportdesk.services.registers import staff
from supportdesk.store import change_log, desk_rows
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import AGENT
from supportdesk.store.tables.sync import HUB, SYNC_LOG
from supportdesk.sync.engine import Engine
from tests.services.desk_world import FIRST, World, policies
from tests.sync import acting, holding
from tests.sync.acting import Person
from tests.sync.faulty import Crash, FaultyLink, FaultyStore, FullDisk
from tests.sync.prepared import READY, Prepared, memory, prepared

STEPS = 300
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
_MESSAGES = ("push", "pull", "page", "load")
_COMMITS = ("act", "note answers", "checkpoint", "scopes", "push at the hub", "work at the hub")


class Broken(AssertionError):
    """An invariant does not hold; `seed` and `step` say where to look."""


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

    @property
    def desk(self) -> Desk:
        return self.person.desk


class Simulation:
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
        self.verdicts: dict[UUID, str] = {}
        self.cut_all = False
        self._draw_weights()
        self.order = self._drawn_desks()
        if self.copied():
            self.office.copy_to(folder, 8)
        self.hub_store = hub or self._opened("hub")
        self.hub_world = World(self.hub_store, now=self.now, made_so_far=1 << 60)
        self.hub_world.desk = replace(self.hub_world.desk, actor=FIRST)
        self.hub_store.at = self._at_the_hub
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
        self.acts = [name for name in acting.ALL if chance.random() < 0.6] or list(acting.ALL)
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
        world = World(store, now=self.now, made_so_far=(number + 1) << 40)
        device = UUID(int=0xDE01 + number)
        world.desk = Desk(
            store=store,
            actor=agent,
            device=device,
            policies=PolicyBook(policies()),
            now=lambda: world.now,
            new_id=world.new_id,
        )
        person = Person(world, agent, self.office.agents, self.chance, self.office.clients)
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

    # ------------------------------------------------------------ what a network does

    def party(self, name: str) -> Party | None:
        seat = self.seats[name]
        with self.hub_store.read() as conn:
            row = conn.execute(
                select(AGENT.c.roles, AGENT.c.active).where(AGENT.c.id == seat.person.agent)
            ).one()
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

    def run(self, steps: int = STEPS) -> Told:
        """Play the day to its end and see that everything holds."""
        with self.poisonous():
            while self.steps < steps:
                self.step()
            self.quiet()
        statuses = holding.at_rest(self)
        refused = Counter(line.rpartition("refused: ")[2] for line in self.lines if "refused: " in line)
        return Told(self.seed, self.trace.hexdigest(), self.steps, self.faults, statuses, refused)

    def step(self) -> None:
        """Do the next thing."""
        self.steps += 1
        self.now += timedelta(seconds=self.chance.choice((1, 20, 90, 600, 3600, 20_000)))
        drawn = self.chance.random()
        seat = self.seats[self.chance.choice(list(self.seats))]
        if self.kept_for_later and self.chance.random() < 0.2:
            self._deliver_late()
        elif drawn < self.rounds:
            self.round(seat)
        elif drawn < 0.85:
            self.act(seat)
        elif drawn < 0.9:
            self._at_work_at_the_hub()
        elif self.office_faults:
            self._in_the_office(self.chance.choice(self.office_faults), seat)
        self._after_a_crash_of_the_hub()

    def _after_a_crash_of_the_hub(self) -> None:
        if self.hub_crashed:
            self.hub_crashed = False
            self._reopen_hub()

    def clock(self, seat: Seat) -> None:
        seat.person.world.now = seat.frozen or self.now + seat.off

    def act(self, seat: Seat, name: str | None = None) -> None:
        """Let the person at a desk do something."""
        self.clock(seat)
        act = name or self.chance.choices(self.acts, self.act_weights)[0]
        self.note(seat.name, act)
        busy, seat.busy = seat.busy, False
        last = self._last_operation(seat)
        try:
            came = seat.person.act(act)
        except Crash:
            if busy:
                seat.busy = busy
                raise  # the engine runs in the same process
            self._reopen(seat)
            self._acknowledged(seat, last)
            return
        seat.busy = busy
        self._acknowledged(seat, last)
        self.note(came)

    def _last_operation(self, seat: Seat) -> int:
        from supportdesk.store.operation_rows import next_number  # noqa: PLC0415

        with seat.store.read() as conn:
            return next_number(conn)

    def _acknowledged(self, seat: Seat, first: int) -> None:
        from supportdesk.store.tables.desk import OPERATION  # noqa: PLC0415

        with seat.store.read() as conn:
            for op_id in conn.scalars(select(OPERATION.c.id).where(OPERATION.c.n >= first)):
                self.acked[op_id] = seat.name

    def round(self, seat: Seat) -> None:
        """Let a desk speak with the hub once."""
        if seat.busy:
            return
        self.clock(seat)
        seat.busy = True
        self.note(seat.name, "round")
        try:
            done = seat.engine.round(load_pages=None if self.calm else self.chance.choice(self.load_pages))
            self.note("round", done.pushed, done.rows, done.pages)
        except Crash as crash:
            if crash.where != seat.name:
                raise  # another desk, which waits for an answer beneath this one
            self._reopen(seat)
        except KnownError as error:
            self.note("round ended", type(error).__name__, getattr(error, "code", ""))
        finally:
            seat.busy = False
        holding.after_a_round(self, seat)

    def _deliver_late(self) -> None:
        name, again = self.kept_for_later.pop(self.chance.randrange(len(self.kept_for_later)))
        self.note("late", name)
        try:
            again()
        except KnownError as error:
            self.note("late ended", type(error).__name__)

    def _at_work_at_the_hub(self) -> None:
        self.hub_world.now = self.now
        self.doing = "work at the hub"
        what = self.chance.choice(("due", "client", "carry"))
        self.note("hub", what)
        try:
            if what == "due":
                schedule.run_due(self.hub_world.desk, 20)
            elif what == "carry":
                effects.carry_out(self.hub_store, self.now, self._carry)
            else:
                self._client_writes()
        except Crash:
            self.note("hub crashed")
        except KnownError as error:
            self.note("hub ended", type(error).__name__)

    def _carry(self, effect: effects.Effect) -> None:
        self.carried[effect.operation_id, effect.kind] += 1

    def _client_writes(self) -> None:
        with self.hub_store.read() as conn:
            cases = list(conn.scalars(select(CASE.c.id).order_by(CASE.c.id)))
        case = self.chance.choice(cases)
        replies.client_entry(self.hub_world.desk, case, f"client {self.steps}", channel=Channel.PORTAL)

    # ------------------------------------------------------------ what happens to an office

    def _in_the_office(self, fault: str, seat: Seat) -> None:
        self.note("office", fault, seat.name)
        self._hit(fault, "mid-message" if self.depth else "between")
        self.hub_world.now = self.now
        self.doing = "work at the hub"
        try:
            _OFFICE[fault](self, seat)
        except Crash:
            self.note("hub crashed")
        except KnownError as error:
            self.note("ended", type(error).__name__)

    def _edit_agent(self, seat: Seat, **changes: object) -> None:
        staff.edit_agent(self.hub_world.desk, seat.person.agent, **changes)

    def _partition(self, seat: Seat) -> None:
        seat.cut = not seat.cut

    def _partition_all(self, _seat: Seat) -> None:
        self.cut_all = not self.cut_all

    def _flapping(self, seat: Seat) -> None:
        seat.flapping = not seat.flapping

    def _clock_jumps(self, seat: Seat) -> None:
        seat.off = timedelta(days=self.chance.choice((-3650, 3650, 0, 30, -30)))

    def _clock_freezes(self, seat: Seat) -> None:
        seat.frozen = None if seat.frozen else self.now + seat.off

    def _clock_steps(self, seat: Seat) -> None:
        seat.off += timedelta(minutes=self.chance.choice((-90, -5, 5, 90)))

    def _role_added(self, seat: Seat) -> None:
        roles = self._roles(seat) | {self.chance.choice((AgentRole.CENTRAL_SUPPORT, AgentRole.MANAGER))}
        self._edit_agent(seat, roles=sorted(roles))

    def _role_removed(self, seat: Seat) -> None:
        roles = sorted(self._roles(seat))
        roles.remove(self.chance.choice(roles))
        self._edit_agent(seat, roles=roles or ["support_officer"])

    def _roles(self, seat: Seat) -> set[str]:
        with self.hub_store.read() as conn:
            return set(conn.scalar(select(AGENT.c.roles).where(AGENT.c.id == seat.person.agent)) or ())

    def _branch_changed(self, seat: Seat) -> None:
        self._edit_agent(seat, branch_id=str(self.chance.choice(self.office.branches)))

    def _team_changed(self, seat: Seat) -> None:
        # Teams have no act of their own yet: what an administrator's screen will do.
        with self.hub_store.write() as conn:
            has = conn.scalar(select(AGENT.c.team_ids).where(AGENT.c.id == seat.person.agent))
            teams = [] if has else [str(self.office.team)]
            conn.execute(
                update(AGENT)
                .where(AGENT.c.id == seat.person.agent)
                .values(team_ids=teams, rev=AGENT.c.rev + 1)
            )

    def _root_moved(self, _seat: Seat) -> None:
        mover = Person(self.hub_world, FIRST, self.office.agents, self.chance, self.office.clients)
        mover.act(self.chance.choice(("branch", "owner", "escalate", "give back")))

    def _poison(self, seat: Seat) -> None:
        self.poison |= self._unsent(seat)

    def _poison_at_home(self, seat: Seat) -> None:
        self.poison_at_home |= self._unsent(seat)

    def _unsent(self, seat: Seat) -> set[UUID]:
        with seat.store.read() as conn:
            waiting = [each.kept.operation.id for each in desk_rows.waiting(conn, answered=False)]
        return {self.chance.choice(waiting)} if waiting else set()

    def _disabled(self, seat: Seat) -> None:
        with self.hub_store.read() as conn:
            active = conn.scalar(select(AGENT.c.active).where(AGENT.c.id == seat.person.agent))
        self._edit_agent(seat, active=not active)

    def _log_pruned(self, _seat: Seat) -> None:
        with self.hub_store.write() as conn:
            head = change_log.head(conn)
            floor = self.chance.randrange(change_log.floor(conn), head + 1)
            conn.execute(delete(SYNC_LOG).where(SYNC_LOG.c.seq <= floor))
            conn.execute(update(HUB).values(floor=floor))

    def _power_cut(self, seat: Seat) -> None:
        """What came from the hub in a round is lost with the power, as it can come again; what a person did is not."""
        if seat.busy:
            return
        before = self._files(seat)
        durable = {"files": before}
        asked = seat.store.at

        def keep(step: str, arriving: bool) -> None:
            if step == "after commit" and not arriving:
                durable["files"] = self._files(seat)
            if asked is not None:
                asked(step, arriving)

        seat.store.at = keep
        self.round(seat)
        seat.store.close()
        for file in self.folder.glob(f"{seat.name}.db*"):
            file.unlink()
        for name, octets in durable["files"].items():
            (self.folder / name).write_bytes(octets)
        seat.seen.clear()
        self._reopen(seat)

    def _files(self, seat: Seat) -> dict[str, bytes]:
        return {
            file.name: file.read_bytes()
            for file in self.folder.glob(f"{seat.name}.db*")
            if not file.name.endswith("-shm")
        }

    def poisonous(self) -> ExitStack:
        """Handlers that meet a bug with some operations: at the hub, or when a desk does its own work anew."""
        honest = effect_of

        def poisoned(work: Work, operation: Operation) -> Effect:
            ill = self.poison_at_home if work.provisional else self.poison
            if operation.id in ill:
                raise ZeroDivisionError("poison")
            return honest(work, operation)

        stack = ExitStack()
        stack.enter_context(patch.object(taking_in, "effect_of", poisoned))
        return stack

    # ------------------------------------------------------------ the end of the day

    def quiet(self) -> None:
        """Let everything work again, and everybody speak until nothing is new."""
        self.calm = True
        self.cut_all = False
        self.note("quiet")
        while self.kept_for_later:
            self._deliver_late()
        for seat in self.seats.values():
            seat.cut = seat.flapping = False
            seat.off, seat.frozen = timedelta(0), None
            with self.hub_store.read() as conn:
                active = conn.scalar(select(AGENT.c.active).where(AGENT.c.id == seat.person.agent))
            if not active:
                self.hub_world.now = self.now
                self._edit_agent(seat, active=True)
        self.poison_at_home.clear()
        for _ in range(8):
            before = self._heads()
            self.now += timedelta(hours=25)
            for seat in self.seats.values():
                self.clock(seat)
                sending.send_now(seat.desk)
                seat.engine.fuse = False
                self.round(seat)
            if self._heads() == before:
                return
        raise Broken("I20: the office does not come to rest")

    def _heads(self) -> list[object]:
        found: list[object] = []
        with self.hub_store.read() as conn:
            found.append(change_log.head(conn))
        for seat in self.seats.values():
            with seat.store.read() as conn:
                found += [desk_rows.cursor(conn), len(desk_rows.waiting(conn))]
        return found

    def close(self) -> None:
        for seat in self.seats.values():
            seat.store.close()
        self.hub_store.close()


_OFFICE: dict[str, Callable[[Simulation, Seat], None]] = {
    name: getattr(Simulation, f"_{name.replace(' ', '_')}") for name in OFFICE_FAULTS
}


def sim(seed: int, *, steps: int = STEPS) -> Told:
    """Play the day of this seed; Broken where something does not hold, with the end of its trace."""
    logging.disable(logging.CRITICAL)
    folder = Path(tempfile.mkdtemp(prefix="desk-day-", dir=memory()))
    day = Simulation(seed, folder)
    try:
        return day.run(steps)
    except BaseException as error:
        error.add_note(f"seed {seed}, step {day.steps}:\n" + "\n".join(day.lines[-25:]))
        raise
    finally:
        logging.disable(logging.NOTSET)
        day.close()
        shutil.rmtree(folder, ignore_errors=True)
