"""Replays a ServiceNow event log: one row a change, gathered by incident, told as stages and times."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from operator import itemgetter

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import Channel, EntryKind
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.importing.dates import parse_instant
from supportdesk.services.importing.mapping import ImportMapping, product_of
from supportdesk.services.importing.reading import Record, SourceFile
from supportdesk.services.importing.story import LONGEST_NUMBER, CaseStory, Refused, StoryEntry
from supportdesk.services.importing.targets import plain_heading

_MISSING = "?"
# Kept on the case as the last row of an incident has them.
_KEPT = (
    "made_sla", "reassignment_count", "closed_code", "category", "subcategory", "u_symptom",
    "cmdb_ci", "impact", "urgency", "knowledge", "problem_id", "rfc", "vendor", "caused_by", "resolved_by",
    "resolved_at", "closed_at", "opened_by", "u_priority_confirmation", "notify",
)  # fmt: skip
# What makes the case itself, as the first row has it.
_LOGGED = (
    "opened_at", "priority", "category", "subcategory", "u_symptom", "location", "caller_id", "contact_type",
)  # fmt: skip
_CHANGING = (
    "number", "opened_at", "sys_mod_count", "sys_updated_at", "reopen_count",
    "incident_state", "priority", "assigned_to", "assignment_group", "sys_updated_by",
)  # fmt: skip
_MOST_FIGURES = 18

_Cells = Callable[[Sequence[str]], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Change:
    """What one row says of how the incident stood after it; `order` is its place among the incident's rows."""

    order: int
    at: datetime
    state: str
    priority: str
    owner: str
    team: str
    author: str


class _Log:
    """The file's columns, and what its words and dates mean."""

    def __init__(self, source: SourceFile, mapping: ImportMapping, policy: Policy) -> None:
        place = {plain_heading(name).replace(" ", "_"): index for index, name in enumerate(source.headers)}
        missing = [name for name in _CHANGING if name not in place]
        if missing:
            raise KnownError(
                f"{source.path.name} is no whole event log: it lacks {', '.join(missing)}.",
                "Nothing was imported.",
                "Export the log again with all of its columns.",
            )
        self.stages = dict(mapping.stages)
        self.severities = dict(mapping.severities)
        self.channels = product_of(mapping).channels
        self.policy = policy
        self.changing: _Cells = itemgetter(*(place[name] for name in _CHANGING))
        self._place = place
        self._zone = mapping.zone
        self._instants: dict[str, datetime | None] = {}
        self._texts: dict[str, str] = {_MISSING: ""}

    def texts(self, cells: Sequence[str], names: Sequence[str]) -> dict[str, str]:
        """Some columns of a row by name; those that are missing or empty are left out."""
        names = [name for name in names if name in self._place]
        values = self.words([cells[self._place[name]] for name in names])
        return {name: value for name, value in zip(names, values, strict=True) if value}

    def words(self, cells: Sequence[str]) -> tuple[str, ...]:
        """The cells, "" for what is missing; the words of a log are few, so each is kept in memory once."""
        return tuple(map(self._texts.setdefault, cells, cells))

    def instant(self, text: str) -> datetime | None:
        """The instant of a text; the same minute comes back many times in a log, so each is read once."""
        if text not in self._instants:
            self._instants[text] = parse_instant(text, day_first=True, zone=self._zone)
        return self._instants[text]


class _Incident:
    """The rows of one incident as they come, in whatever order; of the first and the last all cells are kept."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.changes: list[_Change] = []
        self.reopened = 0
        self.first: tuple[str, ...] = ()
        self.last: tuple[str, ...] = ()
        self._said = sha256()

    def take(self, change: _Change, cells: tuple[str, ...], reopened: int) -> None:
        """Add a row."""
        known = self.changes
        if not known or change.order < known[0].order:
            self.first = cells
        in_order = not known or change.order >= known[-1].order
        if in_order:
            self.last = cells
        known.append(change)
        if not in_order:
            known.sort(key=lambda each: each.order)
        self.reopened = max(self.reopened, reopened)
        self._said.update("\x1f".join(cells).encode("utf-8", "surrogatepass"))

    @property
    def mark(self) -> str:
        """A hash of what the file says of the incident."""
        return self._said.hexdigest()


def read_log(source: SourceFile, mapping: ImportMapping, policy: Policy) -> Iterator[CaseStory | Refused]:
    """Every incident as a case, in the order of first appearance; rows that can't be read are refused one by one.

    KnownError for a file that lacks columns of such a log.
    """
    log = _Log(source, mapping, policy)
    incidents: dict[str, _Incident] = {}
    for record in source.records():
        if record.problem:
            yield Refused(record.line, "", record.problem)
            continue
        why = _take(record, incidents, log)
        if why:
            yield Refused(record.line, log.changing(record.cells)[0][:LONGEST_NUMBER], why)
    for number, incident in incidents.items():
        yield _story(number, incident, log)


def _take(record: Record, incidents: dict[str, _Incident], log: _Log) -> str:
    """Add a row to its incident; gives why it can't be taken, else ""."""
    values = log.words(log.changing(record.cells))
    number, opened, order, updated, reopened, state, *_ = values
    required = zip(_CHANGING, (number, opened, order, updated, "0", state), strict=False)
    missing = [name for name, value in required if not value]
    if missing:
        return f"it has no {' and no '.join(missing)}"
    if len(number) > LONGEST_NUMBER:
        return f"its number is longer than {LONGEST_NUMBER} characters"
    for name, text in (("sys_mod_count", order), ("reopen_count", reopened or "0")):
        if not text.isdecimal() or len(text) > _MOST_FIGURES:
            return f"“{text[:80]}” in {name} is not a number"
    at = log.instant(updated)
    if at is None or log.instant(opened) is None:
        return "a date of it is not understood"
    incident = incidents.get(number)
    if incident is None:
        incident = incidents[number] = _Incident(record.line)
    incident.take(_Change(int(order), at, *values[5:]), record.cells, int(reopened or 0))
    return ""


