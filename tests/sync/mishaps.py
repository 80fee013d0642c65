"""What befalls a simulated office beside its messages: partitions, clocks, roles, moves, poison, power cuts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from unittest.mock import patch
from uuid import UUID

from sqlalchemy import delete, select, update

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Operation
from supportdesk.domain.words import AgentRole
from supportdesk.services.exchange import taking_in
from supportdesk.services.operations.applying import effect_of
from supportdesk.services.operations.work import Effect, Work
from supportdesk.services.registers import staff
from supportdesk.store import change_log, desk_rows
from supportdesk.store.tables.people import AGENT
from supportdesk.store.tables.sync import HUB, SYNC_LOG
from tests.services.desk_world import FIRST
from tests.sync.acting import Person
from tests.sync.faulty import Crash
from tests.sync.simulated_office import OFFICE_FAULTS, Seat, SimulatedOffice


class Mishaps(SimulatedOffice):
    """An office that things befall."""

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
            floor = self.chance.randrange(change_log.state_of(conn).floor, head + 1)
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


_OFFICE: dict[str, Callable[[Mishaps, Seat], None]] = {
    name: getattr(Mishaps, f"_{name.replace(' ', '_')}") for name in OFFICE_FAULTS
}
