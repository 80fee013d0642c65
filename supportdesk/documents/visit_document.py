"""What is printed of a visit's report; how it looks and what it is called in another language stand elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from supportdesk.domain.words import Cover
from supportdesk.rules.cases.signature import Signature, stands
from supportdesk.rules.cases.visit_content import Difference, content_of
from supportdesk.rules.cases.visit_report import AttachedFile, VisitReport


class Paper(StrEnum):
    """The sizes of paper."""

    A4 = "a4"
    LETTER = "letter"


class Language(StrEnum):
    """The languages in which a client may have the report."""

    ENGLISH = "en"
    FRENCH = "fr"
    ARABIC = "ar"


@dataclass(frozen=True, slots=True)
class Branch:
    """Who sends the report. `address` is one line; `logo` a picture's bytes; `colour` is written `#rrggbb`."""

    name: str
    address: str = ""
    logo: bytes = b""
    colour: str = "#0f6466"


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of the report with the bytes of a picture that is already scaled; the file's name is its caption."""

    file: AttachedFile
    picture: bytes


@dataclass(frozen=True, slots=True)
class VisitDocument:
    """A report in words. What was written and signed is the report itself; the rest are the names behind its ids.

    `zone` is the site's, in which all times are told. `cover` says what covers the visit, `reopen_days` for how long a
    closed case can be taken up again. `signature` is None until the client has signed, `sent_at` until the report is
    finished. `revision` counts from 1; `changes` are those since the revision before.
    """

    report: VisitReport
    number: str
    branch: Branch
    client: str
    zone: tzinfo
    site: str = ""
    engineer: str = ""
    case_numbers: tuple[str, ...] = ()
    cover: Cover | None = None
    reopen_days: int | None = None
    photos: tuple[Photo, ...] = ()
    signature: Signature | None = None
    revision: int = 1
    changes: tuple[Difference, ...] = ()
    sent_at: datetime | None = None
    language: Language = Language.ENGLISH
    paper: Paper = Paper.A4

    def __post_init__(self) -> None:
        """ValueError for a signature below something else: such a report must not look signed."""
        if self.signature is not None and not stands(self.signature, content_of(self.report), self.revision):
            raise ValueError("the signature is not for this report")

    @property
    def made_at(self) -> datetime | None:
        """The instant that the file carries: it must not depend on when the file is written."""
        signed = self.signature.at if self.signature is not None else None
        return self.sent_at or signed or self.report.left or self.report.arrived
