"""Tells a whole case at once, as an import does: events in, and the rows out that single acts would have left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import UUID

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.errors import RuleRefusal
from supportdesk.domain.words import PUBLIC_ENTRIES, EntryKind, LedgerKind
from supportdesk.rules.cases.machine import Advance, advance, begin
from supportdesk.rules.cases.state import CaseState, Refusal
from supportdesk.rules.entitlements.entitlement import Entitlement
from supportdesk.services.in_hand.case_in_hand import Line
from supportdesk.services.in_hand.entitling import judge
from supportdesk.services.in_hand.rules_in_force import Rules, rules_now
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.plain import plain_mapping
from supportdesk.services.operations.work import derived_id
from supportdesk.store.case_event_codec import event_value
from supportdesk.store.case_numbers import next_case_numbers
from supportdesk.store.case_rows import CaseInsert, insert_cases, insert_entries
from supportdesk.store.insertion import insert_many
from supportdesk.store.tables.people import LEDGER_LINE
from supportdesk.store.tables.work import REMOTE_SESSION

_MOST_LINES = 4096
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line of the timeline to be, at its instant (UTC), by an agent or nobody; `event` is what it is the trace of."""

    at: datetime
    line: Line
    author_id: UUID | None = None
    event: CaseEvent | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a telling came to: the state, and the timeline's rows by column."""

    state: CaseState
    entries: tuple[Mapping[str, Any], ...]
    last_activity_at: datetime
    last_client_at: datetime | None


def tell(case_id: UUID, rules: Rules, lines: Sequence[ToldLine], *, written_at: datetime) -> Told | Refusal:
    """Fold the lines of one case, the logging first, in order of time; a step the rules forbid refuses the whole.

    Of a history that knows more lines than an operation may make, those in the middle are left out of the timeline.
    """
    first = lines[0]
    if first.event is None:
        message = "a case begins with its logging"
        raise ValueError(message)
    try:
        state = begin(
            rules.policy, first.event, severity_claimed=first.event.to, after_hours=rules.after_hours
        )
    except RuleRefusal as refusal:
        return Refusal(refusal.rule, refusal.what, refusal.remedy)
    all_lines: list[tuple[ToldLine, Mapping[str, Any]]] = [(first, _NOTHING)]
    for told in lines[1:]:
        if told.event is None:
            all_lines.append((told, _NOTHING))
            continue
        trace = _TRACES.get(told.event.kind)
        all_lines.append((told, trace(told.event, state) if trace else _NOTHING))
        step = advance(rules.policy, state, told.event)
        if isinstance(step, Refusal):
            return step
        all_lines.extend((line, _NOTHING) for line in _followed(state, step, told.at))
        state = step.state
    return Told(
        state,
        tuple(
            _row(told, trace, case_id, ordinal, written_at)
            for ordinal, (told, trace) in enumerate(_bounded(all_lines))
        ),
        max(told.at for told, _ in all_lines),
        max(told.at for told, _ in all_lines if told.line.by_client or told is first),
    )


@dataclass(frozen=True, slots=True)
class RemoteWork:
    """A remote session of a told case, from and to (UTC)."""

    tool: str
    started_at: datetime
    ended_at: datetime
    by: UUID
    note: str


@dataclass(frozen=True, slots=True)
class ToldCase:
    """A case to be written whole: the columns that its state does not tell, the lines, and its remote sessions."""

    id: UUID
    fields: Mapping[str, Any]
    rules: Rules
    lines: Sequence[ToldLine]
    remote: Sequence[RemoteWork] = ()
    charged_to: UUID | None = None  # the season ticket whose incident it took (SYN-2)


def standing(
    desk: Desk, organisation_id: UUID, *, policy_code: str, branch_id: UUID, plan_id: str | None, at: datetime
) -> tuple[Rules, Entitlement]:
    """The rules that a client's case comes under at an instant, and what covers it."""
    with desk.store.read() as conn:
        rules = rules_now(
            conn, desk.policies, policy_code=policy_code, branch_id=branch_id, plan_id=plan_id, at=at
        )
        return rules, judge(conn, rules.policy, organisation_id, at)


