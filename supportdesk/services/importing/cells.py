"""Turns one record of an ordinary export, a row or an object, into a case's story by its mapping."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.words import Channel, EntryKind, StageKind
from supportdesk.rules.case_machine import FIRST_RESPONSE
from supportdesk.rules.policy import Policy
from supportdesk.services.importing.comments import Comment, is_same, read_comments
from supportdesk.services.importing.dates import parse_instant
from supportdesk.services.importing.mapping import ImportMapping, flat_fields, product_of
from supportdesk.services.importing.reading import Record, SourceFile
from supportdesk.services.importing.story import CaseStory, Refused, StoryEntry
from supportdesk.services.importing.targets import REPEATABLE, Target, preference

_FORMULA_GUARD = re.compile(r"'(?=[=+\-@])")
_NOTHING = {"", "-", "?", "null", "none"}
_LONGEST_TITLE = 1000


@dataclass(slots=True)
class _Reader:
    """One file's mapping, made ready to be asked for each record."""

    mapping: ImportMapping
    policy: Policy
    zone: ZoneInfo
    stages: Mapping[str, str]
    severities: Mapping[str, str]
    channels: Mapping[str, str]

    def instant(self, text: str) -> datetime | None:
        return parse_instant(text, day_first=self.mapping.day_first, zone=self.zone)


class _CellError(Exception):
    """Why a record can't become a case."""


def read_stories(source: SourceFile, mapping: ImportMapping, policy: Policy) -> Iterator[CaseStory | Refused]:
    """Every record as a case, or refused with the reason; in the order of the file."""
    product = product_of(mapping)
    reader = _Reader(
        mapping, policy, mapping.zone, dict(mapping.stages), dict(mapping.severities), product.channels
    )
    for record in source.records():
        values = _values_of(record, mapping)
        number = _first(values, Target.NUMBER)
        if record.problem:
            yield Refused(record.line, number, record.problem)
            continue
        try:
            yield _story(record, values, reader)
        except _CellError as error:
            yield Refused(record.line, number, str(error))


_Values = dict[Target, list[tuple[str, Any]]]


def _values_of(record: Record, mapping: ImportMapping) -> _Values:
    """The record's values by target, each with its heading; empty ones left out."""
    values: _Values = {}
    if record.fields is not None:
        flat = flat_fields(record)
        pairs: list[tuple[str, Target, Any]] = [
            (heading, target, flat.get(heading)) for heading, target in mapping.columns
        ]
        known = {heading for heading, _ in mapping.columns}
        pairs += [(heading, Target.KEEP, value) for heading, value in flat.items() if heading not in known]
    else:
        pairs = [
            (heading, target, _cell(cell))
            for (heading, target), cell in zip(mapping.columns, record.cells, strict=False)
        ]
    for heading, target, value in pairs:
        if value is None or (isinstance(value, str) and value.strip().casefold() in _NOTHING):
            continue
        if value not in ([], {}):
            values.setdefault(target, []).append((heading, value))
    for target in [each for each in values if each not in REPEATABLE and len(values[each]) > 1]:
        best, *others = sorted(values[target], key=lambda pair: preference(pair[0], target))
        values[target] = [best]
        values.setdefault(Target.KEEP, []).extend(others)
    return values


def _cell(cell: str) -> str:
    return _FORMULA_GUARD.sub("", cell, count=1) if cell.startswith("'") else cell


def _first(values: _Values, target: Target) -> str:
    found = values.get(target)
    return str(found[0][1]).strip() if found else ""


def _name(values: _Values, target: Target, what: str) -> str:
    """A person's or company's name; of a bare number "Customer 7", so that it reads as what it is."""
    text = _first(values, target)
    return f"{what} {text}" if text.isdigit() else text


def _instant(values: _Values, target: Target, reader: _Reader) -> datetime | None:
    text = _first(values, target)
    if not text:
        return None
    at = reader.instant(text)
    if at is None:
        heading = values[target][0][0]
        message = f"“{text}” in {heading} is not a date that is understood"
        raise _CellError(message)
    return at


def _story(record: Record, values: _Values, reader: _Reader) -> CaseStory:
    number = _first(values, Target.NUMBER)
    if not number:
        message = "it has no number, so a second import could not know it again"
        raise _CellError(message)
    logged_at = _instant(values, Target.LOGGED_AT, reader)
    if logged_at is None:
        message = "it does not say when it was logged"
        raise _CellError(message)
    owner = _name(values, Target.OWNER, "Agent")
    owner = "" if owner.casefold() in {"no agent", "unassigned"} else owner
    word = _first(values, Target.SEVERITY)
    return CaseStory(
        line=record.line,
        number=number,
        title=_first(values, Target.TITLE)[:_LONGEST_TITLE] or f"Without a subject ({number})",
        logged_at=logged_at,
        entries=_entries(values, reader, logged_at, owner),
        severity=reader.severities.get(word) or None,
        organisation=_name(values, Target.ORGANISATION, "Organisation"),
        contact=_name(values, Target.CONTACT, "Customer"),
        contact_email=_first(values, Target.CONTACT_EMAIL),
        owner=owner,
        team=_name(values, Target.TEAM, "Group"),
        product=_first(values, Target.PRODUCT),
        channel=Channel(reader.channels.get(_first(values, Target.CHANNEL).casefold(), Channel.IMPORT)),
        extra=_extra(values),
    )


