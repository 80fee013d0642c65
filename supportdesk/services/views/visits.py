"""What screens show of visits: one with its report, an engineer's day, and finished reports in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from supportdesk.domain.file_names import suffix_of
from supportdesk.rules.cases.signature import Signature
from supportdesk.rules.cases.visit_content import Difference
from supportdesk.rules.cases.visit_report import VisitReport
from supportdesk.services.views.cases import FileView
from supportdesk.services.views.directory import VisitLine
from supportdesk.services.views.lists import CaseRow

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

PICTURES = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif", "image/bmp", "image/tiff"})
"""The types of pictures that are made of points and can be shown."""


@dataclass(frozen=True, slots=True)
class VisitCase:
    """A case that a visit is for."""

    id: UUID
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A case that came of a recommendation."""

    recommendation: str
    case: CaseRow


@dataclass(frozen=True, slots=True)
class VisitFile:
    """A photo or file of a visit's report; `original`: its unscaled original is on this computer still."""

    id: UUID
    name: str
    sha256: str
    size: int
    media_type: str
    state: str
    original: bool = False
    by: str = ""

    @property
    def is_photo(self) -> bool:
        """Whether it is shown as a photo; its name is its caption."""
        return self.media_type in PICTURES

    @property
    def as_file(self) -> FileView:
        """The same as any attachment, under a name that a system can do something with: a caption has no extension."""
        named = self.name
        if self.media_type == "image/jpeg" and suffix_of(named) not in {"jpg", "jpeg"}:
            named = f"{named}.jpg"
        return FileView(self.id, named, self.size, self.media_type, self.state, self.by)


@dataclass(frozen=True, slots=True)
class VisitPdf:
    """A PDF of a finished report, attached to its visit."""

    id: UUID
    name: str
    sha256: str
    revision: int
    language: str


@dataclass(frozen=True, slots=True)
class VisitView:
    """A visit with its report; instants in UTC.

    `checks` are the points that the client's policy wants checked, in the desk's language. `missing` are the parts
    without which the report can't be finished now, as ids. `fingerprint` is that of what the client would sign now;
    `signed` the latest signature, which stands for just this where the report has an agreement. `language` is the
    client's, None where nobody knows it. `files` are the report's photos and files, in its order,
    `pdfs` the PDFs of its finished revisions, the latest first. `report_to` are the ids of those to whom a finished
    report goes, `finished_by` is who finished it, and `changes` are those since the revision before.
    """

    id: UUID
    number: str
    state: str
    revision: int
    organisation_id: UUID
    organisation: str
    site: str
    engineer_id: UUID | None
    engineer: str
    language: str | None
    planned_at: datetime | None
    travel_minutes: int | None
    travel_km: int | None
    report: VisitReport
    cases: tuple[VisitCase, ...]
    follow_ups: tuple[FollowUp, ...]
    checks: tuple[str, ...]
    missing: tuple[str, ...]
    fingerprint: str
    signed: Signature | None
    files: tuple[VisitFile, ...] = ()
    pdfs: tuple[VisitPdf, ...] = ()
    report_to: tuple[str, ...] = ()
    finished_by: UUID | None = None
    changes: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitDay:
    """An engineer's visits of one civil day, and what of their clients is on this computer for them.

    `clients`, `past_cases` and `articles` count what can be read without a network; articles are those of the
    products that these clients run, `releases` the latest versions of these whose notes are here. `bring` says for
    which client what is to be brought. `away` names the clients whose records do not come to the engineer's computer.
    `engineer_id`, `engineer` and `zone` are set on another engineer's day; `today` is whether it is this one.
    """

    day: date
    visits: tuple[VisitLine, ...]
    clients: int = 0
    past_cases: int = 0
    articles: int = 0
    releases: tuple[str, ...] = ()
    bring: tuple[tuple[str, str], ...] = ()
    away: tuple[str, ...] = ()
    engineer_id: UUID | None = None
    engineer: str = ""
    today: bool = True
    zone: ZoneInfo | None = None
