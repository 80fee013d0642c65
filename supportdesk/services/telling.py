"""Tells a whole case at once, as an import does: events in, and the rows out that single acts would have left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from supportdesk.domain.case_events import CaseEvent
from supportdesk.domain.words import PUBLIC_ENTRIES, EntryKind
from supportdesk.rules.case_machine import Advance, advance, begin
from supportdesk.rules.case_state import CaseState, Refusal
from supportdesk.services.case_in_hand import Line
from supportdesk.services.plain import plain_mapping
from supportdesk.services.rules_in_force import Rules
from supportdesk.services.work import derived_id
from supportdesk.store.case_event_codec import event_value

_MOST_LINES = 4096


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
    state = begin(rules.policy, first.event, severity_claimed=first.event.to, after_hours=rules.after_hours)
    all_lines = [first]
    for told in lines[1:]:
        all_lines.append(told)
        if told.event is None:
            continue
        step = advance(rules.policy, state, told.event)
        if isinstance(step, Refusal):
            return step
        all_lines.extend(_followed(state, step, told.at))
        state = step.state
    by_client = [told.at for told in all_lines if told.line.by_client or told is first]
    return Told(
        state,
        tuple(_row(told, case_id, ordinal, written_at) for ordinal, told in enumerate(_bounded(all_lines))),
        max(told.at for told in all_lines),
        max(by_client),
    )


def logged_data(rules: Rules, severity: str | None, **more: object) -> dict[str, Any]:
    """What the line of a logging keeps: the rules that the case came under and the severity claimed."""
    return {"rules": rules.recorded(), "severity": severity, **more}


def _followed(before: CaseState, step: Advance, at: datetime) -> Iterator[ToldLine]:
    stage = before.stage
    for event in step.followed:
        data = {"from": stage, "to": event.to, "automatic": True}
        yield ToldLine(at, Line(EntryKind.STAGE, data=data, by_itself=True))
        stage = event.to or stage


def _bounded(lines: list[ToldLine]) -> list[ToldLine]:
    half = _MOST_LINES // 2
    return lines if len(lines) <= _MOST_LINES else [*lines[:half], *lines[-half:]]


def _row(told: ToldLine, case_id: UUID, ordinal: int, written_at: datetime) -> dict[str, Any]:
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
        "data": plain_mapping(line.data) or None,
        "event": event_value(told.event) if told.event else None,
        "updated_at": written_at,
    }