def _extra(values: _Values) -> dict[str, str]:
    extra = {heading: _plain(value) for heading, value in values.get(Target.KEEP, [])}
    tags = [_plain(value) for _, value in values.get(Target.TAGS, [])]
    if tags:
        extra["tags"] = ", ".join(tags)
    return extra


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(each) for each in value)
    return str(value)


def _entries(values: _Values, reader: _Reader, logged_at: datetime, owner: str) -> tuple[StoryEntry, ...]:
    description = _first(values, Target.DESCRIPTION)
    comments = read_comments(
        [value for _, value in values.get(Target.COMMENT, [])],
        requester=_first(values, Target.CONTACT),
        instant=reader.instant,
    )
    told = [_comment_entry(comment, owner) for comment in comments if comment.body != description]
    first_response = _first_response(values, reader, logged_at)
    if first_response is not None and not any(entry.kind is EntryKind.REPLY for entry in told):
        told.append(_answer(first_response, owner))
    answered = any(entry.kind is EntryKind.REPLY for entry in told)
    # A case that nobody has taken up yet still waits for its first response, however it came here.
    untouched = reader.stages.get(_first(values, Target.STAGE), "") in {"", reader.policy.first_stage.id}
    measured = answered or untouched
    logged = StoryEntry(
        EntryKind.LOGGED, logged_at, from_client=True, body=description,
        event=CaseEvent(
            EventKind.LOGGED, logged_at, history=True,
            recorded=frozenset({FIRST_RESPONSE}) if measured else frozenset(),
        ),
    )  # fmt: skip
    if owner:
        told.append(
            StoryEntry(
                EntryKind.ASSIGNED, logged_at, data={"to": owner},
                event=CaseEvent(EventKind.ASSIGNED, logged_at, to=owner, history=True),
            )
        )  # fmt: skip
    told.sort(key=lambda entry: entry.at)
    latest = max([logged_at, *(entry.at for entry in told)])
    return (logged, *_at_least(told, logged_at), *_ending(values, reader, latest))


def _first_response(values: _Values, reader: _Reader, logged_at: datetime) -> datetime | None:
    at = _instant(values, Target.FIRST_RESPONSE_AT, reader)
    minutes = _first(values, Target.FIRST_RESPONSE_MINUTES)
    if at is None and minutes.isdigit():
        return logged_at + timedelta(minutes=int(minutes))
    return at


def _answer(at: datetime, author: str) -> StoryEntry:
    return StoryEntry(
        EntryKind.REPLY, at, author=author, data={"text_not_exported": True},
        event=CaseEvent(EventKind.PUBLIC_ANSWER, at, history=True),
    )  # fmt: skip


def _comment_entry(comment: Comment, owner: str) -> StoryEntry:
    if comment.from_client:
        return StoryEntry(
            EntryKind.CLIENT, comment.at, from_client=True, body=comment.body,
            event=CaseEvent(EventKind.CLIENT_ANSWERED, comment.at, history=True),
        )  # fmt: skip
    author = owner if not comment.author or is_same(comment.author, owner) else comment.author
    if not comment.public:
        return StoryEntry(EntryKind.NOTE, comment.at, author=author, body=comment.body)
    return StoryEntry(
        EntryKind.REPLY, comment.at, author=author, body=comment.body,
        event=CaseEvent(EventKind.PUBLIC_ANSWER, comment.at, history=True),
    )  # fmt: skip


def _at_least(entries: list[StoryEntry], earliest: datetime) -> Iterator[StoryEntry]:
    """What the export dates before the logging counts from the logging; the date it gave is kept beside."""
    for entry in entries:
        if entry.at >= earliest:
            yield entry
            continue
        data = {**entry.data, "dated": entry.at.isoformat()}
        event = replace(entry.event, at=earliest) if entry.event else None
        yield replace(entry, at=earliest, data=data, event=event)


def _ending(values: _Values, reader: _Reader, latest: datetime) -> Iterator[StoryEntry]:
    """How the case came to the stage in which the export shows it."""
    word = _first(values, Target.STAGE)
    stage = reader.stages.get(word, "")
    closed = reader.policy.closing.closed_stage
    closed_at = _instant(values, Target.CLOSED_AT, reader)
    updated_at = _instant(values, Target.UPDATED_AT, reader)
    resolved_at = _instant(values, Target.RESOLVED_AT, reader)
    done = next((each.id for each in reader.policy.stages if each.kind is StageKind.DONE), "")
    if stage == closed:
        if done and resolved_at and latest <= resolved_at < (closed_at or resolved_at):
            yield _moved(done, resolved_at, word="")
            latest = resolved_at
        at = max(latest, closed_at or updated_at or latest)
        yield StoryEntry(
            EntryKind.CLOSED, at, data={"to_word": word},
            event=CaseEvent(EventKind.CLOSED, at, history=True),
        )  # fmt: skip
    elif stage and stage != reader.policy.first_stage.id:
        yield _moved(stage, max(latest, resolved_at or closed_at or updated_at or latest), word)


def _moved(stage: str, at: datetime, word: str) -> StoryEntry:
    return StoryEntry(
        EntryKind.STAGE, at, data={"to": stage, "to_word": word},
        event=CaseEvent(EventKind.STAGE_MOVED, at, to=stage, history=True),
    )  # fmt: skip
