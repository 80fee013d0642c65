"""Cases as plain values under names that stay, for JSON and for the text made of it; `case --help` lists the names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import plain
from supportdesk.services.queries import details
from supportdesk.services.views import (
    CaseDetail,
    ClockView,
    PersonView,
    SeverityChoice,
    TimelineItem,
    TimelineSlice,
)

# What the entries of a timeline keep for themselves: the rules that a case came under are told with its clocks.
_NOT_SHOWN = frozenset({"rules"})
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?\+00:00")


def as_plain(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """A value as JSON has it: instants in UTC with a Z, also those that entries keep as text."""
    if isinstance(value, Mapping):
        return {str(key): as_plain(each) for key, each in value.items()}
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"
    if isinstance(value, str) and not isinstance(value, Enum):
        return f"{value[:-6]}Z" if _INSTANT.fullmatch(value) else value
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        items = sorted(value) if isinstance(value, frozenset | set) else value
        return [as_plain(each) for each in items]
    return plain(value)


def refusal(error: KnownError) -> dict[str, Any]:
    """Why nothing was done; `rule` where a rule of the policy forbids it."""
    rule = error.rule if isinstance(error, RuleRefusal) else None
    return {
        "error": {"rule": rule, "what": error.what, "meaning": error.meaning, "remedy": error.remedy},
    }


def acted(desk: Desk, case_id: UUID, done: Done) -> dict[str, Any]:
    """The case after an act, and the act."""
    operation = done.operation
    return {
        "case": _case(details.case(desk, case_id)),
        "done": as_plain(
            {
                "operation": done.outcome.operation,
                "act": operation.name if operation else None,
                "created": done.created,
                "undoable": done.undoable,
            }
        ),
    }


def shown(case: CaseDetail, timeline: TimelineSlice) -> dict[str, Any]:
    """A case with the newest part of its timeline, oldest entry first."""
    entries = [_entry(item) for item in timeline.items]
    return {"case": _case(case), "timeline": {"earlier": timeline.earlier, "entries": entries}}


def _case(case: CaseDetail) -> dict[str, Any]:
    whole = {
        **_case_itself(case),
        **_asker(case),
        **_promised(case),
        **_ending(case),
        "policy": {"name": case.policy_name, "version": case.policy_version},
        "extra": case.extra,
    }
    return {str(name): as_plain(value) for name, value in whole.items()}


def _case_itself(case: CaseDetail) -> dict[str, Any]:
    return {
        "id": case.id,
        "number": case.number,
        "title": case.title,
        "open": case.open,
        "stage": {"id": case.stage.id, "name": case.stage.name, "kind": case.stage.kind},
        "severity": _severity(
            case.severity_verified or case.severity_claimed, verified=case.severity_verified is not None
        ),
        "severity_claimed": case.severity_claimed.code if case.severity_claimed else None,
        "severity_reason": case.severity_reason or None,
        "owner": _person(case.owner),
        "watchers": [_person(each) for each in case.watchers],
        "seconds_spent": case.seconds_spent,
        "links": [
            {
                "kind": link.kind,
                "id": link.id,
                "label": link.label,
                "title": link.title,
                "detail": link.detail or None,
            }
            for link in case.links
        ],
    }


def _asker(case: CaseDetail) -> dict[str, Any]:
    contact = {
        "id": case.contact_id,
        "name": case.contact,
        "email": case.email or None,
        "phone": case.phone or None,
    }
    return {
        "client": {
            "id": case.organisation_id,
            "name": case.organisation,
            "code": case.client_code or None,
        }
        if case.organisation_id
        else None,
        "contact": contact if case.contact_id else None,
        "branch": case.branch or None,
        "site": case.site or None,
        "product": case.product or None,
        "product_version": case.product_version or None,
        "area": case.area or None,
        "reason": case.reason or None,
        "channel": case.channel,
        "language": case.language or None,
        "template": [{"part": part, "answer": answer} for part, answer in case.template],
    }


def _promised(case: CaseDetail) -> dict[str, Any]:
    cover = case.entitlement
    return {
        "cover": {
            "kind": cover.cover,
            "supported": cover.supported,
            "rule": cover.rule or None,
            "sentence": cover.sentence,
            "plan": cover.plan_name or None,
            "left": cover.left,
            "size": cover.size,
            "valid_until": cover.valid_until,
            "refused_acts": cover.refused_acts,
        },
        "clocks": [_clock(clock) for clock in case.clocks],
        "earlier_clocks": case.earlier_clocks,
        "unread_since": case.unread_since,
    }


def _ending(case: CaseDetail) -> dict[str, Any]:
    return {
        "stages": [
            {
                "id": stage.id,
                "name": stage.name,
                "kind": stage.kind,
                "refused": stage.refused or None,
                "asks": stage.asks,
            }
            for stage in case.stages
        ],
        "resolutions": [{"id": identity, "name": name} for identity, name in case.resolutions],
        "resolution": case.resolution or None,
        "logged_at": case.logged_at,
        "closed_at": case.closed_at,
        "closes_at": case.closes_at,
        "next_reminder_at": case.next_reminder_at,
        "reactivate_until": case.reactivate_until,
        "needs_owner": case.needs_owner,
    }


def _clock(clock: ClockView) -> dict[str, Any]:
    return {
        "kind": clock.kind,
        "state": clock.deadline.state,
        "verdict": clock.verdict,
        "started_at": clock.deadline.started_at,
        "soon_at": clock.deadline.soon_at,
        "due_at": clock.deadline.due_at,
        "met_at": clock.met_at,
        "severity": clock.severity or None,
        "target_seconds": clock.target_seconds,
        "counted_seconds": clock.counted_seconds,
        "left_seconds": clock.left_seconds,
        "time_zone": clock.time_zone,
        "policy": {"name": clock.policy_name, "version": clock.policy_version},
        "explanation": clock.text,
        "reasons": [{"kind": reason.kind, "params": reason.params} for reason in clock.reasons],
        "steps": [
            {
                "kind": step.kind,
                "start": step.start,
                "end": step.end,
                "counted_seconds": step.counted_seconds,
                "label": step.label or None,
            }
            for step in clock.steps
        ],
    }


def _entry(item: TimelineItem) -> dict[str, Any]:
    author = {"id": item.author_id, "name": item.author} if item.author else None
    whole = {
        "id": item.id,
        "kind": item.kind,
        "at": item.at,
        "public": item.public,
        "system": item.system,
        "author": author,
        "from_client": item.from_client,
        "channel": item.channel,
        "body": item.body or None,
        "data": {name: value for name, value in item.data.items() if name not in _NOT_SHOWN},
        "files": [
            {
                "id": file.id,
                "name": file.name,
                "size": file.size,
                "media_type": file.media_type,
                "state": file.state,
            }
            for file in item.files
        ],
        "from_case": item.from_case or None,
    }
    return {name: as_plain(value) for name, value in whole.items()}


def _severity(severity: SeverityChoice | None, *, verified: bool) -> dict[str, Any] | None:
    if severity is None:
        return None
    return {"code": severity.code, "name": severity.name, "rank": severity.rank, "verified": verified}


def _person(person: PersonView | None) -> dict[str, Any] | None:
    return {"id": person.id, "name": person.name} if person else None
