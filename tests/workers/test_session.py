"""A session opens its desk, runs acts in order and tells what they changed; the desk is a stand-in."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Outcome, Ref, Status
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.workers.notifier import changes_of
from supportdesk.workers.session import DeskSession

WAIT = 5000
NOW = datetime(2026, 11, 24, 18, 18, tzinfo=UTC)
CASE = Ref(Entity.CASE, UUID(int=7))


@dataclass
class Drawer:
    """What stands in for a desk here: services take it as their first argument and nothing else does."""

    lines: list[str]


def write(desk: Desk, line: str, *, mark: str = "") -> Done:
    cast("Drawer", desk).lines.append(line + mark)
    changes = ChangeSet({CASE: frozenset({Aspect.ROW})})
    return Done(Outcome(UUID(int=len(line)), Status.APPLIED, changes), None, undoable=False)


def refuse(_desk: Desk) -> Done:
    raise RuleRefusal("SPK-10", "It has an owner.")


def read(desk: Desk, end: str) -> str:
    return "|".join(cast("Drawer", desk).lines) + end


class Screen(QObject):
    """Notes what reaches it, in order."""

    def __init__(self, session: DeskSession) -> None:
        super().__init__()
        self.log: list[object] = []
        session.notifier.changed.connect(self.on_changed)
        session.refused.connect(self.on_refused)
        session.opened.connect(self.on_opened)
        session.not_opened.connect(self.on_not_opened)

    def on_changed(self, changes: ChangeSet) -> None:
        self.log.append(sorted(ref.id.int for ref in changes.changes))

    def on_refused(self, error: KnownError) -> None:
        self.log.append(f"refused {error.what}")

    def on_opened(self, desk: object) -> None:
        self.log.append("opened")

    def on_not_opened(self, error: KnownError) -> None:
        self.log.append(f"shut {error.what}")

    def take(self, result: object) -> None:
        self.log.append(result if isinstance(result, str) else type(result).__name__)

    def failed(self, error: KnownError) -> None:
        self.log.append(f"failed {error.what}")


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Callable[[Callable[[], Desk]], DeskSession]]:
    sessions: list[DeskSession] = []

    def make(open_desk: Callable[[], Desk]) -> DeskSession:
        sessions.append(DeskSession(open_desk, lambda: NOW))
        return sessions[-1]

    yield make
    for session in sessions:
        session.close()


def drawer() -> Desk:
    return cast("Desk", Drawer([]))


def test_acts_wait_for_the_desk_run_in_order_and_tell_changes_before_results(
    made: Callable[[Callable[[], Desk]], DeskSession], qtbot: QtBot
) -> None:
    session = made(drawer)
    screen = Screen(session)
    session.do(write, "one", mark="!", then=screen.take)
    session.do(refuse, then=screen.take, failed=screen.failed)
    session.do(refuse, then=screen.take)
    assert not session.is_open
    session.start()
    qtbot.waitUntil(lambda: len(screen.log) == 5, timeout=WAIT)
    assert screen.log == ["opened", [7], "Done", "failed It has an owner.", "refused It has an owner."]
    session.ask("read", read, "?", then=screen.take)
    qtbot.waitUntil(lambda: screen.log[-1] == "one!?", timeout=WAIT)
    assert cast("Drawer", session.desk).lines == ["one!"]


def test_a_desk_that_stays_shut_says_why_and_answers_nothing(
    made: Callable[[Callable[[], Desk]], DeskSession], qtbot: QtBot
) -> None:
    def locked() -> Desk:
        raise KnownError("The key doesn't fit.")

    session = made(locked)
    screen = Screen(session)
    session.ask("read", read, "", then=screen.take, failed=screen.failed)
    session.start()
    qtbot.waitUntil(lambda: len(screen.log) == 2, timeout=WAIT)
    assert set(map(str, screen.log)) == {"shut The key doesn't fit.", "failed The desk is not open."}
    with pytest.raises(RuntimeError):
        _ = session.desk


def test_closing_finishes_acts(made: Callable[[Callable[[], Desk]], DeskSession]) -> None:
    kept = Drawer([])
    session = made(lambda: cast("Desk", kept))
    for number in range(30):
        session.do(write, str(number))
    session.start()
    session.close()
    assert kept.lines == [str(number) for number in range(30)]


def test_an_answer_on_its_way_is_not_heard_after_closing(
    made: Callable[[Callable[[], Desk]], DeskSession], qtbot: QtBot
) -> None:
    session = made(drawer)
    screen = Screen(session)
    session.start()
    qtbot.waitUntil(lambda: screen.log == ["opened"], timeout=WAIT)
    answered = threading.Event()

    def question(_desk: Desk) -> str:
        answered.set()
        return "late"

    session.ask(None, question, then=screen.take)
    assert answered.wait(WAIT / 1000)
    session.close()
    qtbot.wait(50)
    assert screen.log == ["opened"]


def test_what_the_last_acts_came_to_is_not_heard_after_closing(
    made: Callable[[Callable[[], Desk]], DeskSession], qtbot: QtBot
) -> None:
    kept = Drawer([])
    session = made(lambda: cast("Desk", kept))
    screen = Screen(session)
    session.start()
    qtbot.waitUntil(lambda: screen.log == ["opened"], timeout=WAIT)
    session.do(write, "last", then=screen.take)
    session.close()
    qtbot.wait(50)
    assert (kept.lines, screen.log) == (["last"], ["opened"])


def test_changes_of_results() -> None:
    one = ChangeSet({CASE: frozenset({Aspect.ROW})})
    two = ChangeSet({CASE: frozenset({Aspect.TIMELINE})}, everything=True)
    done = Done(Outcome(UUID(int=1), Status.APPLIED, one), None, undoable=True)
    assert changes_of(one) is one
    assert changes_of(done) is one
    assert changes_of((done, two)) == ChangeSet(
        {CASE: frozenset({Aspect.ROW, Aspect.TIMELINE})}, everything=True
    )
    assert changes_of("nothing") == ChangeSet()


def test_an_errand_ends_with_its_owner(
    made: Callable[[Callable[[], Desk]], DeskSession], qtbot: QtBot
) -> None:
    session, owner = made(drawer), QObject()
    session.errand(owner)
    assert len(session.errands) == 1
    with qtbot.waitSignal(session.came_in):
        owner.deleteLater()
    assert session.errands == []
