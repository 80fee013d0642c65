"""Turns one record of an ordinary export, a row or an object, into a case's story by its mapping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import Channel, EntryKind
from supportdesk.rules.cases.machine import FIRST_RESPONSE
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.importing.comments import Comment, is_same, read_comments
from supportdesk.services.importing.mapping import ImportMapping, done_stage, product_of
from supportdesk.services.importing.reading import SourceFile
from supportdesk.services.importing.story import LONGEST_NUMBER, CaseStory, Refused, StoryEntry
from supportdesk.services.importing.targets import Target
from supportdesk.services.importing.values import CellError, Values, mark_of

_LONGEST_TITLE = 1000
_NOBODY = frozenset({"no agent", "unassigned"})


@dataclass(frozen=True, slots=True)
class _Words:
    """What the file's words mean, and the policy whose words they become."""

    policy: Policy
    stages: Mapping[str, str]
    severities: Mapping[str, str]
    channels: Mapping[str, str]


def read_stories(source: SourceFile, mapping: ImportMapping, policy: Policy) -> Iterator[CaseStory | Refused]:
    """Every record as a case, or refused with the reason; in the order of the file.

    KnownError for a mapping made for another table: its columns would be taken for others.
    """
    if source.shape == "table" and tuple(heading for heading, _ in mapping.columns) != source.headers:
        raise KnownError(
            f"The mapping names other columns than {source.path.name} has.",
            "Nothing was read by it.",
            "Fit the mapping to this file first.",
        )
    words = _Words(policy, dict(mapping.stages), dict(mapping.severities), product_of(mapping).channels)
    zone = mapping.zone
    for record in source.records():
        if record.problem:
            yield Refused(record.line, "", record.problem)
            continue
        number = ""
        try:
            values = Values(record, mapping, zone)
            number = values.text(Target.NUMBER)
            yield _story(record.line, number, mark_of(record, mapping), values, words)
        except CellError as error:
            yield Refused(record.line, number[:LONGEST_NUMBER], str(error))
        except RecursionError:
            yield Refused(record.line, number[:LONGEST_NUMBER], "its values are nested too deeply")


def _story(line: int, number: str, mark: str, values: Values, words: _Words) -> CaseStory:
    if not number:
        raise CellError("it has no number, so a second import could not know it again")
    if len(number) > LONGEST_NUMBER:
        raise CellError(f"its number is longer than {LONGEST_NUMBER} characters")
    logged_at = values.instant(Target.LOGGED_AT)
    if logged_at is None:
        raise CellError("it does not say when it was logged")
    owner = values.name(Target.OWNER, "Agent")
    owner = "" if owner.casefold() in _NOBODY else owner
    title = " ".join(values.text(Target.TITLE).split())
    comments, unread = read_comments(
        values.all(Target.COMMENT), requester=values.text(Target.CONTACT), instant=values.instant_of
    )
    channel = words.channels.get(values.text(Target.CHANNEL).casefold(), Channel.IMPORT)
    return CaseStory(
        line=line,
        number=number,
        mark=mark,
        title=title[:_LONGEST_TITLE] or f"Without a subject ({number})",
        logged_at=logged_at,
        entries=_entries(values, words, logged_at, owner, comments),
        severity=words.severities.get(values.text(Target.SEVERITY)) or None,
        organisation=values.name(Target.ORGANISATION, "Organisation"),
        contact=values.name(Target.CONTACT, "Customer"),
        contact_email=values.text(Target.CONTACT_EMAIL),
        owner=owner,
        team=values.name(Target.TEAM, "Group"),
        product=values.name(Target.PRODUCT, "Product"),
        channel=Channel(channel),
        extra=values.kept() | ({"comments": "\n".join(unread)} if unread else {}),
    )


def _entries(
    values: Values, words: _Words, logged_at: datetime, owner: str, comments: tuple[Comment, ...]
) -> tuple[StoryEntry, ...]:
    description = values.text(Target.DESCRIPTION)
    told = [_comment_entry(comment, owner) for comment in comments if comment.body != description]
    first_response = _first_response(values, logged_at)
    answered = any(entry.kind is EntryKind.REPLY for entry in told)
    if first_response is not None and not answered:
        told.append(_answer(first_response, owner))
        answered = True
    # A case that nobody has taken up yet still waits for its first response, however it came here.
    untouched = words.stages.get(values.text(Target.STAGE), "") in {"", words.policy.first_stage.id}
    logged = StoryEntry(
        EntryKind.LOGGED, logged_at, from_client=True, body=description,
        event=CaseEvent(
            EventKind.LOGGED, logged_at, history=True,
            recorded=frozenset({FIRST_RESPONSE}) if answered or untouched else frozenset(),
        ),
    )  # fmt: skip
    if owner:
        told.append(
            StoryEntry(
                EntryKind.ASSIGNED, logged_at,
                event=CaseEvent(EventKind.ASSIGNED, logged_at, to=owner, history=True),
            )
        )  # fmt: skip
    told = sorted(_at_least(told, logged_at), key=lambda entry: entry.at)
    latest = told[-1].at if told else logged_at
    return (logged, *told, *_ending(values, words, latest))


def _first_response(values: Values, logged_at: datetime) -> datetime | None:
    at = values.instant(Target.FIRST_RESPONSE_AT)
    minutes = values.minutes(Target.FIRST_RESPONSE_MINUTES)
    return logged_at + minutes if at is None and minutes is not None else at


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
    kind, event = (
        (EntryKind.REPLY, EventKind.PUBLIC_ANSWER)
        if comment.public
        else (EntryKind.NOTE, EventKind.STAFF_NOTE)
    )
    return StoryEntry(
        kind, comment.at, author=author, body=comment.body, event=CaseEvent(event, comment.at, history=True)
    )


def _at_least(entries: list[StoryEntry], earliest: datetime) -> Iterator[StoryEntry]:
    """What the export dates before the logging counts from the logging; the date it gave is kept beside."""
    for entry in entries:
        if entry.at >= earliest:
            yield entry
            continue
        data = {**entry.data, "dated": entry.at.isoformat()}
        event = replace(entry.event, at=earliest) if entry.event else None
        yield replace(entry, at=earliest, data=data, event=event)


def _ending(values: Values, words: _Words, latest: datetime) -> Iterator[StoryEntry]:
    """How the case came to the stage in which the export shows it."""
    word = values.text(Target.STAGE)
    stage = words.stages.get(word, "")
    closed_at = values.instant(Target.CLOSED_AT)
    updated_at = values.instant(Target.UPDATED_AT)
    resolved_at = values.instant(Target.RESOLVED_AT)
    if stage == words.policy.closing.closed_stage:
        done = done_stage(words.policy)
        if done and resolved_at and latest <= resolved_at < (closed_at or resolved_at):
            yield _moved(done, resolved_at, word="")
            latest = resolved_at
        at = max(latest, closed_at or updated_at or latest)
        yield StoryEntry(
            EntryKind.CLOSED, at, data={"to_word": word},
            event=CaseEvent(EventKind.CLOSED, at, history=True),
        )  # fmt: skip
    elif stage and stage != words.policy.first_stage.id:
        yield _moved(stage, max(latest, resolved_at or closed_at or updated_at or latest), word)


def _moved(stage: str, at: datetime, word: str) -> StoryEntry:
    return StoryEntry(
        EntryKind.STAGE, at, data={"to_word": word} if word else {},
        event=CaseEvent(EventKind.STAGE_MOVED, at, to=stage, history=True),
    )  # fmt: skip
