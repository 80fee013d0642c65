"""What is due by itself: reminders, closings, clocks that ran out, versions in effect, data files to be erased.

Each step is an operation whose id follows from the case, the stage's entry and the step, so that it is done once,
however often and on however many machines the scheduler runs.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Kind, Operation, Outcome, Ref, Status
from supportdesk.domain.words import EntryKind
from supportdesk.rules.cases.closure import ladder, next_step, step_event
from supportdesk.services.entitlements import file_station
from supportdesk.services.in_hand.case_in_hand import Line, take
from supportdesk.services.in_hand.rules_in_force import rules_of
from supportdesk.services.operations.applying import handles, operation_of, perform
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work, derived_id
from supportdesk.services.registers.policy_versions import adopt_in_effect
from supportdesk.store import due_rows
from supportdesk.store.case_rows import load_state
from supportdesk.store.due_rows import DueCase

_LOG = logging.getLogger(__name__)
_CLOCKS_AT_ONCE = 500


def run_due(desk: Desk, limit: int = 200) -> tuple[Done, ...]:
    """Do what is due by now, at most `limit` steps (SPK-7, SAG-6); call again while it gives as many.

    After a long pause nothing comes in a burst: of several overdue reminders the last is sent, and the closing waits
    one further step. On a desk of a hub there is nothing to do: the hub does it, once for all desks.
    """
    if desk.store.side == "desk":
        return ()
    now = desk.now()
    done = [*adopt_in_effect(desk, limit)]
    done.extend(islice(_steps(desk, now, limit), limit))
    if len(done) < limit:
        # Only now: a case that closes at its time has no clock that runs out afterwards.
        done.extend(_judge_missed(desk, now))
        done.extend(_erase_data_files(desk, now))
    return tuple(done)


def _erase_data_files(desk: Desk, now: datetime) -> Iterator[Done]:
    """Erase the data files whose day has begun in UTC (SAP-6); each once, however many workers come upon it."""
    for organisation_id, file_id in file_station.to_erase(desk, now.date()):
        yield file_station.erase(
            desk, organisation_id, file_id, operation_id=derived_id(file_id, 0, "erased on its day")
        )


def _steps(desk: Desk, now: datetime, at_once: int) -> Iterator[Done]:
    """Take one step after another; cases on which none can be taken keep no others from theirs."""
    last: DueCase | None = None
    while True:
        with desk.store.read() as conn:
            due = due_rows.due_cases(conn, now, at_once, last)
        if not due:
            return
        for case in due:
            try:
                step = _take_step(desk, case, now)
            except KnownError as error:
                _LOG.warning("no step on case %s: %s", case.id, error)
                continue
            if step is not None:
                yield step
        last = due[-1]


def next_due_at(desk: Desk) -> datetime | None:
    """When the scheduler has something to do next (UTC); None if nothing is planned, or a hub sees to it."""
    if desk.store.side == "desk":
        return None
    with desk.store.read() as conn:
        planned = (due_rows.next_step_at(conn), due_rows.next_clock_due_at(conn))
    return min((at for at in planned if at is not None), default=None)


def _judge_missed(desk: Desk, now: datetime) -> Iterator[Done]:
    while True:
        with desk.store.write() as conn:
            late = due_rows.judge_missed(conn, now, _CLOCKS_AT_ONCE)
        if not late:
            return
        touched = frozenset({Aspect.ROW, Aspect.CLOCKS})
        changes = ChangeSet({Ref(Entity.CASE, case_id): touched for case_id in late})
        yield Done(Outcome(desk.new_id(), Status.APPLIED, changes), None, undoable=False)


def _take_step(desk: Desk, due: DueCase, now: datetime) -> Done | None:
    with desk.store.read() as conn:
        state, row = load_state(conn, due.id)
        step = next_step(rules_of(conn, desk.policies, row).policy, state, now)
        if step is None or step.at > now:
            return None
        name = _step_name(due.stage_entered_at, step.reminder)
        operation_id = derived_id(due.id, 0, name)
        if due_rows.known_operations(conn, (operation_id,)):
            return None
    # A step counts from its own instant, whenever the scheduler comes to it; one that stands for several, from now.
    at = step.at if step.postpones_close_to is None else now
    args = {"step": name}
    return perform(desk, operation_of(desk, "case.take_step", due.id, args, operation_id=operation_id, at=at))


@handles("case.take_step", kind=Kind.COMMAND, entity=Entity.CASE)
def _take_step_now(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    policy = case.rules.policy
    step = next_step(policy, case.state, case.at)
    # Between the scheduler's look and now, or on another desk, the client may have answered.
    stands = case.shown_in is None and step is not None and step.at <= case.at
    if (
        step is None
        or not stands
        or _step_name(case.state.stage_entered_at, step.reminder) != operation.args["step"]
    ):
        raise RuleRefusal("SPK-7", "The step is not due any more.", "Nothing was done.", "Send nothing.")
    event = step_event(step, case.at)
    if step.closes:
        data = {"from": case.state.stage, "automatic": True, "by_client": False, "resolution": None}
        case.happen(event, Line(EntryKind.CLOSED, data=data, by_itself=True))
    else:
        closes_at = step.postpones_close_to or next(
            (rung.at for rung in ladder(policy, case.state) if rung.closes), None
        )
        data = {"step": step.reminder, "closes_at": closes_at}
        case.happen(event, Line(EntryKind.REMINDED, data=data, by_itself=True))
    return Effect(case.put_down())


def _step_name(entered_at: datetime, reminder: int | None) -> str:
    """What names a step of a countdown for ever: when the stage was entered, and which reminder, or the closing."""
    return f"{entered_at.isoformat()} {'closing' if reminder is None else f'reminder {reminder}'}"
