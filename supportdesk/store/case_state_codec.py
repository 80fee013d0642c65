"""How a case's state lies in columns, clocks and the `machine` value; which rows those are is said in `case_rows`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from supportdesk.domain.words import ClockKind, Verdict
from supportdesk.rules.cases.state import CaseState, Clock, Pause
from supportdesk.store.composed import Record
from supportdesk.store.tables.cases import NO_DEADLINE_SORT, PAUSED_SORT
from supportdesk.store.tables.columns import from_micros, to_micros

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from supportdesk.rules.policies.policy import Policy

NO_SEVERITY_RANK = 9
_NEWEST_FIRST = 1 << 60  # larger than any instant in micros, so that a later one gives a smaller number

# Fields of the state that are columns of the case under the same name.
_SAME_NAME = (
    "policy_version",
    "after_hours",
    "severity_claimed",
    "severity_verified",
    "stage",
    "stage_entered_at",
    "logged_at",
    "closed_at",
    "closed_automatically",
    "resolution",
    "agreement_at",
    "reopened",
    "responded",
    "needs_answer",
    "needs_owner",
)
_INSTANTS_IN_MACHINE = ("close_not_before", "last_at", "reopened_at", "last_closed_at", "updates_from")


def state_columns(state: CaseState, policy: Policy, next_step_at: datetime | None) -> dict[str, Any]:
    """The case's columns that follow from its state; `next_step_at` is when it next does something by itself."""
    severity = policy.severity(state.severity) if state.severity else None
    return {
        **{name: getattr(state, name) for name in _SAME_NAME},
        "policy_code": state.policy,
        "severity_rank": severity.rank if severity else NO_SEVERITY_RANK,
        "stage_kind": policy.stage(state.stage).kind.value,
        "owner_id": UUID(state.owner) if state.owner else None,
        "open": state.closed_at is None,
        "next_step_at": next_step_at,
        "machine": _machine(state),
        **_deadline_columns(state),
    }


def clock_columns(clock: Clock) -> dict[str, Any]:
    """A clock's columns but for its identity."""
    return {
        "ordinal": clock.ordinal,
        "kind": clock.kind.value,
        "started_at": clock.started_at,
        "due_at": clock.due_at,
        "soon_at": clock.soon_at,
        "verdict": clock.verdict.value,
        "met_at": clock.met_at,
        "ended_at": clock.ended_at,
        "agreed_at": clock.agreed_at,
        "agreed_until": clock.agreed_until,
        "severity": clock.severity,
        "after_hours": clock.after_hours,
        "policy_code": clock.policy,
        "policy_version": clock.policy_version,
    }


def read_state(row: Record, clock_rows: Sequence[Record]) -> CaseState:
    """The state that a case's row and its clocks' rows, in order of their ordinals, were made from."""
    machine: dict[str, Any] = row["machine"] or {}
    owner = row["owner_id"]
    return CaseState(
        **{name: row[name] for name in _SAME_NAME},
        policy=row["policy_code"],
        owner=None if owner is None else str(owner),
        clocks=tuple(_clock(clock) for clock in clock_rows),
        visited=tuple(machine.get("visited", ())),
        pauses=tuple(_pause(pause) for pause in machine.get("pauses", ())),
        reminders=tuple((step, from_micros(at)) for step, at in machine.get("reminders", ())),
        countdown_ended=machine.get("countdown_ended", False),
        close_not_before=_instant(machine.get("close_not_before")),
        last_at=_instant(machine.get("last_at")),
        reopened_at=_instant(machine.get("reopened_at")),
        last_closed_at=_instant(machine.get("last_closed_at")),
        updates_from=_instant(machine.get("updates_from")),
    )


def _deadline_columns(state: CaseState) -> dict[str, Any]:
    """What a list shows and sorts by: the most urgent clock that awaits an answer, a missed one included."""
    awaiting = [clock for clock in state.clocks if clock.awaits] if state.closed_at is None else []
    due = [(clock.due_at, clock) for clock in awaiting if clock.due_at is not None]
    if due:
        at, clock = min(due, key=lambda pair: (pair[0], pair[1].ordinal))
        return _deadline("running", clock, to_micros(at))
    if awaiting:
        return _deadline("paused", awaiting[0], PAUSED_SORT + to_micros(state.stage_entered_at))
    met = bool(state.clocks) and state.clocks[-1].verdict is Verdict.MET
    sort = NO_DEADLINE_SORT + _NEWEST_FIRST - to_micros(state.logged_at)
    return _deadline("met" if met else "none", None, sort)


def _deadline(due_state: str, clock: Clock | None, sort: int) -> dict[str, Any]:
    return {
        "due_state": due_state,
        "due_sort": sort,
        "due_kind": clock and clock.kind.value,
        "due_at": clock and clock.due_at,
        "due_from": clock and clock.started_at,
        "soon_at": clock and clock.soon_at,
    }


def _machine(state: CaseState) -> dict[str, Any]:
    """Plain JSON; what is empty is left out, as it is for nearly every case."""
    instants = {name: getattr(state, name) for name in _INSTANTS_IN_MACHINE}
    parts = {
        "visited": list(state.visited),
        "pauses": [
            [
                to_micros(pause.start),
                None if pause.end is None else to_micros(pause.end),
                sorted(kind.value for kind in pause.clocks),
                pause.stage,
            ]
            for pause in state.pauses
        ],
        "reminders": [[step, to_micros(at)] for step, at in state.reminders],
        "countdown_ended": state.countdown_ended,
    }
    kept = {name: part for name, part in parts.items() if part}
    return kept | {name: to_micros(at) for name, at in instants.items() if at is not None}


def _clock(row: Record) -> Clock:
    return Clock(
        ordinal=row["ordinal"],
        kind=ClockKind(row["kind"]),
        started_at=row["started_at"],
        due_at=row["due_at"],
        soon_at=row["soon_at"],
        verdict=Verdict(row["verdict"]),
        met_at=row["met_at"],
        ended_at=row["ended_at"],
        agreed_at=row["agreed_at"],
        agreed_until=row["agreed_until"],
        severity=row["severity"],
        after_hours=row["after_hours"],
        policy=row["policy_code"],
        policy_version=row["policy_version"],
    )


def _pause(packed: Sequence[Any]) -> Pause:
    start, end, kinds, stage = packed
    return Pause(from_micros(start), _instant(end), frozenset(ClockKind(kind) for kind in kinds), stage)


def _instant(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)
