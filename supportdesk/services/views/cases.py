"""One case as its pane shows it, as frozen values; lists are next door."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from supportdesk.domain.words import Channel, ClockKind, Cover, EntryKind, LinkKind, StageKind, Verdict
    from supportdesk.services.views.lists import Deadline


@dataclass(frozen=True, slots=True)
class ExplainedStep:
    """One line of the sum under "Why then?": kind counted, closed_night, weekend, holiday, paused, doubled."""

    kind: str
    start: datetime
    end: datetime
    counted_seconds: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a clock reads so: `kind` started, severity, calendar, after_hours, paused, agreed; figures in `params`."""

    kind: str
    params: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ClockView:
    """A clock of the strip with everything its "Why?" shows; `now` is when it was computed."""

    kind: ClockKind
    deadline: Deadline
    verdict: Verdict
    met_at: datetime | None
    severity: str  # "S2 High"
    calendar_name: str
    time_zone: str
    target_seconds: int
    counted_seconds: int
    left_seconds: int  # support time left; negative when late
    reasons: tuple[Reason, ...]
    steps: tuple[ExplainedStep, ...]
    open_intervals: tuple[tuple[datetime, datetime], ...]  # for the day lanes
    policy_name: str
    policy_version: int
    rule_number: int
    text: str  # plain text for Copy
    now: datetime


@dataclass(frozen=True, slots=True)
class EntitlementView:
    """Why the case may be worked on, or why not. `params` feed the sentence the screen makes of `cover`."""

    cover: Cover
    supported: bool
    rule: str
    sentence: str
    left: int | None = None
    size: int | None = None
    valid_until: date | None = None
    plan_name: str = ""
    refused_acts: frozenset[str] = frozenset()
    ways_open: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileView:
    """An attachment's chip. `state` says whether the hub has its bytes: local, uploading, stored or lost.

    `by` is who attached it; empty for this desk's own person, and where nobody knows. On a desk that works alone every
    file is stored: nobody else waits for it.
    """

    id: UUID
    name: str
    size: int
    media_type: str
    state: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One entry as it is shown. `system` entries are one muted line; `from_case` names a merged case's number."""

    id: UUID
    kind: EntryKind
    at: datetime
    public: bool
    system: bool
    author_id: UUID | None
    author: str
    from_client: bool
    organisation: str
    channel: Channel | None
    body: str
    data: Mapping[str, Any]
    files: tuple[FileView, ...] = ()
    from_case: str = ""


@dataclass(frozen=True, slots=True)
class TimelineSlice:
    """The newest entries, oldest first; `earlier` more are there."""

    items: tuple[TimelineItem, ...]
    earlier: int


@dataclass(frozen=True, slots=True)
class LinkView:
    """A related case, note or article in the properties."""

    kind: LinkKind | str
    id: UUID
    label: str
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class StageChoice:
    """A stage the case could move to; `refused` says why not (empty: allowed), `asks` what must be given."""

    id: str
    name: str
    look: str
    kind: StageKind
    refused: str = ""
    asks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SeverityChoice:
    """A severity of the case's policy."""

    code: str
    rank: int
    name: str
    definition: str = ""


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody with a name and initials."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """Everything beside the timeline of one open case."""

    id: UUID
    number: str
    title: str
    branch: str
    organisation_id: UUID | None
    organisation: str
    client_code: str
    site: str
    contact_id: UUID | None
    contact: str
    contact_role: str
    phone: str
    email: str
    local_time_zone: str
    calendar_open: bool
    language: str
    product: str
    product_version: str
    area: str
    reason: str
    channel: Channel
    logged_at: datetime
    stage: StageChoice
    stages: tuple[StageChoice, ...]
    severity_claimed: SeverityChoice | None
    severity_verified: SeverityChoice | None
    severity_reason: str
    severities: tuple[SeverityChoice, ...]
    owner: PersonView | None
    agents: tuple[PersonView, ...]
    clocks: tuple[ClockView, ...]
    earlier_clocks: int  # that were over before those in `clocks`
    entitlement: EntitlementView
    links: tuple[LinkView, ...]
    template: tuple[tuple[str, str], ...]  # (part's name, answer)
    seconds_spent: Mapping[str, int]  # remote, on_site, desk
    watchers: tuple[PersonView, ...]
    followed: bool
    open: bool
    closed_at: datetime | None
    closed_automatically: bool
    resolution: str
    resolutions: tuple[tuple[str, str], ...]
    resolution_required: bool
    agreement_required: bool
    agreement_at: datetime | None
    closes_at: datetime | None
    next_reminder_at: datetime | None
    reactivate_until: datetime | None
    needs_owner: bool
    unread_since: datetime | None
    policy_name: str
    policy_version: int
    extra: Mapping[str, str]
    as_of: datetime | None = None
    contested: int = 0  # fields that two people have set differently, and nobody has settled


class DraftKind(StrEnum):
    """The composer's tabs, each with a draft of its own."""

    REPLY = "reply"
    NOTE = "note"
    CALL = "call"
    VISIT = "visit"
    REMOTE = "remote"
    NEW_CASE = "new_case"


@dataclass(frozen=True, slots=True)
class DraftView:
    """A kept draft: fields of the form as plain values."""

    key: str
    content: Mapping[str, Any]
    saved_at: datetime
