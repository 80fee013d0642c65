"""Jobs leave the window's thread and their results come back to it; what the jobs do is tested elsewhere."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from supportdesk.domain.errors import KnownError
from supportdesk.workers.faults import Fault, fault_of
from supportdesk.workers.lanes import Courier, ReadPool, WriteLane

WAIT = 5000


class Receiver(QObject):
    """Remembers what it was given and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []
        self.threads: set[int] = set()

    def take(self, result: object) -> None:
        self.got.append(result)
        self.threads.add(threading.get_ident())


class Errors(QObject):
    """Remembers what a courier reports."""

    def __init__(self, courier: Courier) -> None:
        super().__init__()
        self.refused: list[KnownError] = []
        courier.refused.connect(self.on_refused)

    def on_refused(self, error: KnownError) -> None:
        self.refused.append(error)


@pytest.fixture
def faults() -> list[BaseException]:
    """The bugs that were met."""
    return []


@pytest.fixture
def courier(qtbot: QtBot, faults: list[BaseException]) -> Courier:
    def fault(error: BaseException) -> KnownError:
        faults.append(error)
        return fault_of(error)

    return Courier(fault=fault)


@pytest.fixture
def lane(courier: Courier) -> Iterator[WriteLane]:
    lane = WriteLane(courier)
    yield lane
    lane.close()


@pytest.fixture
def pool(courier: Courier) -> Iterator[ReadPool]:
    pool = ReadPool(courier, threads=1)
    yield pool
    pool.close()


def test_writes_run_in_order_in_one_other_thread(lane: WriteLane, qtbot: QtBot) -> None:
    receiver = Receiver()
    ran_in: list[int] = []
    for number in range(50):

        def job(number: int = number) -> int:
            ran_in.append(threading.get_ident())
            return number

        lane.submit(job, receiver.take)
    lane.start()
    # So many jobs take their time on a busy machine.
    qtbot.waitUntil(lambda: len(receiver.got) == 50, timeout=6 * WAIT)
    assert receiver.got == list(range(50))
    assert len(set(ran_in)) == 1
    assert threading.get_ident() not in ran_in
    assert receiver.threads == {threading.get_ident()}


@pytest.mark.parametrize("handler", [print, lambda _result: None, [].append])
def test_results_go_to_methods_of_qobjects_only(lane: WriteLane, handler: object) -> None:
    with pytest.raises(TypeError, match="methods of QObjects"):
        lane.submit(int, handler)  # type: ignore[arg-type]


def test_a_receiver_that_is_gone_gets_nothing(lane: WriteLane, qtbot: QtBot) -> None:
    gone, destroyed, last = Receiver(), Receiver(), Receiver()
    got_by_destroyed = destroyed.got
    lane.submit(int, gone.take)
    lane.submit(int, destroyed.take)
    lane.submit(int, last.take)
    del gone
    gc.collect()
    destroyed.deleteLater()
    qtbot.wait(1)
    lane.start()
    qtbot.waitUntil(lambda: last.got == [0], timeout=WAIT)
    assert got_by_destroyed == []


def test_a_newer_question_takes_the_place_of_an_older_one(pool: ReadPool, qtbot: QtBot) -> None:
    running, go_on = threading.Event(), threading.Event()
    receiver, other = Receiver(), Receiver()
    began: list[str] = []

    def first() -> str:
        began.append("first")
        running.set()
        go_on.wait(WAIT / 1000)
        return "first"

    def second() -> str:
        began.append("second")
        return "second"

    pool.submit("page", first, receiver.take)
    pool.start()
    assert running.wait(WAIT / 1000)
    pool.submit("page", second, receiver.take)
    pool.submit("page", lambda: "third", receiver.take)
    pool.submit("other", lambda: "other", other.take)
    pool.submit(None, lambda: "free", other.take)
    pool.submit(None, lambda: "free", other.take)
    go_on.set()
    qtbot.waitUntil(lambda: len(other.got) == 3, timeout=WAIT)
    assert receiver.got == ["third"]
    assert other.got == ["other", "free", "free"]
    assert began == ["first"]


def test_a_cancelled_task_never_begins(lane: WriteLane, qtbot: QtBot) -> None:
    began: list[int] = []
    receiver = Receiver()
    task = lane.submit(lambda: began.append(1), receiver.take)
    lane.submit(int, receiver.take)
    task.cancel()
    lane.start()
    qtbot.waitUntil(lambda: receiver.got == [0], timeout=WAIT)
    assert began == []


def raise_known() -> None:
    raise KnownError("It is full.", "Nothing was saved.", "Make room.")


def raise_bug() -> None:
    raise ZeroDivisionError


def test_known_errors_and_bugs_reach_their_handler_and_bugs_are_reported(
    lane: WriteLane,
    courier: Courier,
    faults: list[BaseException],
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    errors = Errors(courier)
    handled, unhandled, after, told = Receiver(), Receiver(), Receiver(), Receiver()
    lane.submit(raise_known, unhandled.take, handled.take)
    lane.submit(raise_known, unhandled.take)
    lane.submit(raise_bug, unhandled.take, told.take)
    lane.submit(raise_bug, unhandled.take)
    lane.submit(int, after.take)
    lane.start()
    qtbot.waitUntil(lambda: after.got == [0], timeout=WAIT)
    assert [str(error) for error in handled.got] == ["It is full. Nothing was saved. Make room."]
    assert [type(error) for error in told.got] == [Fault]
    assert [type(error) for error in errors.refused] == [KnownError, Fault]
    assert [type(error) for error in faults] == [ZeroDivisionError] * 2
    assert unhandled.got == []
    assert "ZeroDivisionError" in caplog.text


def test_closing_finishes_writes_and_drops_questions(courier: Courier) -> None:
    ran: list[str] = []
    lane, pool = WriteLane(courier), ReadPool(courier, threads=2)
    blocked = threading.Event()
    pool.submit(None, blocked.wait)
    pool.submit(None, blocked.wait)
    pool.submit(None, lambda: ran.append("read"))
    for number in range(20):
        lane.submit(lambda number=number: ran.append(f"write {number}"))  # type: ignore[misc]
    lane.start()
    pool.start()
    lane.close()
    threading.Timer(0.05, blocked.set).start()
    pool.close()
    assert ran == [f"write {number}" for number in range(20)]
    with pytest.raises(RuntimeError):
        lane.submit(int)
    assert pool.submit(None, int).cancelled
