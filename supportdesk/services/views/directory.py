"""What the screens of customers, staff and knowledge show, as frozen values; those of cases are next door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from supportdesk.domain.words import AgentRole
from supportdesk.services.views.cases import FileView


@dataclass(frozen=True, slots=True)
class Me:
    """Who sits at this desk, and where; `open_until` (UTC) is when the branch closes, None while it is closed."""

    id: UUID
    name: str
    roles: frozenset[AgentRole]
    language: str
    branch_id: UUID | None
    branch: str
    time_zone: str
    open: bool
    open_until: datetime | None


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """One client in a list."""

    id: UUID
    name: str
    client_code: str
    branch: str
    region: str
    kind: str
    open_cases: int


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One contact in a list or on a client's card; a named contact may log and close cases (SPK-8)."""

    id: UUID
    organisation_id: UUID | None
    organisation: str
    name: str
    role: str
    email: str
    phone: str
    language: str
    named: bool
    has_pin: bool
    active: bool


@dataclass(frozen=True, slots=True)
class SiteLine:
    """A place where a client works."""

    id: UUID
    name: str
    address: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class InstallationLine:
    """A client runs a version of a product; `since` is when this was last noted (UTC)."""

    organisation_id: UUID
    organisation: str
    product_id: UUID
    product: str
    version: str | None
    since: datetime


@dataclass(frozen=True, slots=True)
class ContractView:
    """A contract or warranty with the days it covers, both included; `ends_on` None: open end."""

    id: UUID
    organisation_id: UUID
    organisation: str
    kind: str
    plan_id: str
    plan_name: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class InvoiceView:
    """A drafted invoice line; `state`: draft, sent, dropped. It is never sent by itself (ONX-3)."""

    id: UUID
    organisation_id: UUID
    organisation: str
    text: str
    amount: Decimal | None
    currency: str
    at: datetime
    state: str
    case_id: UUID | None
    engagement_id: UUID | None


@dataclass(frozen=True, slots=True)
class ClientVisit:
    """A visit in a client's record; instants in UTC. `pdf_id` is the attachment with the PDF of its last revision."""

    id: UUID
    number: str
    state: str
    revision: int
    site: str
    engineer: str
    planned_at: datetime | None
    arrived_at: datetime | None
    left_at: datetime | None
    agreed_name: str
    pdf_id: UUID | None


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    """Everything about one client but its cases."""

    id: UUID
    name: str
    client_code: str
    branch_id: UUID | None
    branch: str
    policy_code: str
    policy_name: str
    kind: str
    region: str
    country: str
    language: str
    start_date: date | None
    certified_partner: bool
    specialist_nearby: bool
    contacts: tuple[ContactLine, ...]
    named_contacts: tuple[int, int] | None  # how many of how many (SPK-8); None: no plan limits them
    sites: tuple[SiteLine, ...]
    installations: tuple[InstallationLine, ...]
    contracts: tuple[ContractView, ...]
    incidents_left: int
    open_cases: int
    closed_cases: int
    last_data_file_at: datetime | None
    visits: tuple[ClientVisit, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list, in the best language for the reader; `fallback`: its own language has no text."""

    id: UUID
    number: str
    title: str
    language: str
    audience: str
    kind: str
    used: int
    fallback: bool = False


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article to read or edit, with the languages it exists in and the files of this text."""

    id: UUID
    number: str
    language: str
    title: str
    body: str
    audience: str
    kind: str
    product_id: UUID | None
    author: str
    updated_at: datetime
    languages: tuple[str, ...]
    files: tuple[FileView, ...] = ()


@dataclass(frozen=True, slots=True)
class TrackingNoteLine:
    """A known defect or change with how many cases wait for it, open or not."""

    id: UUID
    number: str
    kind: str
    title: str
    product: str
    fixed_in: str
    released_on: date | None
    cases: int


@dataclass(frozen=True, slots=True)
class ToTell:
    """A client's case that a release settles and whose client was not told yet (SAP-2)."""

    case_id: UUID
    case_number: str
    organisation: str
    tracking_note: str
    version: str


@dataclass(frozen=True, slots=True)
class BranchReleaseLine:
    """Whether a branch has received a release, and when (ONX-6)."""

    branch_id: UUID
    branch: str
    release_id: UUID
    product: str
    version: str
    received_at: datetime | None


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit in a list."""

    id: UUID
    number: str
    organisation_id: UUID
    organisation: str
    site: str
    engineer: str
    planned_at: datetime | None
    arrived_at: datetime | None
    left_at: datetime | None
    state: str
    case_numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EngagementStepView:
    """A step of an engagement: done (with who and when) or to come; `refused` says why it can't be taken now."""

    step: str
    done_at: datetime | None
    done_by: str
    amount: Decimal | None
    currency: str
    reference: str
    note: str
    refused: str = ""


@dataclass(frozen=True, slots=True)
class EngagementView:
    """Chargeable work for a client and where it stands (ENG-1)."""

    id: UUID
    organisation_id: UUID
    organisation: str
    case_id: UUID | None
    case_number: str
    kind: str
    kind_name: str
    title: str
    vendor: str
    service: str
    currency: str
    quoted: Decimal | None
    opened_at: datetime
    finished: bool
    steps: tuple[EngagementStepView, ...]


@dataclass(frozen=True, slots=True)
class SavedView:
    """A search that somebody keeps; `shared`: everyone sees it."""

    id: UUID
    name: str
    query: str
    shared: bool


@dataclass(frozen=True, slots=True)
class EscalatedLine:
    """A case that a branch gave to central support: when and why, and where it stands now (ONX-4)."""

    case_id: UUID
    number: str
    title: str
    organisation: str
    since: datetime
    reason: str
    stage: str
    open: bool
