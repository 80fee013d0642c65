"""A simulated office in which only what a story plans goes wrong; what must hold is the simulation's."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import replies
from supportdesk.services.operations.desk import Done
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import AGENT
from tests.sync import resting
from tests.sync.faulty import Crash
from tests.sync.prepared import memory
from tests.sync.simulated_office import Seat
from tests.sync.simulation import Simulation


class Drill(Simulation):
    """An office at `desks`; `plan` says what goes wrong with the next message, `plan_crash` at which commit."""

    def __init__(self, folder: Path, desks: tuple[int, ...], page: int = 2000) -> None:
        self.desks, self.pages = desks, page
        self.messages_planned: list[tuple[str, str]] = []
        self.commits_planned: list[tuple[str, str, str]] = []
        self.skip = 0  # of so many such commits the crash comes after
        super().__init__(1, folder)

    def _drawn_desks(self) -> list[int]:
        return list(self.desks)

    def _draw_weights(self) -> None:
        super()._draw_weights()
        self.page, self.every, self.load_pages = self.pages, 1, (None,)
        self.message_faults, self.store_faults, self.office_faults = [], [], []

    def plan(self, step: str, fault: str) -> None:
        """Let this go wrong with the next message of this kind."""
        self.messages_planned.append((step, fault))

    def plan_crash(self, where: str, step: str, at: str) -> None:
        """Let the desk or the hub crash there: before, in or after the commit of such a step."""
        self.commits_planned.append((where, step, at))

    def fate(self, name: str, step: str) -> str | None:
        calm, self.calm = self.calm, True
        super().fate(name, step)
        self.calm = calm
        for place, (of_step, fault) in enumerate(self.messages_planned):
            if of_step == step:
                del self.messages_planned[place]
                return fault
        return None

    def _fail(self, where: str, step: str, at: str) -> None:
        if (where, step, at) in self.commits_planned:
            if self.skip:
                self.skip -= 1
                return
            self.commits_planned.remove((where, step, at))
            self.hub_crashed = where == "hub"
            raise Crash(where)

    # ------------------------------------------------------------ what stories say

    def __getitem__(self, number: int) -> Seat:
        seat = self.seats[f"desk{number}"]
        self.clock(seat)
        return seat

    def later(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)

    def speak(self, *numbers: int) -> None:
        """Let these desks speak with the hub, in turn."""
        for number in numbers:
            self.later(seconds=10)
            self.round(self.seats[f"desk{number}"])
            self._after_a_crash_of_the_hub()

    def case_of(self, number: int, client: int = 0) -> UUID:
        """The first case of a client that a desk shows."""
        with self[number].store.read() as conn:
            cases = select(CASE.c.id).where(CASE.c.organisation_id == self.office.clients[client])
            found = conn.scalar(cases.order_by(CASE.c.id).limit(1))
        assert isinstance(found, UUID)
        return found

    def say(self, number: int, words: str, case: UUID | None = None) -> Done:
        """Write a note at a desk."""
        self.later(seconds=10)
        seat = self[number]
        done = replies.note(seat.desk, case or self.case_of(number), words)
        return self.did(number, done, words)

    def did(self, number: int, done: Done, words: str = "") -> Done:
        """Note an act for the invariants."""
        seat = self.seats[f"desk{number}"]
        self.acked[done.outcome.operation] = seat.name
        if words:
            seat.person.say(done, words)
        return done

    def settle(self) -> None:
        """Let everybody speak until nothing is new, and see that everything holds."""
        with self.poisonous():
            self.quiet()
        resting.at_rest(self)

    def administrator(self) -> None:
        """What the hub's own administrator does next happens now."""
        self.hub_world.now = self.now
        self.doing = "work at the hub"

    def row_of_agent(self, number: int) -> object:
        """The hub's row of the agent at a desk."""
        with self.hub_store.read() as conn:
            return conn.execute(select(AGENT).where(AGENT.c.id == self.office.agents[number])).one()


@contextmanager
def drill(*desks: int, page: int = 2000) -> Iterator[Drill]:
    """An office with these desks, whose files go with it."""
    folder = Path(tempfile.mkdtemp(prefix="desk-drill-", dir=memory()))
    day = Drill(folder, desks, page)
    try:
        with day.poisonous():
            yield day
    except KnownError as error:
        error.add_note("\n".join(day.lines[-15:]))
        raise
    finally:
        day.close()
        shutil.rmtree(folder, ignore_errors=True)
