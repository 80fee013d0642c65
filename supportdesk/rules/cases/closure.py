"""How a case is closed – by itself, by a person – and reopened (SPK-7, SYN-4, ONX-1, SAG-6); stages lie beside."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.words import ClockKind
from supportdesk.rules.calendars.calendar import ALWAYS
from supportdesk.rules.cases import clocks, stages
from supportdesk.rules.cases.clock_counting import span_end
from supportdesk.rules.cases.state import CaseState, Due, Refusal
from supportdesk.rules.policies.policy import Policy, Unit


def ladder(policy: Policy, state: CaseState) -> tuple[Due, ...]:
    """Every reminder and the closing of the countdown that runs, in order, also those already sent (SPK-7).

    All count from entering the stage, not from each other. Empty where no countdown runs: the stage has none, the
    client has answered, the case is closed.
    """
    if state.closed_at is not None or state.countdown_ended:
        return ()
    stage = policy.stage(state.stage)
    since = state.stage_entered_at
    rungs = [
        Due(span_end(policy.calendar, span, since), number, closes=False)
        for number, span in enumerate(stage.remind_after, start=1)
    ]
    if stage.close_after is not None:
        closing = span_end(policy.calendar, stage.close_after, since)
        rungs.append(Due(max(closing, state.close_not_before or closing), None, closes=True))
    return tuple(rungs)


def next_step(policy: Policy, state: CaseState, now: datetime) -> Due | None:
    """What the case takes by itself next; to be done now if its instant is not after `now` (SPK-7).

    Nothing comes in a burst after a long pause of the scheduler: overdue steps collapse to the latest of their
    reminders, and the closing then waits one further step. None where nothing follows.
    """
    sent = max((number for number, _ in state.reminders), default=0)
    pending = [due for due in ladder(policy, state) if due.reminder is None or due.reminder > sent]
    overdue = [due for due in pending if due.at <= now]
    if len(overdue) > 1:
        reminders = [due for due in overdue if not due.closes]
        return replace(reminders[-1], postpones_close_to=_postponed(policy, state, now))
    return pending[0] if pending else None


def step_event(due: Due, now: datetime) -> CaseEvent:
    """The event by which a step of `next_step` happens at an instant."""
    if due.closes:
        return CaseEvent(EventKind.CLOSED, now, automatic=True)
    return CaseEvent(EventKind.REMINDED, now, step=due.reminder, postponed_close=due.postpones_close_to)


def remind(policy: Policy, state: CaseState, event: CaseEvent) -> CaseState | Refusal:
    """A reminder goes out; each only once, however many schedulers think of it (SPK-7)."""
    due = next((each for each in ladder(policy, state) if each.reminder == event.step), None)
    if due is None or event.step is None:
        return Refusal("SPK-7", "No countdown with this reminder runs.", "Send nothing.")
    if any(number >= event.step for number, _ in state.reminders):
        return Refusal("SPK-7", "This reminder was already sent.", "Send nothing.")
    if due.at > event.at:
        return Refusal("SPK-7", "This reminder is not due yet.", "Send it when it is due.")
    return replace(
        state,
        reminders=(*state.reminders, (event.step, event.at)),
        close_not_before=event.postponed_close or state.close_not_before,
    )


def close(policy: Policy, state: CaseState, event: CaseEvent) -> CaseState | Refusal:
    """The case is closed by the scheduler, the client or an agent; what still runs is stopped (SPK-7, SYN-4, ONX-1)."""
    if state.closed_at is not None:
        return Refusal("SPK-7", "The case is already closed.", "Nothing more is needed.")
    if not event.history:
        check = _check_automatic if event.automatic else _check_by_hand
        refusal = check(policy, state, event)
        if refusal:
            return refusal
    state = clocks.end_clocks(policy, state, event.at, frozenset(ClockKind))
    stage = policy.stage(policy.closing.closed_stage)
    return replace(
        stages.enter(policy, state, stage, event.at),
        closed_at=event.at,
        last_closed_at=event.at,
        closed_automatically=event.automatic,
        resolution=_resolution_kind(policy, event.resolution),
        needs_answer=False,
    )


def reactivate_until(policy: Policy, state: CaseState) -> datetime | None:
    """The last instant (UTC, inclusive) at which the closed case can be reactivated (SAG-6).

    None if it is not closed, or if the policy sets no limit and leaves the reopening to the owner.
    """
    if state.closed_at is None or policy.closing.reopen_within is None:
        return None
    return span_end(policy.calendar, policy.closing.reopen_within, state.closed_at)


def reactivate(policy: Policy, state: CaseState, event: CaseEvent) -> CaseState | Refusal:
    """A closed case is worked on again, with a first response of its own; the earlier verdicts stay (TIME-7, SAG-6)."""
    if state.closed_at is None:
        return Refusal("SAG-6", "Only a closed case can be reactivated.", "Go on in the case as it is.")
    limit = None if event.history else reactivate_until(policy, state)
    if limit is not None and event.at > limit:
        return Refusal(
            "SAG-6",
            f"The case could be reactivated until {policy.calendar.local(limit):%Y-%m-%d %H:%M}, "
            f"{policy.calendar.time_zone} time.",
            "Log a new case that is linked to this one.",
        )
    if limit is None and event.by_client:
        return Refusal(
            "SPK-7",
            "A closed case is reopened by its owner.",
            "Answer on the case or log a new one that is linked to it.",
        )
    state = replace(
        state,
        closed_at=None,
        closed_automatically=False,
        resolution=None,
        agreement_at=None,
        reopened=state.reopened + 1,
        reopened_at=event.at,
        responded=False,
        updates_from=None,
        needs_answer=True,
        needs_owner=False,
    )
    state = stages.enter(policy, state, policy.stage(policy.closing.reopened_stage), event.at)
    return state if event.history else clocks.start_first_response(policy, state)


def _postponed(policy: Policy, state: CaseState, now: datetime) -> datetime | None:
    """Where the closing moves when overdue steps collapse: as far from now as it lies behind the last reminder."""
    stage = policy.stage(state.stage)
    if stage.close_after is None:
        return None
    closing = span_end(policy.calendar, stage.close_after, state.stage_entered_at)
    last_reminder = span_end(policy.calendar, stage.remind_after[-1], state.stage_entered_at)
    in_open_time = stage.close_after.unit in {Unit.BUSINESS_HOURS, Unit.BUSINESS_DAYS}
    calendar = policy.calendar if in_open_time else ALWAYS
    return calendar.add(now, calendar.between(last_reminder, closing))


def _check_automatic(policy: Policy, state: CaseState, event: CaseEvent) -> Refusal | None:
    # Whoever decided to close may have decided on an older state: the client may have answered since.
    due = next((each for each in ladder(policy, state) if each.closes), None)
    if due is None:
        return Refusal("SPK-7", "No countdown to a closing runs.", "Leave the case open.")
    if due.at > event.at:
        return Refusal("SPK-7", "The countdown to the closing is not over.", "Close the case when it is.")
    return None


def _check_by_hand(policy: Policy, state: CaseState, event: CaseEvent) -> Refusal | None:
    rules = policy.closing
    kinds = ", ".join(kind.name.original for kind in rules.resolution_kinds)
    if event.resolution and rules.resolution_kinds and not _resolution_kind(policy, event.resolution):
        return Refusal("SYN-4", f"“{event.resolution}” is no kind of resolution.", f"Choose one of: {kinds}.")
    # The client may close its case at any time, and owes nobody an account of it (SPK-7).
    if event.by_client:
        return None
    if rules.resolution_required and not event.resolution:
        return Refusal(
            "SYN-4", "The closing does not say how the case was resolved.", f"Choose one of: {kinds}."
        )
    if rules.agreement_required and state.agreement_at is None:
        return Refusal(
            "ONX-1",
            "The client has not agreed that the request was carried out.",
            "Record the client's agreement, then close the case.",
        )
    return None


def _resolution_kind(policy: Policy, name: str | None) -> str | None:
    """The id of a kind of resolution that is named by id or by name; any text where the policy lists none."""
    if name is None or not policy.closing.resolution_kinds:
        return name
    found = (
        kind.id for kind in policy.closing.resolution_kinds if kind.id == name or kind.name.is_called(name)
    )
    return next(found, None)
