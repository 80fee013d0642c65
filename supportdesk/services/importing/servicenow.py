"""Replays a ServiceNow event log: one row a change, gathered by incident, told as stages and times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from operator import itemgetter
from zoneinfo import ZoneInfo

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.words import Channel, EntryKind
from supportdesk.rules.policy import Policy
from supportdesk.services.importing.dates import parse_instant
from supportdesk.services.importing.mapping import ImportMapping, product_of
from supportdesk.services.importing.reading import Record, SourceFile
from supportdesk.services.importing.story import CaseStory, Refused, StoryEntry

_MISSING = "?"
_EXTRA = (
    "made_sla", "reopen_count", "reassignment_count", "closed_code", "category", "subcategory", "u_symptom",
    "cmdb_ci", "impact", "urgency", "knowledge", "problem_id", "rfc", "vendor", "caused_by", "resolved_by",
    "resolved_at", "closed_at", "opened_by", "u_priority_confirmation", "notify",
)  # fmt: skip
_CHANGING = (
    "number", "opened_at", "incident_state", "sys_mod_count", "sys_updated_at",
    "sys_updated_by", "priority", "assigned_to", "assignment_group",
)  # fmt: skip


@dataclass(slots=True)
class _Log:
    """The columns' places and the mapping, made ready to be asked for each row."""

    place: Mapping[str, int]
    zone: ZoneInfo
    stages: Mapping[str, str]
    severities: Mapping[str, str]
    channels: Mapping[str, str]
    policy: Policy
    instants: dict[str, datetime | None] = field(default_factory=dict)

    def text(self, cells: Sequence[str], name: str) -> str:
        place = self.place.get(name)
        value = cells[place] if place is not None else ""
        return "" if value == _MISSING else value

    def instant(self, text: str) -> datetime | None:
        """The same minute comes back many times in a log, so each text is read once."""
        known = self.instants.get(text)
        if known is None and text not in self.instants:
            known = self.instants[text] = parse_instant(text, day_first=True, zone=self.zone)
        return known


@dataclass(slots=True)
class _Row:
    """What changes from row to row; the rest is in the cells."""

    line: int
    order: int
    at: datetime
    state: str
    priority: str
    owner: str
    team: str
    author: str
    cells: tuple[str, ...]


def read_log(source: SourceFile, mapping: ImportMapping, policy: Policy) -> Iterator[CaseStory | Refused]:
    """Every incident as a case, in the order of first appearance; rows that can't be read are refused one by one."""
    log = _Log(
        {heading: index for index, heading in enumerate(source.headers)},
        mapping.zone,
        dict(mapping.stages),
        dict(mapping.severities),
        product_of(mapping).channels,
        policy,
    )
    changing = (
        itemgetter(*(log.place[name] for name in _CHANGING)) if log.place.keys() >= set(_CHANGING) else None
    )
    if changing is None:
        yield Refused(1, "", f"the log lacks one of the columns {', '.join(_CHANGING)}")
        return
    incidents: dict[str, list[_Row]] = {}
    for record in source.records():
        if record.problem:
            yield Refused(record.line, "", record.problem)
            continue
        number, *values = changing(record.cells)
        row = _row(record, values, log)
        if isinstance(row, str):
            yield Refused(record.line, number, row)
        elif number in {"", _MISSING}:
            yield Refused(record.line, "", "it has no number")
        else:
            incidents.setdefault(number, []).append(row)
    for number, rows in incidents.items():
        rows.sort(key=lambda row: row.order)
        yield _story(number, rows, log)


def _row(record: Record, values: Sequence[str], log: _Log) -> _Row | str:
    """One row, or why it can't be taken."""
    present = ["" if value == _MISSING else value for value in values]
    opened, state, order, updated, author, priority, owner, team = present
    if not (opened and state and order and updated):
        names = [name for name, value in zip(_CHANGING[1:5], present, strict=False) if not value]
        return f"it has no {' and no '.join(names)}"
    if not order.isdigit():
        return f"“{order}” in sys_mod_count is not a number"
    at = log.instant(updated)
    if at is None or log.instant(opened) is None:
        return "a date of it is not understood"
    return _Row(record.line, int(order), at, state, priority, owner, team, author, record.cells)


