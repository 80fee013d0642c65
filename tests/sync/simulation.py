"""One day of an office whose network, disks, clocks and people fail by chance: `sim(seed)`; one seed, one day.

What must hold is in `holding`; the weights of acts and faults are drawn anew for each seed, so that some days have much
of one thing and nothing of another.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

from sqlalchemy import bindparam, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import Channel
from supportdesk.services import schedule
from supportdesk.services.cases import replies
from supportdesk.services.exchange import effects, sending
from supportdesk.store import change_log, desk_rows
from supportdesk.store.composed import Composed
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.desk import OPERATION
from supportdesk.store.tables.people import AGENT
from tests.sync import holding, resting
from tests.sync.claims import Broken
from tests.sync.faulty import Crash
from tests.sync.mishaps import Mishaps
from tests.sync.prepared import memory
from tests.sync.simulated_office import Seat, Told

STEPS = 300
_SINCE = Composed(select(OPERATION.c.n, OPERATION.c.id).where(OPERATION.c.n > bindparam("last")))


class Simulation(Mishaps):
    """One day, of one seed."""

    def run(self, steps: int = STEPS) -> Told:
        """Play the day to its end and see that everything holds."""
        with self.poisonous():
            while self.steps < steps:
                self.step()
            self.quiet()
        statuses = resting.at_rest(self)
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

    def clock(self, seat: Seat) -> None:
        seat.person.world.now = seat.frozen or self.now + seat.off

    def act(self, seat: Seat, name: str | None = None) -> None:
        """Let the person at a desk do something."""
        self.clock(seat)
        act = name or self.chance.choices(self.acts, self.act_weights)[0]
        self.note(seat.name, act)
        busy, seat.busy = seat.busy, False
        try:
            came = seat.person.act(act)
        except Crash:
            if busy:
                seat.busy = busy
                raise  # the engine runs in the same process
            self._reopen(seat)
            self._acknowledged(seat)
            return
        seat.busy = busy
        self._acknowledged(seat)
        self.note(came)

    def _acknowledged(self, seat: Seat) -> None:
        with seat.store.read() as conn:
            for row in _SINCE.all(conn, last=seat.acked):
                self.acked[row.id] = seat.name
                seat.acked = max(seat.acked, row.n)

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
