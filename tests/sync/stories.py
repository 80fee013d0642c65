"""Short stories of an office in which one thing goes wrong; each ends well, but for a mutant."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select, update

from supportdesk.domain.words import Channel
from supportdesk.protocol.messages import Push
from supportdesk.services import undo
from supportdesk.services.cases import handling, replies
from supportdesk.services.exchange import effects
from supportdesk.services.registers import staff
from supportdesk.store import desk_rows
from supportdesk.store.tables.cases import ENTRY
from supportdesk.store.tables.desk import OPERATION
from supportdesk.store.tables.sync import CONFLICT
from supportdesk.sync.engine import Round, pull_message
from tests.sync.days import LUCIE, NADIA, TOMAS, cut_the_log, head, letters, status
from tests.sync.drill import drill


def a_lost_answer() -> None:
    """The hub takes a note in, its answer is lost, the note is sent again."""
    with drill(NADIA, TOMAS) as day:
        day.say(NADIA, "once")
        day.plan("push", "drop answer")
        day.speak(NADIA, NADIA, TOMAS)
        day.settle()


def a_doubled_message() -> None:
    """The network delivers a push twice."""
    with drill(NADIA, TOMAS) as day:
        day.say(NADIA, "once")
        day.plan("push", "duplicate")
        day.speak(NADIA, TOMAS)
        day.settle()


def a_hub_that_crashes_between() -> None:
    """The hub crashes as it begins or ends to take something in; what it has not kept comes again."""
    for at in ("before commit", "in commit", "after commit"):
        for skipped in (0, 1):
            with drill(NADIA, TOMAS) as day:
                day.say(NADIA, "kept")
                day.skip = skipped
                day.plan_crash("hub", "push at the hub", at)
                day.speak(NADIA, NADIA)
                day.settle()


def a_desk_that_crashes_as_it_takes_over() -> None:
    """A desk crashes before, in and after the commit of a checkpoint."""
    for at in ("before commit", "in commit", "after commit"):
        with drill(NADIA, TOMAS) as day:
            day.say(TOMAS, "from there")
            day.speak(TOMAS)
            day.plan_crash("desk0", "checkpoint", at)
            day.speak(NADIA)
            day.settle()


def an_answer_before_its_rows() -> None:
    """A page that was asked for before a push comes after it: the note must not vanish meanwhile."""
    with drill(NADIA, TOMAS) as day:
        day.say(TOMAS, "from there")
        day.speak(TOMAS)
        seat = day[NADIA]
        with seat.store.read() as conn:
            asked = pull_message(conn)
        early = seat.engine._link.pull(asked)  # noqa: SLF001 - what `live` does with what it waited for
        day.say(NADIA, "mine")
        seat.engine.push(Round())
        seat.engine.pull(Round(), early)
        from tests.sync import holding  # noqa: PLC0415

        holding.after_a_round(day, seat)
        day.settle()


def pages_of_one_checkpoint() -> None:
    """Many changes come in small pages, and nothing of them shows before the last."""
    with drill(NADIA, TOMAS, page=2) as day:
        for number in range(4):
            day.say(TOMAS, f"page {number}")
        day.speak(TOMAS, NADIA)
        day.settle()


def work_beneath_what_arrives() -> None:
    """Both write on one case: one's own words stay in sight while the other's arrive, and after."""
    with drill(NADIA, TOMAS) as day:
        day.say(TOMAS, "theirs")
        day.speak(TOMAS)
        day.say(NADIA, "mine")
        seat = day[NADIA]
        seat.engine.pull(Round())
        from tests.sync import holding  # noqa: PLC0415

        holding.after_a_round(day, seat)
        day.settle()


def two_titles() -> None:
    """Two people give one case a title: one stands, the other is kept beside it."""
    with drill(NADIA, TOMAS) as day:
        case = day.case_of(NADIA)
        day.did(TOMAS, handling.edit(day[TOMAS].desk, case, title="theirs"), "theirs")
        day.did(NADIA, handling.edit(day[NADIA].desk, case, title="mine"), "mine")
        day.speak(TOMAS, NADIA)
        day.settle()
        with day.hub_store.read() as conn:
            assert conn.scalar(select(func.count()).select_from(CONFLICT)) == 1


def a_case_that_leaves_a_branch() -> None:
    """A case goes to another branch: there it arrives whole, and here nothing of it is left."""
    with drill(NADIA, LUCIE) as day:
        day.say(NADIA, "before")
        day.speak(NADIA)
        case = day.case_of(NADIA)
        handling.edit(day[NADIA].desk, case, branch_id=day.office.branches[1])
        day.speak(NADIA, LUCIE, NADIA)
        day.settle()


def a_change_before_a_case_left() -> None:
    """What changed in a case before it left a branch is not told there after."""
    with drill(NADIA, TOMAS, LUCIE) as day:
        case = day.case_of(NADIA)
        day.say(NADIA, "before", case)
        day.speak(NADIA)
        handling.edit(day[NADIA].desk, case, branch_id=day.office.branches[1])
        day.speak(NADIA, TOMAS)
        day.settle()


def a_person_who_changes_branch() -> None:
    """An agent goes to another branch, with work unsent on a case of the former."""
    with drill(NADIA, TOMAS) as day:
        day.say(NADIA, "unsent")
        day.administrator()
        staff.edit_agent(day.hub_world.desk, day.office.agents[NADIA], branch_id=str(day.office.branches[1]))
        day.speak(NADIA)
        day.settle()


def a_branch_left_with_a_move_unsent() -> None:
    """An agent moved a case along in thought only: it is judged by where the hub has it."""
    with drill(NADIA, TOMAS) as day:
        handling.edit(day[NADIA].desk, day.case_of(NADIA), branch_id=day.office.branches[1])
        day.administrator()
        staff.edit_agent(day.hub_world.desk, day.office.agents[NADIA], branch_id=str(day.office.branches[1]))
        day.plan("push", "drop request")
        day.speak(NADIA)
        day[NADIA].engine.pull(Round())
        with day.hub_store.write() as conn:
            conn.execute(update(OPERATION).values(undone_by=None))
        with day[NADIA].store.write() as conn:
            from supportdesk.store.tables.desk import OUTBOX  # noqa: PLC0415

            conn.execute(update(OUTBOX).values(next_try=None))
        day.settle()


def away_too_long() -> None:
    """The log was cut before a desk came back, and a case it had has gone elsewhere meanwhile."""
    with drill(NADIA, TOMAS) as day:
        case = day.case_of(TOMAS)
        day.say(NADIA, "unsent")
        handling.edit(day[TOMAS].desk, case, branch_id=day.office.branches[1])
        day.speak(TOMAS)
        cut_the_log(day)
        day.speak(NADIA)
        day.settle()


def away_while_a_clock_went() -> None:
    """The log was cut, and a clock that a desk has is no more as the act that started it was taken back."""
    with drill(NADIA, TOMAS) as day:
        case = day.case_of(TOMAS)
        done = handling.claim_severity(day[TOMAS].desk, case, "S1")
        for number in (TOMAS, NADIA):
            day[number].engine.round()
        undo.undo(day[TOMAS].desk, done.outcome.operation)
        day.speak(TOMAS)
        cut_the_log(day)
        day.speak(NADIA)
        day.settle()


def a_reply_by_a_clock_that_is_ahead() -> None:
    """A reply that has not seen the client's word is held, whatever the desk's clock says."""
    with drill(NADIA, TOMAS) as day:
        case = day.case_of(NADIA)
        day.seats["desk0"].off = timedelta(hours=5)
        seat = day[NADIA]
        said = replies.reply(seat.desk, case, "mine", seen_until=seat.person.world.now)
        day.did(NADIA, said, "mine")
        day.administrator()
        replies.client_entry(day.hub_world.desk, case, "news", channel=Channel.PORTAL)
        day.speak(NADIA)
        assert status(day, said.outcome.operation) == "parked"
        day.settle()


def a_clock_ten_years_ahead() -> None:
    """What is done by a clock that is ahead is done now at the hub."""
    with drill(NADIA, TOMAS) as day:
        day.seats["desk0"].off = timedelta(days=3650)
        day.say(NADIA, "from the future")
        day.speak(NADIA, TOMAS)
        day.settle()


def a_clock_that_was_put_right() -> None:
    """A desk was told to wait, and loaded everything anew, while its clock was years ahead; then it was put right."""
    with drill(NADIA, TOMAS) as day:
        day.seats["desk0"].off = timedelta(days=3650)
        ill = day.say(NADIA, "tried again")
        day.poison.add(ill.outcome.operation)
        cut_the_log(day)
        day.say(TOMAS, "meanwhile")
        day.speak(TOMAS)
        cut_the_log(day)
        day.speak(NADIA)
        day.seats["desk0"].off = timedelta(0)
        day.poison.clear()
        day.say(TOMAS, "later")
        day.speak(TOMAS)
        cut_the_log(day)
        day.speak(NADIA)
        assert status(day, ill.outcome.operation) == "applied"
        with day[NADIA].store.read() as conn:
            assert desk_rows.cursor(conn) == head(day), day.lines[-12:]
        day.settle()


def poison() -> None:
    """The hub meets a bug with one operation: it is parked, and what comes after it goes on."""
    with drill(NADIA, TOMAS) as day:
        ill = day.say(NADIA, "ill")
        day.poison.add(ill.outcome.operation)
        day.say(NADIA, "well")
        day.speak(NADIA)
        day.settle()
        assert status(day, ill.outcome.operation) == "parked"


def poison_at_home() -> None:
    """A desk meets a bug as it redoes its own work: what came from the hub is taken over all the same."""
    with drill(NADIA, TOMAS) as day:
        day.say(TOMAS, "theirs")
        day.speak(TOMAS)
        ill = day.say(NADIA, "ill")
        day.poison_at_home.add(ill.outcome.operation)
        day[NADIA].engine.pull(Round())
        day.settle()


def words_that_a_rule_refuses() -> None:
    """A reply with a stage that the case no longer takes: its words stay on the case."""
    with drill(NADIA, TOMAS) as day:
        case = day.case_of(NADIA)
        said = replies.reply(day[NADIA].desk, case, "mine", then_stage="in_progress")
        day.did(NADIA, said, "mine")
        day.administrator()
        from supportdesk.services.cases import closing  # noqa: PLC0415

        closing.close(day.hub_world.desk, case, resolution="solution", by_client=True)
        day.speak(NADIA)
        with day.hub_store.read() as conn:
            found = conn.scalars(select(ENTRY.c.body).where(ENTRY.c.case_id == case)).all()
        assert "mine" in found
        day.settle()


def an_effect_whose_carrier_dies() -> None:
    """A mail was sent, and the worker died before it could say so: it is not sent again."""
    with drill(NADIA, TOMAS) as day:
        done = replies.reply(day[NADIA].desk, day.case_of(NADIA), "to the client")
        day.did(NADIA, done, "to the client")
        day.speak(NADIA)
        day.later(minutes=1)

        def carry_and_die(effect: effects.Effect) -> None:
            day._carry(effect)  # noqa: SLF001
            raise ConnectionResetError

        for _ in range(2):
            try:
                effects.carry_out(day.hub_store, day.now, carry_and_die)
            except ConnectionResetError:
                continue
        day.settle()


def a_mail_taken_back_too_late() -> None:
    """What has left can't be taken back, however near the taking back was to the act on the desk."""
    with drill(NADIA, TOMAS) as day:
        done = replies.reply(day[NADIA].desk, day.case_of(NADIA), "to the client")
        day.did(NADIA, done, "to the client")
        seat = day[NADIA]
        taken_back = undo.undo(seat.desk, done.outcome.operation)
        day.did(NADIA, taken_back)
        first = letters(day, NADIA)[:1]
        seat.engine._link.push(Push(device=seat.desk.device, letters=first))  # noqa: SLF001
        day.later(minutes=1)
        assert effects.carry_out(day.hub_store, day.now, day._carry) == 1  # noqa: SLF001
        day.speak(NADIA)
        assert status(day, taken_back.outcome.operation) == "rejected"
        day.settle()


def work_that_comes_before_what_it_builds_on() -> None:
    """Taking an act back arrives before the act: it waits."""
    with drill(NADIA, TOMAS) as day:
        seat = day[NADIA]
        done = day.say(NADIA, "taken back")
        day.did(NADIA, undo.undo(seat.desk, done.outcome.operation))
        last = letters(day, NADIA)[-1:]
        answers = seat.engine._link.push(Push(device=seat.desk.device, letters=last)).answers  # noqa: SLF001
        assert [answer.status for answer in answers] == ["blocked"]
        seat.person.typed.clear()
        day.settle()