def _story(number: str, rows: list[_Row], log: _Log) -> CaseStory:
    first, last = rows[0].cells, rows[-1].cells
    logged_at = log.instant(log.text(first, "opened_at")) or rows[0].at
    extra = {name: value for name in _EXTRA if (value := log.text(last, name))}
    extra["reopen_count"] = str(max(int(log.text(row.cells, "reopen_count") or 0) for row in rows))
    extra["rows"] = str(len(rows))
    subject = [log.text(first, name) for name in ("category", "subcategory", "u_symptom")]
    return CaseStory(
        line=rows[0].line,
        number=number,
        title=" · ".join(part for part in subject if part) or number,
        logged_at=logged_at,
        entries=tuple(_entries(rows, log, logged_at)),
        severity=log.severities.get(log.text(first, "priority")) or None,
        organisation=log.text(first, "location"),
        contact=log.text(first, "caller_id"),
        owner=log.text(last, "assigned_to"),
        team=log.text(last, "assignment_group"),
        channel=Channel(log.channels.get(log.text(first, "contact_type").casefold(), Channel.IMPORT)),
        extra=extra,
    )


def _entries(rows: list[_Row], log: _Log, logged_at: datetime) -> Iterator[StoryEntry]:
    """The changes between neighbouring rows. In a few incidents times go back; the order of the rows counts then."""
    yield StoryEntry(
        EntryKind.LOGGED, logged_at, from_client=True,
        event=CaseEvent(EventKind.LOGGED, logged_at, history=True),
    )  # fmt: skip
    state = priority = owner = team = ""
    stage = log.policy.first_stage.id
    at = logged_at
    for index, row in enumerate(rows):
        at = max(at, row.at) if index == 0 or row.at > at else at + timedelta(microseconds=1)
        if row.owner and row.owner != owner:
            yield StoryEntry(
                EntryKind.ASSIGNED, at, author=row.author, data={"from": owner, "to": row.owner},
                event=CaseEvent(EventKind.ASSIGNED, at, to=row.owner, history=True),
            )  # fmt: skip
            owner = row.owner
        if index and row.priority != priority and (severity := log.severities.get(row.priority)):
            yield StoryEntry(
                EntryKind.SEVERITY, at, author=row.author,
                data={"from_word": priority, "to_word": row.priority},
                event=CaseEvent(EventKind.SEVERITY_VERIFIED, at, to=severity, history=True),
            )  # fmt: skip
        priority = row.priority
        if index and row.team != team:
            fields = {"team": [team, row.team]}
            yield StoryEntry(EntryKind.EDITED, at, author=row.author, data={"fields": fields})
        team = row.team
        if row.state != state:
            yield from _move(log, state, row.state, stage, at, row.author, first=index == 0)
            stage = log.stages.get(row.state) or stage
            state = row.state


def _move(
    log: _Log, old: str, new: str, stage: str, at: datetime, author: str, *, first: bool
) -> Iterator[StoryEntry]:
    """One change of the state: to closed, back from closed, or between open stages; unknown states move nothing."""
    target = log.stages.get(new, "")
    closed = log.policy.closing.closed_stage
    data = {"from_word": "" if first else old, "to_word": new}
    if target == closed:
        event = CaseEvent(EventKind.CLOSED, at, history=True)
        yield StoryEntry(EntryKind.CLOSED, at, author=author, data=data, event=event)
    elif stage == closed and target:
        event = CaseEvent(EventKind.REACTIVATED, at, history=True)
        yield StoryEntry(EntryKind.REACTIVATED, at, author=author, data=data, event=event)
        if target != log.policy.closing.reopened_stage:
            moved = CaseEvent(EventKind.STAGE_MOVED, at, to=target, history=True)
            yield StoryEntry(EntryKind.STAGE, at, author=author, data={"to": target}, event=moved)
    elif not (first and target == stage):
        event_or_none = CaseEvent(EventKind.STAGE_MOVED, at, to=target, history=True) if target else None
        yield StoryEntry(
            EntryKind.STAGE, at, author=author, data=data | {"to": target or stage}, event=event_or_none
        )