def write_cases(desk: Desk, cases: Sequence[ToldCase]) -> None:
    """Write cases in one transaction, numbered in their order. ValueError if the rules forbid a step of one."""
    now = desk.now()
    told = [tell(case.id, case.rules, case.lines, written_at=now) for case in cases]
    refusal = next((each for each in told if isinstance(each, Refusal)), None)
    if refusal is not None:
        message = f"a told case breaks {refusal.rule}: {refusal.reason}"
        raise ValueError(message)
    good = [each for each in told if isinstance(each, Told)]
    with desk.store.write(bulk=True) as conn:
        numbers = next_case_numbers(conn, [each.state.logged_at.year for each in good])
        inserts = [
            CaseInsert(
                case.id,
                {
                    **case.fields,
                    "number": number,
                    "last_activity_at": each.last_activity_at,
                    "last_client_at": each.last_client_at,
                },
                each.state,
                case.rules.policy,
                now,
            )
            for case, each, number in zip(cases, good, numbers, strict=True)
        ]
        insert_cases(conn, inserts)
        insert_entries(conn, [entry for each in good for entry in each.entries])
        insert_many(conn, REMOTE_SESSION, [row for case in cases for row in _sessions(case)])
        insert_many(conn, LEDGER_LINE, [_charge(case) for case in cases if case.charged_to])


def _charge(case: ToldCase) -> dict[str, Any]:
    logged = case.lines[0]
    return {
        "id": derived_id(case.id, 0, "charge"),
        "organisation_id": case.fields["organisation_id"],
        "ticket_id": case.charged_to,
        "case_id": case.id,
        "kind": LedgerKind.CONSUMED.value,
        "quantity": -1,
        "covered": True,
        "at": logged.at,
        "by_id": logged.author_id,
        "updated_at": logged.at,
    }


def _sessions(case: ToldCase) -> Iterator[dict[str, Any]]:
    for ordinal, work in enumerate(case.remote):
        yield {
            "id": derived_id(case.id, ordinal, "remote session"),
            "case_id": case.id,
            "tool": work.tool,
            "started_at": work.started_at,
            "ended_at": work.ended_at,
            "by_id": work.by,
            "note": work.note,
            "updated_at": work.ended_at,
        }


def logged_data(rules: Rules, severity: str | None, **more: object) -> dict[str, Any]:
    """What the line of a logging keeps: the rules that the case came under and the severity claimed."""
    return {"rules": rules.recorded(), "severity": severity, **more}


_Trace = Callable[[CaseEvent, CaseState], dict[str, Any]]

_TRACES: Mapping[EventKind, _Trace] = {
    EventKind.ASSIGNED: lambda event, before: {"from": before.owner, "to": event.to},
    EventKind.STAGE_MOVED: lambda event, before: {"from": before.stage, "to": event.to},
    EventKind.SEVERITY_CLAIMED: lambda event, before: {"claimed": [before.severity_claimed, event.to]},
    EventKind.SEVERITY_VERIFIED: lambda event, before: {
        "verified": [before.severity_verified, event.to],
        "fields": {},
    },
    EventKind.UPDATE_AGREED: lambda event, _: {"until": event.until},
    EventKind.CLOSED: lambda event, before: {
        "from": before.stage,
        "resolution": event.resolution,
        "by_client": event.by_client,
        "automatic": event.automatic,
    },
    EventKind.REACTIVATED: lambda event, before: {"from": before.stage, "by_client": event.by_client},
}
"""What the timeline keeps of an event beside what is said with it, as the acts in handling and closing keep it."""


def _followed(before: CaseState, step: Advance, at: datetime) -> Iterator[ToldLine]:
    stage = before.stage
    for event in step.followed:
        data = {"from": stage, "to": event.to, "automatic": True}
        yield ToldLine(at, Line(EntryKind.STAGE, data=data, by_itself=True))
        stage = event.to or stage


_Line = TypeVar("_Line")


def _bounded(lines: list[_Line]) -> list[_Line]:
    half = _MOST_LINES // 2
    return lines if len(lines) <= _MOST_LINES else [*lines[:half], *lines[-half:]]


def _row(
    told: ToldLine, trace: Mapping[str, Any], case_id: UUID, ordinal: int, written_at: datetime
) -> dict[str, Any]:
    line = told.line
    return {
        "id": derived_id(case_id, ordinal),
        "case_id": case_id,
        "at": told.at,
        "kind": line.kind.value,
        "public": line.kind in PUBLIC_ENTRIES,
        "author_id": None if line.by_client or line.by_itself else told.author_id,
        "contact_id": line.contact_id,
        "channel": line.channel.value if line.channel else None,
        "body": line.body,
        "data": plain_mapping({**trace, **line.data} if trace else line.data) or None,
        "event": event_value(told.event) if told.event else None,
        "updated_at": written_at,
    }
