"""The line that keeps an open desk in step with its hub: its two threads, over a link that tests cut and join again."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.operation import ChangeSet
from supportdesk.hub import conversation, presence
from supportdesk.hub.conversation import Party
from supportdesk.protocol.messages import Head, Look, Others, Wait
from supportdesk.services.cases import replies
from supportdesk.services.exchange.apart import Stretch, stretch_with
from supportdesk.services.operations.desk import Desk
from supportdesk.store import desk_rows
from supportdesk.store.tables.cases import ENTRY
from supportdesk.sync.link import SignInNeeded, Turned, Unreachable
from supportdesk.sync.live import Heard, Live, Standing
from tests.sync.office import InProcess, Office, Seat, open_office

PATIENCE = 30.0
"""Seconds after which a test gives up; nothing is expected to take long."""


class News:
    """Wakes who waits for something to have changed anywhere."""

    def __init__(self) -> None:
        self._changed = threading.Condition()

    def tell(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until this holds, looked at whenever anything has happened."""
        with self._changed:
            # What is written in the moment between two looks is told to nobody, hence the short turns.
            assert any(holds() or (not self._changed.wait(0.05) and holds()) for _ in range(600)), (
                "it never did"
            )


class Line(InProcess):
    """A link in this process that also waits; `trouble`, while it is set, is what every message meets."""

    def __init__(self, hub: Desk, party: Party, news: News) -> None:
        super().__init__(hub, party)
        self.news = news
        self.trouble: Exception | None = None
        self.asked: Counter[str] = Counter()
        self.closed = False

    def _asked(self, ask: Any, message: object, kind: type[Any]) -> Any:  # noqa: ANN401 - as the link has it
        self.asked[ask.__name__] += 1
        self._meet()
        answer = super()._asked(ask, message, kind)
        self.news.tell()
        return answer

    def _meet(self) -> None:
        if self.closed:
            raise Unreachable("")
        if self.trouble is not None:
            raise self.trouble

    def wait(self, message: Wait) -> Head:
        found: list[Head] = []

        def comes() -> bool:
            if self.closed or self.trouble is not None:
                return True
            with self.hub.store.read() as conn:
                page = conversation.pulled(conn, self.hub, self.party, message.pull)
            if page.rows or page.deleted or page.left or page.more or page.scopes is not None:
                found.append(Head(now=self.hub.now(), page=page))
            return bool(found)

        self.news.until(comes)
        self._meet()
        return found[0]

    def look(self, message: Look) -> Others:
        self._meet()
        return presence.look(self.hub, self.party, message)[0]

    def close(self) -> None:
        self.closed = True
        self.news.tell()


class Open:
    """A desk that is open: its line, the links of its two threads, and what it was told."""

    def __init__(self, seat: Seat, news: News, trouble: Exception | None = None) -> None:
        self.seat, self.news, self._trouble = seat, news, trouble
        self.links: list[Line] = []
        self.told: list[ChangeSet] = []
        self.stood: list[str] = []
        self.others: list[tuple[UUID | None, Others | None]] = []
        self.live = Live(seat.desk, self._link, Heard(self._changes, self._standing, self._others))

    def _link(self) -> Line:
        self.links.append(Line(self.seat.link.hub, self.seat.link.party, self.news))
        self.links[-1].trouble = self._trouble
        return self.links[-1]

    def _changes(self, changes: ChangeSet) -> None:
        self.told.append(changes)
        self.news.tell()

    def _standing(self, standing: Standing) -> None:
        self.stood.append(standing.phase)
        self.news.tell()

    def _others(self, case_id: UUID | None, others: Others | None) -> None:
        self.others.append((case_id, others))
        self.news.tell()

    @property
    def bodies(self) -> set[str]:
        with self.seat.world.store.read() as conn:
            return set(conn.scalars(select(ENTRY.c.body)))

    @property
    def waiting(self) -> int:
        with self.seat.world.store.read() as conn:
            return len(desk_rows.waiting(conn))

    def stretch(self, minutes: float = 0) -> Stretch | None:
        """The stretch without a network in which the time lies that is so far from now."""
        with self.seat.world.store.read() as conn:
            return stretch_with(conn, self.seat.desk.now() + timedelta(minutes=minutes))

    def does(self, case_id: UUID, words: str) -> None:
        replies.note(self.seat.desk, case_id, words)
        self.live.nudge()

    def meets(self, trouble: Exception | None) -> None:
        """From now on every message meets this, and the one that waits at once."""
        for link in self.links:
            link.trouble = trouble
        self.news.tell()


class Desks:
    """Two desks of an office that are open, and a case that both see."""

    def __init__(self, office: Office) -> None:
        self.news, self.office = News(), office
        branch = office.hub.branch()
        nadia, priya = (office.hub.agent(name, branch_id=branch) for name in ("Nadia", "Priya"))
        client = office.hub.client(branch_id=branch)
        self.case = office.hub.case(client)
        self.a = Open(office.seat("a", nadia), self.news)
        self.b = Open(office.seat("b", priya), self.news)
        office.sync()

    def until(self, holds: Callable[[], bool]) -> None:
        self.news.until(holds)


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with open_office(tmp_path, encrypted=False) as office:
        made = Desks(office)
        for each in (made.a, made.b):
            each.live.start()
        made.until(lambda: made.a.live.standing.phase == made.b.live.standing.phase == "idle")
        made.until(lambda: bool(made.a.stood and made.b.stood))
        yield made
        for each in (made.a, made.b):
            each.live.stop()


