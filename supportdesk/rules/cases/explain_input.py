"""Reads one question of the command `policy explain`; what the policy makes of it is worked out in policy_explain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.errors import KnownError
from supportdesk.rules.calendars.zone import FIRST_YEAR, LAST_YEAR, as_utc, beyond_horizon
from supportdesk.rules.cases.stages import ENGAGEMENT
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.policies.policy import Policy

# What is listed as refused because of the question itself, not of a rule.
INPUT = "input"

KINDS: Mapping[str, EventKind] = {
    "logged": EventKind.LOGGED,
    "assigned": EventKind.ASSIGNED,
    "response": EventKind.PUBLIC_ANSWER,
    "update": EventKind.PUBLIC_ANSWER,
    "info_request": EventKind.INFO_REQUESTED,
    "customer_reply": EventKind.CLIENT_ANSWERED,
    "staff_note": EventKind.STAFF_NOTE,
    "agreed_update": EventKind.UPDATE_AGREED,
    "severity_claimed": EventKind.SEVERITY_CLAIMED,
    "severity_verified": EventKind.SEVERITY_VERIFIED,
    "stage": EventKind.STAGE_MOVED,
    "agreement": EventKind.AGREEMENT,
    "closed": EventKind.CLOSED,
    "reactivated": EventKind.REACTIVATED,
    "reactivate": EventKind.REACTIVATED,
}
_CLIENT = frozenset({"client", "customer"})


@dataclass(frozen=True, slots=True)
class AskedEvent:
    """An event of the question, by its place in the list from 0; a refusal instead if its kind is not known."""

    index: int
    event: CaseEvent | Refusal


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a case with its events, and the instant (UTC) as of which to answer."""

    severity: str | None
    after_hours: bool
    logged: CaseEvent
    events: tuple[AskedEvent, ...]
    now: datetime


def read_question(policy: Policy, item: object) -> Question:
    """The question that this JSON value asks. KnownError says in one sentence what is wrong with it."""
    values = _mapping(item, "The item")
    severity = values.get("severity")
    if severity is not None and not isinstance(severity, str):
        raise KnownError("“severity” is a code such as S1, or null.")
    listed = values.get("events")
    if not isinstance(listed, list) or not listed:
        raise KnownError("“events” is a list that begins with the event “logged”.")
    events = tuple(_read_event(policy, index, value) for index, value in enumerate(listed))
    logged = events[0].event
    if not isinstance(logged, CaseEvent) or logged.kind is not EventKind.LOGGED:
        raise KnownError("The first event is of the kind “logged”.")
    last = max(asked.event.at for asked in events if isinstance(asked.event, CaseEvent))
    now = last if values.get("now") is None else _instant(values["now"], "“now”")
    if now < logged.at:
        raise KnownError("“now” lies before the logging of the case.")
    return Question(severity, _after_hours(policy, values.get("plan")), logged, events[1:], now)


def _read_event(policy: Policy, index: int, value: object) -> AskedEvent:
    where = f"Event {index}"
    values = _mapping(value, where)
    name = _text(values, "kind", where)
    kind = KINDS.get(name) if name is not None else None
    if kind is None:
        what = f"There is no kind of event “{name}”." if name else "The event has no kind."
        return AskedEvent(index, Refusal(INPUT, what, f"The kinds are: {', '.join(KINDS)}."))
    at = _instant(values.get("at"), f"{where}: “at”")
    to = _text(values, "to", where)
    by_client = (_text(values, "by", where) or "").casefold() in _CLIENT
    if kind is EventKind.UPDATE_AGREED:
        agreed = values.get("until", to)
        until = None if agreed is None else _instant(agreed, f"{where}: “to”")
        return AskedEvent(index, CaseEvent(kind, at, until=until))
    if kind is EventKind.CLOSED:
        resolution = _text(values, "resolution", where) or (None if to and policy.stage_called(to) else to)
        return AskedEvent(index, CaseEvent(kind, at, resolution=resolution, by_client=by_client))
    if kind is EventKind.ASSIGNED:
        to = to or "somebody"
    return AskedEvent(
        index, CaseEvent(kind, at, to=to, by_client=by_client, recorded=_everything_asked(policy))
    )


def _everything_asked(policy: Policy) -> frozenset[str]:
    """A question cannot tell what was recorded on entering a stage, so all of it counts as recorded."""
    return frozenset({ENGAGEMENT}).union(*(stage.asks for stage in policy.stages))


def _after_hours(policy: Policy, plan: object) -> bool:
    if plan is None:
        return False
    if isinstance(plan, str):
        found = policy.plan(plan)
        if found is None:
            plans = ", ".join(each.id for each in policy.plans) or "none"
            raise KnownError(f"There is no plan “{plan}”; the plans are: {plans}.")
        return found.after_hours
    after_hours = _mapping(plan, "“plan”").get("after_hours", False)
    if not isinstance(after_hours, bool):
        raise KnownError("“after_hours” of the plan is true or false.")
    return after_hours


def _mapping(value: object, what: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise KnownError(f"{what} is not a JSON object.")
    return value


def _text(values: Mapping[str, object], key: str, where: str) -> str | None:
    value = values.get(key)
    if value is None or isinstance(value, str):
        return value
    raise KnownError(f"{where}: “{key}” is not a text.")


def _instant(value: object, what: str) -> datetime:
    """An instant in UTC from ISO 8601 with its distance from UTC."""
    form = f"{what} is an instant such as 2025-06-02T09:00:00-04:00."
    if not isinstance(value, str):
        raise KnownError(form)
    try:
        at = datetime.fromisoformat(value)
    except ValueError as error:
        raise KnownError(form) from error
    if at.tzinfo is None:
        raise KnownError(f"{form} It lacks the distance from UTC.")
    at = as_utc(at)
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise beyond_horizon()
    return at
