"""How a case event lies in the `event` value of its timeline entry; the entry's own instant is the event's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from supportdesk.domain.case_events import CaseEvent, EventKind

_TEXTS = ("to", "resolution")
_INSTANTS = ("until", "postponed_close")
_FLAGS = ("automatic", "by_client", "history")


def event_value(event: CaseEvent) -> dict[str, Any]:
    """The event as plain JSON without its instant; what is empty is left out."""
    value: dict[str, Any] = {"kind": event.kind.value}
    for name in (*_TEXTS, "step", "after_hours"):
        if getattr(event, name) is not None:
            value[name] = getattr(event, name)
    value.update((name, True) for name in _FLAGS if getattr(event, name))
    for name in _INSTANTS:
        if getattr(event, name) is not None:
            value[name] = getattr(event, name).isoformat()
    if event.recorded:
        value["recorded"] = sorted(event.recorded)
    return value


def read_event(value: Mapping[str, Any], at: datetime) -> CaseEvent:
    """The event that an entry of this instant is the trace of."""
    instants = {name: datetime.fromisoformat(value[name]) for name in _INSTANTS if name in value}
    return CaseEvent(
        kind=EventKind(value["kind"]),
        at=at,
        to=value.get("to"),
        until=instants.get("until"),
        resolution=value.get("resolution"),
        automatic=value.get("automatic", False),
        by_client=value.get("by_client", False),
        history=value.get("history", False),
        step=value.get("step"),
        postponed_close=instants.get("postponed_close"),
        after_hours=value.get("after_hours"),
        recorded=frozenset(value.get("recorded", ())),
    )