def test_what_is_done_here_is_there_and_comes_back_from_the_hub(desks: Desks) -> None:
    a, b = desks.a, desks.b
    a.does(desks.case, "first")
    desks.until(lambda: "first" in b.bodies and a.waiting == 0)
    for number in range(10):
        a.does(desks.case, f"word {number}")
        desks.until(lambda number=number: f"word {number}" in b.bodies and a.waiting == 0)  # type: ignore[misc]
    assert a.links[0].asked["push"] >= 10
    assert b.told
    b.does(desks.case, "an answer")
    desks.until(lambda: "an answer" in a.bodies)


def test_what_is_done_without_a_network_waits_and_goes_out_with_it(desks: Desks) -> None:
    a, b = desks.a, desks.b
    a.meets(Unreachable(""))
    a.does(desks.case, "underground")
    desks.until(lambda: a.live.standing.phase == "offline")
    desks.until(lambda: a.others[-1:] == [(None, None)])
    b.does(desks.case, "meanwhile")
    assert (a.waiting, "meanwhile" in a.bodies) == (1, False)
    a.meets(None)
    a.live.nudge()
    desks.until(lambda: a.waiting == 0 and "meanwhile" in a.bodies and "underground" in b.bodies)
    desks.until(lambda: a.live.standing.phase == "idle")


def test_how_long_there_was_no_network_is_known_afterwards_also_over_a_new_start(desks: Desks) -> None:
    a, office = desks.a, desks.office
    assert a.stretch() is None
    assert a.live.standing.back_at is None
    a.meets(Unreachable(""))
    a.live.nudge()
    desks.until(lambda: a.live.standing.phase == "offline")
    begin = office.now
    # The computer is switched off in the train, and on again where there is none either.
    office.later(minutes=10)
    a.live.stop()
    again = Open(a.seat, desks.news, trouble=Unreachable(""))
    try:
        again.live.start()
        desks.until(lambda: again.live.standing.phase == "offline")
        office.later(minutes=300)
        again.meets(None)
        again.live.nudge()
        desks.until(lambda: again.live.standing.phase == "idle")
        assert again.live.standing.back_at == office.now
        assert again.stretch(minutes=-5) == (begin, office.now)
        assert again.stretch(minutes=-311) is None
    finally:
        again.live.stop()


def test_a_network_away_for_a_moment_is_not_told_of(desks: Desks) -> None:
    a = desks.a
    a.meets(Unreachable(""))
    a.live.nudge()
    desks.until(lambda: a.live.standing.phase == "offline")
    desks.office.later(minutes=0.9)
    a.meets(None)
    a.live.nudge()
    desks.until(lambda: a.live.standing.phase == "idle")
    assert (a.live.standing.back_at, a.stretch()) == (None, None)


def test_a_paused_desk_sends_and_fetches_nothing(desks: Desks) -> None:
    a, b = desks.a, desks.b
    a.live.pause(paused=True)
    desks.until(lambda: a.live.standing.phase == "paused")
    a.does(desks.case, "not yet")
    b.does(desks.case, "already")
    desks.until(lambda: b.waiting == 0)
    assert (a.waiting, "already" in a.bodies) == (1, False)
    a.live.pause(paused=False)
    desks.until(lambda: a.waiting == 0 and "already" in a.bodies and "not yet" in b.bodies)


@pytest.mark.parametrize(
    ("trouble", "phase"), [(SignInNeeded(""), "signed_out"), (Turned("forbidden"), "stopped")]
)
def test_what_only_a_person_can_help_with_is_left_until_they_ask(
    desks: Desks, trouble: Exception, phase: str
) -> None:
    a = desks.a
    a.meets(trouble)
    a.does(desks.case, "kept")
    desks.until(lambda: a.live.standing.phase == phase)
    assert a.live.standing.trouble is trouble
    desks.b.does(desks.case, "others go on")
    desks.until(lambda: desks.b.waiting == 0)
    assert (a.waiting, a.live.standing.phase, "others go on" in a.bodies) == (1, phase, False)
    a.meets(None)
    a.live.nudge()
    desks.until(lambda: a.waiting == 0 and "others go on" in a.bodies)


def test_who_is_at_a_case_is_told_and_unknown_without_a_network(desks: Desks) -> None:
    a, b = desks.a, desks.b
    b.live.look_at(desks.case, writing=True)
    desks.until(lambda: bool(b.others))
    a.live.look_at(desks.case)
    desks.until(lambda: any(others is not None and others.present for _, others in a.others))
    case_id, others = a.others[-1]
    assert case_id == desks.case
    assert others is not None
    assert [(each.agent, each.writing) for each in others.present] == [(b.seat.desk.actor, True)]
    a.meets(Unreachable(""))
    a.live.nudge()
    desks.until(lambda: a.others[-1] == (desks.case, None))


def test_it_ends_while_it_waits_and_while_nothing_answers(desks: Desks) -> None:
    desks.b.meets(Unreachable(""))
    desks.b.live.nudge()
    desks.until(lambda: desks.b.live.standing.phase == "offline")
    for each in (desks.a, desks.b):
        each.live.stop()
        desks.until(lambda each=each: not any(thread.is_alive() for thread in each.live._threads))  # type: ignore[misc]  # noqa: SLF001
