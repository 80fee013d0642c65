"""How the cases of the sample world live: the steps that are drawn at random; what a step does is in `life`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from supportdesk.app.sample.life import Life
from supportdesk.domain.case_events import EventKind
from supportdesk.domain.words import EntryKind, StageKind

Step = Callable[[Life], None]


def live(life: Life) -> None:
    """Let a case that was just logged live until it is closed or its next step lies ahead."""
    random = life.random
    life.wait(2, 90)
    life.assign()
    if random.random() < 0.75:
        life.wait(1, 20)
        life.verify()
    life.respond()
    for step in _steps(random):
        if life.over:
            return
        step(life)
    _solve(life)


def wait_for_payment(life: Life) -> None:
    """Nothing covers the case: it is taken, noted, and closed by the client some time later (SYN-1)."""
    life.wait(2, 90)
    life.assign()
    life.say(EntryKind.NOTE, EventKind.STAFF_NOTE, life.pick("note"))
    life.wait(300, 4000)
    life.close(by_client=True)


def _steps(random: Random) -> Iterator[Step]:
    kinds = (_note, _call, _question, _client_writes, _work_remotely, _develop, _hold, _agree)
    weights = (4, 3, 4, 3, 2, 1.2, 0.6, 4)
    yield from random.choices(kinds, weights, k=random.choice((0, 0, 1, 1, 2, 3, 4)))


def _note(life: Life) -> None:
    life.keep_up(20, 300)
    life.say(EntryKind.NOTE, EventKind.STAFF_NOTE, life.pick("note"))


def _call(life: Life) -> None:
    life.keep_up(30, 400)
    seconds = life.random.randint(90, 1500)
    counted = EntryKind.CALL in life.policy.first_response_met_by
    kind = EventKind.PUBLIC_ANSWER if counted else EventKind.STAFF_NOTE
    life.say(EntryKind.CALL, kind, life.pick("call"), direction="outgoing", seconds=seconds)


def _question(life: Life) -> None:
    life.keep_up(20, 300)
    life.say(EntryKind.REPLY, EventKind.PUBLIC_ANSWER, life.pick("question"))
    waiting = life.stages_of(StageKind.WAITING)
    if waiting:
        life.move(waiting[0])
    life.wait(60, 2200)
    life.say(EntryKind.CLIENT, EventKind.CLIENT_ANSWERED, life.pick("client"))
    _take_up_again(life)


def _client_writes(life: Life) -> None:
    life.wait(60, 900)
    life.say(EntryKind.CLIENT, EventKind.CLIENT_ANSWERED, life.pick("client"))
    _take_up_again(life)


def _take_up_again(life: Life) -> None:
    life.keep_up(10, 260)
    life.say(EntryKind.REPLY, EventKind.PUBLIC_ANSWER, life.pick("acknowledge"))
    automatic = {each.move_to for each in life.policy.automatics}
    working = [stage for stage in life.stages_of(StageKind.OPEN) if stage in automatic]
    if working:
        life.move(working[0])


def _work_remotely(life: Life) -> None:
    life.keep_up(30, 300)
    life.connect()


def _develop(life: Life) -> None:
    looks = {stage.look: stage.id for stage in life.policy.stages}
    life.keep_up(60, 400)
    if "development" in looks:
        life.move(looks["development"])
        life.keep_up(300, 4000)
    if "testing" in looks:
        life.move(looks["testing"])
        life.keep_up(200, 1500)
    if "delivered" in looks:
        life.say(EntryKind.REPLY, EventKind.PUBLIC_ANSWER, life.answer)
        life.move(looks["delivered"])


def _hold(life: Life) -> None:
    holds = life.stages_of(StageKind.HOLD)
    if not holds:
        return
    life.keep_up(30, 200)
    vendor = [stage.id for stage in life.policy.stages if "vendor" in stage.asks]
    if vendor and life.random.random() < 0.5:
        life.move(vendor[0], vendor="Report server add-on")
    else:
        life.move(holds[0])
    life.wait(400, 4000)
    _take_up_again(life)


def _agree(life: Life) -> None:
    life.keep_up(20, 200)
    life.agree()


def _solve(life: Life) -> None:
    _answer_and_end(life)
    if life.state.closed_at is not None and life.random.random() < 0.04:
        life.wait(300, 3000)
        life.reactivate()
        life.wait(10, 100)
        life.respond()
        _answer_and_end(life)


def _answer_and_end(life: Life) -> None:
    random = life.random
    life.keep_up(30, 400)
    life.say(EntryKind.REPLY, EventKind.PUBLIC_ANSWER, life.answer)
    done = [stage for stage in life.stages_of(StageKind.DONE) if life.policy.stage(stage).look != "delivered"]
    if done:
        life.move(done[0])
    if random.random() < 0.7:
        life.wait(60, 1500)
        life.say(EntryKind.CLIENT, EventKind.CLIENT_ANSWERED, life.pick("thanks"))
        life.wait(5, 120)
        life.close(by_client=random.random() < 0.5)
    elif not any(life.policy.stage(stage).close_after for stage in done):
        life.wait(200, 1500)
        life.close(by_client=False)
    else:
        life.wait(12 * 60 * 11, 12 * 60 * 12)
