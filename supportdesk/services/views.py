"""What screens show, as frozen values: queries return these and nothing of the store leaves through them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from decimal import Decimal
    from uuid import UUID

    from supportdesk.domain.words import Channel, ClockKind, Cover, EntryKind, LinkKind, StageKind, Verdict


class ViewKind(StrEnum):
    """The lists of the sidebar."""

    INBOX = "inbox"
    MINE = "mine"
    UNASSIGNED = "unassigned"
    BREACHING = "breaching"
    WAITING = "waiting"
    BRANCH = "branch"
    SEARCH = "search"  # saved views and typed searches; also reaches closed cases
    ALL_OPEN = "all_open"
    EVERYTHING = "everything"


class Sort(StrEnum):
    """How a list is ordered."""

    DEADLINE = "deadline"
    SEVERITY = "severity"
    ACTIVITY = "activity"  # latest first
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """One list. `search` is text in the search language; `branch_id` belongs to ViewKind.BRANCH."""

    view: ViewKind = ViewKind.MINE
    sort: Sort = Sort.DEADLINE
    branch_id: UUID | None = None
    search: str = ""
    severity_ranks: frozenset[int] = frozenset()


class GroupKey(StrEnum):
    """The headings of a list sorted by deadline, in order."""

    OVERDUE = "overdue"
    TWO_HOURS = "two_hours"
    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"
    PAUSED = "paused"
    NO_DEADLINE = "no_deadline"


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and how many rows follow it; groups without rows are left out."""

    key: GroupKey
    count: int


@dataclass(frozen=True, slots=True)
class ListShape:
    """How long a list is and how it falls into groups (empty unless sorted by deadline).

    `capped` says that counting stopped at `count` (a search with very many hits).
    `problem` tells in one sentence which search term was not understood; the rest was searched.
    """

    count: int
    groups: tuple[Group, ...] = ()
    capped: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """What a pill shows. `state`: running, paused, met or none; instants UTC, None where there is none."""

    state: str
    kind: ClockKind | None = None
    started_at: datetime | None = None
    soon_at: datetime | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the case list. `severity_rank` 1 to 4, or 9 where the policy has no severities."""

    id: UUID
    number: str
    title: str
    organisation: str
    stage: str  # localised name
    stage_look: str
    severity_rank: int
    severity_code: str
    severity_verified: bool
    unread: bool
    attachments: int
    owner_id: UUID | None
    owner_name: str
    deadline: Deadline
    last_activity_at: datetime


@dataclass(frozen=True, slots=True)
class SidebarCounts:
    """Counts beside the entries; `unread` tells whether the inbox is shown bold."""

    views: Mapping[ViewKind, int]
    branches: tuple[tuple[UUID, str, str, int], ...]  # id, name, kind, open cases
    saved: tuple[tuple[UUID, str, str, int], ...]  # id, name, query, cases
    visits_today: int
    attention: int
    unread: bool
    drafts: int
    waiting_to_send: int


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
    """An attachment's chip."""

    id: UUID
    name: str
    size: int
    media_type: str
    state: str


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


@dataclass(frozen=True, slots=True)
class Figure:
    """A dashboard figure: value, change against the span before, target, and one point a week."""

    value: float | None
    change: float | None
    target: float | None
    points: tuple[float | None, ...]
    query: CaseQuery | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its label and the list it opens. `marks` splits it (late ones, or severities 1 to 4 and 9)."""

    label: str
    value: int
    marks: tuple[int, ...] = ()
    query: CaseQuery | None = None
    id: UUID | None = None
    limit: int | None = None
    look: str = ""


@dataclass(frozen=True, slots=True)
class ContractLine:
    """A contract or ticket that ends or runs out first. `state`: ok, low, used_up, ending, ended."""

    organisation_id: UUID
    organisation: str
    kind: str
    plan: str
    left: int | None
    size: int | None
    ends_on: date | None
    state: str


@dataclass(frozen=True, slots=True)
class BranchLine:
    """One row of branches and clients: open, late and the share in time (None: nothing was due)."""

    id: UUID
    name: str
    open: int
    late: int
    in_time: float | None
    query: CaseQuery


@dataclass(frozen=True, slots=True)
class Dashboard:
    """All of the dashboard, from this desk's own copy."""

    now: datetime
    first_responses: Figure
    updates: Figure
    open_cases: Figure
    reactivated: Figure
    weeks: tuple[date, ...]
    response_share: tuple[float | None, ...]
    update_share: tuple[float | None, ...]
    hours: tuple[tuple[datetime, int, int], ...]  # hour's start, due, likely late
    ages: tuple[Bar, ...]
    backlog: tuple[Bar, ...]
    severities: tuple[int, ...]  # totals for ranks 1 to 4 and 9
    workload: tuple[Bar, ...]
    branches: tuple[BranchLine, ...]
    clients: tuple[BranchLine, ...]
    contracts: tuple[ContractLine, ...]
    contract_count: int
    hour_queries: tuple[CaseQuery, ...] = ()  # the list that each of `hours` opens


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A case or article that may already answer a new request; `share` from 0 to 1 says how alike it is."""

    kind: str
    id: UUID
    label: str
    title: str
    detail: str
    share: float
    severity_rank: int = 9


@dataclass(frozen=True, slots=True)
class IntakeForm:
    """What the new-case dialog asks, made from the policy in the desk's language."""

    policy_code: str
    support_code: bool
    parts: tuple[tuple[str, str, str, str, bool], ...]  # id, name, hint, kind, required
    reasons: tuple[tuple[str, str], ...]
    areas: tuple[tuple[str, str], ...]
    warning: str
    questions: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]  # id, text, (choice id, text)
    severities: tuple[SeverityChoice, ...]
    scope: str
    products: tuple[tuple[UUID, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class IntakeAdvice:
    """What this desk's copy says while a case is being typed; refreshed 300 ms after the last key."""

    organisation_id: UUID | None
    organisation: str
    contacts: tuple[PersonView, ...]
    contact: PersonView | None
    code_problem: str
    entitlement: EntitlementView | None
    named_contacts: tuple[int, int] | None
    proposed_severity: SeverityChoice | None
    first_response_seconds: int | None
    similar: tuple[Suggestion, ...]
    articles: tuple[Suggestion, ...]
    several: tuple[str, ...]
    form: IntakeForm | None


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """Something that waits for a person."""

    id: UUID
    kind: str
    case_id: UUID | None
    case_number: str
    title: str
    at: datetime
    sentence: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Money:
    """An amount with its currency."""

    amount: Decimal
    currency: str