def _story(number: str, incident: _Incident, log: _Log) -> CaseStory:
    first, last = log.texts(incident.first, _LOGGED), incident.changes[-1]
    logged_at = log.instant(first["opened_at"]) or incident.changes[0].at
    subject = [first[name] for name in ("category", "subcategory", "u_symptom") if name in first]
    counted = {"reopen_count": str(incident.reopened), "rows": str(len(incident.changes))}
    channel = log.channels.get(first.get("contact_type", "").casefold(), Channel.IMPORT)
    return CaseStory(
        line=incident.line,
        number=number,
        mark=incident.mark,
        title=" · ".join(subject) or number,
        logged_at=logged_at,
        entries=tuple(_entries(incident.changes, log, logged_at)),
        severity=log.severities.get(first.get("priority", "")) or None,
        organisation=first.get("location", ""),
        contact=first.get("caller_id", ""),
        owner=last.owner,
        team=last.team,
        channel=Channel(channel),
        extra=log.texts(incident.last, _KEPT) | counted,
    )


def _entries(changes: list[_Change], log: _Log, logged_at: datetime) -> Iterator[StoryEntry]:
    """What changed from row to row. In a few incidents times go back; the order of the rows counts then."""
    yield StoryEntry(
        EntryKind.LOGGED, logged_at, from_client=True,
        event=CaseEvent(EventKind.LOGGED, logged_at, history=True),
    )  # fmt: skip
    before = _Change(0, logged_at, "", changes[0].priority, "", changes[0].team, "")
    stage = log.policy.first_stage.id
    at = logged_at
    for change in changes:
        at = max(at, change.at)
        dated = {"dated": change.at.isoformat()} if change.at < at else {}
        if change.owner and change.owner != before.owner:
            event = CaseEvent(EventKind.ASSIGNED, at, to=change.owner, history=True)
            yield StoryEntry(EntryKind.ASSIGNED, at, change.author, data=dated, event=event)
        if change.priority != before.priority and (severity := log.severities.get(change.priority)):
            words = {"from_word": before.priority, "to_word": change.priority}
            event = CaseEvent(EventKind.SEVERITY_VERIFIED, at, to=severity, history=True)
            yield StoryEntry(EntryKind.SEVERITY, at, change.author, data=words | dated, event=event)
        if change.team != before.team:
            fields = {"fields": {"team": [before.team, change.team]}}
            yield StoryEntry(EntryKind.EDITED, at, change.author, data=fields | dated)
        if change.state != before.state:
            words = {"from_word": before.state, "to_word": change.state}
            yield from _move(log, stage, change, at, words | dated)
            stage = log.stages.get(change.state) or stage
        # An incident given back to its group keeps its last owner here, as no row says who has it then.
        before = change if change.owner else _owned_by(before.owner, change)


def _owned_by(owner: str, change: _Change) -> _Change:
    return _Change(change.order, change.at, change.state, change.priority, owner, change.team, change.author)


def _move(
    log: _Log, stage: str, change: _Change, at: datetime, data: Mapping[str, str]
) -> Iterator[StoryEntry]:
    """One change of the state: to closed, back from closed, or between open stages.

    A state that means the stage in which the case stands, or none, moves nothing and is told all the same.
    """
    target = log.stages.get(change.state) or stage
    closed = log.policy.closing.closed_stage
    if target == stage:
        if data["from_word"] or target != log.policy.first_stage.id:
            yield StoryEntry(EntryKind.STAGE, at, change.author, data={"from": stage, "to": target, **data})
    elif target == closed:
        event = CaseEvent(EventKind.CLOSED, at, history=True)
        yield StoryEntry(EntryKind.CLOSED, at, change.author, data=data, event=event)
    elif stage == closed:
        event = CaseEvent(EventKind.REACTIVATED, at, history=True)
        yield StoryEntry(EntryKind.REACTIVATED, at, change.author, data=data, event=event)
        if target != log.policy.closing.reopened_stage:
            moved = CaseEvent(EventKind.STAGE_MOVED, at, to=target, history=True)
            yield StoryEntry(EntryKind.STAGE, at, change.author, event=moved)
    else:
        event = CaseEvent(EventKind.STAGE_MOVED, at, to=target, history=True)
        yield StoryEntry(EntryKind.STAGE, at, change.author, data=data, event=event)
